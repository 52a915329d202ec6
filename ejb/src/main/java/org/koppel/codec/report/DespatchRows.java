package org.koppel.codec.report;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.koppel.document.DespatchAdvice;
import org.koppel.document.DespatchAdvice.HandlingUnit;
import org.koppel.document.DespatchLine;
import org.koppel.document.Reference;

/** What left: first what is in no package, then every package with its barcode and what is in it. */
final class DespatchRows {
    private final ReportTexts texts;
    private final Figures figures;

    DespatchRows(ReportTexts texts, Figures figures) {
        this.texts = texts;
        this.figures = figures;
    }

    List<ReportRow> of(DespatchAdvice advice) {
        List<String> packages =
                advice.packages().stream().map(HandlingUnit::sscc).toList();
        List<ReportRow> rows = new ArrayList<>();
        advice.lines().stream()
                .filter(l -> l.sscc() == null || !packages.contains(l.sscc()))
                .forEach(l -> rows.add(line(l, l.sscc())));
        List<HandlingUnit> units = advice.packages().stream().distinct().toList();
        for (int i = 0; i < units.size(); i++) {
            HandlingUnit unit = units.get(i);
            rows.add(unit(unit, i + 1, units.size()));
            advice.lines().stream()
                    .filter(l -> l.sscc() != null && l.sscc().equals(unit.sscc()))
                    .forEach(l -> rows.add(line(l, null)));
        }
        return rows;
    }

    private ReportRow.Parcel unit(HandlingUnit unit, int number, int count) {
        String named = unit.kind() == null ? null : texts.find("despatch.kind." + unit.kind());
        String kind = named == null ? texts.get("despatch.kind") : named;
        String weight = unit.grossKilograms() == null
                ? null
                : texts.get("despatch.weight", figures.quantity(unit.grossKilograms(), "KGM"));
        return new ReportRow.Parcel(
                "UNIT",
                texts.get("despatch.unit", kind, number, count),
                weight,
                unit.sscc() == null ? null : "(00) " + unit.sscc(),
                Barcode.ofPackage(unit.sscc()));
    }

    /** @param sscc of a package that stands nowhere else; may be null */
    private ReportRow.Delivered line(DespatchLine line, String sscc) {
        boolean rest = line.outstanding() != null && !line.outstanding().isZero();
        return new ReportRow.Delivered(
                "LINE",
                line.orderLine(),
                line.item().description(),
                LineRows.numbers(texts, "article.buyersId", line.item()),
                figures.quantity(line.delivered()),
                rest ? figures.quantity(line.outstanding()) : "–",
                remarks(line, sscc));
    }

    private String remarks(DespatchLine line, String sscc) {
        Stream<String> references = line.references().stream()
                .filter(r -> r.kind() != Reference.Kind.ATTACHMENT)
                .map(r -> ReferenceRows.label(texts, r) + ": " + r.value());
        return Stream.of(Stream.ofNullable(sscc).map(s -> "SSCC " + s), Stream.ofNullable(line.note()), references)
                .flatMap(s -> s)
                .filter(text -> text != null && !text.isBlank())
                .collect(Collectors.joining("\n"));
    }
}
