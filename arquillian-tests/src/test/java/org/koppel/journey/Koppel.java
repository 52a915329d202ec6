package org.koppel.journey;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.function.Predicate;
import java.util.stream.Collectors;

/** A partner's program: talks to the running Koppel by HTTP, keeps no cookies and follows no redirects by itself. */
public final class Koppel {
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final Duration PATIENCE = Duration.ofSeconds(30);

    private final HttpClient http = HttpClient.newBuilder()
            .connectTimeout(Duration.ofSeconds(5))
            .followRedirects(HttpClient.Redirect.NEVER)
            .build();
    private final Map<String, String> properties;

    private Koppel(Map<String, String> properties) {
        this.properties = properties;
    }

    /** The one that all journeys share. */
    public static Koppel running() {
        return new Koppel(RunningKoppel.demo().properties());
    }

    /** A value of {@code koppel-demo.properties}. @throws IllegalArgumentException when there is none */
    public String property(String key) {
        String value = properties.get(key);
        if (value == null) {
            throw new IllegalArgumentException("No property " + key);
        }
        return value;
    }

    /** An address of the application; the path starts with a slash. */
    public URI address(String path) {
        return URI.create(property("base.url") + path);
    }

    /** The path may also be a whole address. */
    public HttpResponse<String> get(String path) {
        return send(request(path).GET());
    }

    /** As the supplier's back office. */
    public HttpResponse<String> getApi(String path) {
        return send(request(path)
                .header("Authorization", "Bearer " + property("api.key"))
                .GET());
    }

    /** The JSON of an answer to the supplier's back office. @throws IllegalStateException when it is not a 200 */
    public JsonNode api(String path) {
        HttpResponse<String> answer = getApi(path);
        if (answer.statusCode() != 200) {
            throw new IllegalStateException(path + " answers " + answer.statusCode() + ": " + answer.body());
        }
        return json(answer);
    }

    /** As one of the demo customers. */
    public HttpResponse<String> getApiAs(String customer, String path) {
        return send(request(path).header("Authorization", bearer(customer)).GET());
    }

    /** The value of the header {@code Authorization} of a demo customer. */
    public String bearer(String customer) {
        return "Bearer " + property("customer." + customer + ".api.key");
    }

    /** An empty post by the supplier's back office. */
    public HttpResponse<String> postApi(String path) {
        return send(request(path)
                .header("Authorization", "Bearer " + property("api.key"))
                .POST(HttpRequest.BodyPublishers.noBody()));
    }

    /** A file that the supplier's back office fetches. @throws IllegalStateException when the answer is not a 200 */
    public byte[] file(String path) {
        HttpRequest.Builder question = request(path)
                .header("Authorization", "Bearer " + property("api.key"))
                .GET();
        HttpResponse<byte[]> answer = send(question, HttpResponse.BodyHandlers.ofByteArray());
        if (answer.statusCode() != 200) {
            throw new IllegalStateException(path + " answers " + answer.statusCode());
        }
        return answer.body();
    }

    public HttpResponse<String> postCxml(String document) {
        return postCxml(document.getBytes(StandardCharsets.UTF_8));
    }

    public HttpResponse<String> postCxml(byte[] document) {
        return send(request("/cxml")
                .header("Content-Type", "text/xml; charset=UTF-8")
                .POST(HttpRequest.BodyPublishers.ofByteArray(document)));
    }

    /** A form as a browser posts it. */
    public HttpResponse<String> postForm(String path, Map<String, String> fields) {
        String body = fields.entrySet().stream()
                .map(field -> encoded(field.getKey()) + "=" + encoded(field.getValue()))
                .collect(Collectors.joining("&"));
        return send(request(path)
                .header("Content-Type", "application/x-www-form-urlencoded")
                .POST(HttpRequest.BodyPublishers.ofString(body)));
    }

    /** A request to this Koppel, to be completed by the caller. */
    public HttpRequest.Builder request(String path) {
        URI address = path.startsWith("/") ? address(path) : URI.create(path);
        return HttpRequest.newBuilder(address).timeout(PATIENCE);
    }

    public HttpResponse<String> send(HttpRequest.Builder request) {
        return send(request, HttpResponse.BodyHandlers.ofString());
    }

    private <T> HttpResponse<T> send(HttpRequest.Builder request, HttpResponse.BodyHandler<T> handler) {
        try {
            return http.send(request.build(), handler);
        } catch (IOException e) {
            throw new UncheckedIOException("No answer from " + request.build().uri(), e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("Interrupted", e);
        }
    }

    /** @throws IllegalStateException when the answer is not JSON */
    public static JsonNode json(HttpResponse<String> answer) {
        try {
            return JSON.readTree(answer.body());
        } catch (IOException e) {
            throw new IllegalStateException("Not JSON: " + answer.body(), e);
        }
    }

    /** Returns when what was agreed by now is heeded: the server remembers agreements for two seconds. */
    static void noticeAgreements() throws InterruptedException {
        Thread.sleep(2_500);
    }

    /**
     * Asks again and again until the answer is as wanted.
     *
     * @param what what is awaited, for the message
     * @throws AssertionError when it is not within half a minute, with the last answer
     */
    public static <T> T await(String what, Callable<T> question, Predicate<T> wanted) throws Exception {
        long deadline = System.nanoTime() + PATIENCE.toNanos();
        T answer = question.call();
        while (!wanted.test(answer)) {
            if (System.nanoTime() > deadline) {
                throw new AssertionError(
                        what + " did not happen within " + PATIENCE.toSeconds() + " s, last: " + answer);
            }
            Thread.sleep(100);
            answer = question.call();
        }
        return answer;
    }

    private static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }
}
