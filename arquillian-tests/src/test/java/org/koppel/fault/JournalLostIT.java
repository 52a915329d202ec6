package org.koppel.fault;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.sql.SQLException;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.koppel.run.Demo;

/** The disk of the message broker is lost. */
@BreaksKoppel
class JournalLostIT {
    private static final int ORDERS = 20;

    /** In one interchange: enough to be in the middle of it. */
    private static final int FILED = 60;

    private final Demo demo = BreakableKoppel.demo();
    private final OrderLedger ledger = new OrderLedger(demo, "JRN");
    private final Rows rows = new Rows(demo.database());

    @Test
    void everythingAcknowledgedStillEndsBecauseTheDatabaseKnowsIt() throws Exception {
        Files.writeString(
                demo.folder().resolve("ediplus/in/journal.edi"),
                FiledOrder.edifact(
                        "JOURNAL",
                        IntStream.range(0, FILED).mapToObj(i -> "FILED-" + i).toArray(String[]::new)));
        Eventually.see("some orders of the interchange", this::filed, n -> n > 2);
        try (Held held = Held.writersOf(demo.database(), "document");
                Partners partners = Partners.sending(ledger, ORDERS)) {
            partners.finish();
            demo.server().kill();
        }
        long unread = rows.count(
                "select count(*) from inbound_message where status = 'RECEIVED' and reference like 'JRN-%'");
        assertThat(unread).isEqualTo(ORDERS);
        assertThat(filed()).as("in the middle of the interchange").isLessThan(FILED);
        demo.server().deleteJournal();

        demo.server().start();

        new Comparison(demo, ledger).holds();
        assertThat(filed()).isEqualTo(FILED);
    }

    private long filed() throws SQLException {
        return rows.count("select count(*) from purchase_order where number like 'FILED-%'");
    }
}
