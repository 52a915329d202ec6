package org.koppel.codec.ubl;

import java.io.IOException;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.koppel.codec.DocumentException;
import org.koppel.codec.XmlCursor;
import org.koppel.document.AllowanceCharge;
import org.koppel.document.Invoice.Period;
import org.koppel.document.InvoiceLine;
import org.koppel.document.Item;
import org.koppel.document.Reference;
import org.koppel.shared.DocumentNumber;
import org.koppel.shared.Money;
import org.koppel.shared.Quantity;
import org.koppel.shared.UnitCode;

/** Reads one {@code cac:InvoiceLine} or {@code cac:CreditNoteLine}; what it lacks is for the checks to name. */
final class InvoiceLineWalk {
    private final UblFields fields;
    private final XmlCursor xml;
    private final InvoiceMoney money;
    private final List<Reference> references = new ArrayList<>();
    private final List<AllowanceCharge> extras = new ArrayList<>();
    private String number;
    private String order;
    private String orderLine;
    private String despatch;
    private String note;
    private Quantity quantity;
    private Money amount;
    private PricePart price;
    private Item item;
    private InvoiceMoney.Category category = new InvoiceMoney.Category(null, null, null, null);
    private LocalDate delivered;

    private InvoiceLineWalk(UblFields fields, InvoiceMoney money) {
        this.fields = fields;
        this.xml = fields.xml();
        this.money = money;
    }

    /** @param position from 1, for lines without a number */
    static InvoiceLine read(UblFields fields, InvoiceMoney money, int position) throws DocumentException, IOException {
        fields.at("line at position " + position + ", ");
        InvoiceLineWalk walk = new InvoiceLineWalk(fields, money);
        int here = walk.xml.depth();
        while (walk.xml.nextChild(here)) {
            walk.child();
        }
        if (walk.price != null) {
            walk.price.check(walk.quantity);
        }
        return walk.line();
    }

    private void child() throws DocumentException, IOException {
        switch (xml.name()) {
            case "ID" -> {
                number = fields.text(Ubl.LINE_NUMBER_LENGTH, "ID");
                fields.at("line " + number + ", ");
            }
            case "Note" -> note = UblFields.joined(note, fields.text(Ubl.TEXT_LENGTH, "Note"));
            case "InvoicedQuantity", "CreditedQuantity" -> quantity();
            case "LineExtensionAmount" -> amount = fields.money("LineExtensionAmount");
            case "AccountingCost" ->
                reference(Reference.Kind.ACCOUNTING, null, fields.text(Ubl.NAME_LENGTH, "AccountingCost"));
            case "InvoicePeriod" -> {
                Period days = money.period("InvoicePeriod");
                delivered = days.until() == null ? days.from() : days.until();
            }
            case "OrderLineReference" -> orderLine();
            case "AllowanceCharge" -> extras.add(money.extra("AllowanceCharge"));
            case "Item" -> item();
            case "Price" -> price = PricePart.read(fields, "Price");
            default -> {}
        }
    }

    private void reference(Reference.Kind kind, String name, String value) {
        keep(value == null ? null : new Reference(kind, name, value));
    }

    private void keep(Reference reference) {
        if (reference != null && references.size() < Ubl.MOST_REFERENCES) {
            references.add(reference);
        }
    }

    private void quantity() throws DocumentException, IOException {
        String field = xml.name();
        UnitCode unit = fields.unit(xml.attribute("unitCode"), field + "/@unitCode");
        BigDecimal value = fields.positive(field);
        quantity = value == null || unit == null ? null : new Quantity(value, unit);
    }

    private void orderLine() throws DocumentException, IOException {
        int here = xml.depth();
        while (xml.nextChild(here)) {
            switch (xml.name()) {
                case "LineID" -> orderLine = fields.text(Ubl.LINE_NUMBER_LENGTH, "OrderLineReference/LineID");
                case "OrderReference" ->
                    order = fields.childText("ID", Ubl.NUMBER_LENGTH, "OrderLineReference/OrderReference");
                default -> {}
            }
        }
    }

    private void item() throws DocumentException, IOException {
        ItemPart part = ItemPart.read(fields, this::itemChild);
        item = part.item();
    }

    private void itemChild(String name) throws DocumentException, IOException {
        switch (name) {
            case "ClassifiedTaxCategory" -> category = money.category("Item/ClassifiedTaxCategory");
            case "AdditionalItemProperty" -> property();
            default -> {}
        }
    }

    private void property() throws DocumentException, IOException {
        String name = null;
        String value = null;
        int here = xml.depth();
        while (xml.nextChild(here)) {
            switch (xml.name()) {
                case "Name" -> name = fields.text(Ubl.NAME_LENGTH, "Item/AdditionalItemProperty/Name");
                case "Value" -> value = fields.text(Ubl.NAME_LENGTH, "Item/AdditionalItemProperty/Value");
                default -> {}
            }
        }
        if ("Order".equals(name)) {
            order = value;
        } else if ("Despatch".equals(name)) {
            despatch = value;
        } else {
            keep(value == null ? null : ReferencePlaces.named(name, null, value));
        }
    }

    private InvoiceLine line() {
        return new InvoiceLine(
                number,
                order == null ? null : new DocumentNumber(order),
                orderLine,
                despatch,
                item,
                quantity,
                price == null ? null : price.price(),
                extras,
                amount,
                category.code(),
                category.percent(),
                delivered,
                note,
                references);
    }
}
