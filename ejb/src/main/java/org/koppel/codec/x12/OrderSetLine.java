package org.koppel.codec.x12;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.koppel.codec.EdiFault.Kind;
import org.koppel.codec.EdiFields;
import org.koppel.codec.EdiSegment;
import org.koppel.document.Item;
import org.koppel.document.OrderLine;
import org.koppel.document.Price;
import org.koppel.document.Reference;
import org.koppel.shared.Money;
import org.koppel.shared.Quantity;
import org.koppel.shared.UnitCode;

/** The segments of one PO1 loop. */
final class OrderSetLine {
    private final EdiFields fields;
    private final EdiSegment po1;
    private final Places places;
    private final String number;
    private final List<Reference> references = new ArrayList<>();
    private final StringBuilder note = new StringBuilder();
    private final StringBuilder description = new StringBuilder();
    private final OrderSetSchedule schedule;
    private String sellersId;
    private String buyersId;
    private String manufacturersId;
    private String gtin;
    private N1Part party;
    private N1Part place;
    private EdiSegment placeQuantity;
    private EdiSegment split;
    private OrderSet.N9Part n9;

    /** Where the segment that begins a line says what; the numbers of the article follow its basis in pairs. */
    record Places(int quantity, int unit, int price, int basis) {
        static final Places PO1 = new Places(2, 3, 4, 5);
        static final Places POC = new Places(3, 5, 6, 7);
    }

    /** @param position of the line, its number where PO101 has none */
    OrderSetLine(EdiSegment po1, Places places, int position, EdiFields fields) {
        this.po1 = po1;
        this.places = places;
        this.fields = fields;
        this.schedule = new OrderSetSchedule(fields);
        this.number = po1.at(1) == null ? Integer.toString(position) : po1.at(1);
        for (int element = places.basis() + 1; element < po1.elements(); element += 2) {
            number(po1.at(element), po1.at(element + 1));
        }
    }

    String number() {
        return number;
    }

    void take(EdiSegment segment) {
        switch (segment.loop()) {
            case "L-PO1N1" -> party(segment);
            case "L-PO1N9" -> n9 = OrderSet.N9Part.take(n9, segment, note, references);
            case "L-PID" -> describe(segment);
            case "L-SCH" -> {
                if (segment.tag().equals("SCH")) {
                    schedule.take(segment);
                }
            }
            case "L-PO1" -> own(segment);
            default -> {} // allowances, packing, sub-lines: the price and the quantity count
        }
    }

    private void own(EdiSegment segment) {
        switch (segment.tag()) {
            case "REF" -> OrderSet.reference(segment, null, references);
            case "DTM" -> schedule.take(segment);
            case "MSG" -> OrderSet.text(segment.at(1), note);
            case "SDQ" -> divided(segment);
            default -> {}
        }
    }

    /** The first segment that says so is named. */
    private void divided(EdiSegment segment) {
        split = split == null ? segment : split;
    }

    /** By 235; the first of a kind counts. */
    private void number(String type, String value) {
        if (type == null || value == null) {
            return;
        }
        switch (type) {
            case "VN", "VP", "VC", "SK" -> sellersId = sellersId == null ? value : sellersId;
            case "BP", "IN", "CB", "PN" -> buyersId = buyersId == null ? value : buyersId;
            case "UP", "EN", "UK", "UI", "EO", "UA" -> gtin = gtin == null ? value : gtin;
            case "MG", "MF", "MN" -> manufacturersId = manufacturersId == null ? value : manufacturersId;
            default -> {} // colours, sizes, classes: Koppel finds articles by their numbers
        }
    }

    private void describe(EdiSegment pid) {
        if (pid.tag().equals("PID") && pid.at(5) != null) {
            description
                    .append(description.isEmpty() ? "" : " ")
                    .append(pid.at(5).strip());
        }
    }

    private void party(EdiSegment segment) {
        switch (segment.tag()) {
            case "N1" -> {
                party = new N1Part(segment);
                if (isPlace()) {
                    if (place != null) {
                        divided(segment);
                    }
                    place = party;
                }
            }
            case "DTM", "SCH" -> {
                if (isPlace()) {
                    schedule.take(segment);
                }
            }
            case "QTY" -> placeQuantity = isPlace() ? segment : placeQuantity;
            default -> party.take(segment);
        }
    }

    private boolean isPlace() {
        return "ST".equals(party.role());
    }

    /** Null when the line has a problem. @param orders the place of the order, which the line may repeat in vain */
    OrderLine line(String currency, N1Part orders) {
        fields.required(po1, places.quantity(), 0, "The quantity is missing; say how much is ordered");
        OrderLine line = changed(currency);
        if (line.quantity() == null) {
            return null;
        }
        boolean elsewhere = place != null && (orders == null || !place.address().equals(orders.address()));
        Item item = line.item() == null ? new Item(null, null, null, null, null, words(), List.of()) : line.item();
        return new OrderLine(
                number,
                item,
                line.quantity(),
                line.price(),
                line.requestedDelivery(),
                line.note(),
                elsewhere ? place.address() : null,
                references);
    }

    /** The line of a change: what the segments do not say is null. */
    OrderLine changed(String currency) {
        OrderSet.N9Part.end(n9, references);
        UnitCode unit = fields.unit(po1, places.unit(), 0);
        Quantity quantity = quantity(po1, places.quantity(), unit, fields);
        LocalDate requested = schedule.read(quantity);
        if (quantity != null && placeQuantity != null && !isWhole(quantity)) {
            divided(placeQuantity);
        }
        if (split != null) {
            String text = "The line is divided among places; send a line of its own for each, with its N1*ST and the"
                    + " quantity of that place";
            fields.problems().add(split, 0, 0, Kind.UNSUPPORTED, "UNSUPPORTED_VALUE", text);
        }
        boolean named = sellersId != null || buyersId != null || manufacturersId != null || gtin != null;
        return new OrderLine(
                number,
                named ? new Item(sellersId, buyersId, manufacturersId, null, gtin, words(), List.of()) : null,
                quantity,
                price(unit, currency),
                requested,
                note.isEmpty() ? null : note.toString(),
                place == null ? null : place.address(),
                references);
    }

    /** QTY of the place: a part of the line is for it. */
    private boolean isWhole(Quantity ordered) {
        BigDecimal there = fields.positive(placeQuantity, 2, 0);
        return there == null || there.compareTo(ordered.value()) == 0;
    }

    /** Null when there is none, or it cannot be read. @param unit may be null */
    static Quantity quantity(EdiSegment segment, int number, UnitCode unit, EdiFields fields) {
        BigDecimal value = fields.positive(segment, number, 0);
        return value == null || unit == null ? null : new Quantity(value, unit);
    }

    /** A change may say the price and its unit alone. @param unit null when it cannot be read */
    private Price price(UnitCode unit, String currency) {
        BigDecimal amount = fields.amount(po1, places.price(), 0);
        if (amount == null) {
            return null;
        }
        BigDecimal base = PriceBasis.of(po1, places.basis(), unit, fields);
        return base == null || currency == null ? null : new Price(new Money(amount, currency), base);
    }

    private String words() {
        return description.isEmpty() ? null : description.toString();
    }

    /** Element 670 of POC. */
    String change() {
        return po1.at(2);
    }
}
