package org.koppel.codec.table;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.koppel.codec.Problems;
import org.koppel.document.Reference;

/**
 * The references of a row, as they are written: {@code value} or {@code name=value}, parted by {@code ;}. What stands in every row of a
 * document is the document's, everything else its line's.
 */
final class TableReferences {
    private static final int LENGTH = 4_000;
    private static final Map<String, Reference.Kind> KINDS = new LinkedHashMap<>();

    static {
        KINDS.put("cost_centre", Reference.Kind.ACCOUNTING);
        KINDS.put("requisition", Reference.Kind.REQUISITION);
        KINDS.put("contract", Reference.Kind.CONTRACT);
        KINDS.put("cart", Reference.Kind.CART);
        KINDS.put("sales_order", Reference.Kind.SUPPLIER_ORDER);
        KINDS.put("other_references", Reference.Kind.OTHER);
    }

    private final List<List<Reference>> ofRows = new ArrayList<>();
    private final List<Reference> common;

    TableReferences(List<TableRow> rows, Problems problems) {
        rows.forEach(row -> ofRows.add(references(row, problems)));
        common = new ArrayList<>(ofRows.get(0));
        ofRows.forEach(common::retainAll);
    }

    /** Of the document. */
    List<Reference> common() {
        return common;
    }

    /** Of the line in the row at that position. */
    List<Reference> ofRow(int position) {
        return ofRows.get(position).stream().filter(r -> !common.contains(r)).toList();
    }

    private static List<Reference> references(TableRow row, Problems problems) {
        List<Reference> references = new ArrayList<>();
        KINDS.forEach((field, kind) -> {
            String said = row.text(field, LENGTH, problems);
            for (String one : said == null ? new String[0] : said.split(";")) {
                if (!one.isBlank()) {
                    references.add(reference(row, field, kind, one.strip()));
                }
            }
        });
        return references;
    }

    private static Reference reference(TableRow row, String field, Reference.Kind kind, String said) {
        int sign = said.indexOf('=');
        if (sign > 0 && sign < said.length() - 1) {
            return new Reference(
                    kind,
                    said.substring(0, sign).strip(),
                    said.substring(sign + 1).strip());
        }
        return new Reference(kind, kind == Reference.Kind.OTHER ? row.label(field) : null, said);
    }
}
