package org.koppel.order;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.koppel.document.Address;
import org.koppel.document.Item;
import org.koppel.document.Order;
import org.koppel.document.OrderChange;
import org.koppel.document.OrderChangeLine;
import org.koppel.document.OrderLine;
import org.koppel.document.Reason;
import org.koppel.document.Reference;
import org.koppel.shared.Quantity;
import org.koppel.shared.UnitCode;

/** Makes the order as it shall be of the order as it was and a change. Notes every line that the change is wrong about. */
final class ChangedOrder {
    private final Order before;
    private final OrderChange change;
    private final ReasonTexts texts;
    private final List<Reason> against = new ArrayList<>();

    ChangedOrder(Order before, OrderChange change, ReasonTexts texts) {
        this.before = before;
        this.change = change;
        this.texts = texts;
    }

    /** Why the change cannot be made; to be asked after {@link #order}. */
    List<Reason> against() {
        return against;
    }

    /** The order as it shall be. */
    Order order() {
        Order said = change.content();
        List<OrderLine> lines = change.complete() ? said.lines() : lines();
        if (lines.isEmpty()) {
            against.add(texts.reason("NO_LINE_LEFT"));
        }
        return new Order(
                before.number(),
                change.revision() == null ? or(said.version(), before.version()) : change.revision(),
                before.issuedAt(),
                or(said.currency(), before.currency()),
                or(said.language(), before.language()),
                before.test(),
                change.complete() ? or(said.buyer(), before.buyer()) : or(before.buyer(), said.buyer()),
                or(said.invoicee(), before.invoicee()),
                place(said.shipTo(), before.shipTo()),
                said(said.requestedDelivery(), before.requestedDelivery()),
                said(said.note(), before.note()),
                said.total(), // of the order as it was, it would be wrong
                change.complete() ? said.references() : references(before.references(), said.references()),
                lines,
                or(said.card(), before.card()));
    }

    private List<OrderLine> lines() {
        Map<String, OrderLine> lines = new LinkedHashMap<>();
        before.lines().forEach(line -> lines.put(line.number(), line));
        for (OrderChangeLine line : change.lines()) {
            OrderLine old = lines.get(line.number());
            switch (line.action()) {
                case ADD -> {
                    if (old != null) {
                        against.add(texts.reason("LINE_EXISTS", line.number()));
                    }
                    lines.put(line.number(), line.line());
                }
                case CHANGE -> {
                    if (known(old, line)) {
                        lines.put(line.number(), changed(old, line.line()));
                    }
                }
                case REMOVE -> {
                    if (known(old, line)) {
                        lines.remove(line.number());
                    }
                }
            }
        }
        return List.copyOf(lines.values());
    }

    private boolean known(OrderLine old, OrderChangeLine line) {
        if (old == null) {
            against.add(texts.reason("LINE_UNKNOWN", line.number()));
        }
        return old != null;
    }

    private static OrderLine changed(OrderLine old, OrderLine now) {
        return new OrderLine(
                old.number(),
                item(old.item(), now.item()),
                quantity(old, now),
                or(now.price(), old.price()),
                or(now.requestedDelivery(), old.requestedDelivery()),
                or(now.note(), old.note()),
                place(now.shipTo(), old.shipTo()),
                references(old.references(), now.references()));
    }

    /** A change often names the article by one number only; another number of the same kind means another article. */
    private static Item item(Item old, Item now) {
        if (now == null) {
            return old;
        }
        return isOther(old, now)
                ? now
                : new Item(
                        or(now.sellersId(), old.sellersId()),
                        or(now.buyersId(), old.buyersId()),
                        or(now.manufacturersId(), old.manufacturersId()),
                        or(now.manufacturer(), old.manufacturer()),
                        or(now.gtin(), old.gtin()),
                        or(now.description(), old.description()),
                        now.classifications().isEmpty() ? old.classifications() : now.classifications());
    }

    /** A quantity that names no unit counts in that of the line, as long as it is the same article. */
    private static Quantity quantity(OrderLine old, OrderLine now) {
        if (now.quantity() == null) {
            return old.quantity();
        }
        boolean goesOn = now.quantity().unit().equals(UnitCode.AGREED)
                && (now.item() == null || !isOther(old.item(), now.item()));
        return goesOn ? new Quantity(now.quantity().value(), old.quantity().unit()) : now.quantity();
    }

    private static boolean isOther(Item old, Item now) {
        return differs(old.sellersId(), now.sellersId())
                || differs(old.gtin(), now.gtin())
                || differs(old.buyersId(), now.buyersId());
    }

    private static boolean differs(String old, String now) {
        return now != null && !now.equals(old);
    }

    /** The same place by its number, often without its words, stays as it was. */
    private static Address place(Address now, Address old) {
        if (now == null || old == null) {
            return or(now, old);
        }
        boolean same = now.gln() == null
                ? now.id() != null && now.id().equals(old.id())
                : now.gln().equals(old.gln());
        return same && now.name() == null ? old : now;
    }

    /** What is said anew takes the place of what had the same kind and name. */
    private static List<Reference> references(List<Reference> old, List<Reference> now) {
        List<Reference> all = new ArrayList<>(old);
        all.removeIf(o -> now.stream().anyMatch(n -> n.kind() == o.kind() && Objects.equals(n.name(), o.name())));
        all.addAll(now);
        return all;
    }

    /** In a whole order, what is not said is not wanted. */
    private <T> T said(T now, T old) {
        return change.complete() ? now : or(now, old);
    }

    private static <T> T or(T now, T old) {
        return now == null ? old : now;
    }
}
