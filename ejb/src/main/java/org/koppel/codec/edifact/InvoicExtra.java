package org.koppel.codec.edifact;

import java.math.BigDecimal;
import org.koppel.codec.EdiFields;
import org.koppel.codec.EdiSegment;
import org.koppel.document.AllowanceCharge;
import org.koppel.shared.Money;

/** One ALC of INVOIC with what stands below it. */
final class InvoicExtra {
    private final EdiSegment alc;
    private final EdiFields fields;
    private final String currency;
    private BigDecimal percent;
    private Money amount;
    private Money base;
    private InvoicTax tax;

    InvoicExtra(EdiSegment alc, EdiFields fields, String currency) {
        this.alc = alc;
        this.fields = fields;
        this.currency = currency;
    }

    void take(EdiSegment segment) {
        switch (segment.tag()) {
            case "PCD" -> percent = fields.amount(segment, 1, 2);
            case "TAX" -> tax = new InvoicTax(segment, fields, currency);
            case "MOA" -> {
                switch (segment.at(1) == null ? "" : segment.at(1)) {
                    case "8", "23", "204" -> amount = InvoicReading.money(fields.amount(segment, 1, 2), currency);
                    case "25" -> base = InvoicReading.money(fields.amount(segment, 1, 2), currency);
                    default -> {}
                }
            }
            default -> {}
        }
    }

    AllowanceCharge read() {
        String first = alc.at(5, 4);
        String words = first == null || alc.at(5, 5) == null ? first : first + ' ' + alc.at(5, 5);
        return new AllowanceCharge(
                "A".equals(alc.at(1)) ? AllowanceCharge.Kind.ALLOWANCE : AllowanceCharge.Kind.CHARGE,
                alc.at(5),
                words,
                percent,
                base,
                amount,
                tax == null ? null : tax.category(),
                tax == null ? null : tax.percent());
    }
}
