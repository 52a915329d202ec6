package org.koppel.codec.ubl;

import java.io.IOException;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.koppel.codec.DocumentException;
import org.koppel.codec.XmlCursor;
import org.koppel.document.Item;
import org.koppel.document.LineStatus;
import org.koppel.document.OrderResponseLine;
import org.koppel.document.Reason;
import org.koppel.document.Reference;
import org.koppel.shared.Quantity;
import org.koppel.shared.UnitCode;

/** Reads one {@code cac:OrderLine} of an order response. */
final class ResponseLinePart {
    /** Code of what the back office writes as a note. */
    static final String SAID = "SELLER_NOTE";

    private final UblFields fields;
    private final XmlCursor xml;
    private final List<Reference> references = new ArrayList<>();
    private String number;
    private String ordersNumber;
    private String status;
    private String note;
    private Quantity confirmed;
    private Quantity backordered;
    private LocalDate first;
    private LocalDate last;
    private PricePart price;
    private Item item;

    /** @param position from 1, for lines without a number */
    ResponseLinePart(UblFields fields, int position) {
        this.fields = fields;
        this.xml = fields.xml();
        fields.at("line at position " + position + ", ");
    }

    OrderResponseLine read() throws DocumentException, IOException {
        int here = xml.depth();
        while (xml.nextChild(here)) {
            switch (xml.name()) {
                case "Note" -> note = UblFields.joined(note, fields.text(Ubl.TEXT_LENGTH, "Note"));
                case "LineItem" -> lineItem();
                case "OrderLineReference" ->
                    ordersNumber = fields.childText("LineID", Ubl.LINE_NUMBER_LENGTH, "OrderLineReference");
                case "DocumentReference" -> keep(DocumentPart.number(fields));
                default -> {}
            }
        }
        String meant = ordersNumber == null ? number : ordersNumber;
        fields.required(meant, "OrderLineReference/LineID", "name the line of the order");
        if (confirmed == null && status() == null) {
            fields.required(null, "LineItem/Quantity", "say how much is confirmed, or the LineStatusCode 5 or 7");
        }
        if (price != null) {
            price.check(confirmed == null ? backordered : confirmed);
        }
        return line(meant);
    }

    private void lineItem() throws DocumentException, IOException {
        int here = xml.depth();
        while (xml.nextChild(here)) {
            switch (xml.name()) {
                case "ID" -> number = fields.text(Ubl.LINE_NUMBER_LENGTH, "LineItem/ID");
                case "Note" -> note = UblFields.joined(note, fields.text(Ubl.TEXT_LENGTH, "LineItem/Note"));
                case "LineStatusCode" -> readStatus();
                case "Quantity" -> confirmed = quantity("LineItem/Quantity");
                case "MaximumBackorderQuantity" -> backordered = quantity("LineItem/MaximumBackorderQuantity");
                case "AccountingCost" -> {
                    String cost = fields.text(Ubl.NAME_LENGTH, "LineItem/AccountingCost");
                    keep(cost == null ? null : Reference.of(Reference.Kind.ACCOUNTING, cost));
                }
                case "Delivery" -> delivery();
                case "Price" -> price = PricePart.read(fields, "LineItem/Price");
                case "Item" -> item = ItemPart.read(fields).item();
                default -> {}
            }
        }
    }

    private void keep(Reference reference) {
        if (reference != null && references.size() < Ubl.MOST_REFERENCES) {
            references.add(reference);
        }
    }

    private void readStatus() throws DocumentException, IOException {
        status = fields.text(Ubl.NAME_LENGTH, "LineItem/LineStatusCode");
        if (status != null && status() == null) {
            fields.problem(
                    "UNSUPPORTED_FUNCTION",
                    "LineItem/LineStatusCode",
                    "LineStatusCode is " + status + "; send 5 (accepted), 3 (changed) or 7 (not accepted)");
        }
    }

    private Quantity quantity(String field) throws DocumentException, IOException {
        UnitCode unit = fields.unit(xml.attribute("unitCode"), field + "/@unitCode");
        BigDecimal value = fields.number(field);
        if (value != null && value.signum() < 0) {
            fields.problem("NUMBER_OUT_OF_RANGE", field, field + " is negative; write 0 where nothing is delivered");
            return null;
        }
        return unit == null || value == null ? null : new Quantity(value, unit);
    }

    private void delivery() throws DocumentException, IOException {
        int here = xml.depth();
        while (xml.nextChild(here)) {
            if ("PromisedDeliveryPeriod".equals(xml.name())) {
                int period = xml.depth();
                while (xml.nextChild(period)) {
                    switch (xml.name()) {
                        case "StartDate" -> first = fields.date("LineItem/Delivery/PromisedDeliveryPeriod/StartDate");
                        case "EndDate" -> last = fields.date("LineItem/Delivery/PromisedDeliveryPeriod/EndDate");
                        default -> {}
                    }
                }
            }
        }
    }

    /** UNCL 1229. */
    private LineStatus status() {
        return switch (status == null ? "" : status) {
            case "5" -> LineStatus.ACCEPTED;
            case "3" -> LineStatus.CHANGED;
            case "7" -> LineStatus.REJECTED;
            default -> null;
        };
    }

    private OrderResponseLine line(String meant) {
        boolean later = backordered != null && !backordered.isZero();
        boolean nothingNow = confirmed == null || confirmed.isZero();
        return new OrderResponseLine(
                meant,
                status(),
                item,
                null,
                confirmed,
                later && nothingNow ? null : first == null ? last : first,
                backordered,
                later ? last : null,
                price == null ? null : price.price(),
                null,
                null,
                null,
                null,
                note == null ? List.of() : List.of(new Reason(SAID, note)),
                references);
    }
}
