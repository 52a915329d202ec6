package org.koppel.document;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;
import org.koppel.shared.Money;

/**
 * Reckons an invoice as EN 16931 does: a line is quantity times price, rounded half up to cents, with its charges and without its
 * allowances; VAT is rounded once, on the sum of each category and rate (BR-CO-17); the totals are sums of rounded amounts (BR-CO-10
 * to BR-CO-16). Amounts that the invoice gives for its lines stand, everything else is made anew.
 */
public final class InvoiceSums {
    /** Where the category itself says why there is no VAT: its VATEX code and words. */
    private static final Map<String, String[]> EXEMPTIONS = Map.of(
            "AE", new String[] {"VATEX-EU-AE", "Reverse charge"},
            "K", new String[] {"VATEX-EU-IC", "Intra-Community supply"},
            "G", new String[] {"VATEX-EU-G", "Export outside the EU"},
            "O", new String[] {"VATEX-EU-O", "Not subject to VAT"});

    private static final BigDecimal HUNDRED = BigDecimal.valueOf(100);

    private final Invoice invoice;

    private InvoiceSums(Invoice invoice) {
        this.invoice = invoice;
    }

    /** VAT of one kind. */
    private record Rate(String category, BigDecimal percent) {}

    /**
     * The invoice with its lines' amounts, VAT and totals.
     *
     * @param invoice every line of which has quantity, price and rate, all in its currency
     */
    public static Invoice reckoned(Invoice invoice) {
        return new InvoiceSums(invoice).reckoned();
    }

    /** What the line comes to, from its quantity, price, allowances and charges. */
    public static Money amountOf(InvoiceLine line) {
        Money sum = line.price().of(line.quantity().value());
        for (AllowanceCharge extra : line.allowanceCharges()) {
            sum = sum.plus(extra.effect());
        }
        return sum.rounded();
    }

    /** The category of VAT: as given, else standard rate where there is a rate; null when nothing tells. */
    public static String category(String given, BigDecimal percent) {
        if (given != null) {
            return given;
        }
        return percent != null && percent.signum() > 0 ? "S" : null;
    }

    private Invoice reckoned() {
        List<InvoiceLine> lines = invoice.lines().stream()
                .map(l -> l.reckoned(
                        l.amount() == null ? amountOf(l) : l.amount().rounded(),
                        category(l.taxCategory(), l.taxPercent())))
                .toList();
        List<InvoiceTax> taxes = taxes(lines);
        return invoice.reckoned(lines, taxes, totals(lines, taxes));
    }

    private List<InvoiceTax> taxes(List<InvoiceLine> lines) {
        Map<Rate, Money> taxable = new LinkedHashMap<>();
        lines.forEach(l -> taxable.merge(rate(l.taxCategory(), l.taxPercent()), l.amount(), Money::plus));
        invoice.allowanceCharges()
                .forEach(e -> taxable.merge(
                        rate(category(e.taxCategory(), e.taxPercent()), e.taxPercent()), e.effect(), Money::plus));
        List<InvoiceTax> taxes = new ArrayList<>();
        taxable.forEach((rate, sum) -> taxes.add(tax(rate, sum.rounded())));
        return taxes;
    }

    private static Rate rate(String category, BigDecimal percent) {
        BigDecimal plain = percent.stripTrailingZeros();
        return new Rate(category, plain.scale() < 0 ? plain.setScale(0) : plain);
    }

    private InvoiceTax tax(Rate rate, Money taxable) {
        BigDecimal tax = taxable.amount().multiply(rate.percent()).divide(HUNDRED, 2, RoundingMode.HALF_UP);
        Optional<InvoiceTax> given = invoice.taxes().stream()
                .filter(t -> rate.category() != null && rate.category().equals(t.category()))
                .filter(t -> t.percent() == null || t.percent().compareTo(rate.percent()) == 0)
                .findFirst();
        String[] why = EXEMPTIONS.getOrDefault(rate.category() == null ? "" : rate.category(), new String[2]);
        String code = given.map(InvoiceTax::exemption).orElse(null);
        String words = given.map(InvoiceTax::reason).orElse(null);
        boolean said = code != null || words != null;
        return new InvoiceTax(
                rate.category(),
                rate.percent(),
                taxable,
                new Money(tax, taxable.currency()),
                said ? code : why[0],
                said ? words : why[1]);
    }

    private InvoiceTotals totals(List<InvoiceLine> lines, List<InvoiceTax> taxes) {
        Money sum = sum(lines.stream().map(InvoiceLine::amount).toList());
        Money allowances = extras(e -> !e.adds());
        Money charges = extras(AllowanceCharge::adds);
        Money net = sum.plus(minus(allowances)).plus(charges);
        Money tax = sum(taxes.stream().map(InvoiceTax::tax).toList());
        Money gross = net.plus(tax);
        InvoiceTotals given = invoice.totals();
        Money prepaid = given == null ? null : given.prepaid();
        Money rounding = given == null ? null : given.rounding();
        Money payable =
                gross.plus(prepaid == null ? zero() : minus(prepaid)).plus(rounding == null ? zero() : rounding);
        return new InvoiceTotals(
                sum,
                unlessZero(allowances),
                unlessZero(charges),
                net,
                tax,
                gross,
                prepaid,
                rounding,
                payable.rounded());
    }

    private Money extras(Predicate<AllowanceCharge> which) {
        return sum(invoice.allowanceCharges().stream()
                .filter(which)
                .map(AllowanceCharge::amount)
                .toList());
    }

    private Money sum(List<Money> amounts) {
        return amounts.stream().reduce(zero(), Money::plus).rounded();
    }

    private Money zero() {
        return Money.zero(invoice.currency());
    }

    private static Money minus(Money money) {
        return new Money(money.amount().negate(), money.currency());
    }

    private static Money unlessZero(Money money) {
        return money.amount().signum() == 0 ? null : money;
    }
}
