package org.koppel.codec.edifact;

import java.util.HashMap;
import java.util.Map;
import org.koppel.codec.EdiFields;
import org.koppel.codec.EdiSegment;
import org.koppel.document.InvoiceTotals;
import org.koppel.shared.Money;

/** The MOA behind UNS, by their qualifier (5025). */
final class InvoicSums {
    private final EdiFields fields;
    private final Map<String, Money> amounts = new HashMap<>();

    InvoicSums(EdiFields fields) {
        this.fields = fields;
    }

    void take(EdiSegment moa, String currency) {
        Money amount = InvoicReading.money(fields.number(moa, 1, 2), currency);
        if (amount != null && moa.at(1) != null) {
            amounts.putIfAbsent(moa.at(1), amount);
        }
    }

    /** Null when there are none. */
    InvoiceTotals read() {
        return amounts.isEmpty()
                ? null
                : new InvoiceTotals(
                        amounts.get("79"),
                        amounts.get("260"),
                        amounts.get("259"),
                        amounts.get("125"),
                        amounts.getOrDefault("124", amounts.get("176")),
                        amounts.getOrDefault("77", amounts.get("86")),
                        amounts.get("113"),
                        amounts.get("165"),
                        amounts.get("9"));
    }
}
