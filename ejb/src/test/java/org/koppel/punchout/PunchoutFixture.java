package org.koppel.punchout;

import jakarta.enterprise.inject.Instance;
import jakarta.persistence.EntityManager;
import java.lang.reflect.Proxy;
import java.time.Clock;
import java.util.List;
import java.util.stream.Stream;

/** Parts of this package for tests of others. */
public final class PunchoutFixture {
    private PunchoutFixture() {}

    /** What CDI would inject with one mechanism of that name that brings home nothing. */
    static Instance<HandBack> only(String mechanism) {
        return only(new HandBack() {
            @Override
            public String mechanism() {
                return mechanism;
            }

            @Override
            public ReturnForm transfer(Visit visit, String reference, List<CartItem> items) {
                return cancel(visit);
            }

            @Override
            public ReturnForm cancel(Visit visit) {
                return new ReturnForm("https://srm.example", "_top", "UTF-8", List.of());
            }
        });
    }

    /** What CDI would inject with one mechanism; only {@code stream} is asked of it. */
    @SuppressWarnings("unchecked")
    static Instance<HandBack> only(HandBack handBack) {
        return (Instance<HandBack>) Proxy.newProxyInstance(
                Instance.class.getClassLoader(), new Class<?>[] {Instance.class}, (proxy, method, arguments) -> {
                    if (method.getName().equals("stream")) {
                        return Stream.of(handBack);
                    }
                    throw new UnsupportedOperationException(method.getName());
                });
    }

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
