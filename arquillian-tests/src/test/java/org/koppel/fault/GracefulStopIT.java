package org.koppel.fault;

import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.koppel.run.Demo;

/** The server is stopped in good order (SIGTERM) while partners send. */
@BreaksKoppel
@Order(1) // a server that stops in peace leaves the class archive that all later ones start with
class GracefulStopIT {
    private final Demo demo = BreakableKoppel.demo();
    private final OrderLedger ledger = new OrderLedger(demo, "STOP");

    @Test
    void keepsWhatWasAcknowledgedAndRefusesNobodyForGood() throws Exception {
        try (Partners partners = Partners.sending(ledger)) {
            Thread.sleep(2_000); // some load
            demo.server().stop();
            demo.server().start();
            partners.finish();
        }

        new Comparison(demo, ledger).holds();
    }
}
