package org.koppel.codec.x12;

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
import org.koppel.shared.UnitCode;

/** The segments of 810 from one IT1 to the next. */
final class InvoiceReadingLine implements EdiLineReading.Line<InvoiceLine> {
    private final EdiSegment it1;
    private final EdiFields fields;
    private final String currency;
    private final List<Reference> references = new ArrayList<>();
    private final List<AllowanceCharge> extras = new ArrayList<>();
    private final StringBuilder description = new StringBuilder();
    private final StringBuilder note = new StringBuilder();
    private String category;
    private BigDecimal percent;
    private String order;
    private String orderLine;
    private String despatch;
    private LocalDate delivered;

    InvoiceReadingLine(EdiSegment it1, EdiFields fields, String currency) {
        this.it1 = it1;
        this.fields = fields;
        this.currency = currency;
    }

    @Override
    public void take(EdiSegment segment) {
        switch (segment.tag()) {
            case "TXI" -> {
                if (!segment.loop().equals("L-IT1SAC")) { // a line has one rate
                    category = InvoiceExtra.category(segment);
                    percent = fields.amount(segment, 3, 0);
                }
            }
            case "PID" -> words(description, segment.at(5));
            case "REF" -> reference(segment);
            case "DTM" -> delivered = "035".equals(segment.at(1)) ? X12Dates.day(segment, 2, fields) : delivered;
            case "SAC" -> extras.add(new InvoiceExtra(segment, fields, currency).read());
            default -> {}
        }
    }

    /** Goes on with a text. @param more may be null */
    static void words(StringBuilder text, String more) {
        if (more != null) {
            text.append(text.isEmpty() ? "" : " ").append(more.strip());
        }
    }

    private void reference(EdiSegment ref) {
        String value = ref.at(2);
        if (value == null || ref.at(1) == null) {
            return;
        }
        switch (ref.at(1)) {
            case "PO" -> order = value;
            case "LI" -> orderLine = value;
            case "PK", "SI" -> despatch = value;
            case "L1" -> words(note, ref.at(3));
            default -> references.add(RefQualifiers.read(new RefQualifiers.Ref(null, ref.at(1), value, ref.at(3))));
        }
    }

    private String number(String... types) {
        for (int element = 6; element < it1.elements(); element += 2) {
            if (List.of(types).contains(String.valueOf(it1.at(element)))) {
                return it1.at(element + 1);
            }
        }
        return null;
    }

    @Override
    public InvoiceLine read() {
        BigDecimal value = fields.positive(it1, 2, 0);
        UnitCode unit = fields.unit(it1, 3, 0);
        BigDecimal price = fields.amount(it1, 4, 0);
        BigDecimal base = price == null ? null : PriceBasis.of(it1, 5, unit, fields);
        String gtin = number("EN", "UP", "UK");
        return new InvoiceLine(
                it1.at(1),
                order == null ? null : new DocumentNumber(order),
                orderLine,
                despatch,
                new Item(
                        number("VN", "VP"),
                        number("BP", "IN"),
                        number("MG"),
                        null,
                        gtin != null && gtin.matches("\\d{8,14}") ? gtin : null,
                        description.isEmpty() ? null : description.toString(),
                        List.of()),
                value == null || unit == null ? null : new Quantity(value, unit),
                base == null ? null : new Price(new Money(price, currency), base),
                extras,
                null,
                category,
                percent,
                delivered,
                note.isEmpty() ? null : note.toString(),
                references);
    }
}
