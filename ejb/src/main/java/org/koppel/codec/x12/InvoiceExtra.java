package org.koppel.codec.x12;

import java.math.BigDecimal;
import org.koppel.codec.EdiFields;
import org.koppel.codec.EdiSegment;
import org.koppel.document.AllowanceCharge;

/** One SAC of 810, with the TXI below it. */
final class InvoiceExtra {
    private static final String FREIGHT = "D240";

    private final EdiSegment sac;
    private final EdiFields fields;
    private final String currency;
    private String category;
    private BigDecimal percent;

    InvoiceExtra(EdiSegment sac, EdiFields fields, String currency) {
        this.sac = sac;
        this.fields = fields;
        this.currency = currency;
    }

    void rate(EdiSegment txi) {
        category = category(txi);
        percent = fields.amount(txi, 3, 0);
    }

    /** UNCL 5305, where the parties agreed to say it so; else null. */
    static String category(EdiSegment txi) {
        return "CD".equals(txi.at(4)) ? txi.at(5) : null;
    }

    AllowanceCharge read() {
        String words = sac.at(15) == null ? sac.at(2) : sac.at(15);
        return new AllowanceCharge(
                "A".equals(sac.at(1)) ? AllowanceCharge.Kind.ALLOWANCE : AllowanceCharge.Kind.CHARGE,
                FREIGHT.equals(sac.at(2)) ? "FC" : null,
                words,
                null,
                null,
                InvoiceReading.cents(fields, sac, 5, currency),
                category,
                percent);
    }
}
