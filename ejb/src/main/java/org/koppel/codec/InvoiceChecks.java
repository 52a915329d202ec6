package org.koppel.codec;

import java.math.BigDecimal;
import java.util.Currency;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.function.IntFunction;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.koppel.document.AllowanceCharge;
import org.koppel.document.Invoice;
import org.koppel.document.InvoiceLine;
import org.koppel.document.InvoiceSums;
import org.koppel.document.InvoiceTax;
import org.koppel.document.InvoiceTotals;
import org.koppel.document.Reference;
import org.koppel.shared.DocumentNumber;
import org.koppel.shared.Money;

/**
 * What an invoice of a back office must say before it is taken, whatever its format, and whether its amounts are right. What is
 * missing and can be known is no problem.
 */
public final class InvoiceChecks {
    private static final int MOST_LINES = 10_000;
    private static final int NUMBER_LENGTH = 70;
    private static final int LINE_NUMBER_LENGTH = 20;
    private static final int MOST_DIGITS = 11;
    private static final int MOST_DECIMALS = 6;
    private static final int CENTS = 2;
    private static final BigDecimal MOST_PERCENT = BigDecimal.valueOf(100);
    private static final Set<String> CURRENCIES = Currency.getAvailableCurrencies().stream()
            .map(Currency::getCurrencyCode)
            .collect(Collectors.toSet());

    private final Problems problems;
    private final IntFunction<String> places;

    /** @param places what stands before the name of a field of a line, by the line's position from 1 */
    public InvoiceChecks(Problems problems, IntFunction<String> places) {
        this.problems = problems;
        this.places = places;
    }

    /** Adds everything that is wrong to the problems; amounts are looked at when all that they are made of is there. */
    public void check(Invoice invoice) {
        int before = problems.all().size();
        header(invoice);
        lines(invoice);
        currencies(invoice);
        if (problems.all().size() == before) {
            new InvoiceAmounts(invoice, problems, places).check();
        }
    }

    private void header(Invoice invoice) {
        number("number", invoice.number());
        require("issuedOn", invoice.issuedOn());
        if (invoice.currency() == null || !CURRENCIES.contains(invoice.currency())) {
            problems.add(
                    invoice.currency() == null ? "MISSING_FIELD" : "UNKNOWN_CURRENCY",
                    "currency",
                    "The currency is no code of ISO 4217; give one such as EUR");
        }
        references("", invoice.references());
        whatFor(invoice);
        whenToPay(invoice);
        for (int i = 0; i < invoice.allowanceCharges().size(); i++) {
            String at = "allowanceCharges[" + (i + 1) + "]/";
            AllowanceCharge extra = invoice.allowanceCharges().get(i);
            extra(at, extra);
            rate(at, extra.taxCategory(), extra.taxPercent());
        }
        for (int i = 0; i < invoice.preceding().size(); i++) {
            require(
                    "preceding[" + (i + 1) + "]/number",
                    invoice.preceding().get(i).number());
        }
        if (invoice.payment() != null) {
            PaymentChecks.check(invoice.payment(), problems);
        }
    }

    private void whatFor(Invoice invoice) {
        boolean ordered = invoice.order() != null || invoice.lines().stream().anyMatch(l -> l.order() != null);
        if (!ordered && blank(invoice.buyerReference())) {
            problems.add(
                    "MISSING_FIELD",
                    "order",
                    "Neither an order nor a buyer reference is named; give the buyer's order number");
        }
    }

    private void whenToPay(Invoice invoice) {
        boolean terms = invoice.payment() != null && !blank(invoice.payment().terms());
        if (!invoice.credits() && invoice.dueOn() == null && !terms) {
            problems.add(
                    "MISSING_FIELD", "dueOn", "Neither a day nor terms say when to pay; give dueOn or payment/terms");
        }
    }

    private void lines(Invoice invoice) {
        if (invoice.lines().isEmpty()) {
            problems.add("MISSING_FIELD", "lines", "The invoice has no line; charge at least one");
        }
        if (invoice.lines().size() > MOST_LINES) {
            problems.add("TOO_MANY_LINES", "lines", "There are more than " + MOST_LINES + " lines; split the invoice");
            return;
        }
        Set<String> numbers = new HashSet<>();
        for (int i = 0; i < invoice.lines().size(); i++) {
            InvoiceLine line = invoice.lines().get(i);
            String at = places.apply(i + 1);
            line(at, line);
            if (line.number() != null && !numbers.add(line.number())) {
                problems.add(
                        "DUPLICATE_LINE_NUMBER",
                        at + "number",
                        "Another line has this number; give every line one of its own");
            }
        }
    }

    private void line(String at, InvoiceLine line) {
        require(at + "number", line.number());
        plain(at + "number", line.number(), LINE_NUMBER_LENGTH);
        require(at + "item", line.item());
        require(at + "quantity", line.quantity());
        require(at + "price", line.price());
        if (line.quantity() != null) {
            if (line.quantity().isZero()) {
                problems.add(
                        "QUANTITY_NOT_POSITIVE",
                        at + "quantity",
                        "The quantity must be greater than 0; leave the line out, or send a credit note");
            }
            range(at + "quantity", line.quantity().value());
        }
        if (line.price() != null) {
            range(at + "price", line.price().baseQuantity());
            if (line.price().amount().amount().signum() < 0) {
                problems.add("NUMBER_OUT_OF_RANGE", at + "price", "The price is negative; give an allowance instead");
            }
        }
        rate(at, line.taxCategory(), line.taxPercent());
        references(at, line.references());
        for (int i = 0; i < line.allowanceCharges().size(); i++) {
            extra(
                    at + "allowanceCharges[" + (i + 1) + "]/",
                    line.allowanceCharges().get(i));
        }
    }

    private void extra(String at, AllowanceCharge extra) {
        require(at + "kind", extra.kind());
        require(at + "amount", extra.amount());
        if (extra.amount() != null && extra.amount().amount().signum() < 0) {
            problems.add(
                    "NUMBER_OUT_OF_RANGE",
                    at + "amount",
                    "The amount is negative; say by kind whether it adds or takes off");
        }
        if (extra.amount() != null
                && extra.amount().amount().stripTrailingZeros().scale() > CENTS) {
            problems.add("NUMBER_OUT_OF_RANGE", at + "amount", "The amount has fractions of a cent; round it");
        }
        if (blank(extra.code()) && blank(extra.reason())) {
            problems.add("MISSING_FIELD", at + "reason", "Neither code nor reason says what this is for; give one");
        }
    }

    private void rate(String at, String category, BigDecimal percent) {
        require(at + "taxPercent", percent);
        if (percent == null) {
            return;
        }
        if (percent.compareTo(MOST_PERCENT) > 0 || percent.stripTrailingZeros().scale() > MOST_DECIMALS) {
            problems.add(
                    "BAD_TAX", at + "taxPercent", "The rate of VAT is above 100 or has too many decimals; check it");
            return;
        }
        String known = InvoiceSums.category(category, percent);
        if (known == null) {
            problems.add(
                    "MISSING_FIELD",
                    at + "taxCategory",
                    "A rate of 0 does not say why; give the category: Z, E, AE, K, G or O");
        } else if (!known.matches("S|L|M|Z|E|AE|K|G|O")) {
            problems.add(
                    "BAD_TAX",
                    at + "taxCategory",
                    "\"" + known + "\" is no category of VAT; use S, Z, E, AE, K, G or O");
        } else if (percent.signum() < 0 || contradicts(known, percent)) {
            problems.add(
                    "BAD_TAX",
                    at + "taxPercent",
                    "Category " + known + " cannot have a rate of " + percent.toPlainString()
                            + "; give the one that belongs to it");
        }
    }

    /** The standard rate is none without a rate, and the categories of exemption are none with one. */
    private static boolean contradicts(String category, BigDecimal percent) {
        return category.equals("S") ? percent.signum() == 0 : category.matches("Z|E|AE|K|G|O") && percent.signum() != 0;
    }

    /** Everything is in the one currency of the invoice. */
    private void currencies(Invoice invoice) {
        if (!CURRENCIES.contains(String.valueOf(invoice.currency()))) {
            return;
        }
        Money[] none = new Money[0];
        same(invoice, "totals", invoice.totals() == null ? none : amounts(invoice.totals()));
        for (int i = 0; i < invoice.taxes().size(); i++) {
            InvoiceTax tax = invoice.taxes().get(i);
            same(invoice, "taxes[" + (i + 1) + "]", tax.taxable(), tax.tax());
        }
        for (AllowanceCharge extra : invoice.allowanceCharges()) {
            same(invoice, "allowanceCharges", extra.amount(), extra.base());
        }
        for (int i = 0; i < invoice.lines().size(); i++) {
            InvoiceLine line = invoice.lines().get(i);
            String at = places.apply(i + 1);
            same(
                    invoice,
                    at + "price",
                    line.price() == null ? null : line.price().amount());
            same(invoice, at + "amount", line.amount());
            line.allowanceCharges().forEach(e -> same(invoice, at + "allowanceCharges", e.amount(), e.base()));
        }
    }

    private static Money[] amounts(InvoiceTotals t) {
        return new Money[] {
            t.lines(), t.allowances(), t.charges(), t.net(), t.tax(), t.gross(), t.prepaid(), t.rounding(), t.payable()
        };
    }

    private void same(Invoice invoice, String place, Money... amounts) {
        Stream.of(amounts).filter(Objects::nonNull).forEach(m -> range(place, m.amount()));
        Stream.of(amounts)
                .filter(m -> m != null && !m.currency().equals(invoice.currency()))
                .findFirst()
                .ifPresent(m -> problems.add(
                        "CURRENCY_DIFFERS",
                        place,
                        m.currency() + " on an invoice in " + invoice.currency()
                                + "; give every amount in one currency"));
    }

    private void references(String at, List<Reference> references) {
        if (references.stream()
                .anyMatch(r -> r.kind() == null || r.value() == null || r.kind() == Reference.Kind.ATTACHMENT)) {
            problems.add("BAD_VALUE", at + "references", "A reference needs a value and one of the published kinds");
        }
    }

    private void range(String at, BigDecimal number) {
        BigDecimal plain = number.stripTrailingZeros();
        if (plain.scale() > MOST_DECIMALS || plain.precision() - plain.scale() > MOST_DIGITS) {
            problems.add(
                    "NUMBER_OUT_OF_RANGE",
                    at,
                    "There are more than " + MOST_DIGITS + " digits before or " + MOST_DECIMALS
                            + " after the point; check it");
        }
    }

    private void number(String at, DocumentNumber number) {
        require(at, number);
        plain(at, number == null ? null : number.value(), NUMBER_LENGTH);
    }

    private void plain(String at, String value, int most) {
        if (value != null && value.length() > most) {
            problems.add("TEXT_TOO_LONG", at, "More than " + most + " characters; shorten it");
        }
        if (value != null && value.chars().anyMatch(Character::isISOControl)) {
            problems.add("CONTROL_CHARACTER", at, "It holds a control character; leave it out");
        }
    }

    private void require(String at, Object value) {
        if (value == null) {
            problems.add("MISSING_FIELD", at, at + " is missing; fill it in");
        }
    }

    private static boolean blank(String value) {
        return value == null || value.isBlank();
    }
}
