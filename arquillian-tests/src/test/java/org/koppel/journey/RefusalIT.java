package org.koppel.journey;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** A customer that lays its orders as files hears, by the way it agreed on, which of them was refused. */
class RefusalIT {
    private static final String CUSTOMER = "zorggroep";

    private final Koppel koppel = Koppel.running();
    private final Console console = new Console(koppel);
    private final ConsoleWays ways = new ConsoleWays(console);
    private final PurchaseOrders orders = new PurchaseOrders(koppel);
    private final String mark = UUID.randomUUID().toString().substring(0, 6).toUpperCase(Locale.ROOT);
    private final Path in = RunningKoppel.demo().folder().resolve("orders-" + mark);
    private final Path out = RunningKoppel.demo().folder().resolve("refused-" + mark);
    private String channel;
    private String way;

    @AfterEach
    void endWhatWasAdded() throws SQLException {
        if (way != null) {
            ways.switchOff(way);
        }
        if (channel != null) {
            switchOff(UUID.fromString(channel.substring(channel.lastIndexOf('/') + 1)));
        }
    }

    @Test
    void eachOrderThatIsRefusedIsAnsweredOnceOverTheAgreedWay() throws Exception {
        Files.createDirectories(in);
        Files.createDirectories(out);
        way = ways.add(ConsoleWays.form("folder", CUSTOMER, "Orders " + mark, Map.of("directory", "orders-" + mark)));
        assertThat(console.page("/console/channels/new?customer=" + CUSTOMER + "&transport=folder"))
                .contains("value=\"ApplicationResponse\"");
        channel = ways.sent("/console/channels", form());
        Koppel.noticeAgreements();
        String number = "REF-" + mark;
        String order = UblOrderIT.ORDER.formatted(number, UblOrderIT.LINE);

        Files.writeString(in.resolve("first.xml"), order);
        ways.run(way, 2);
        orders.answered(number);
        assertThat(names()).isEmpty();

        Files.writeString(in.resolve("other.xml"), order.replace(">2<", ">3<"));
        ways.run(way, 3);
        List<String> told = Koppel.await("the refusal of the other one", this::names, n -> !n.isEmpty());
        assertThat(told).singleElement().asString().startsWith("AR-").endsWith(".xml");
        assertThat(Files.readString(out.resolve(told.get(0))))
                .contains("<cbc:ResponseCode>RE</cbc:ResponseCode>", "<cbc:ID>" + number + "</cbc:ID>")
                .contains("ORDER_NUMBER_USED", "De eerste geldt", "<cbc:Name>Zorggroep De Linde vzw</cbc:Name>");

        String wrong = UblOrderIT.ORDER.formatted("BAD-" + mark, UblOrderIT.LINE.replace(">2<", ">two<"));
        Files.writeString(in.resolve("wrong.xml"), wrong);
        ways.run(way, 4);
        Koppel.await("the refusal at the door", this::names, n -> n.size() == 2);
        String last =
                names().stream().filter(n -> !told.contains(n)).findFirst().orElseThrow();
        assertThat(Files.readString(out.resolve(last)))
                .contains("<cbc:ID>BAD-" + mark + "</cbc:ID>", "UNREADABLE_NUMBER", "Een getal is niet leesbaar.");

        ways.run(way, 5);
        assertThat(names()).hasSize(2);
        assertThat(orders.withNumber(number)).hasSize(1);
    }

    private Map<String, String> form() {
        Map<String, String> form = new TreeMap<>();
        form.put("set.directory", "refused-" + mark);
        form.put("transport", "folder");
        form.put("customer", CUSTOMER);
        form.put("type", "ApplicationResponse");
        form.put("formats", "ubl-2.1");
        form.put("zone", "Europe/Brussels");
        form.put("bundle", "NONE");
        form.put("minutes", "60");
        form.put("at", "18:00");
        for (int day = 1; day <= 7; day++) {
            form.put("day" + day, "1");
        }
        return form;
    }

    private List<String> names() throws Exception {
        try (Stream<Path> files = Files.list(out)) {
            return files.map(f -> f.getFileName().toString())
                    .filter(n -> !n.endsWith(".tmp"))
                    .toList();
        }
    }

    private void switchOff(UUID id) throws SQLException {
        try (Connection connection = DriverManager.getConnection(
                        koppel.property("jdbc.url"), koppel.property("jdbc.user"), koppel.property("jdbc.password"));
                PreparedStatement statement =
                        connection.prepareStatement("update channel set active = false where id = ?")) {
            statement.setObject(1, id);
            statement.executeUpdate();
        }
    }
}
