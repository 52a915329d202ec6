package org.koppel.codec.table;

import java.util.ArrayList;
import java.util.List;
import org.koppel.codec.HandlingUnits;
import org.koppel.codec.Problems;
import org.koppel.document.DespatchAdvice;
import org.koppel.document.DespatchAdvice.Carrier;
import org.koppel.document.DespatchAdvice.HandlingUnit;
import org.koppel.document.DespatchLine;
import org.koppel.document.Item;
import org.koppel.document.Reference;
import org.koppel.shared.DocumentNumber;
import org.koppel.shared.Quantity;

/** Despatch advices of the back office from rows with the columns that one is written with; most of them may be missing. */
final class DespatchAdviceRows {
    static final TableDocuments<DespatchAdvice> DOCUMENTS = new TableDocuments<>(
            DespatchAdvice.class.getSimpleName(),
            TableFields.of(
                    DespatchAdviceTable.TABLE,
                    List.of("order", "despatch", "line", "delivered"),
                    "customer",
                    "buyer_gln",
                    "buyer_vat"),
            List.of("order", "despatch"),
            false,
            (rows, settings, problems) -> advice(rows, problems));

    private static final int NUMBER_LENGTH = 70;
    private static final int LINE_NUMBER_LENGTH = 20;
    private static final int TEXT_LENGTH = 4_000;

    private DespatchAdviceRows() {}

    /** Null when it has a problem. */
    private static DespatchAdvice advice(List<TableRow> rows, Problems problems) {
        TableRow first = rows.get(0);
        String order = first.required("order", NUMBER_LENGTH, problems);
        String number = first.required("despatch", NUMBER_LENGTH, problems);
        Carrier carrier = carrier(first, problems);
        TableReferences references = new TableReferences(rows, problems);
        List<DespatchLine> lines = new ArrayList<>();
        for (TableRow row : rows) {
            lines.add(line(row, lines.size() + 1, references.ofRow(lines.size()), problems));
        }
        var despatched = first.date("despatched_on", problems);
        var expected = first.date("expected_on", problems);
        var buyer = TableParties.buyer(first, problems);
        if (!problems.isEmpty()) {
            return null;
        }
        return new DespatchAdvice(
                new DocumentNumber(number),
                null,
                new DocumentNumber(order),
                null,
                null,
                despatched,
                expected,
                first.yes("complete"),
                null,
                first.yes("test"),
                null,
                buyer,
                null,
                null,
                carrier,
                packages(lines),
                references.common(),
                lines);
    }

    private static Carrier carrier(TableRow row, Problems problems) {
        String name = row.text("carrier", TEXT_LENGTH, problems);
        String tracking = row.text("tracking", TEXT_LENGTH, problems);
        return name == null && tracking == null ? null : new Carrier(name, null, tracking);
    }

    private static List<HandlingUnit> packages(List<DespatchLine> lines) {
        HandlingUnits packages = new HandlingUnits();
        lines.forEach(l -> packages.named(l.sscc(), null, null));
        return packages.all();
    }

    private static DespatchLine line(TableRow row, int position, List<Reference> its, Problems problems) {
        String ordered = row.required("line", LINE_NUMBER_LENGTH, problems);
        row.required("delivered", NUMBER_LENGTH, problems);
        Quantity delivered = row.quantity("delivered", problems);
        if (delivered != null && delivered.isZero()) {
            problems.add(
                    "QUANTITY_NOT_POSITIVE", row.place("delivered"), "What left is more than 0; leave the row out");
        }
        return new DespatchLine(
                Integer.toString(position),
                ordered,
                new Item(null, null, null, null, null, null, List.of()),
                delivered,
                null,
                row.text("sscc", LINE_NUMBER_LENGTH, problems),
                row.text("note", TEXT_LENGTH, problems),
                its);
    }
}
