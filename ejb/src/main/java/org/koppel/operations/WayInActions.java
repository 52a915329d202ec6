package org.koppel.operations;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.util.UUID;
import org.koppel.inbound.pickup.UnknownWayInException;
import org.koppel.inbound.pickup.WayIn;
import org.koppel.inbound.pickup.WaysInDesk;

/** What a person does with ways in: the deed and the note of it, or neither. */
@ApplicationScoped
@Transactional
public class WayInActions {
    @Inject
    WaysInDesk desk;

    @Inject
    Audit audit;

    /** Keeps a new or changed way in; secrets that are left empty stay as they were. */
    public void save(WayIn way, String who) {
        desk.save(way);
        audit.note(who, "WAY_IN", way.id(), way.name());
    }

    /** The next run begins within seconds. @throws UnknownWayInException when there is none that is on */
    public void runNow(UUID way, String who) {
        desk.runNow(way, who);
        audit.note(who, "WAY_IN_RUN", way, null);
    }

    /** @throws UnknownWayInException when there is none */
    public void switchTo(UUID way, boolean on, String who) {
        desk.switchTo(way, on);
        audit.note(who, on ? "WAY_IN_ON" : "WAY_IN_OFF", way, null);
    }
}
