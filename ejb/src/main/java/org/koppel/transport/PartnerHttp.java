package org.koppel.transport;

import java.io.IOException;
import java.io.InputStream;
import java.lang.System.Logger.Level;
import java.net.http.HttpClient;
import java.net.http.HttpHeaders;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.concurrent.ScheduledExecutorService;

/** What all requests to partners by HTTP have in common. Redirects are not followed: they could lead anywhere. */
public final class PartnerHttp {
    private static final System.Logger LOG = System.getLogger(PartnerHttp.class.getName());
    private static final Duration CONNECT = Duration.ofSeconds(10);
    private static final int ANSWER_BYTES = 64 * 1024;

    private PartnerHttp() {}

    /** A client that believes the authorities of this Java. */
    public static HttpClient.Builder client() {
        return HttpClient.newBuilder()
                .connectTimeout(CONNECT)
                .version(HttpClient.Version.HTTP_1_1)
                .followRedirects(HttpClient.Redirect.NEVER);
    }

    /** The whole exchange within the time that is left, with the beginning of the answer: one that trickles in is broken off. */
    public static HttpAnswer exchange(
            HttpClient client, HttpRequest.Builder request, ScheduledExecutorService timer, TimeLeft left)
            throws IOException, InterruptedException {
        return exchangeWithHeaders(client, request, timer, left).answer();
    }

    /** An answer and its headers. */
    public record WithHeaders(HttpAnswer answer, HttpHeaders headers) {}

    /** The same with the headers of the answer. */
    public static WithHeaders exchangeWithHeaders(
            HttpClient client, HttpRequest.Builder request, ScheduledExecutorService timer, TimeLeft left)
            throws IOException, InterruptedException {
        HttpRequest asked = request.timeout(left.duration()).build();
        HttpResponse<InputStream> answer = client.send(asked, HttpResponse.BodyHandlers.ofInputStream());
        try (InputStream body = answer.body();
                Deadline deadline = Deadline.after(timer, left.duration(), () -> close(body))) {
            byte[] beginning = body.readNBytes(ANSWER_BYTES);
            LOG.log(Level.DEBUG, "{0} answers {1}", asked.uri(), answer.statusCode());
            String location = answer.headers().firstValue("Location").orElse(null);
            return new WithHeaders(new HttpAnswer(answer.statusCode(), location, beginning), answer.headers());
        }
    }

    private static void close(InputStream body) {
        try {
            body.close();
        } catch (IOException e) {
            LOG.log(Level.DEBUG, "Closed an answer that took too long", e);
        }
    }
}
