package org.koppel.fault;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.koppel.run.Demo;

/** A customer whose orders and answers travel through queues of the broker, also when the server dies in between. */
@BreaksKoppel
class QueueIT {
    private static final String IN = "In";
    private static final String ERRORS = "In.error";
    private static final String OUT = "Out";

    private final Demo demo = BreakableKoppel.demo();
    private final Rows rows = new Rows(demo.database());
    private final String mark = UUID.randomUUID().toString().substring(0, 6).toUpperCase(Locale.ROOT);
    private final UUID way = UUID.randomUUID();
    private final UUID channel = UUID.randomUUID();

    @BeforeEach
    void agreeOnQueues() throws SQLException {
        execute(
                "insert into channel (id, customer, document_type, formats, transport, settings) select ?, customer,"
                        + " document_type, formats, 'jms', '{\"queue\":\"" + OUT
                        + "\",\"edifact.sender\":\"SUPPLIER:14\",\"edifact.recipient\":\"EDIPLUS:14\"}' from channel where customer ="
                        + " 'ediplus' and document_type = 'OrderResponse' and formats like 'edifact%' limit 1",
                channel);
        execute(
                "insert into way_in (id, customer, name, transport, settings, ready, every_seconds, timeout_seconds,"
                        + " changed_at, next_run_at) values (?, 'ediplus', 'Queue', 'jms', '{\"queue\":\"" + IN
                        + "\"}',"
                        + " 'NAME', 5, 20, now(), now())",
                way);
    }

    @AfterEach
    void endTheAgreement() throws SQLException {
        execute("update way_in set active = false where id = ?", way);
        execute("update channel set active = false where id = ?", channel);
    }

    @Test
    void anOrderFromAQueueIsConfirmedIntoAQueueAndOnceOnlyHoweverOftenItComes() throws Exception {
        PartnersOwnQueue partner = PartnersOwnQueue.on(demo);
        Thread.sleep(3_000); // agreements are remembered for two seconds

        partner.send(IN, FiledOrder.edifact(mark, "Q" + mark));

        String answer = Eventually.see("the answer", () -> partner.take(OUT), a -> a.contains("OR-Q" + mark));
        assertThat(answer).contains("RFF+ON:Q" + mark + "'");
        assertThat(answer).startsWith(answers("OR-Q" + mark).get(0));
        Eventually.see("the message is off the queue", this::taken, n -> n == 1);

        partner.send(IN, FiledOrder.edifact(mark, "Q" + mark));

        Eventually.see("it was taken again", this::taken, n -> n == 2);
        assertThat(orders("Q" + mark)).isEqualTo(1);
        assertThat(answers("OR-Q" + mark)).hasSize(1);
        assertThat(partner.take(IN)).isEmpty();
        assertThat(partner.take(ERRORS)).isEmpty();
    }

    @Test
    void aMessageThatNobodyCanReadGoesToTheQueueForErrorsWithTheReasonAndTheDeskSeesIt() throws Exception {
        PartnersOwnQueue partner = PartnersOwnQueue.on(demo);

        partner.send(IN, FiledOrder.edifact(mark, "P" + mark).replace("QTY+21:1:", "QTY+21:two:"));
        partner.send(IN, FiledOrder.edifact("V" + mark, "V" + mark));

        String refused = Eventually.see("the refused message", () -> partner.take(ERRORS), a -> !a.isEmpty());
        assertThat(refused).contains("UNREADABLE_NUMBER", "QTY+21:two:");
        Eventually.see("the order behind it", () -> orders("V" + mark), n -> n == 1);
        assertThat(orders("P" + mark)).isZero();
        assertThat(rows.of("select accepted, detail from way_in_file where way = ? and not accepted", way))
                .singleElement()
                .asString()
                .contains("UNREADABLE_NUMBER");
        assertThat(partner.take(IN)).isEmpty();
    }

    @Test
    void aMessageThatWasStoredAndNotTakenOffTheQueueMakesOneOrderAfterACrash() throws Exception {
        PartnersOwnQueue partner = PartnersOwnQueue.on(demo);
        try (Held movers = Held.writersOf(demo.database(), "inbound_message")) {
            partner.send(IN, FiledOrder.edifact(mark, "K" + mark));
            Eventually.see(
                    "the message is being stored",
                    () -> Held.waitingIn(demo.database(), "insert into inbound_message"),
                    n -> n == 1);
            try (Held commits = Held.committers(demo.database())) {
                movers.close();
                Eventually.see(
                        "the message is stored and nobody knows",
                        () -> Held.committed(demo.database(), "way_in_file"),
                        n -> n == 1);
                demo.server().kill();
            }
        }
        assertThat(taken()).isZero();

        demo.server().start();

        Eventually.see("the message is off the queue", this::taken, n -> n == 1);
        Eventually.see("the order", () -> orders("K" + mark), n -> n == 1);
        assertThat(rows.count("select count(*) from way_in_file where way = ?", way))
                .isEqualTo(1);
        assertThat(PartnersOwnQueue.on(demo).take(IN)).isEmpty();
    }

    /** Messages that were taken off the queue. */
    private long taken() throws SQLException {
        return rows.count("select count(*) from way_in_file where way = ? and moved_to is not null", way);
    }

    /** The ids of their deliveries. */
    private List<String> answers(String number) throws SQLException {
        return rows.of("select id::text from delivery where channel = ? and document_number = ?", channel, number);
    }

    private long orders(String number) throws SQLException {
        return rows.count("select count(*) from purchase_order where number = ?", number);
    }

    private void execute(String sql, Object... values) throws SQLException {
        try (Connection connection = demo.database().connect();
                PreparedStatement statement = connection.prepareStatement(sql)) {
            for (int i = 0; i < values.length; i++) {
                statement.setObject(i + 1, values[i]);
            }
            statement.executeUpdate();
        }
    }
}
