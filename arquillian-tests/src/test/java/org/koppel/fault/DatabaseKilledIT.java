package org.koppel.fault;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.koppel.run.Demo;

/** PostgreSQL dies under load (kill -9 of the postmaster) and comes back; Koppel keeps running. */
@BreaksKoppel
class DatabaseKilledIT {
    private final Demo demo = BreakableKoppel.demo();
    private final OrderLedger ledger = new OrderLedger(demo, "DBK");

    @Test
    void buyersAreToldWhatToDoWhileItIsAway() throws Exception {
        demo.database().kill();
        try {
            String call = "?USERNAME=x&PASSWORD=y&HOOK_URL=http://localhost/";
            assertThat(List.of(
                            "/oci" + call,
                            "/peppol-punchout" + call,
                            "/ids?name_kunde=x&pw_kunde=y&action=WKE&hookurl=http://localhost/",
                            "/shop/any-token/"))
                    .allSatisfy(path -> {
                        HttpResponse<String> answer = get(path);
                        assertThat(answer.statusCode()).isEqualTo(503);
                        assertThat(answer.headers().firstValue("Retry-After")).isPresent();
                        assertThat(answer.body()).contains("<html lang=\"nl\">", "op dit moment niet bereikbaar");
                    });
        } finally {
            demo.database().start();
        }
        Eventually.see("ready", demo.server()::isReady, ready -> ready);
    }

    @Test
    void systemsThatFetchFilesAreToldSoToo() throws Exception {
        demo.database().kill();
        try {
            HttpResponse<String> answer = get("/cxml/catalogue.cif");
            assertThat(answer.statusCode()).isEqualTo(503);
            assertThat(answer.headers().firstValue("Retry-After")).isPresent();
            assertThat(answer.headers().firstValue("Content-Type").orElse("")).startsWith("text/plain");
        } finally {
            demo.database().start();
        }
        Eventually.see("ready", demo.server()::isReady, ready -> ready);
    }

    @Test
    void systemsThatSendCebeoXmlAreToldToSendItAgain() throws Exception {
        demo.database().kill();
        try {
            String order = "<cebeoXML version=\"2.0.0\"><Request><Customer>"
                    + "<CustomerNumber>x</CustomerNumber><Password>y</Password></Customer></Request></cebeoXML>";
            HttpResponse<String> answer = HttpClient.newHttpClient()
                    .send(
                            HttpRequest.newBuilder(URI.create(demo.baseUrl() + "/cebeo"))
                                    .header("Content-Type", "text/xml")
                                    .POST(HttpRequest.BodyPublishers.ofString(order))
                                    .build(),
                            HttpResponse.BodyHandlers.ofString());
            assertThat(answer.statusCode()).isEqualTo(503);
            assertThat(answer.headers().firstValue("Retry-After")).isPresent();
            assertThat(answer.body()).contains("Nothing was stored");
        } finally {
            demo.database().start();
        }
        Eventually.see("ready", demo.server()::isReady, ready -> ready);
    }

    private HttpResponse<String> get(String path) throws IOException, InterruptedException {
        HttpRequest request = HttpRequest.newBuilder(URI.create(demo.baseUrl() + path))
                .header("Accept-Language", "nl")
                .header("Authorization", "Bearer some_key")
                .build();
        return HttpClient.newHttpClient().send(request, HttpResponse.BodyHandlers.ofString());
    }

    @Test
    void intakeSaysTryAgainWhileItIsAwayAndGoesOnByItself() throws Exception {
        Process server = demo.server().process();
        long gone;
        long back;
        try (Partners partners = Partners.sending(ledger)) {
            Thread.sleep(2_000); // some load
            demo.database().kill();
            gone = System.nanoTime();
            Thread.sleep(5_000); // longer than the redeliveries of the queues
            back = System.nanoTime();
            demo.database().start();
            int before = ledger.acknowledged().size();
            Eventually.see("orders are taken again", () -> ledger.acknowledged().size(), now -> now > before + 50);
            partners.finish();
        }

        List<OrderLedger.Answer> during = ledger.answers().stream()
                .filter(a -> a.asked() > gone && a.answered() < back)
                .toList();
        assertThat(during).isNotEmpty().allSatisfy(a -> {
            assertThat(a.status()).isEqualTo(503);
            assertThat(a.retryAfter()).isNotEmpty();
            assertThat(a.text()).contains("<Status code=\"560\"");
        });
        assertThat(server.isAlive()).isTrue();
        new Comparison(demo, ledger).holds();
        Eventually.see("ready", demo.server()::isReady, ready -> ready);
    }
}
