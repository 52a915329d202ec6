package org.koppel.codec.report;

import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.List;
import org.koppel.document.DespatchAdvice;
import org.koppel.document.Invoice;
import org.koppel.document.OrderResponse;
import org.koppel.document.Reference;

/** What the buyer wants to see again: numbers, dates and every reference of the order, two to a row. */
final class ReferenceRows {
    private final ReportTexts texts;
    private final Figures figures;

    private record Pair(String label, String value) {
        static final Pair NONE = new Pair(null, null);
    }

    ReferenceRows(ReportTexts texts, Figures figures) {
        this.texts = texts;
        this.figures = figures;
    }

    List<ReportRow.References> of(OrderResponse response) {
        List<Pair> pairs = new ArrayList<>();
        pairs.add(new Pair(texts.get("reference.order"), response.order().value()));
        pairs.add(new Pair(texts.get("reference.number"), response.number().value()));
        pairs.add(new Pair(texts.get("reference.orderDate"), day(response.orderIssuedAt())));
        pairs.add(new Pair(texts.get("reference.date"), day(response.issuedAt())));
        for (Reference reference : response.references()) {
            pairs.add(
                    reference.kind() == Reference.Kind.ATTACHMENT
                            ? new Pair(texts.get("reference.ATTACHMENT"), reference.name())
                            : new Pair(label(texts, reference), reference.value()));
        }
        return rows(pairs);
    }

    List<ReportRow.References> of(DespatchAdvice advice) {
        List<Pair> pairs = new ArrayList<>();
        pairs.add(new Pair(texts.get("reference.order"), advice.order().value()));
        pairs.add(new Pair(texts.get("despatch.number"), advice.number().value()));
        pairs.add(new Pair(texts.get("despatch.despatchedOn"), figures.date(advice.despatchedOn())));
        pairs.add(new Pair(texts.get("despatch.expectedOn"), figures.date(advice.expectedOn())));
        if (advice.carrier() != null) {
            pairs.add(new Pair(texts.get("despatch.carrier"), advice.carrier().name()));
            pairs.add(new Pair(texts.get("despatch.tracking"), advice.carrier().tracking()));
        }
        for (Reference reference : advice.references()) {
            if (reference.kind() != Reference.Kind.ATTACHMENT) {
                pairs.add(new Pair(label(texts, reference), reference.value()));
            }
        }
        return rows(pairs.stream()
                .filter(p -> p.value != null && !p.value.isBlank())
                .toList());
    }

    /** The reference's own name where it has one, else the word for its kind. */
    static String label(ReportTexts texts, Reference reference) {
        String name = reference.name();
        return name == null || name.isBlank() ? texts.get("reference." + reference.kind()) : name;
    }

    private String day(OffsetDateTime moment) {
        return moment == null ? "–" : figures.date(moment.toLocalDate());
    }

    private static List<ReportRow.References> rows(List<Pair> pairs) {
        List<ReportRow.References> rows = new ArrayList<>();
        for (int i = 0; i < pairs.size(); i += 2) {
            Pair left = pairs.get(i);
            Pair right = i + 1 < pairs.size() ? pairs.get(i + 1) : Pair.NONE;
            rows.add(new ReportRow.References(left.label, left.value, right.label, right.value));
        }
        return rows;
    }

    /** What identifies an invoice, and every reference that the order gave. */
    List<ReportRow.References> charged(Invoice invoice) {
        List<Pair> pairs = new ArrayList<>();
        pairs.add(new Pair(
                texts.get(InvoiceContent.key("number", invoice)),
                invoice.number().value()));
        pairs.add(new Pair(texts.get("invoice.date"), figures.date(invoice.issuedOn())));
        pairs.add(new Pair(
                texts.get("reference.order"),
                invoice.order() == null ? null : invoice.order().value()));
        pairs.add(new Pair(texts.get("invoice.due"), figures.date(invoice.dueOn())));
        pairs.add(new Pair(texts.get("invoice.buyerReference"), invoice.buyerReference()));
        pairs.add(new Pair(texts.get("invoice.despatch"), invoice.despatch()));
        pairs.add(new Pair(texts.get("invoice.delivered"), figures.date(invoice.deliveredOn())));
        pairs.add(new Pair(texts.get("invoice.taxPoint"), figures.date(invoice.taxPointOn())));
        pairs.add(new Pair(texts.get("invoice.project"), invoice.project()));
        for (Invoice.Preceding earlier : invoice.preceding()) {
            pairs.add(new Pair(texts.get("invoice.preceding"), earlier.number().value()));
        }
        for (Reference reference : invoice.references()) {
            pairs.add(new Pair(label(texts, reference), reference.value()));
        }
        return rows(pairs.stream()
                .filter(p -> p.value != null && !p.value.isBlank())
                .toList());
    }
}
