package org.koppel.codec.cxml;

import java.io.IOException;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import org.koppel.codec.DocumentException;
import org.koppel.codec.XmlCursor;
import org.koppel.document.Item;
import org.koppel.document.LineStatus;
import org.koppel.document.OrderResponseLine;
import org.koppel.document.Price;
import org.koppel.document.Reason;
import org.koppel.shared.Money;
import org.koppel.shared.UnitCode;

/** Reads one {@code ConfirmationItem}: its statuses say how much comes now, how much later and how much never. */
final class ConfirmationItemPart {
    /** Code of what the back office writes as a comment. */
    static final String SAID = "SELLER_NOTE";

    private static final String STATUS = "ConfirmationStatus/";

    private final Fields fields;
    private final XmlCursor xml;
    private final References references;
    private boolean unitSeen;
    private UnitCode unit;
    private BigDecimal now = BigDecimal.ZERO;
    private BigDecimal later = BigDecimal.ZERO;
    private boolean changed;
    private boolean decided;
    private LocalDate first;
    private LocalDate last;
    private Price price;
    private Item item;
    private String note;

    ConfirmationItemPart(Fields fields) {
        this.fields = fields;
        this.xml = fields.xml();
        this.references = new References(fields);
    }

    OrderResponseLine read(String number) throws DocumentException, IOException {
        int here = xml.depth();
        while (xml.nextChild(here)) {
            switch (xml.name()) {
                case "UnitOfMeasure" -> unit = unit("ConfirmationItem/UnitOfMeasure");
                case "ConfirmationStatus" -> status();
                default -> {} // Contact, Hazard
            }
        }
        if (!decided) {
            fields.required(null, "ConfirmationStatus", "say what becomes of the line");
        }
        if (!unitSeen && !isRefused()) {
            fields.unit(null, "ConfirmationItem/UnitOfMeasure");
        }
        return line(number);
    }

    private boolean isRefused() {
        return now.signum() == 0 && later.signum() == 0;
    }

    private UnitCode unit(String field) throws DocumentException, IOException {
        unitSeen = true;
        return fields.unit(fields.text(Cxml.NAME_LENGTH, field), field);
    }

    private void status() throws DocumentException, IOException {
        decided = true;
        String type = xml.attribute("type");
        BigDecimal quantity = fields.positive(
                fields.required(xml.attribute("quantity"), STATUS + "@quantity", "say of how much this is true"),
                STATUS + "@quantity");
        LocalDate day = fields.date(xml.attribute("deliveryDate"), STATUS + "@deliveryDate");
        BigDecimal count = quantity == null ? BigDecimal.ZERO : quantity;
        switch (type == null ? "" : type) {
            case "accept" -> now(count, day);
            case "detail", "allDetail" -> {
                changed = true;
                now(count, day);
            }
            case "backordered" -> {
                later = later.add(count);
                last = day == null ? last : day;
            }
            case "reject" -> changed = true;
            default ->
                fields.problem(
                        "UNSUPPORTED_VALUE",
                        STATUS + "@type",
                        STATUS + "@type is \"" + type + "\"; send accept, detail, backordered or reject");
        }
        children();
    }

    private void now(BigDecimal count, LocalDate day) {
        now = now.add(count);
        first = first == null ? day : first;
    }

    private void children() throws DocumentException, IOException {
        int here = xml.depth();
        while (xml.nextChild(here)) {
            switch (xml.name()) {
                case "UnitOfMeasure" -> {
                    UnitCode said = unit(STATUS + "UnitOfMeasure");
                    unit = unit == null ? said : unit;
                }
                case "UnitPrice" -> {
                    Money amount = fields.money(STATUS + "UnitPrice");
                    price = amount == null ? price : Price.asOrdered(amount); // there is no PriceBasisQuantity here
                }
                case "ItemIn" -> itemIn();
                case "Comments" -> note = Texts.joined(note, fields.deepText(Cxml.TEXT_LENGTH, "Comments"));
                case "Extrinsic" -> references.repeated();
                default -> {} // Tax, Shipping
            }
        }
    }

    /** The line as it is delivered, with a price for several units. */
    private void itemIn() throws DocumentException, IOException {
        ItemPart part = new ItemPart(fields, new References(fields));
        int here = xml.depth();
        while (xml.nextChild(here)) {
            switch (xml.name()) {
                case "ItemID" -> part.id();
                case "ItemDetail" -> part.detail();
                default -> {}
            }
        }
        item = part.item();
        price = part.price() == null ? price : part.price();
    }

    private OrderResponseLine line(String number) {
        boolean refused = isRefused();
        LineStatus status = changed || later.signum() > 0 ? LineStatus.CHANGED : LineStatus.ACCEPTED;
        return new OrderResponseLine(
                number,
                refused ? LineStatus.REJECTED : status,
                item,
                null,
                refused ? null : RequestWalk.quantity(now, unit),
                first,
                later.signum() == 0 ? null : RequestWalk.quantity(later, unit),
                last,
                price,
                null,
                null,
                null,
                null,
                note == null ? List.of() : List.of(new Reason(SAID, note)),
                references.all());
    }
}
