package org.koppel.codec.edifact;

import java.math.BigDecimal;
import org.koppel.codec.EdiFields;
import org.koppel.codec.EdiSegment;
import org.koppel.document.InvoiceTax;
import org.koppel.shared.Money;

/** One TAX of INVOIC, with the amounts that follow it in the summary. */
final class InvoicTax {
    private final EdiFields fields;
    private final String currency;
    private final String category;
    private final BigDecimal percent;
    private Money taxable;
    private Money tax;

    InvoicTax(EdiSegment segment, EdiFields fields, String currency) {
        this.fields = fields;
        this.currency = currency;
        this.category = segment.at(6);
        this.percent = fields.amount(segment, 5, 4);
    }

    void amount(EdiSegment moa) {
        switch (moa.at(1) == null ? "" : moa.at(1)) {
            case "125", "79" -> taxable = InvoicReading.money(fields.amount(moa, 1, 2), currency);
            case "124" -> tax = InvoicReading.money(fields.amount(moa, 1, 2), currency);
            default -> {}
        }
    }

    /** Null where the segment names none. */
    String category() {
        return category;
    }

    BigDecimal percent() {
        return percent;
    }

    /** @param why there is no VAT, as the message says it for all of it; may be null */
    InvoiceTax read(String why) {
        boolean exempt = percent != null && percent.signum() == 0;
        return new InvoiceTax(category, percent, taxable, tax, null, exempt ? why : null);
    }
}
