package org.koppel.operations;

import jakarta.persistence.EntityManager;
import java.time.Clock;

/** Parts of this package for tests of the packages below it. */
public final class OperationsFixture {
    private OperationsFixture() {}

    public static Audit audit(EntityManager em, Clock clock) {
        Audit audit = new Audit();
        audit.em = em;
        audit.clock = clock;
        return audit;
    }
}
