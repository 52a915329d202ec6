package org.koppel.codec.table;

import java.util.List;
import org.koppel.document.ApplicationResponse;
import org.koppel.document.ApplicationResponse.Finding;

/** Why a document was refused, one row for each problem. */
final class ApplicationResponseTable {
    /** A problem and the response it stands in. */
    record Row(ApplicationResponse response, Finding finding) {}

    static final Table<ApplicationResponse, Row> TABLE = new Table<>(
            "Refusal",
            List.of(
                    Column.text(
                            "response",
                            "RESPONSE",
                            60,
                            r -> r.response().number().value()),
                    Column.text(
                            "document",
                            "DOCUMENT",
                            60,
                            r -> r.response().answered().value()),
                    Column.text("type", "TYPE", 40, r -> r.response().answeredType()),
                    Column.text("message", "MESSAGE", 120, r -> r.response().message()),
                    Column.text("code", "CODE", 60, r -> r.finding().code()),
                    Column.text("place", "PLACE", 120, r -> r.finding().location()),
                    Column.longText("text", r -> r.finding().text())),
            response ->
                    response.findings().stream().map(f -> new Row(response, f)).toList(),
            row -> "problem " + row.finding().code());

    private ApplicationResponseTable() {}
}
