package org.koppel.bench;

import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.koppel.run.Demo;

/** A buyer of the demo's bouwgroep, who comes by OCI. Not for several threads. */
final class Shopper {
    private static final Pattern PART =
            Pattern.compile("(?:src|href)=\"([^\"]+\\.(?:css|js|svg)|[^\"]*/pictures/[^\"]+)\"");
    private final Demo demo;
    private final HttpClient http = HttpClient.newBuilder()
            .version(HttpClient.Version.HTTP_1_1)
            .connectTimeout(Duration.ofSeconds(5))
            .build();
    private URI shop;

    Shopper(Demo demo) {
        this.demo = demo;
    }

    /** Begins a visit. */
    Shopper login() throws IOException, InterruptedException {
        HttpResponse<String> answer =
                http.send(call(Map.of("HOOK_URL", demo.baseUrl() + "/inbound")), BodyHandlers.ofString());
        require(answer.statusCode(), 303);
        shop = URI.create(demo.baseUrl())
                .resolve(answer.headers().firstValue("Location").orElseThrow());
        return this;
    }

    void search(String words) throws IOException, InterruptedException {
        get(shop.resolve("search?q=" + encoded(words)));
    }

    /** As the shop's pages do it: by htmx, answered with what changes on the page. */
    void add(String article, String quantity) throws IOException, InterruptedException {
        HttpRequest.Builder post = form(shop.resolve("cart/lines"), Map.of("article", article, "quantity", quantity));
        HttpResponse<String> answer =
                http.send(post.header("HX-Request", "true").build(), BodyHandlers.ofString());
        require(answer.statusCode(), 200);
    }

    /** As browsers do it: the post, then the page with the form that carries the cart home. */
    void transfer() throws IOException, InterruptedException {
        HttpResponse<String> answer =
                http.send(form(shop.resolve("transfer"), Map.of()).build(), BodyHandlers.ofString());
        require(answer.statusCode(), 303);
        String page = get(shop.resolve(answer.headers().firstValue("Location").orElseThrow()));
        if (!page.contains("id=\"punchout-return\"")) {
            throw new IllegalStateException("The cart was not handed over");
        }
    }

    void backgroundSearch(String words) throws IOException, InterruptedException {
        require(
                http.send(
                                call(Map.of(
                                        "FUNCTION",
                                        "BACKGROUND_SEARCH",
                                        "SEARCHSTRING",
                                        words,
                                        "HOOK_URL",
                                        demo.baseUrl() + "/inbound")),
                                BodyHandlers.ofString())
                        .statusCode(),
                200);
    }

    /** Reads the whole catalogue and forgets it; the number of bytes. */
    long download() throws IOException, InterruptedException {
        HttpResponse<InputStream> answer =
                http.send(call(Map.of("FUNCTION", "DOWNLOADJSON")), BodyHandlers.ofInputStream());
        require(answer.statusCode(), 200);
        try (InputStream in = answer.body()) {
            byte[] buffer = new byte[1 << 16];
            long bytes = 0;
            for (int read = in.read(buffer); read >= 0; read = in.read(buffer)) {
                bytes += read;
            }
            return bytes;
        }
    }

    /** Bytes of the start page, its styles, scripts and pictures, as they travel. */
    long startPage() throws IOException, InterruptedException {
        String page = get(shop);
        long bytes = weight(shop);
        Matcher part = PART.matcher(page);
        Map<URI, Boolean> seen = new LinkedHashMap<>();
        while (part.find()) {
            URI address = shop.resolve(part.group(1));
            if (seen.put(address, true) == null) {
                bytes += weight(address);
            }
        }
        return bytes;
    }

    private long weight(URI address) throws IOException, InterruptedException {
        HttpRequest request = HttpRequest.newBuilder(address)
                .header("Accept-Encoding", "gzip")
                .build();
        HttpResponse<byte[]> answer = http.send(request, BodyHandlers.ofByteArray());
        require(answer.statusCode(), 200);
        return answer.body().length;
    }

    private String get(URI address) throws IOException, InterruptedException {
        HttpResponse<String> answer = http.send(HttpRequest.newBuilder(address).build(), BodyHandlers.ofString());
        require(answer.statusCode(), 200);
        return answer.body();
    }

    private HttpRequest call(Map<String, String> fields) {
        Map<String, String> all = new LinkedHashMap<>(fields);
        all.put("USERNAME", demo.properties().get("customer.bouwgroep.oci.username"));
        all.put("PASSWORD", demo.properties().get("customer.bouwgroep.oci.password"));
        return form(URI.create(demo.baseUrl() + "/oci"), all).build();
    }

    private static HttpRequest.Builder form(URI address, Map<String, String> fields) {
        String body = fields.entrySet().stream()
                .map(f -> f.getKey() + "=" + encoded(f.getValue()))
                .collect(Collectors.joining("&"));
        return HttpRequest.newBuilder(address)
                .header("Content-Type", "application/x-www-form-urlencoded")
                .timeout(Duration.ofMinutes(10))
                .POST(BodyPublishers.ofString(body));
    }

    private static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }

    private static void require(int status, int expected) {
        if (status != expected) {
            throw new IllegalStateException("Answered with " + status);
        }
    }
}
