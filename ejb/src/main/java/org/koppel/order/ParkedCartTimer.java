package org.koppel.order;

import jakarta.ejb.EJB;
import jakarta.ejb.Schedule;
import jakarta.ejb.Singleton;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.inject.Inject;
import java.io.IOException;
import org.koppel.platform.DatabaseMigration;
import org.koppel.punchout.ParkedCarts;

/** Looks after carts that wait for their order, and those that nobody comes back to, every ten seconds and on one node, whichever is first. */
@Singleton
@TransactionAttribute(TransactionAttributeType.NOT_SUPPORTED)
public class ParkedCartTimer {
    @Inject
    private ParkedCarts carts;

    @Inject
    private CartNotices notices;

    @Inject
    private OrderAtOnce atOnce;

    @EJB
    private DatabaseMigration schema;

    @Schedule(hour = "*", minute = "*", second = "*/10", persistent = false, info = "parked carts")
    public void look() throws IOException {
        if (schema.isDone() && carts.takeTurn()) {
            carts.closeAbandoned();
            carts.overdue().forEach(notices::expire);
            carts.endingSoon().forEach(notices::warn);
            atOnce.placeForgotten();
        }
    }
}
