package org.koppel.punchout;

import jakarta.persistence.EntityManager;
import java.time.Clock;

/** Parts of this package for tests of others. */
public final class PunchoutFixture {
    private PunchoutFixture() {}

    public static Budgets budgets(EntityManager em, Clock clock) {
        Budgets budgets = new Budgets();
        budgets.em = em;
        budgets.clock = clock;
        return budgets;
    }

    public static ShopPolicies policies(EntityManager em) {
        ShopPolicies policies = new ShopPolicies();
        policies.em = em;
        return policies;
    }
}
