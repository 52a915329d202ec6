package org.koppel.codec.report;

import java.util.ArrayList;
import java.util.Currency;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import net.sf.jasperreports.engine.JRParameter;
import org.koppel.codec.DocumentException;
import org.koppel.codec.FormatSettings;
import org.koppel.codec.Problems;
import org.koppel.document.Invoice;
import org.koppel.document.Invoice.Payment;
import org.koppel.document.InvoiceTax;

/** An invoice or credit note as the layouts print it. */
final class InvoiceContent {
    private final Invoice invoice;
    private final ReportTexts texts;
    private final Figures figures;

    private InvoiceContent(Invoice invoice, ReportTexts texts) {
        this.invoice = invoice;
        this.texts = texts;
        this.figures = new Figures(texts, invoice.currency());
    }

    /**
     * @param settings whose language the reader wants
     * @throws DocumentException when the invoice lacks what must be shown; names every such field
     */
    static ReportContent of(Invoice invoice, FormatSettings settings) throws DocumentException {
        check(invoice);
        String country = invoice.debtor().address() == null
                ? null
                : invoice.debtor().address().country();
        return new InvoiceContent(invoice, ReportTexts.of(settings.languageOf(invoice.language()), country)).content();
    }

    /** {@code invoice.title}, or the same of a credit note. */
    static String key(String name, Invoice invoice) {
        return (invoice.credits() ? "credit." : "invoice.") + name;
    }

    private static void check(Invoice invoice) throws DocumentException {
        Problems problems = new Problems();
        there(problems, "issuedOn", invoice.issuedOn());
        there(problems, "seller", invoice.seller());
        there(problems, "buyer", invoice.buyer());
        there(problems, "totals", invoice.totals());
        if (Currency.getAvailableCurrencies().stream()
                .noneMatch(c -> c.getCurrencyCode().equals(invoice.currency()))) {
            problems.add(
                    "UNKNOWN_CURRENCY", "currency", invoice.currency() + " is no ISO 4217 code; give one such as EUR");
        }
        problems.throwIfAny();
    }

    private static void there(Problems problems, String field, Object value) {
        if (value == null) {
            problems.add("MISSING_FIELD", field, "An invoice must show it; fill it in");
        }
    }

    private ReportContent content() {
        List<ReportRow> rows = new ArrayList<>(new ReferenceRows(texts, figures).charged(invoice));
        InvoiceRows lines = new InvoiceRows(invoice, texts, figures);
        invoice.lines().forEach(line -> rows.add(lines.of(line)));
        rows.addAll(lines.sums());
        return new ReportContent(title(), invoice.seller().name(), texts.locale(), parameters(), rows);
    }

    private String title() {
        return texts.get(key("title", invoice)) + " " + invoice.number();
    }

    private Map<String, Object> parameters() {
        Map<String, Object> parameters = new HashMap<>();
        parameters.put(JRParameter.REPORT_LOCALE, texts.locale());
        parameters.put(JRParameter.REPORT_RESOURCE_BUNDLE, texts.bundle());
        parameters.put("LOGO", Logo.OURS);
        parameters.put("LOGO_TEXT", texts.get("logo", invoice.seller().name()));
        parameters.put("TITLE", title());
        parameters.put("SUBTITLE", subtitle());
        parameters.put("CONTINUED", title());
        parameters.put("TEST", invoice.test() ? texts.get("invoice.test") : null);
        parameters.put("AMOUNTS_IN", texts.get("amountsIn", invoice.currency()));
        parameters.put("NOTE", invoice.note());
        parameters.put("PAYMENT", payment());
        parameters.put("EXEMPTIONS", exemptions());
        Barcode code = Barcode.ofPayment(invoice);
        parameters.put("PAYMENT_CODE", code);
        parameters.put("PAYMENT_CODE_TEXT", code == null ? null : texts.get("invoice.scan"));
        Parties parties = new Parties(texts);
        List<Parties.Block> blocks = parties.charged(invoice);
        for (int i = 0; i < blocks.size(); i++) {
            String name = "PARTY_" + (i + 1);
            parameters.put(name, blocks.get(i).label());
            parameters.put(name + "_NAME", blocks.get(i).name());
            parameters.put(name + "_TEXT", blocks.get(i).lines());
        }
        parameters.put("SELLER_LINE", parties.oneLine(invoice.seller()));
        return parameters;
    }

    private String subtitle() {
        if (invoice.order() == null) {
            return figures.date(invoice.issuedOn());
        }
        return invoice.orderIssuedAt() == null
                ? texts.get("reference.order") + " " + invoice.order()
                : texts.get(
                        "yourOrder",
                        invoice.order().value(),
                        figures.date(invoice.orderIssuedAt().toLocalDate()));
    }

    /** Whom to pay what, until when, with which communication; of a credit note the terms only. Null when nothing is said of it. */
    private String payment() {
        Payment payment = invoice.payment();
        if (invoice.credits()) {
            return payment == null ? null : payment.terms();
        }
        String due = invoice.dueOn() == null
                ? null
                : texts.get("invoice.pay", figures.total(invoice.totals().payable()), figures.date(invoice.dueOn()));
        String text = payment == null
                ? Parties.joined("\n", due)
                : Parties.joined(
                        "\n",
                        due,
                        labelled("invoice.iban", spaced(payment.iban())),
                        labelled("invoice.bic", payment.bic()),
                        labelled("invoice.holder", payment.holder()),
                        labelled("invoice.reference", payment.reference()),
                        payment.terms());
        return text.isEmpty() ? null : text;
    }

    private String exemptions() {
        String text = invoice.taxes().stream()
                .filter(t -> t.reason() != null || t.exemption() != null)
                .map(this::exemption)
                .distinct()
                .collect(Collectors.joining("\n"));
        return text.isEmpty() ? null : text;
    }

    private String exemption(InvoiceTax tax) {
        String known = texts.find("invoice.exemption." + tax.category());
        return Parties.joined(
                " ",
                known == null ? tax.reason() : known,
                tax.exemption() == null ? null : "(" + tax.exemption() + ")");
    }

    private String labelled(String key, String value) {
        return value == null || value.isBlank() ? null : texts.get(key, value);
    }

    /** In groups of four, as people read account numbers. */
    private static String spaced(String iban) {
        return iban == null ? null : iban.replace(" ", "").replaceAll("(.{4})(?=.)", "$1\u00a0");
    }
}
