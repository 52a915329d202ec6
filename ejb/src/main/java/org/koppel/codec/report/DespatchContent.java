package org.koppel.codec.report;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import net.sf.jasperreports.engine.JRParameter;
import org.koppel.codec.DocumentException;
import org.koppel.codec.FormatSettings;
import org.koppel.codec.Problems;
import org.koppel.document.DespatchAdvice;
import org.koppel.document.DespatchLine;

/** A delivery note as the layouts print it. */
final class DespatchContent {
    private static final String ANY_CURRENCY = "EUR"; // a delivery note shows no amounts

    private DespatchContent() {}

    /**
     * @param settings whose language the reader wants
     * @throws DocumentException when the advice lacks what a delivery note must show; names every such field
     */
    static ReportContent of(DespatchAdvice advice, FormatSettings settings) throws DocumentException {
        check(advice);
        String country = advice.buyer().address() == null
                ? null
                : advice.buyer().address().country();
        ReportTexts texts = ReportTexts.of(settings.languageOf(advice.language()), country);
        Figures figures = new Figures(texts, ANY_CURRENCY);
        List<ReportRow> rows = new ArrayList<>(new ReferenceRows(texts, figures).of(advice));
        rows.addAll(new DespatchRows(texts, figures).of(advice));
        String title = texts.get("despatch.title") + " " + advice.number();
        return new ReportContent(
                title, advice.seller().name(), texts.locale(), parameters(advice, title, texts, figures), rows);
    }

    private static void check(DespatchAdvice advice) throws DocumentException {
        Problems problems = new Problems();
        there(problems, "number", advice.number());
        there(problems, "issuedAt", advice.issuedAt());
        there(problems, "order", advice.order());
        there(problems, "seller", advice.seller());
        there(problems, "buyer", advice.buyer());
        for (DespatchLine line : advice.lines()) {
            String at = "line " + line.number() + ", ";
            there(problems, at + "orderLine", line.orderLine());
            there(problems, at + "item", line.item());
            there(problems, at + "delivered", line.delivered());
        }
        problems.throwIfAny();
    }

    private static void there(Problems problems, String field, Object value) {
        if (value == null) {
            problems.add("MISSING_FIELD", field, "A delivery note must show it; fill it in");
        }
    }

    private static Map<String, Object> parameters(
            DespatchAdvice advice, String title, ReportTexts texts, Figures figures) {
        Map<String, Object> parameters = new HashMap<>();
        parameters.put(JRParameter.REPORT_LOCALE, texts.locale());
        parameters.put(JRParameter.REPORT_RESOURCE_BUNDLE, texts.bundle());
        parameters.put("LOGO", Logo.OURS);
        parameters.put("LOGO_TEXT", texts.get("logo", advice.seller().name()));
        String order = advice.order().value();
        String status = advice.complete() ? "COMPLETE" : "PART";
        parameters.put("TITLE", title);
        parameters.put("SUBTITLE", subtitle(advice, texts, figures));
        parameters.put("CONTINUED", texts.get("continued", texts.get("despatch.title"), advice.number(), order));
        parameters.put("TEST", advice.test() ? texts.get("test") : null);
        parameters.put("STATUS", status);
        parameters.put("STATUS_TEXT", texts.get("despatch.status." + status));
        parameters.put("SUMMARY", texts.get("despatch.summary." + status));
        parameters.put("NOTE", advice.note());
        Barcode barcode = Barcode.ofOrder(order);
        parameters.put("BARCODE", barcode);
        parameters.put("BARCODE_TEXT", barcode == null ? null : "(400) " + order);
        parties(advice, texts, parameters);
        return parameters;
    }

    private static String subtitle(DespatchAdvice advice, ReportTexts texts, Figures figures) {
        String order = advice.order().value();
        return advice.orderIssuedAt() == null
                ? texts.get("reference.order") + " " + order
                : texts.get(
                        "yourOrder", order, figures.date(advice.orderIssuedAt().toLocalDate()));
    }

    private static void parties(DespatchAdvice advice, ReportTexts texts, Map<String, Object> parameters) {
        Parties parties = new Parties(texts);
        List<Parties.Block> blocks = parties.of(advice);
        for (int i = 0; i < blocks.size(); i++) {
            String name = "PARTY_" + (i + 1);
            parameters.put(name, blocks.get(i).label());
            parameters.put(name + "_NAME", blocks.get(i).name());
            parameters.put(name + "_TEXT", blocks.get(i).lines());
        }
        parameters.put("SELLER_LINE", parties.oneLine(advice.seller()));
    }
}
