package org.koppel.journey;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.Socket;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.Statement;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Whoever guesses is stopped after ten failures, by name and address, at every door; from elsewhere the right log-in works. */
class ThrottleIT {
    private static final int ALLOWED = 10;
    private static final String ELSEWHERE = "127.0.0.2";
    private static final String FORM = "application/x-www-form-urlencoded";

    private final Koppel koppel = Koppel.running();
    private final String user = koppel.property("customer.amerco.oci.username");
    private final String password = koppel.property("customer.amerco.oci.password");

    @BeforeEach
    @AfterEach
    void forget() throws Exception {
        try (Connection database = RunningKoppel.demo().database().connect();
                Statement delete = database.createStatement()) {
            delete.executeUpdate("delete from punchout_failure");
        }
    }

    @Test
    void ociStopsGuessingForKnownAndUnknownNamesAlike() throws Exception {
        HttpResponse<String> wrong = koppel.postForm("/oci", oci(user, "wrong"));
        HttpResponse<String> unknown = koppel.postForm("/oci", oci("nobody-of-this-name", "wrong"));
        assertThat(wrong.statusCode()).isEqualTo(403).isEqualTo(unknown.statusCode());
        assertThat(wrong.body()).isEqualTo(unknown.body());
        for (int i = 1; i < ALLOWED; i++) {
            koppel.postForm("/oci", oci(user, "wrong"));
            koppel.postForm("/oci", oci("nobody-of-this-name", "wrong"));
        }

        HttpResponse<String> right = koppel.postForm("/oci", oci(user, password));
        HttpResponse<String> nobody = koppel.postForm("/oci", oci("nobody-of-this-name", "wrong"));

        assertThat(right.statusCode()).isEqualTo(429).isEqualTo(nobody.statusCode());
        assertThat(right.body()).isEqualTo(nobody.body()).contains("Wait a quarter of an hour");
        assertThat(right.headers().firstValue("Retry-After")).contains("900");
        assertThat(from(ELSEWHERE, "/oci", FORM, encoded(oci(user, password)))).startsWith("HTTP/1.1 303");
    }

    @Test
    void whoTriesNamesFromOneAddressIsStoppedAndWhoeverCameInFromThereBeforeIsNot() throws Exception {
        assertThat(koppel.postForm("/oci", oci(user, password)).statusCode()).isEqualTo(303);
        for (int i = 0; i < 5 * ALLOWED; i++) {
            assertThat(koppel.postForm("/oci", oci("guess-" + i, "wrong")).statusCode())
                    .isEqualTo(403);
        }

        HttpResponse<String> next = koppel.postForm("/oci", oci("guess-50", "wrong"));

        assertThat(next.statusCode()).isEqualTo(429);
        assertThat(next.headers().firstValue("Retry-After")).contains("900");
        assertThat(koppel.postForm("/oci", oci(user, password)).statusCode()).isEqualTo(303);
        assertThat(from(ELSEWHERE, "/oci", FORM, encoded(oci("guess-50", "wrong"))))
                .startsWith("HTTP/1.1 403");
    }

    @Test
    void peppolAndIdsCountTogetherWithOciBecauseTheyShareTheLogIn() throws Exception {
        Map<String, String> ids =
                Map.of("name_kunde", user, "pw_kunde", "wrong", "action", "WKE", "hookurl", "http://127.0.0.1:9/");
        for (int i = 0; i < ALLOWED / 2; i++) {
            assertThat(koppel.postForm("/peppol-punchout", oci(user, "wrong")).statusCode())
                    .isEqualTo(403);
            assertThat(koppel.postForm("/ids", ids).statusCode()).isEqualTo(403);
        }

        assertThat(koppel.postForm("/peppol-punchout", oci(user, password)).statusCode())
                .isEqualTo(429);
        assertThat(koppel.postForm("/ids", ids).statusCode()).isEqualTo(429);
        assertThat(koppel.postForm("/oci", oci(user, password)).statusCode()).isEqualTo(429);
        assertThat(from(ELSEWHERE, "/oci", FORM, encoded(oci(user, password)))).startsWith("HTTP/1.1 303");
    }

    @Test
    void cxmlSaysUnauthorizedWithTheCure() throws Exception {
        for (int i = 0; i < ALLOWED; i++) {
            String answer = koppel.postCxml(order().secret("wrong-" + i).xml()).body();
            assertThat(answer).contains("<Status code=\"401\"").doesNotContain("quarter of an hour");
        }

        HttpResponse<String> right = koppel.postCxml(order().xml());

        assertThat(right.statusCode()).isEqualTo(200);
        assertThat(right.body()).contains("<Status code=\"401\"", "Wait a quarter of an hour");
        assertThat(from(ELSEWHERE, "/cxml", "text/xml; charset=UTF-8", order().xml()))
                .contains("<Status code=\"200\"");
    }

    @Test
    void oneMessageIsNotAThousandGuesses() {
        String many =
                "<Credential domain=\"NetworkId\"><Identity>amerco</Identity><SharedSecret>x</SharedSecret></Credential>"
                        .repeat(50);
        String order = order().secret("wrong").xml();
        String right = order().xml();
        String good = right.substring(right.indexOf("<Sender>") + 8, right.indexOf("<UserAgent>"));

        String answer = koppel.postCxml(order.replace("<UserAgent>", many + good + "<UserAgent>"))
                .body();

        assertThat(answer).contains("<Status code=\"401\"");
    }

    @Test
    void restSaysTooManyRequests() throws Exception {
        String key = koppel.property("customer.amerco.api.key");
        String name = key.substring(0, key.indexOf('_'));
        for (int i = 0; i < ALLOWED; i++) {
            assertThat(rest(name + "_wrong" + i).statusCode()).isEqualTo(401);
        }

        HttpResponse<String> right = rest(key);

        assertThat(right.statusCode()).isEqualTo(429);
        assertThat(right.headers().firstValue("Retry-After")).contains("900");
        assertThat(right.headers().firstValue("Content-Type")).contains("application/problem+json");
        assertThat(Koppel.json(right).path("detail").asText()).contains("Wait a quarter of an hour");
        assertThat(rest(koppel.property("customer.bouwgroep.api.key")).statusCode())
                .isEqualTo(200);
    }

    private HttpResponse<String> rest(String key) {
        return koppel.send(koppel.request("/api/v1/orders")
                .header("Authorization", "Bearer " + key)
                .GET());
    }

    private CxmlOrder order() {
        return CxmlOrder.of(koppel, "amerco").line("1", "100001", "1", "1.00");
    }

    private static Map<String, String> oci(String name, String secret) {
        Map<String, String> call = new LinkedHashMap<>();
        call.put("USERNAME", name);
        call.put("PASSWORD", secret);
        call.put("HOOK_URL", "http://127.0.0.1:9/in");
        call.put("LANGUAGE", "en");
        return call;
    }

    private static String encoded(Map<String, String> fields) {
        return fields.entrySet().stream()
                .map(f -> f.getKey() + "=" + URLEncoder.encode(f.getValue(), StandardCharsets.UTF_8))
                .collect(Collectors.joining("&"));
    }

    /** A post from another address of this machine. */
    private String from(String address, String path, String type, String body) throws IOException {
        URI server = koppel.address(path);
        byte[] content = body.getBytes(StandardCharsets.UTF_8);
        try (Socket socket =
                new Socket(InetAddress.getByName("127.0.0.1"), server.getPort(), InetAddress.getByName(address), 0)) {
            String head = "POST " + path + " HTTP/1.1\r\nHost: 127.0.0.1:" + server.getPort() + "\r\nContent-Type: "
                    + type + "\r\nContent-Length: " + content.length + "\r\nConnection: close\r\n\r\n";
            socket.getOutputStream().write(head.getBytes(StandardCharsets.US_ASCII));
            socket.getOutputStream().write(content);
            socket.getOutputStream().flush();
            InputStream in = socket.getInputStream();
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        }
    }
}
