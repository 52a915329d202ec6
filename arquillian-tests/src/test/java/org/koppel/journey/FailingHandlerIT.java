package org.koppel.journey;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.net.http.HttpResponse;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/**
 * The machine fails again and again on one order: it ends in the dead-letter queue, where a person finds it with its cause and
 * puts it back to work. The trouble is a trigger in the database that refuses this one order number.
 */
class FailingHandlerIT {
    private static final String TROUBLED = "PO-TROUBLE-1";

    private final Koppel koppel = Koppel.running();
    private final PurchaseOrders orders = new PurchaseOrders(koppel);
    private final Console console = new Console(koppel);

    @AfterEach
    void mendTheDatabase() throws SQLException {
        for (String table : List.of("purchase_order", "document", "delivery")) {
            execute("drop trigger if exists journey_trouble on " + table);
        }
        execute("drop function if exists journey_trouble()");
    }

    @Test
    void whatFailsTooOftenIsKeptWithItsCauseAndWorksWhenReplayed() throws Exception {
        execute("create function journey_trouble() returns trigger language plpgsql as"
                + " $$ begin raise exception 'the disk of the journey is full'; end $$");
        execute("create trigger journey_trouble before insert on purchase_order for each row when (new.number = '"
                + TROUBLED + "') execute function journey_trouble()");
        CxmlOrder order = CxmlOrder.of(koppel, "bouwgroep")
                .number(TROUBLED)
                .line("1", "100001", "1", orders.price("bouwgroep", "100001"));
        assertThat(koppel.postCxml(order.xml()).body()).contains("<Status code=\"200\"");

        JsonNode failed = Koppel.await(
                "the failure of order " + TROUBLED,
                () -> message(order),
                m -> m.path("documents").path(0).path("status").asText().equals("FAILED"));

        assertThat(orders.withNumber(TROUBLED)).isEmpty();
        String page = console.page("/console/messages/" + failed.path("id").asText());
        assertThat(page)
                .containsPattern("Failed after 1\\d attempts:")
                .contains("the disk of the journey is full")
                .doesNotContain("\tat ");
        mendTheDatabase();
        HttpResponse<String> replay = console.post("/console/messages/"
                + failed.path("id").asText() + "/documents/"
                + failed.path("documents").path(0).path("id").asText() + "/replay");
        assertThat(replay.statusCode()).isEqualTo(303);
        assertThat(orders.answered(TROUBLED).path("status").asText()).isEqualTo("CONFIRMED");
        orders.delivery(TROUBLED, "DELIVERED");
        assertThat(message(order).path("status").asText()).isEqualTo("PROCESSED");
    }

    @Test
    void itsNeighboursInTheSameInterchangeDoNotWaitForIt() throws Exception {
        String mark = UUID.randomUUID().toString().substring(0, 6).toUpperCase(Locale.ROOT);
        execute("create function journey_trouble() returns trigger language plpgsql as"
                + " $$ begin raise exception 'the disk of the journey is full'; end $$");
        execute("create trigger journey_trouble before insert on purchase_order for each row when (new.number = 'T2"
                + mark + "') execute function journey_trouble()");

        String quantity = "QTY+21:1:PCE'";
        HttpResponse<String> answer = Interchange.post(
                koppel,
                "ediplus",
                Interchange.of(
                        mark,
                        "",
                        Interchange.order("1", "T1" + mark, quantity),
                        Interchange.order("2", "T2" + mark, quantity),
                        Interchange.order("3", "T3" + mark, quantity),
                        Interchange.order("4", "T4" + mark, quantity)));
        String message = Koppel.json(answer).path("id").asText();

        orders.answered("T1" + mark);
        orders.answered("T4" + mark);
        assertThat(orders.withNumber("T2" + mark)).isEmpty();
        assertThat(koppel.api("/api/v1/messages/" + message).path("status").asText())
                .isEqualTo("SPLIT");
        mendTheDatabase();
        orders.answered("T2" + mark);
        Koppel.await(
                "the message to be done",
                () -> koppel.api("/api/v1/messages/" + message),
                m -> m.path("status").asText().equals("PROCESSED"));
    }

    @Test
    void aMessageThatCannotBeSplitIsKeptWithItsCauseAndWorksWhenReplayed() throws Exception {
        String number = "PO-TROUBLE-3";
        execute("create function journey_trouble() returns trigger language plpgsql as"
                + " $$ begin raise exception 'the disk of the journey is full'; end $$");
        execute("create trigger journey_trouble before insert on document for each row when (new.number = '" + number
                + "') execute function journey_trouble()");
        CxmlOrder order = CxmlOrder.of(koppel, "bouwgroep")
                .number(number)
                .line("1", "100001", "1", orders.price("bouwgroep", "100001"));
        assertThat(koppel.postCxml(order.xml()).body()).contains("<Status code=\"200\"");

        JsonNode failed = Koppel.await(
                "the failure of the message with " + number,
                () -> message(order),
                m -> m.path("status").asText().equals("FAILED"));

        String here = "/console/messages/" + failed.path("id").asText();
        assertThat(console.page(here))
                .containsPattern("Failed after 1\\d attempts:")
                .contains("the disk of the journey is full")
                .doesNotContain("\tat ");
        mendTheDatabase();
        assertThat(console.post(here + "/replay").statusCode()).isEqualTo(303);
        assertThat(orders.answered(number).path("status").asText()).isEqualTo("CONFIRMED");
        assertThat(message(order).path("status").asText()).isEqualTo("PROCESSED");
    }

    @Test
    void aDeliveryThatCannotBeBegunIsParkedWithItsCauseAndGoesWhenSentAgain() throws Exception {
        String number = "PO-TROUBLE-4";
        execute("create function journey_trouble() returns trigger language plpgsql as $$ begin if new.status ="
                + " 'IN_FLIGHT' and exists (select from document d join purchase_order p on p.id = d.purchase_order where"
                + " d.id = new.document and p.number = '" + number + "') then raise exception"
                + " 'the disk of the journey is full'; end if; return new; end $$");
        execute("create trigger journey_trouble before update on delivery for each row execute function"
                + " journey_trouble()");
        CxmlOrder order = CxmlOrder.of(koppel, "zorggroep")
                .number(number)
                .line("1", "100001", "1", orders.price("zorggroep", "100001"));
        koppel.postCxml(order.xml());
        orders.answered(number);

        JsonNode parked = orders.delivery(number, "PARKED");

        String page = console.page("/console/deliveries/" + parked.path("id").asText());
        assertThat(page)
                .contains("SERVER_FAILED", "the disk of the journey is full")
                .doesNotContain("\tat ");
        mendTheDatabase();
        assertThat(koppel.postApi("/api/v1/deliveries/" + parked.path("id").asText() + "/resend")
                        .statusCode())
                .isBetween(200, 204);
        orders.delivery(number, "DELIVERED");
    }

    private JsonNode message(CxmlOrder order) {
        JsonNode row = koppel.api("/api/v1/messages?reference=" + order.payload())
                .path("items")
                .path(0);
        return koppel.api(row.path("links").path("self").asText());
    }

    private void execute(String sql) throws SQLException {
        try (Connection connection = DriverManager.getConnection(
                        koppel.property("jdbc.url"), koppel.property("jdbc.user"), koppel.property("jdbc.password"));
                Statement statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }
}
