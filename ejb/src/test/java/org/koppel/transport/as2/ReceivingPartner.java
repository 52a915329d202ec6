package org.koppel.transport.as2;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.Executors;
import java.util.function.UnaryOperator;
import org.koppel.transport.Arrival;
import org.koppel.transport.Reception;
import org.koppel.transport.ReceptionRefusedException;

/** A server with our own reception behind it, and room for what may go wrong on the way. */
final class ReceivingPartner implements AutoCloseable {
    private static final long MOST = 1_000_000;

    final List<String> stored = new CopyOnWriteArrayList<>();
    final List<String> ids = new CopyOnWriteArrayList<>();
    final List<String> refusals = new CopyOnWriteArrayList<>();

    /** Of this side. */
    Map<String, String> settings;

    UnaryOperator<byte[]> onItsWayIn = body -> body;
    UnaryOperator<Reception.Answer> onItsWayBack = answer -> answer;

    /** Why what was opened is not taken; null for taken. */
    String refusal;

    private final As2Reception reception = new As2Reception(Clock.systemUTC());
    private final HttpServer server;

    ReceivingPartner(As2Side self, As2Side sender) throws IOException {
        settings = self.settingsFor(sender);
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.setExecutor(Executors.newCachedThreadPool());
        server.createContext("/as2", this::take);
        server.start();
    }

    String address() {
        return "http://127.0.0.1:" + server.getAddress().getPort() + "/as2";
    }

    private void take(HttpExchange exchange) throws IOException {
        Reception.Answer answer = onItsWayBack.apply(answer(exchange));
        answer.headers().forEach((name, value) -> exchange.getResponseHeaders().set(name, value));
        exchange.sendResponseHeaders(answer.status(), answer.body().length == 0 ? -1 : answer.body().length);
        exchange.getResponseBody().write(answer.body());
        exchange.close();
    }

    private Reception.Answer answer(HttpExchange exchange) {
        try {
            Path body = Files.createTempFile("as2-", ".in");
            Files.write(body, onItsWayIn.apply(exchange.getRequestBody().readAllBytes()));
            Map<String, String> headers = new HashMap<>();
            exchange.getRequestHeaders().forEach((n, v) -> headers.put(n.toLowerCase(Locale.ROOT), v.get(0)));
            try {
                return answer(new Arrival(headers, body, "test"));
            } finally {
                Files.delete(body);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private Reception.Answer answer(Arrival arrival) throws IOException {
        try {
            if (!reception.route(arrival).equals(reception.route(settings))) {
                return refused(arrival, new ReceptionRefusedException("unknown-trading-partner", "Who are you?"));
            }
            try (Reception.Opened opened = reception.open(arrival, settings, MOST)) {
                if (refusal != null) {
                    return opened.refused(refusal);
                }
                stored.add(new String(opened.content().readAllBytes(), StandardCharsets.UTF_8));
                ids.add(opened.id());
                return opened.taken();
            }
        } catch (ReceptionRefusedException e) {
            return refused(arrival, e);
        }
    }

    private Reception.Answer refused(Arrival arrival, ReceptionRefusedException why) {
        refusals.add(why.code());
        return reception.refuse(arrival, Optional.of(settings), why);
    }

    @Override
    public void close() {
        server.stop(0);
    }
}
