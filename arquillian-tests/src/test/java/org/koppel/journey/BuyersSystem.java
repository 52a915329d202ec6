package org.koppel.journey;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;

/**
 * A buyer's SAP SRM on loopback: a page whose form opens the catalogue, in the same window or in a frame, and the address the
 * cart comes back to.
 */
final class BuyersSystem implements AutoCloseable {
    private static final int PATIENCE_SECONDS = 20;

    private final HttpServer server;
    private final BlockingQueue<List<Field>> returned = new LinkedBlockingQueue<>();
    private final Map<String, String> call = new LinkedHashMap<>();
    private final URI catalogue;

    /** A field of a form as it came. */
    record Field(String name, String value) {}

    /** @param customer who the buyer works for */
    BuyersSystem(Koppel koppel, String customer) {
        catalogue = koppel.address("/oci");
        try {
            server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        } catch (IOException e) {
            throw new UncheckedIOException("Cannot open a port for the buyer's system", e);
        }
        call.put("USERNAME", koppel.property("customer." + customer + ".oci.username"));
        call.put("PASSWORD", koppel.property("customer." + customer + ".oci.password"));
        call.put("HOOK_URL", address("/inbound?sap-client=100&x=a%20b").toString());
        call.put("LANGUAGE", "en");
        call.put("~OkCode", "ADDI");
        call.put("~TARGET", "_top");
        call.put("~CALLER", "CTLG");
        server.createContext("/start", exchange -> answer(exchange, page("")));
        server.createContext("/framed", exchange -> answer(exchange, page("shop")));
        server.createContext("/inbound", this::takeBack);
        server.start();
    }

    /** Another value in the call. */
    BuyersSystem calling(String parameter, String value) {
        call.put(parameter, value);
        return this;
    }

    URI address(String path) {
        return URI.create("http://127.0.0.1:" + server.getAddress().getPort() + path);
    }

    /** The fields that the next return brings. @throws AssertionError when none comes */
    List<Field> returned() throws InterruptedException {
        List<Field> fields = returned.poll(PATIENCE_SECONDS, TimeUnit.SECONDS);
        if (fields == null) {
            throw new AssertionError("Nothing came back to HOOK_URL");
        }
        return fields;
    }

    @Override
    public void close() {
        server.stop(0);
    }

    private String page(String frame) {
        StringBuilder page = new StringBuilder(
                        "<!doctype html><html lang=\"en\"><title>Shopping cart</title><form id=\"call\"")
                .append(" method=\"post\" action=\"")
                .append(catalogue)
                .append("\" target=\"")
                .append(frame.isEmpty() ? "_self" : frame)
                .append("\">");
        call.forEach((name, value) -> page.append("<input type=\"hidden\" name=\"")
                .append(name)
                .append("\" value=\"")
                .append(value.replace("&", "&amp;").replace("\"", "&quot;"))
                .append("\">"));
        page.append("<button>Open the catalogue</button></form>");
        if (!frame.isEmpty()) {
            page.append("<iframe name=\"")
                    .append(frame)
                    .append("\" title=\"Catalogue\" width=\"900\" height=\"800\"></iframe>");
        }
        return page.toString();
    }

    private void takeBack(HttpExchange exchange) throws IOException {
        String form = new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.US_ASCII);
        List<Field> fields = new ArrayList<>();
        for (String pair : form.isEmpty() ? new String[0] : form.split("&")) {
            String[] parts = pair.split("=", 2);
            fields.add(new Field(decoded(parts[0]), decoded(parts[1])));
        }
        returned.add(fields);
        answer(
                exchange,
                "<!doctype html><html lang=\"en\"><title>Back</title><h1 id=\"back\">Back in the procurement system</h1>");
    }

    private static String decoded(String text) {
        return URLDecoder.decode(text, StandardCharsets.UTF_8);
    }

    private static void answer(HttpExchange exchange, String page) throws IOException {
        byte[] body = page.getBytes(StandardCharsets.UTF_8);
        exchange.getResponseHeaders().set("Content-Type", "text/html; charset=UTF-8");
        exchange.sendResponseHeaders(200, body.length);
        exchange.getResponseBody().write(body);
        exchange.close();
    }
}
