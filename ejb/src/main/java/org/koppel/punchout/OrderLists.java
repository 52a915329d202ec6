package org.koppel.punchout;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.util.List;
import java.util.UUID;
import org.koppel.punchout.quick.QuickRow;

/**
 * Lists that a customer's buyers keep and share, and carts that went home before: both can be ordered again, at today's prices and with
 * today's successors. A customer never sees or changes a list of another; earlier carts are those of the same buyer.
 */
@ApplicationScoped
@Transactional
public class OrderLists {
    /** Lists a customer can keep. */
    public static final int MOST = 200;

    private static final int EARLIER = 20;
    private static final int LONGEST_NAME = 60;

    @Inject
    StoredOrderLists lists;

    @Inject
    Carts carts;

    @Inject
    QuickOrder quick;

    @Inject
    Clock clock;

    /** The customer's lists, by name. */
    public List<OrderList> all(Visit visit) {
        return lists.all(visit.customer());
    }

    /** Carts that the buyer handed over, newest first. */
    public List<OrderList> earlier(Visit visit) {
        return lists.earlier(visit.customer(), visit.buyer(), EARLIER);
    }

    /**
     * Keeps what is in the cart under a name; a list of this name is replaced. The cart stays as it is.
     *
     * @throws OrderListRefusedException when there is nothing to keep, or no name to keep it under
     */
    public void save(Visit visit, String name) throws OrderListRefusedException {
        String plain = name.replace('\0', ' ').strip();
        if (plain.isEmpty() || plain.length() > LONGEST_NAME) {
            throw new OrderListRefusedException(OrderListRefusedException.Reason.NAME);
        }
        List<CartLine> lines = carts.lines(visit);
        if (lines.isEmpty()) {
            throw new OrderListRefusedException(OrderListRefusedException.Reason.EMPTY);
        }
        lists.remove(visit.customer(), plain);
        if (lists.all(visit.customer()).size() >= MOST) {
            throw new OrderListRefusedException(OrderListRefusedException.Reason.TOO_MANY);
        }
        UUID id = UUID.randomUUID();
        lists.add(id, visit, plain, clock.instant());
        for (int i = 0; i < lines.size(); i++) {
            lists.addLine(id, i + 1, lines.get(i));
        }
    }

    /** Forgets a list; one that the customer does not have is no error. */
    public void remove(Visit visit, UUID list) {
        lists.remove(visit.customer(), list);
    }

    /** Puts all of a list, or of an earlier cart, into the cart. @return one line each; empty when the buyer has no such list */
    public List<QuickLine> order(Visit visit, UUID list) {
        List<QuickRow> rows = lists.rows(visit.customer(), visit.buyer(), list);
        return rows.isEmpty() ? List.of() : quick.add(visit, rows);
    }
}
