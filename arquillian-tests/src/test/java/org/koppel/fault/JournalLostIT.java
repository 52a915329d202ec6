package org.koppel.fault;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.koppel.run.Demo;

/** The disk of the message broker is lost. */
@BreaksKoppel
class JournalLostIT {
    private static final int ORDERS = 20;

    private final Demo demo = BreakableKoppel.demo();
    private final OrderLedger ledger = new OrderLedger(demo, "JRN");

    @Test
    void everythingAcknowledgedStillEndsBecauseTheDatabaseKnowsIt() throws Exception {
        try (Held held = Held.writersOf(demo.database(), "document");
                Partners partners = Partners.sending(ledger, ORDERS)) {
            partners.finish();
            demo.server().kill();
        }
        long unread = new Rows(demo.database())
                .count("select count(*) from inbound_message where status = 'RECEIVED' and reference like 'JRN-%'");
        assertThat(unread).isEqualTo(ORDERS);
        demo.server().deleteJournal();

        demo.server().start();

        new Comparison(demo, ledger).holds();
    }
}
