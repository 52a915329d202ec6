package org.koppel.codec.table;

import java.io.IOException;
import java.io.InputStream;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.koppel.codec.DocumentException;
import org.koppel.codec.Envelope;
import org.koppel.codec.FormatId;
import org.koppel.codec.FormatSettings;
import org.koppel.codec.Problem;
import org.koppel.document.DespatchAdvice;
import org.koppel.document.Document;
import org.koppel.document.Invoice;
import org.koppel.document.Order;
import org.koppel.document.OrderResponse;

/**
 * Tells by its columns what a table holds; where columns are agreed it holds orders. Who sends is not said: whoever hands it over has to
 * show it.
 */
final class TableEnvelope {
    private static final TableFields ALL = all();

    private TableEnvelope() {}

    private static TableFields all() {
        Set<String> names = new LinkedHashSet<>();
        Map<String, String> dbf = new HashMap<>();
        Stream.of(OrderRows.DOCUMENTS, OrderResponseRows.DOCUMENTS, DespatchAdviceRows.DOCUMENTS, InvoiceRows.DOCUMENTS)
                .map(TableDocuments::fields)
                .forEach(f -> {
                    names.addAll(f.names());
                    f.dbfNames().forEach(dbf::putIfAbsent); // names that tell a file are the same in all of them
                });
        return new TableFields(names, dbf, List.of(), List.of());
    }

    static Envelope read(FormatId format, InputStream in, FormatSettings settings)
            throws DocumentException, IOException {
        boolean agreed = settings.options().keySet().stream().anyMatch(o -> o.startsWith(TableRows.COLUMN));
        Kind kind = agreed ? Kind.ORDER : kind(format, in, settings);
        if (kind == null) {
            throw new DocumentException(new Problem(
                    "UNKNOWN_COLUMNS",
                    "row 1",
                    "The names of the columns do not tell what this is. Orders need order, quantity and one of"
                            + " article, buyers_article, gtin; or agree on what your own columns hold"));
        }
        return new Envelope(null, List.of(), List.of(), List.of(), kind.name, Optional.of(kind.documentClass), false);
    }

    /** Whether the names of the columns tell what a file holds. */
    static boolean tells(FormatId format, InputStream in) {
        try {
            return kind(format, in, FormatSettings.DEFAULT) != null;
        } catch (DocumentException | IOException e) {
            return false;
        }
    }

    /** What a table may hold; orders come with their changes and cancellations. */
    private enum Kind {
        ORDER(Order.class, Document.class),
        ORDER_RESPONSE(OrderResponse.class, OrderResponse.class),
        DESPATCH_ADVICE(DespatchAdvice.class, DespatchAdvice.class),
        INVOICE(Invoice.class, Invoice.class);

        private final String name;
        private final Class<? extends Document> documentClass;

        Kind(Class<? extends Document> called, Class<? extends Document> documentClass) {
            this.name = called.getSimpleName();
            this.documentClass = documentClass;
        }
    }

    private static Kind kind(FormatId format, InputStream in, FormatSettings settings)
            throws DocumentException, IOException {
        try (TableRows rows = TableRows.open(format, in, settings, ALL)) {
            return kind(rows);
        }
    }

    /** Null when nothing is told. */
    private static Kind kind(TableRows rows) {
        if (rows.has("invoice")) {
            return Kind.INVOICE;
        }
        if (rows.has("despatch")) {
            return Kind.DESPATCH_ADVICE;
        }
        if (OrderRows.DOCUMENTS.fields().fit(rows)) {
            return Kind.ORDER;
        }
        boolean answer = rows.hasAll(List.of("order", "line")) && (rows.has("confirmed") || rows.has("status"));
        return answer ? Kind.ORDER_RESPONSE : null;
    }
}
