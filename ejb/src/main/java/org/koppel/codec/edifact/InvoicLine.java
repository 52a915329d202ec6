package org.koppel.codec.edifact;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.koppel.codec.EdiFields;
import org.koppel.codec.EdiLineReading;
import org.koppel.codec.EdiSegment;
import org.koppel.document.AllowanceCharge;
import org.koppel.document.InvoiceLine;
import org.koppel.document.Item;
import org.koppel.document.Price;
import org.koppel.document.Reference;
import org.koppel.shared.DocumentNumber;
import org.koppel.shared.Money;
import org.koppel.shared.Quantity;

/** The segments of INVOIC from one LIN to the next. */
final class InvoicLine implements EdiLineReading.Line<InvoiceLine> {
    private final EdiSegment lin;
    private final EdiFields fields;
    private final String currency;
    private final List<Reference> references = new ArrayList<>();
    private final List<AllowanceCharge> extras = new ArrayList<>();
    private final StringBuilder description = new StringBuilder();
    private final StringBuilder note = new StringBuilder();
    private String sellersId;
    private String buyersId;
    private String manufacturersId;
    private EdiSegment invoiced;
    private Quantity quantity;
    private LocalDate delivered;
    private Money amount;
    private Price price;
    private String order;
    private String orderLine;
    private String despatch;
    private InvoicTax tax;
    private InvoicExtra extra;

    InvoicLine(EdiSegment lin, EdiFields fields, String currency) {
        this.lin = lin;
        this.fields = fields;
        this.currency = currency;
    }

    @Override
    public void take(EdiSegment segment) {
        if (segment.loop().startsWith("SG-LINALC")) {
            extra(segment);
            return;
        }
        switch (segment.tag()) {
            case "PIA" -> numbers(segment);
            case "IMD" -> words(segment);
            case "QTY" -> quantity(segment);
            case "DTM" -> delivered = "35".equals(segment.at(1)) ? EdifactDates.day(segment, fields) : delivered;
            case "FTX" -> OrdersMessage.text(segment, note);
            case "MOA" -> {
                if ("203".equals(segment.at(1))) {
                    amount = InvoicReading.money(fields.amount(segment, 1, 2), currency);
                }
            }
            case "PRI" -> price(segment);
            case "RFF" -> reference(segment);
            case "TAX" -> tax = new InvoicTax(segment, fields, currency);
            default -> {}
        }
    }

    private void extra(EdiSegment segment) {
        if (segment.tag().equals("ALC")) {
            endExtra();
            extra = new InvoicExtra(segment, fields, currency);
        } else if (extra != null && !segment.tag().equals("TAX")) { // a line has one rate
            extra.take(segment);
        }
    }

    private void endExtra() {
        if (extra != null) {
            extras.add(extra.read());
            extra = null;
        }
    }

    private void numbers(EdiSegment pia) {
        for (int element = 2; element <= pia.elements(); element++) {
            String number = pia.at(element);
            switch (pia.at(element, 2) == null ? "" : pia.at(element, 2)) {
                case "SA" -> sellersId = number;
                case "IN", "BP" -> buyersId = number;
                case "MF" -> manufacturersId = number;
                default -> {}
            }
        }
    }

    private void words(EdiSegment imd) {
        for (int component = 4; component <= 5; component++) {
            if (imd.at(3, component) != null) {
                description
                        .append(description.isEmpty() ? "" : " ")
                        .append(imd.at(3, component).strip());
            }
        }
    }

    private void quantity(EdiSegment qty) {
        if (!"47".equals(qty.at(1))) {
            return;
        }
        invoiced = qty;
        quantity = EdifactQuantities.of(qty, fields, fields.positive(qty, 1, 2));
    }

    /** The net price (AAA), or the only one there is. */
    private void price(EdiSegment pri) {
        if (price != null && !"AAA".equals(pri.at(1))) {
            return;
        }
        BigDecimal value = fields.amount(pri, 1, 2);
        BigDecimal base = PriceBasis.of(pri, invoiced, fields);
        price = value == null || base == null ? null : new Price(new Money(value, currency), base);
    }

    private void reference(EdiSegment rff) {
        String value = rff.at(1, 2);
        if (value == null || rff.at(1) == null) {
            return;
        }
        switch (rff.at(1)) {
            case "ON" -> {
                order = value;
                orderLine = rff.at(1, 3) == null ? orderLine : rff.at(1, 3);
            }
            case "LI" -> orderLine = value;
            case "DQ", "AAK" -> despatch = value;
            default -> {
                if (references.size() < Edifact.MOST_REFERENCES) {
                    references.add(Qualifiers.read(new Qualifiers.Rff(null, rff.at(1), value, rff.at(1, 3))));
                }
            }
        }
    }

    @Override
    public InvoiceLine read() {
        endExtra();
        String gtin = lin.at(3);
        return new InvoiceLine(
                lin.at(1),
                order == null ? null : new DocumentNumber(order),
                orderLine,
                despatch,
                new Item(
                        sellersId,
                        buyersId,
                        manufacturersId,
                        null,
                        gtin != null && gtin.matches("\\d{8,14}") ? gtin : null,
                        description.isEmpty() ? null : description.toString(),
                        List.of()),
                quantity,
                price,
                extras,
                amount,
                tax == null ? null : tax.category(),
                tax == null ? null : tax.percent(),
                delivered,
                note.isEmpty() ? null : note.toString(),
                references);
    }
}
