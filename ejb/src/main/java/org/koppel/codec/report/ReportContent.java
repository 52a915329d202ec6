package org.koppel.codec.report;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import net.sf.jasperreports.engine.JRParameter;
import org.koppel.codec.DocumentException;
import org.koppel.codec.FormatSettings;
import org.koppel.document.OrderResponse;
import org.koppel.document.Reason;

/**
 * Everything a layout prints, as finished texts: parameters for what stands once, rows for what repeats. The layouts compute
 * nothing.
 *
 * @param title the document's title, for its metadata
 */
record ReportContent(String title, String author, Locale locale, Map<String, Object> parameters, List<ReportRow> rows) {

    /**
     * @param settings whose language the reader wants
     * @throws DocumentException when the response lacks what a confirmation must show; names every such field
     */
    static ReportContent of(OrderResponse response, FormatSettings settings) throws DocumentException {
        PrintableResponse.check(response);
        ReportTexts texts = ReportTexts.of(settings.languageOf(response.language()), country(response));
        Figures figures = new Figures(texts, response.currency());
        List<ReportRow> rows = new ArrayList<>(new ReferenceRows(texts, figures).of(response));
        LineRows lines = new LineRows(texts, figures);
        response.lines().forEach(line -> rows.add(lines.of(line)));
        rows.addAll(new SumRows(texts, figures).of(response));
        String title = texts.special("title", said(response)) + " " + response.number();
        return new ReportContent(
                title, response.seller().name(), texts.locale(), parameters(response, texts, figures), rows);
    }

    /** Labels only, no document: enough to make JasperReports load its fonts and classes. */
    static ReportContent blank() {
        ReportTexts texts = ReportTexts.of("en", null);
        Map<String, Object> parameters = new HashMap<>();
        language(parameters, texts);
        return new ReportContent("", "", texts.locale(), parameters, List.of());
    }

    private static String country(OrderResponse response) {
        return response.buyer().address() == null
                ? null
                : response.buyer().address().country();
    }

    private static void language(Map<String, Object> parameters, ReportTexts texts) {
        parameters.put(JRParameter.REPORT_LOCALE, texts.locale());
        parameters.put(JRParameter.REPORT_RESOURCE_BUNDLE, texts.bundle());
    }

    private static Map<String, Object> parameters(OrderResponse response, ReportTexts texts, Figures figures) {
        Map<String, Object> parameters = new HashMap<>();
        language(parameters, texts);
        parameters.put("LOGO", Logo.OURS);
        parameters.put("LOGO_TEXT", texts.get("logo", response.seller().name()));
        heading(response, texts, figures, parameters);
        parties(response, texts, parameters);
        parameters.put("AMOUNTS_IN", texts.get("amountsIn", response.currency()));
        parameters.put("NOTE", response.note());
        card(response, texts, parameters);
        return parameters;
    }

    private static void card(OrderResponse response, ReportTexts texts, Map<String, Object> parameters) {
        if (response.card() != null) {
            parameters.put("CARD", response.card().text());
            parameters.put("BUYER_LOGO", Logo.ofBuyer(response.card().logo()));
            parameters.put("BUYER_LOGO_TEXT", texts.get("logo", response.buyer().name()));
        }
    }

    private static void heading(
            OrderResponse response, ReportTexts texts, Figures figures, Map<String, Object> parameters) {
        String title = texts.special("title", said(response));
        String number = response.number().value();
        String order = response.order().value();
        String ordered = response.orderIssuedAt() == null
                ? null
                : texts.get(
                        "yourOrder",
                        order,
                        figures.date(response.orderIssuedAt().toLocalDate()));
        parameters.put("TITLE", title + " " + number);
        parameters.put("SUBTITLE", ordered == null ? texts.get("reference.order") + " " + order : ordered);
        parameters.put("CONTINUED", texts.get("continued", title, number, order));
        parameters.put("TEST", response.test() ? texts.get("test") : null);
        parameters.put("STATUS", response.status().name());
        parameters.put("STATUS_TEXT", texts.get("status." + said(response)));
        parameters.put("SUMMARY", texts.get("summary." + said(response)));
        parameters.put("REASONS", response.reasons().stream().map(Reason::text).collect(Collectors.joining("\n")));
    }

    /** What is said of the order as a whole. */
    private static Enum<?> said(OrderResponse response) {
        return response.notice() == null ? response.status() : response.notice();
    }

    private static void parties(OrderResponse response, ReportTexts texts, Map<String, Object> parameters) {
        Parties parties = new Parties(texts);
        List<Parties.Block> blocks = parties.of(response);
        for (int i = 0; i < blocks.size(); i++) {
            String name = "PARTY_" + (i + 1);
            parameters.put(name, blocks.get(i).label());
            parameters.put(name + "_NAME", blocks.get(i).name());
            parameters.put(name + "_TEXT", blocks.get(i).lines());
        }
        parameters.put("SELLER_LINE", parties.oneLine(response.seller()));
    }
}
