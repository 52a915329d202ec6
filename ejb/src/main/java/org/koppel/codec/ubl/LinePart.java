package org.koppel.codec.ubl;

import java.io.IOException;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import org.koppel.codec.DocumentException;
import org.koppel.codec.FileKeeper;
import org.koppel.codec.LineSchedule;
import org.koppel.codec.XmlCursor;
import org.koppel.document.OrderChangeLine;
import org.koppel.document.OrderChangeLine.Action;
import org.koppel.document.OrderLine;
import org.koppel.document.Reference;
import org.koppel.shared.Quantity;
import org.koppel.shared.UnitCode;

/** Reads one {@code cac:OrderLine}. */
final class LinePart {
    private final UblFields fields;
    private final XmlCursor xml;
    private final int row;
    private final boolean change;
    private final List<Reference> references = new ArrayList<>();
    private String number;
    private String status;
    private String note;
    private BigDecimal quantity;
    private boolean quantitySeen;
    private UnitCode unit;
    private PricePart price;
    private ItemPart item;
    private DeliveryPart delivery;
    private final LineSchedule schedule = new LineSchedule();

    private LinePart(UblFields fields, boolean change) {
        this.fields = fields;
        this.change = change;
        this.xml = fields.xml();
        this.row = xml.row();
    }

    /**
     * @param position from 1, for lines without a number
     * @param keeper for files of the line
     * @param change whether lines say what becomes of them, as a new order's do not
     */
    static LinePart read(UblFields fields, int position, FileKeeper keeper, boolean change)
            throws DocumentException, IOException {
        LinePart line = new LinePart(fields, change);
        fields.at("line at position " + position + ", ");
        int here = line.xml.depth();
        while (line.xml.nextChild(here)) {
            switch (line.xml.name()) {
                case "Note" -> line.note(fields.text(Ubl.TEXT_LENGTH, "Note"));
                case "LineItem" -> line.lineItem();
                case "DocumentReference" -> line.references.addAll(DocumentPart.read(fields, keeper));
                default -> {}
            }
        }
        line.require();
        return line;
    }

    private void lineItem() throws DocumentException, IOException {
        int here = xml.depth();
        while (xml.nextChild(here)) {
            switch (xml.name()) {
                case "ID" -> {
                    number = fields.text(Ubl.LINE_NUMBER_LENGTH, "LineItem/ID");
                    if (number != null) {
                        fields.at("line " + number + ", ");
                    }
                }
                case "Note" -> note(fields.text(Ubl.TEXT_LENGTH, "LineItem/Note"));
                case "LineStatusCode" -> {
                    String said = fields.text(Ubl.NAME_LENGTH, "LineItem/LineStatusCode");
                    status = change ? said : null;
                }
                case "Quantity" -> readQuantity();
                case "AccountingCost" -> reference(fields.text(Ubl.NAME_LENGTH, "LineItem/AccountingCost"));
                case "Delivery" -> readDelivery();
                case "Price" -> price = PricePart.read(fields, "LineItem/Price");
                case "Item" -> item = ItemPart.read(fields);
                default -> {} // allowances, totals: the price counts
            }
        }
    }

    private void readQuantity() throws DocumentException, IOException {
        if (action() == Action.REMOVE) {
            return; // of what goes away nothing is wanted: senders write 0
        }
        quantitySeen = true;
        unit = fields.unit(xml.attribute("unitCode"), "LineItem/Quantity/@unitCode");
        quantity = fields.positive("LineItem/Quantity");
    }

    private void readDelivery() throws DocumentException, IOException {
        String place = fields.place("LineItem/Delivery");
        delivery = DeliveryPart.read(fields, "LineItem/Delivery");
        schedule.add(place, delivery.quantity());
    }

    private void note(String text) {
        note = UblFields.joined(note, text);
    }

    private void reference(String value) {
        if (value != null) {
            references.add(Reference.of(Reference.Kind.ACCOUNTING, value));
        }
    }

    private void require() {
        fields.required(number, "LineItem/ID", "number every line, each with a number of its own");
        Action action = action();
        if (action == Action.REMOVE) {
            return; // of a line that goes away the number is enough
        }
        if (!quantitySeen) {
            fields.required(null, "LineItem/Quantity", "say how much is ordered, with its unitCode");
        }
        fields.required(item, "LineItem/Item", "name the article");
        if (action != null) {
            schedule.problem(quantity()).ifPresent(fields::problem);
            if (price != null) {
                price.check(quantity());
            }
        }
    }

    /** Null when there is none that can be read. */
    private Quantity quantity() {
        return quantity == null || unit == null ? null : new Quantity(quantity, unit);
    }

    String number() {
        return number;
    }

    /** Whether the line says itself what becomes of it. */
    boolean hasStatus() {
        return status != null;
    }

    /** What becomes of the line in a change; null when it stays as it is. */
    OrderChangeLine change(DeliveryPart orders) {
        Action action = action();
        if (action == null) {
            return null;
        }
        return action == Action.REMOVE
                ? OrderChangeLine.remove(number)
                : new OrderChangeLine(number, action, line(orders));
    }

    /** By UNCL 1229; null when the line stays as it is. */
    private Action action() {
        return switch (status == null ? "3" : status) {
            case "1" -> Action.ADD;
            case "2" -> Action.REMOVE;
            case "3", "74" -> Action.CHANGE;
            default -> null; // 4 and 5: not changed
        };
    }

    /** Where the line begins in the file. */
    int row() {
        return row;
    }

    /** The currency of the price; null without one. */
    String currency() {
        return price == null ? null : price.currency();
    }

    /** Null when the line has a problem. @param orders the place of the order, which the line repeats in vain */
    OrderLine line(DeliveryPart orders) {
        if (number == null || quantity == null || unit == null || item == null) {
            return null;
        }
        var place = delivery == null ? null : delivery.shipTo();
        boolean same = orders != null && place != null && place.equals(orders.shipTo());
        return new OrderLine(
                number,
                item.item(),
                quantity(),
                price == null ? null : price.price(),
                delivery == null ? null : delivery.requested(),
                note,
                same ? null : place,
                references);
    }
}
