package org.koppel.journey;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.UUID;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.koppel.run.Demo;

/** Ways out that a person adds at the console: into a folder, several documents in one file, and through a queue. */
class WaysOutIT {
    private static final String CUSTOMER = "amerco";

    private final Koppel koppel = Koppel.running();
    private final Console console = new Console(koppel);
    private final ConsoleWays ways = new ConsoleWays(console);
    private final PurchaseOrders orders = new PurchaseOrders(koppel);
    private final Demo demo = RunningKoppel.demo();
    private final String mark = UUID.randomUUID().toString().substring(0, 6).toUpperCase(Locale.ROOT);
    private String channel;
    private String way;

    @AfterEach
    void endWhatWasAdded() throws SQLException {
        if (channel != null) {
            execute("update channel set active = false where id = ?", id());
        }
        if (way != null) {
            ways.switchOff(way);
        }
    }

    @Test
    void whatHasGatheredLiesInTheFolderAsOneFile() throws Exception {
        Path folder = Files.createDirectories(demo.folder().resolve("out-" + mark));
        Map<String, String> form = form("folder", "csv", Map.of("directory", "out-" + mark));
        form.put("bundle", "RUN");
        form.put("minutes", "1440");
        channel = ways.sent("/console/channels", form);
        assertThat(console.post(channel + "/test", Map.of()).body()).contains("OK: The folder is there");
        Koppel.noticeAgreements();

        CxmlOrder one = order();
        CxmlOrder other = order();
        koppel.postCxml(one.xml());
        koppel.postCxml(other.xml());
        orders.answered(one.number());
        orders.answered(other.number());
        assertThat(names(folder)).isEmpty();
        execute("update delivery set next_attempt_at = now() where channel = ?", id()); // the run has come

        List<String> files = Koppel.await("the file", () -> names(folder), n -> !n.isEmpty());
        assertThat(files).singleElement().asString().matches(".*-and-1-more-[0-9a-f]{8}\\.csv");
        List<String> lines = Files.readAllLines(folder.resolve(files.get(0)));
        assertThat(lines).hasSize(3);
        assertThat(String.join("\n", lines)).contains(one.number(), other.number());
        assertThat(console.page(channel)).contains("value=\"RUN\" selected");
    }

    @Test
    void aDescriptionThatIsTooLongIsRefusedUntilTheCustomerHasItShortenedAndTheDeliverySaysSo() throws Exception {
        Path folder = Files.createDirectories(demo.folder().resolve("out-" + mark));
        Map<String, String> form = form("folder", "dbf", Map.of("directory", "out-" + mark));
        channel = ways.sent("/console/channels", form);
        Koppel.noticeAgreements();
        CxmlOrder order = order().description("Kabel ".repeat(50)).line("2", "unknown-" + mark, "1", "1.00");
        koppel.postCxml(order.xml());
        orders.answered(order.number());

        JsonNode parked = delivered(order, "PARKED");
        assertThat(parked.path("cause").asText()).contains("TOO_LONG at line 2, DESCRIPT");
        assertThat(names(folder)).isEmpty();

        form.put("texts", "shortened");
        ways.sent(channel, form);
        assertThat(console.page(channel)).contains("value=\"shortened\" selected");
        Koppel.noticeAgreements();
        String page = "/console/deliveries/" + parked.path("id").asText();
        console.post(page + "/resend");
        delivered(order, "DELIVERED");

        assertThat(names(folder))
                .containsExactly("OR-" + order.number() + "-"
                        + parked.path("id").asText().substring(0, 8) + ".dbf");
        assertThat(console.page(page))
                .contains("Line 2, description (DESCRIPT): 254 of 299 characters written", "One text was shortened");
        assertThat(koppel.api("/api/v1/deliveries/" + parked.path("id").asText())
                        .path("shortened")
                        .path(0)
                        .path("kind")
                        .asText())
                .isEqualTo("DESCRIPTION");
    }

    /** The delivery over the way that was added, once it is in that state. */
    private JsonNode delivered(CxmlOrder order, String state) throws Exception {
        return Koppel.await(
                        "a delivery that is " + state,
                        () -> deliveries(order)
                                .filter(d -> d.path("transport").asText().equals("folder"))
                                .filter(d -> d.path("status").asText().equals(state))
                                .findFirst(),
                        Optional::isPresent)
                .orElseThrow();
    }

    private Stream<JsonNode> deliveries(CxmlOrder order) {
        JsonNode items =
                koppel.api("/api/v1/deliveries?document=OR-" + order.number()).path("items");
        return StreamSupport.stream(items.spliterator(), false);
    }

    @Test
    void aConfirmationGoesThroughAQueueAndWhatLiesInAQueueIsTaken() throws Exception {
        channel = ways.sent("/console/channels", form("jms", "csv", Map.of("queue", "In")));
        assertThat(console.post(channel + "/test", Map.of()).body()).contains("OK: The broker has the queue");
        Koppel.noticeAgreements();
        CxmlOrder order = order();
        koppel.postCxml(order.xml());
        orders.answered(order.number());
        Koppel.await(
                "the delivery to the queue",
                () -> koppel.api("/api/v1/deliveries?document=OR-" + order.number())
                        .toString(),
                d -> d.contains("jms") && !d.contains("PENDING") && !d.contains("IN_FLIGHT"));

        way = ways.add(ConsoleWays.form("jms", CUSTOMER, "Queue " + mark, Map.of("queue", "In")));

        assertThat(console.page(way))
                .contains("ONLY_FROM_BACK_OFFICE", "ID:"); // our own confirmation, which is not the customer's to send
        ways.run(way, 2);
        assertThat(console.page(way).split("ONLY_FROM_BACK_OFFICE", -1))
                .as("taken off the queue")
                .hasSize(2);
    }

    @Test
    void aFormWithFaultsIsShownAgain() {
        Map<String, String> form = form("http", "csv, nothing", Map.of());
        form.put("zone", "Mars/Crater");
        form.put("from", "08:00");

        HttpResponse<String> answer = console.post("/console/channels", form);

        assertThat(answer.statusCode()).isEqualTo(422);
        assertThat(answer.body())
                .contains("href=\"#formats\"", "href=\"#zone\"", "href=\"#from\"", "href=\"#set.url\"", "Mars/Crater");
    }

    private static Map<String, String> form(String transport, String formats, Map<String, String> settings) {
        Map<String, String> form = new TreeMap<>();
        settings.forEach((key, value) -> form.put("set." + key, value));
        form.put("transport", transport);
        form.put("customer", CUSTOMER);
        form.put("type", "OrderResponse");
        form.put("formats", formats);
        form.put("zone", "Europe/Brussels");
        form.put("bundle", "NONE");
        form.put("minutes", "60");
        form.put("at", "18:00");
        for (int day = 1; day <= 7; day++) {
            form.put("day" + day, "1");
        }
        return form;
    }

    private UUID id() {
        return UUID.fromString(channel.substring(channel.lastIndexOf('/') + 1));
    }

    private CxmlOrder order() {
        return CxmlOrder.of(koppel, CUSTOMER).line("1", "100001", "1", orders.price(CUSTOMER, "100001"));
    }

    private static List<String> names(Path folder) throws Exception {
        try (Stream<Path> files = Files.list(folder)) {
            return files.map(f -> f.getFileName().toString())
                    .filter(n -> !n.endsWith(".tmp"))
                    .toList();
        }
    }

    private void execute(String sql, Object... values) throws SQLException {
        try (Connection connection = DriverManager.getConnection(
                        koppel.property("jdbc.url"), koppel.property("jdbc.user"), koppel.property("jdbc.password"));
                PreparedStatement statement = connection.prepareStatement(sql)) {
            for (int i = 0; i < values.length; i++) {
                statement.setObject(i + 1, values[i]);
            }
            statement.executeUpdate();
        }
    }
}
