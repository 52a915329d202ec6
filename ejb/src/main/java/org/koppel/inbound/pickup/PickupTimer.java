package org.koppel.inbound.pickup;

import jakarta.ejb.EJB;
import jakarta.ejb.Schedule;
import jakarta.ejb.Singleton;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.inject.Inject;
import org.koppel.platform.DatabaseMigration;

/** Looks which ways in are due. Every node does; each way goes to one of them. */
@Singleton
@TransactionAttribute(TransactionAttributeType.NOT_SUPPORTED)
public class PickupTimer {
    @Inject
    private Pickups pickups;

    @EJB
    private DatabaseMigration schema;

    @Schedule(hour = "*", minute = "*", second = "*/2", persistent = false, info = "ways in")
    public void tick() {
        if (schema.isDone()) {
            pickups.beginDue();
        }
    }
}
