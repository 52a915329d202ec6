package org.koppel.fault;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.regex.Pattern;
import org.koppel.run.Demo;

/**
 * What partners sent and what they were answered, kept outside Koppel. A partner repeats the same bytes until they are
 * acknowledged; after a refusal it gives the order up, which no test of this package expects.
 */
final class OrderLedger {
    private static final List<String> CUSTOMERS = List.of("bouwgroep", "zorggroep", "ediplus", "amerco");
    private static final List<String> BY_MAIL = List.of("bouwgroep", "zorggroep");
    private static final Pattern TAKEN = Pattern.compile("<Status code=\"20[01]\"");
    private static final Duration PATIENCE = Duration.ofSeconds(20);
    /** Milliseconds. */
    private static final int REPEAT_AFTER = 250;

    /** One answer, or none. {@code status} 0: the connection broke. Times are of {@link System#nanoTime}. */
    record Answer(String number, long asked, long answered, int status, boolean taken, String retryAfter, String text) {
        /**
         * A server error, or anything that is not cXML: the cXML User's Guide has senders take that for a failure of the
         * transport and repeat. While WildFly stops, its host is gone a moment before its listener is, and answers 404 in HTML.
         */
        boolean saysTryAgain() {
            return status == 0 || status >= 500 || !text.contains("<cXML");
        }
    }

    private final HttpClient http =
            HttpClient.newBuilder().connectTimeout(Duration.ofSeconds(2)).build();
    private final URI entry;
    private final Map<String, String> properties;
    private final String prefix;
    private final List<String> customers;
    private final AtomicInteger count = new AtomicInteger();
    private final Map<String, SentOrder> sent = new ConcurrentHashMap<>();
    private final Map<String, Answer> acknowledged = new ConcurrentHashMap<>();
    private final Queue<Answer> answers = new ConcurrentLinkedQueue<>();

    /** @param prefix of the order numbers; no two ledgers share one */
    OrderLedger(Demo demo, String prefix) {
        this(demo, prefix, CUSTOMERS);
    }

    /** Of customers who get one answer for each order, by mail. */
    static OrderLedger byMail(Demo demo, String prefix) {
        return new OrderLedger(demo, prefix, BY_MAIL);
    }

    private OrderLedger(Demo demo, String prefix, List<String> customers) {
        this.customers = customers;
        this.entry = URI.create(demo.baseUrl() + "/cxml");
        this.properties = demo.properties();
        this.prefix = prefix;
    }

    String prefix() {
        return prefix;
    }

    /** Everything that was ever posted, by order number. */
    Map<String, SentOrder> sent() {
        return Map.copyOf(sent);
    }

    /** What Koppel said it had taken, by order number. */
    Map<String, Answer> acknowledged() {
        return Map.copyOf(acknowledged);
    }

    /** Every answer in the order of arrival, broken connections among them. */
    List<Answer> answers() {
        return List.copyOf(answers);
    }

    /** Sends the next new order and does not return before it is acknowledged or refused. */
    void order() throws InterruptedException {
        int next = count.incrementAndGet();
        SentOrder order =
                SentOrder.of(properties, customers.get(next % customers.size()), prefix + "-" + next, 1 + next % 3);
        sent.put(order.number(), order);
        Answer answer = post(order);
        while (answer.saysTryAgain()) {
            Thread.sleep(REPEAT_AFTER);
            answer = post(order);
        }
    }

    private Answer post(SentOrder order) throws InterruptedException {
        HttpRequest request = HttpRequest.newBuilder(entry)
                .timeout(PATIENCE)
                .header("Content-Type", "text/xml; charset=UTF-8")
                .POST(HttpRequest.BodyPublishers.ofString(order.document()))
                .build();
        long asked = System.nanoTime();
        Answer answer;
        try {
            HttpResponse<String> response = http.send(request, HttpResponse.BodyHandlers.ofString());
            boolean taken = response.statusCode() == 200
                    && TAKEN.matcher(response.body()).find();
            answer = new Answer(
                    order.number(),
                    asked,
                    System.nanoTime(),
                    response.statusCode(),
                    taken,
                    response.headers().firstValue("Retry-After").orElse(""),
                    response.body());
        } catch (IOException e) {
            answer = new Answer(order.number(), asked, System.nanoTime(), 0, false, "", e.toString());
        }
        answers.add(answer);
        if (answer.taken()) {
            acknowledged.putIfAbsent(order.number(), answer);
        }
        return answer;
    }
}
