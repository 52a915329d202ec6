package org.koppel.bench;

import java.io.InputStream;
import java.net.URI;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.Locale;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Supplier;
import org.koppel.run.Demo;

/** EDIFACT orders of ten lines by {@code /api/v1/messages}, one in each interchange. */
final class EdifactPosts implements OrderPosts {
    private final AtomicInteger count = new AtomicInteger();
    private final String run = Long.toString(System.nanoTime() % 60_466_176, 36).toUpperCase(Locale.ROOT);
    private final Demo demo;

    EdifactPosts(Demo demo) {
        this.demo = demo;
    }

    @Override
    public HttpRequest next() {
        String reference = run + count.incrementAndGet();
        return request(demo, () -> EdifactOrders.interchange(reference, "S" + reference, 1, OrderMessages.LINES));
    }

    /** Posts any interchange of ediplus, as a stream. */
    static HttpRequest request(Demo demo, Supplier<InputStream> interchange) {
        return HttpRequest.newBuilder(URI.create(demo.baseUrl() + "/api/v1/messages"))
                .header("Content-Type", "application/octet-stream")
                .header("Authorization", "Bearer " + demo.properties().get("customer.ediplus.api.key"))
                .timeout(Duration.ofMinutes(10))
                .POST(BodyPublishers.ofInputStream(interchange))
                .build();
    }

    @Override
    public boolean accepted(HttpResponse<String> answer) {
        return answer.statusCode() == 202;
    }
}
