package org.koppel.codec;

import java.math.BigDecimal;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.IntFunction;
import org.koppel.document.Invoice;
import org.koppel.document.InvoiceLine;
import org.koppel.document.InvoiceSums;
import org.koppel.document.InvoiceTax;
import org.koppel.document.InvoiceTotals;
import org.koppel.shared.Money;

/** Compares the amounts that an invoice gives with those that its lines make; amounts that it does not give are not looked at. */
final class InvoiceAmounts {
    /** How far a line may be from quantity times price, for prices that were rounded before (PEPPOL-EN16931-R120). */
    private static final BigDecimal SLACK = new BigDecimal("0.02");

    private final Invoice invoice;
    private final Problems problems;
    private final IntFunction<String> places;

    InvoiceAmounts(Invoice invoice, Problems problems, IntFunction<String> places) {
        this.invoice = invoice;
        this.problems = problems;
        this.places = places;
    }

    void check() {
        for (int i = 0; i < invoice.lines().size(); i++) {
            line(places.apply(i + 1), invoice.lines().get(i));
        }
        Invoice reckoned = InvoiceSums.reckoned(invoice);
        for (int i = 0; i < invoice.taxes().size(); i++) {
            tax("taxes[" + (i + 1) + "]", invoice.taxes().get(i), reckoned);
        }
        for (InvoiceTax tax : reckoned.taxes()) {
            if (tax.category().equals("E") && tax.exemption() == null && tax.reason() == null) {
                problems.add(
                        "MISSING_FIELD",
                        "taxes/reason",
                        "Something is exempt from VAT (category E) and nothing says why; give a VATEX code or a reason");
            }
        }
        if (invoice.totals() != null) {
            totals(invoice.totals(), reckoned.totals());
        }
    }

    private void line(String at, InvoiceLine line) {
        if (line.amount() == null) {
            return;
        }
        Money right = InvoiceSums.amountOf(line);
        BigDecimal difference = line.amount().amount().subtract(right.amount()).abs();
        if (difference.compareTo(SLACK) > 0 || hasFractions(line.amount())) {
            problems.add(
                    "LINE_AMOUNT_WRONG",
                    at + "amount",
                    "The line says " + line.amount() + "; quantity times price with allowances and charges is " + right
                            + ". Correct the amount, or what it is made of");
        }
    }

    private void tax(String at, InvoiceTax given, Invoice reckoned) {
        Optional<InvoiceTax> found = reckoned.taxes().stream()
                .filter(t -> given.category() == null || t.category().equals(given.category()))
                .filter(t -> given.percent() == null || t.percent().compareTo(given.percent()) == 0)
                .findFirst();
        if (found.isEmpty()) {
            problems.add(
                    "TAX_WRONG",
                    at,
                    "No line has VAT of category " + given.category() + " at " + given.percent()
                            + "; take it out, or correct the lines");
            return;
        }
        amount("TAX_WRONG", at + "/taxable", given.taxable(), found.get().taxable(), "the lines of this rate come to");
        amount(
                "TAX_WRONG",
                at + "/tax",
                given.tax(),
                found.get().tax(),
                "the rate, on their sum and rounded once, gives");
    }

    private void totals(InvoiceTotals given, InvoiceTotals right) {
        total("lines", given, right, InvoiceTotals::lines, "the lines come to");
        total("allowances", given, right, InvoiceTotals::allowances, "the allowances of the whole invoice come to");
        total("charges", given, right, InvoiceTotals::charges, "the charges of the whole invoice come to");
        total("net", given, right, InvoiceTotals::net, "lines less allowances plus charges are");
        total("tax", given, right, InvoiceTotals::tax, "the VAT of all rates is");
        total("gross", given, right, InvoiceTotals::gross, "net and VAT are");
        total("payable", given, right, InvoiceTotals::payable, "the total less what is prepaid is");
    }

    private void total(
            String name, InvoiceTotals given, InvoiceTotals right, Function<InvoiceTotals, Money> which, String what) {
        Money expected = which.apply(right);
        amount(
                "TOTAL_WRONG",
                "totals/" + name,
                which.apply(given),
                expected == null ? new Money(BigDecimal.ZERO.setScale(2), invoice.currency()) : expected,
                what);
    }

    private void amount(String code, String at, Money given, Money right, String what) {
        if (given != null && given.amount().compareTo(right.amount()) != 0) {
            problems.add(
                    code,
                    at,
                    "The invoice says " + given + "; " + what + " " + right + ". Correct the one that is wrong");
        }
    }

    private static boolean hasFractions(Money money) {
        return money.amount().stripTrailingZeros().scale() > 2;
    }
}
