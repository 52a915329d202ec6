package org.koppel.codec.edifact;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import org.koppel.codec.EdiFault.Kind;
import org.koppel.codec.EdiFields;
import org.koppel.codec.EdiSegment;
import org.koppel.document.Item;
import org.koppel.document.OrderChangeLine;
import org.koppel.document.OrderChangeLine.Action;
import org.koppel.document.OrderLine;
import org.koppel.document.Price;
import org.koppel.document.Reference;
import org.koppel.shared.Money;
import org.koppel.shared.Quantity;

/** The segments of one line item, from its LIN to the next. */
final class OrdersLine {
    /** 1229: add, not changed; anything else belongs to a change of an order. */
    private static final Set<String> NEW = Set.of("1", "4", "5");

    private static final Set<String> CHANGES = Set.of("1", "2", "3", "4", "5", "11", "74");

    private final EdiFields fields;
    private final EdiSegment lin;
    private final List<Reference> references = new ArrayList<>();
    private final StringBuilder note = new StringBuilder();
    private final OrdersSchedule schedule;
    private String sellersId;
    private String buyersId;
    private String manufacturersId;
    private String gtin;
    private String description;
    private EdiSegment ordered;
    private EdiSegment price;
    private Quantity quantity;
    private LocalDate requested;
    private NadPart place;

    OrdersLine(EdiSegment lin, EdiFields fields) {
        this.lin = lin;
        this.fields = fields;
        this.schedule = new OrdersSchedule(fields);
        fields.required(lin, 1, 0, "The line has no number; number every line, each with one of its own");
        number(lin.at(3), lin.at(3, 2));
    }

    /** A new order has nothing to change. */
    void mustBeNew() {
        mustBe(NEW, "changes an earlier line; send only what is ordered new");
    }

    /** A change knows five actions. */
    void mustBeChange() {
        mustBe(CHANGES, "is none of a change; send 1 (added), 2 (deleted), 3 (changed) or 4 (no action)");
    }

    private void mustBe(Set<String> actions, String cure) {
        if (lin.at(2) != null && !actions.contains(lin.at(2))) {
            String text = "The action \"" + lin.at(2) + "\" " + cure;
            fields.problems().add(lin, 2, 0, Kind.UNSUPPORTED, "UNSUPPORTED_FUNCTION", text);
        }
    }

    boolean isDeleted() {
        return "2".equals(lin.at(2));
    }

    String number() {
        return lin.at(1);
    }

    void take(EdiSegment segment) {
        switch (segment.loop()) {
            case "SG-LINNAD" -> party(segment);
            case "SG-LINLOC" -> places(segment);
            case "SG-LINRFF" -> {
                if (segment.tag().equals("RFF")) {
                    reference(segment, null);
                }
            }
            case "SG-PRI" -> price(segment);
            case "SG-LIN" -> own(segment);
            case "SG49", "SG50" -> schedule.take(segment);
            default -> {} // packaging, allowances: the price and the quantity count
        }
    }

    private void own(EdiSegment segment) {
        switch (segment.tag()) {
            case "PIA" -> {
                for (int element = 2; element <= segment.elements(); element++) {
                    number(segment.at(element), segment.at(element, 2));
                }
            }
            case "IMD" -> describe(segment);
            case "QTY" -> {
                if ("21".equals(segment.at(1)) || ordered == null && "1".equals(segment.at(1))) {
                    ordered(segment);
                }
            }
            case "DTM" -> schedule.take(segment);
            case "FTX" -> OrdersMessage.text(segment, note);
            default -> {}
        }
    }

    private void ordered(EdiSegment qty) {
        boolean again = ordered != null && "21".equals(ordered.at(1));
        boolean same = again
                && Objects.equals(qty.at(1, 2), ordered.at(1, 2))
                && Objects.equals(qty.at(1, 3), ordered.at(1, 3));
        if (again && !same) {
            schedule.several(qty);
        }
        ordered = qty;
    }

    /** By 7143; the first of a kind counts. */
    private void number(String value, String type) {
        if (value == null || type == null) {
            return;
        }
        switch (type) {
            case "EN", "UP", "SRV", "GTI" -> gtin = gtin == null ? value : gtin;
            case "SA" -> sellersId = sellersId == null ? value : sellersId;
            case "IN", "BP" -> buyersId = buyersId == null ? value : buyersId;
            case "MF", "MN" -> manufacturersId = manufacturersId == null ? value : manufacturersId;
            default -> {} // classes, serial numbers: Koppel finds articles by their numbers
        }
    }

    private void describe(EdiSegment imd) {
        if (description == null && imd.at(3, 4) != null) {
            description = imd.at(3, 5) == null ? imd.at(3, 4) : imd.at(3, 4) + imd.at(3, 5);
        }
    }

    private void price(EdiSegment pri) {
        boolean net = pri.tag().equals("PRI") && ("AAA".equals(pri.at(1)) || price == null && "CAL".equals(pri.at(1)));
        if (net) {
            price = pri;
        }
    }

    private void party(EdiSegment segment) {
        if (segment.tag().equals("NAD")) {
            place = segment.isOneOf(OrdersMessage.PLACES, 1) ? new NadPart(segment) : place;
        } else if (place != null) {
            place.ask(segment);
        }
    }

    /** Where a part of the line goes to (cross docking): kept for the answer. */
    private void places(EdiSegment segment) {
        if (segment.tag().equals("LOC") && segment.at(2) != null) {
            keep(new Reference(Reference.Kind.OTHER, "LOC+" + segment.at(1), segment.at(2)));
        }
    }

    private void reference(EdiSegment rff, String party) {
        if (rff.at(1, 2) != null) {
            keep(Qualifiers.read(new Qualifiers.Rff(party, rff.at(1), rff.at(1, 2), rff.at(1, 3))));
        }
    }

    private void keep(Reference reference) {
        if (references.size() < Edifact.MOST_REFERENCES) {
            references.add(reference);
        }
    }

    /** Null when the line has a problem. @param orders the place of the order, which the line may repeat in vain */
    OrderLine line(String currency, NadPart orders) {
        check();
        if (ordered == null) {
            fields.missing(lin, 0, 0, "The line has no QTY+21; say how much is ordered");
        } else if (ordered.at(1, 2) == null) {
            fields.missing(ordered, 1, 2, "The quantity is empty; say how much is ordered");
        }
        Price expected = expected(currency);
        if (quantity == null || number() == null) {
            return null;
        }
        Item item = new Item(sellersId, buyersId, manufacturersId, null, gtin, description, List.of());
        boolean elsewhere = place != null && (orders == null || !place.address().equals(orders.address()));
        return new OrderLine(
                number(),
                item,
                quantity,
                expected,
                requested,
                note.isEmpty() ? null : note.toString(),
                elsewhere ? place.address() : null,
                references);
    }

    /**
     * Reads how much is wanted and when, and notes what cannot be delivered as one: a schedule, and a line that is a part of another
     * (C829). Of such parts some only describe what the other holds, some are wanted beside it, and nothing in them tells.
     */
    private void check() {
        quantity = ordered == null ? null : EdifactQuantities.of(ordered, fields, fields.positive(ordered, 1, 2));
        requested = schedule.read(quantity);
        if (lin.at(4, 2) != null) {
            String text = "The line is a part of line " + lin.at(4, 2)
                    + "; order that article without its parts, or the parts as lines of their own";
            fields.problems().add(lin, 4, 2, Kind.UNSUPPORTED, "UNSUPPORTED_VALUE", text);
        }
    }

    /** What becomes of the line in a change; null when it stays as it is, or has a problem. */
    OrderChangeLine change(String currency, NadPart orders) {
        String action = lin.at(2) == null ? "3" : lin.at(2);
        return switch (action) {
            case "1" -> {
                OrderLine line = line(currency, orders);
                yield line == null ? null : new OrderChangeLine(number(), Action.ADD, line);
            }
            case "2" -> number() == null ? null : OrderChangeLine.remove(number());
            case "3", "74" -> number() == null ? null : new OrderChangeLine(number(), Action.CHANGE, changed(currency));
            default -> null; // 4, 5, 11: not changed
        };
    }

    private OrderLine changed(String currency) {
        check();
        boolean named = sellersId != null || buyersId != null || manufacturersId != null || gtin != null;
        return new OrderLine(
                number(),
                named ? new Item(sellersId, buyersId, manufacturersId, null, gtin, description, List.of()) : null,
                quantity,
                expected(currency),
                requested,
                note.isEmpty() ? null : note.toString(),
                place == null ? null : place.address(),
                references);
    }

    private Price expected(String currency) {
        if (price == null) {
            return null;
        }
        BigDecimal amount = fields.amount(price, 1, 2);
        BigDecimal base = PriceBasis.of(price, ordered, fields);
        return amount == null || base == null || currency == null ? null : new Price(new Money(amount, currency), base);
    }
}
