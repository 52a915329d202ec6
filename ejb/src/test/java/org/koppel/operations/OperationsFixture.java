package org.koppel.operations;

import jakarta.persistence.EntityManager;
import java.time.Clock;

/** Parts of this package for tests of the packages below it. */
public final class OperationsFixture {
    private OperationsFixture() {}

    /** As {@link PasswordHash#of(String)}, but made and compared without work. */
    public static String quickHash(String password) {
        return PasswordHash.of(password, 1);
    }

    public static Audit audit(EntityManager em, Clock clock) {
        Audit audit = new Audit();
        audit.em = em;
        audit.clock = clock;
        return audit;
    }
}
