package org.koppel.codec.cxml;

import java.io.IOException;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.koppel.codec.DocumentException;
import org.koppel.codec.XmlCursor;
import org.koppel.document.AllowanceCharge;
import org.koppel.document.InvoiceLine;
import org.koppel.document.InvoiceTax;
import org.koppel.document.InvoiceTotals;
import org.koppel.shared.Money;

/** Amounts of an {@code InvoiceDetailRequest}: its summary, modifications, and the one rate of VAT where lines name none. */
final class InvoiceDetailMoney {
    private static final String SUMMARY = "InvoiceDetailSummary/";

    /** Words and a VATEX code in brackets, or the code alone. */
    private static final Pattern CODE = Pattern.compile("(.*?)\\(?(VATEX-[A-Z0-9-]{1,20})\\)?", Pattern.DOTALL);

    private final Fields fields;
    private final XmlCursor xml;
    private final List<InvoiceTax> taxes = new ArrayList<>();
    private final List<AllowanceCharge> extras = new ArrayList<>();
    private boolean credit;
    private LocalDate taxPoint;
    private Money subtotal;
    private Money tax;
    private Money net;
    private Money gross;
    private Money prepaid;
    private Money payable;

    InvoiceDetailMoney(Fields fields) {
        this.fields = fields;
        this.xml = fields.xml();
    }

    /** From here on, a minus is what a credit memo has. */
    void credit(boolean memo) {
        credit = memo;
    }

    boolean isCredit() {
        return credit;
    }

    /** The {@code Money} inside the element just entered, as {@link Fields#money} reads it; null when there is none. */
    Money money(String field) throws DocumentException, IOException {
        String currency = null;
        String amount = null;
        int here = xml.depth();
        while (xml.nextChild(here)) {
            if ("Money".equals(xml.name()) && amount == null) {
                currency = xml.attribute("currency");
                amount = fields.text(Cxml.NAME_LENGTH, field + "/Money");
            }
        }
        return money(field, currency, amount);
    }

    private Money money(String field, String currency, String amount) {
        BigDecimal value = fields.number(amount, field + "/Money");
        if (value == null || currency == null || !currency.matches("[A-Z]{3}")) {
            if (amount != null && value != null) {
                fields.problem(
                        "UNKNOWN_CURRENCY", field + "/Money/@currency", "Name the currency by ISO 4217; such as EUR");
            }
            return null;
        }
        return new Money(credit ? value.negate() : value, currency);
    }

    void summary() throws DocumentException, IOException {
        int here = xml.depth();
        while (xml.nextChild(here)) {
            switch (xml.name()) {
                case "SubtotalAmount" -> subtotal = money(SUMMARY + "SubtotalAmount");
                case "Tax" -> tax();
                case "InvoiceHeaderModifications" -> modifications(extras);
                case "TotalAmountWithoutTax" -> net = money(SUMMARY + "TotalAmountWithoutTax");
                case "NetAmount" -> gross = money(SUMMARY + "NetAmount");
                case "DepositAmount" -> prepaid = money(SUMMARY + "DepositAmount");
                case "DueAmount" -> payable = money(SUMMARY + "DueAmount");
                default -> {} // sums of what is read one by one
            }
        }
    }

    private void tax() throws DocumentException, IOException {
        String currency = null;
        String amount = null;
        int here = xml.depth();
        while (xml.nextChild(here)) {
            switch (xml.name()) {
                case "Money" -> {
                    currency = xml.attribute("currency");
                    amount = fields.text(Cxml.NAME_LENGTH, SUMMARY + "Tax/Money");
                }
                case "TaxDetail" -> taxes.add(detail());
                default -> {}
            }
        }
        tax = money(SUMMARY + "Tax", currency, amount);
    }

    private InvoiceTax detail() throws DocumentException, IOException {
        String field = SUMMARY + "Tax/TaxDetail/";
        BigDecimal percent = fields.number(xml.attribute("percentageRate"), field + "@percentageRate");
        String exempt = xml.attribute("exemptDetail");
        LocalDate point = fields.date(xml.attribute("taxPointDate"), field + "@taxPointDate");
        taxPoint = point == null ? taxPoint : point;
        Money taxable = null;
        Money amount = null;
        String why = null;
        String code = null;
        int here = xml.depth();
        while (xml.nextChild(here)) {
            switch (xml.name()) {
                case "TaxableAmount" -> taxable = money(field + "TaxableAmount");
                case "TaxAmount" -> amount = money(field + "TaxAmount");
                case "Description" -> why = fields.deepText(Cxml.TEXT_LENGTH, field + "Description");
                case "TaxExemption" -> code = fields.attribute("exemptCode", Cxml.NAME_LENGTH, field + "@exemptCode");
                default -> {}
            }
        }
        return untaxed(percent, exempt, code, why).with(percent, taxable, amount);
    }

    /** Why there is no VAT: words, and a code that stands alone or in brackets behind them. */
    private record Why(String category, String code, String words) {

        InvoiceTax with(BigDecimal percent, Money taxable, Money amount) {
            return new InvoiceTax(category, percent, taxable, amount, code, words);
        }
    }

    private static Why untaxed(BigDecimal percent, String exempt, String said, String why) {
        if (percent == null || percent.signum() > 0) {
            return new Why(percent == null ? null : "S", null, why);
        }
        Matcher coded = CODE.matcher(why == null ? "" : why.strip());
        String code = coded.matches() ? coded.group(2) : null;
        String words = coded.matches() ? coded.group(1).strip() : why;
        String known = TaxDetailPart.category(said == null ? code : said);
        String category = known == null ? "exempt".equals(exempt) ? "E" : "Z" : known;
        String kept = said != null && said.startsWith("VATEX-") ? said : code;
        return new Why(category, kept, words == null || words.isEmpty() ? null : words);
    }

    void modifications(List<AllowanceCharge> into) throws DocumentException, IOException {
        int here = xml.depth();
        while (xml.nextChild(here)) {
            if ("Modification".equals(xml.name())) {
                AllowanceCharge read = modification();
                into.add(read);
            }
        }
    }

    private AllowanceCharge modification() throws DocumentException, IOException {
        AllowanceCharge.Kind kind = null;
        Money amount = null;
        String code = null;
        String words = null;
        int here = xml.depth();
        while (xml.nextChild(here)) {
            switch (xml.name()) {
                case "AdditionalCost" -> {
                    kind = AllowanceCharge.Kind.CHARGE;
                    amount = money("Modification/AdditionalCost");
                }
                case "AdditionalDeduction" -> {
                    kind = AllowanceCharge.Kind.ALLOWANCE;
                    amount = deduction();
                }
                case "ModificationDetail" -> {
                    String name = fields.attribute("name", Cxml.NAME_LENGTH, "ModificationDetail/@name");
                    words = description();
                    code = name != null && name.matches("[A-Z]{2,3}|\\d{2,3}") ? name : null;
                    words = words == null ? name : words;
                }
                default -> {}
            }
        }
        return new AllowanceCharge(kind, code, words, null, null, amount, null, null);
    }

    private Money deduction() throws DocumentException, IOException {
        Money amount = null;
        int here = xml.depth();
        while (xml.nextChild(here)) {
            if ("DeductionAmount".equals(xml.name())) {
                amount = money("Modification/AdditionalDeduction/DeductionAmount");
            }
        }
        return amount;
    }

    private String description() throws DocumentException, IOException {
        String words = null;
        int here = xml.depth();
        while (xml.nextChild(here)) {
            if ("Description".equals(xml.name())) {
                words = fields.deepText(Cxml.TEXT_LENGTH, "ModificationDetail/Description");
            }
        }
        return words;
    }

    /** The rate of everything that names none: the only one of the summary; null when there are several. */
    private InvoiceTax only() {
        return taxes.size() == 1 ? taxes.get(0) : null;
    }

    /** What is charged on the whole, under the only rate of VAT; the greatest one where there are several, for freight. */
    List<AllowanceCharge> extras() {
        InvoiceTax rate = taxes.stream()
                .filter(t -> t.percent() != null)
                .reduce((one, other) -> other.percent().compareTo(one.percent()) > 0 ? other : one)
                .orElse(null);
        return extras.stream()
                .map(e -> rate == null
                        ? e
                        : new AllowanceCharge(
                                e.kind(),
                                e.code(),
                                e.reason(),
                                null,
                                null,
                                e.amount(),
                                rate.category(),
                                rate.percent()))
                .toList();
    }

    /** The lines, each with a rate of VAT as far as one is known. */
    List<InvoiceLine> rated(List<InvoiceLine> lines) {
        return lines.stream().map(this::rated).toList();
    }

    private InvoiceLine rated(InvoiceLine l) {
        InvoiceTax rate = l.taxPercent() == null
                ? only()
                : taxes.stream()
                        .filter(t -> t.percent() != null && t.percent().compareTo(l.taxPercent()) == 0)
                        .filter(t -> l.taxCategory() == null || l.taxCategory().equals(t.category()))
                        .findFirst()
                        .orElse(null);
        if (rate == null) {
            return l;
        }
        return new InvoiceLine(
                l.number(),
                l.order(),
                l.orderLine(),
                l.despatch(),
                l.item(),
                l.quantity(),
                l.price(),
                l.allowanceCharges(),
                l.amount(),
                rate.category(),
                rate.percent(),
                l.deliveredOn(),
                l.note(),
                l.references());
    }

    List<InvoiceTax> taxes() {
        return taxes;
    }

    LocalDate taxPoint() {
        return taxPoint;
    }

    /** Of the sums, else of the first price. */
    String currency(List<InvoiceLine> lines) {
        return Stream.concat(
                        Stream.of(payable, gross, subtotal),
                        lines.stream()
                                .map(l -> l.price() == null ? null : l.price().amount()))
                .filter(Objects::nonNull)
                .map(Money::currency)
                .findFirst()
                .orElse(null);
    }

    InvoiceTotals totals(List<InvoiceLine> lines) {
        return new InvoiceTotals(sumOf(lines), null, null, net, tax, gross, prepaid, null, payable);
    }

    /**
     * The lines with what they add and take off. {@code SubtotalAmount} is without that, as those of the items are; with it, as it also comes, it is that sum
     * already.
     */
    private Money sumOf(List<InvoiceLine> lines) {
        boolean known = lines.stream().allMatch(InvoiceDetailMoney::isWhole);
        if (subtotal == null || !known) {
            return subtotal; // what is missing is refused
        }
        BigDecimal extra = lines.stream().map(InvoiceDetailMoney::extra).reduce(BigDecimal.ZERO, BigDecimal::add);
        BigDecimal all = lines.stream()
                .map(l -> l.amount() == null
                        ? l.price().of(l.quantity().value()).amount().add(extra(l))
                        : l.amount().amount())
                .reduce(BigDecimal.ZERO, BigDecimal::add);
        BigDecimal whole = subtotal.amount().add(extra);
        return whole.compareTo(all) == 0 ? new Money(whole, subtotal.currency()) : subtotal;
    }

    private static boolean isWhole(InvoiceLine line) {
        return line.price() != null
                && line.quantity() != null
                && line.allowanceCharges().stream().allMatch(e -> e.amount() != null);
    }

    private static BigDecimal extra(InvoiceLine line) {
        return line.allowanceCharges().stream().map(e -> e.effect().amount()).reduce(BigDecimal.ZERO, BigDecimal::add);
    }
}
