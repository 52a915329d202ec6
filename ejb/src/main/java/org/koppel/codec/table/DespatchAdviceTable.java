package org.koppel.codec.table;

import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.koppel.codec.Shortening;
import org.koppel.document.DespatchAdvice;
import org.koppel.document.DespatchLine;
import org.koppel.document.Reference;

/** A despatch advice, one row for each of its lines; docs/formats/table.md explains the columns. */
final class DespatchAdviceTable {
    private static final int PLACES = 4;

    /** A line and the document it stands in. */
    record Row(DespatchAdvice advice, DespatchLine line) {

        String references(Reference.Kind kind) {
            String joined = Stream.concat(line.references().stream(), advice.references().stream())
                    .filter(r -> r.kind() == kind)
                    .map(r -> r.name() == null ? r.value() : r.name() + "=" + r.value())
                    .distinct()
                    .collect(Collectors.joining("; "));
            return joined.isEmpty() ? null : joined;
        }
    }

    static final Table<DespatchAdvice, Row> TABLE = new Table<>(
            "Despatch",
            columns(),
            advice -> advice.lines().stream().map(line -> new Row(advice, line)).toList(),
            row -> "line " + row.line().number());

    private DespatchAdviceTable() {}

    private static List<Column<Row>> columns() {
        return List.of(
                Column.text("order", "ORDER", 60, r -> r.advice().order().value()),
                Column.text("despatch", "DESPATCH", 60, r -> r.advice().number().value()),
                Column.date("despatched_on", "DESPDATE", r -> r.advice().despatchedOn()),
                Column.date("expected_on", "EXPDATE", r -> r.advice().expectedOn()),
                Column.text("complete", "COMPLETE", 1, r -> r.advice().complete() ? "Y" : "N"),
                Column.words(
                        "carrier",
                        "CARRIER",
                        60,
                        Shortening.Kind.CARRIER,
                        r -> r.advice().carrier() == null
                                ? null
                                : r.advice().carrier().name()),
                Column.text(
                        "tracking",
                        "TRACKING",
                        60,
                        r -> r.advice().carrier() == null
                                ? null
                                : r.advice().carrier().tracking()),
                Column.text("line", "LINE", 20, r -> r.line().orderLine()),
                Column.text("article", "ARTICLE", 40, r -> r.line().item().sellersId()),
                Column.text(
                        "buyers_article", "BUYERSART", 40, r -> r.line().item().buyersId()),
                Column.text("gtin", "GTIN", 14, r -> r.line().item().gtin()),
                Column.words(
                        "description",
                        "DESCRIPT",
                        254,
                        Shortening.Kind.DESCRIPTION,
                        r -> r.line().item().description()),
                Column.text("unit", "UNIT", 3, r -> r.line().delivered().unit().value()),
                Column.number(
                        "delivered",
                        "DELIVERED",
                        18,
                        PLACES,
                        r -> r.line().delivered().value()),
                Column.number(
                        "outstanding",
                        "OUTSTAND",
                        18,
                        PLACES,
                        r -> r.line().outstanding() == null
                                ? null
                                : r.line().outstanding().value()),
                Column.text("sscc", "SSCC", 18, r -> r.line().sscc()),
                Column.longText("note", r -> r.line().note()),
                Column.text("cost_centre", "COSTCENTRE", 254, r -> r.references(Reference.Kind.ACCOUNTING)),
                Column.text("requisition", "REQUISIT", 254, r -> r.references(Reference.Kind.REQUISITION)),
                Column.text("contract", "CONTRACT", 254, r -> r.references(Reference.Kind.CONTRACT)),
                Column.longText("other_references", r -> r.references(Reference.Kind.OTHER)),
                Column.text(
                        "ship_to",
                        "SHIPTO",
                        60,
                        r -> r.advice().shipTo() == null
                                ? null
                                : r.advice().shipTo().id()),
                Column.text("test", "TEST", 1, r -> r.advice().test() ? "Y" : "N"),
                Column.text("cart", "CART", 254, r -> r.references(Reference.Kind.CART)),
                Column.text("sales_order", "SALESORDER", 254, r -> r.references(Reference.Kind.SUPPLIER_ORDER)),
                Column.text(
                        "ship_to_gln",
                        "SHIPGLN",
                        13,
                        r -> r.advice().shipTo() == null
                                ? null
                                : r.advice().shipTo().gln()));
    }
}
