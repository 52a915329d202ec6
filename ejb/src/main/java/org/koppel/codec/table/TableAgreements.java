package org.koppel.codec.table;

import jakarta.enterprise.context.ApplicationScoped;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Set;
import org.koppel.codec.DocumentException;
import org.koppel.codec.FormatSettings;
import org.koppel.codec.Problem;
import org.koppel.codec.Problems;
import org.koppel.codec.RowAgreements;

/** The agreements that the readers of orders in rows understand. */
@ApplicationScoped
public class TableAgreements implements RowAgreements {
    /** Who sends is known, and what is ours is of no use to us. */
    private static final Set<String> OURS = Set.of("customer", "total");

    private static final String CURRENCY = "csv.currency";
    private static final int LONGEST = 200;

    @Override
    public List<String> fields() {
        return OrderRows.DOCUMENTS.fields().names().stream()
                .filter(f -> !OURS.contains(f))
                .toList();
    }

    @Override
    public List<String> options() {
        return List.of(
                "csv.delimiter",
                "csv.charset",
                "csv.header",
                "csv.decimal",
                "csv.thousands",
                "csv.date",
                CURRENCY,
                "xlsx.sheet");
    }

    @Override
    public List<Problem> check(FormatSettings agreed) {
        Problems problems = new Problems();
        agreed.options().forEach((name, value) -> {
            boolean known = options().contains(name) || name.startsWith(COLUMN) || name.startsWith(UNIT);
            if (!known || value.length() > LONGEST) {
                problems.add("BAD_OPTION", name, "There is no such option, or its value is too long; take it out");
            }
        });
        note(problems, () -> Notation.of(agreed));
        note(
                problems,
                () -> TableRows.agreed(agreed, OrderRows.DOCUMENTS.fields().names()));
        note(problems, () -> TableRows.headerRow(agreed));
        note(problems, () -> Options.charset(agreed, "csv.charset", StandardCharsets.UTF_8));
        if (!agreed.option("csv.delimiter", "").isEmpty()) {
            note(problems, () -> CsvFormat.delimiter(agreed));
        }
        String currency = agreed.option(CURRENCY, "EUR");
        if (!Currencies.isOne(currency)) {
            problems.add("BAD_OPTION", CURRENCY, "\"" + currency + "\" is no code of ISO 4217; write one such as EUR");
        }
        columns(agreed, problems);
        return problems.all();
    }

    private void columns(FormatSettings agreed, Problems problems) {
        List<String> columns = fields().stream()
                .filter(f -> !agreed.option(COLUMN + f, "").isBlank())
                .toList();
        boolean header = !agreed.option("csv.header", "yes").equals("no");
        if (columns.isEmpty() && header) {
            return;
        }
        TableFields fields = OrderRows.DOCUMENTS.fields();
        fields.needed().stream()
                .filter(f -> !columns.contains(f))
                .forEach(f -> problems.add("MISSING_FIELD", COLUMN + f, "No order without it; say which column it is"));
        if (fields.oneOf().stream().noneMatch(columns::contains)) {
            problems.add(
                    "MISSING_FIELD",
                    COLUMN + fields.oneOf().get(0),
                    "No column holds an article: our number, the buyer's, or the EAN");
        }
        columns.stream()
                .filter(f -> !header
                        && !Columns.isNumber(agreed.option(COLUMN + f, "").strip()))
                .forEach(f -> problems.add(
                        "BAD_OPTION", COLUMN + f, "Without a row with names the number of the column is needed"));
    }

    private interface Check {
        void run() throws DocumentException;
    }

    private static void note(Problems problems, Check check) {
        try {
            check.run();
        } catch (DocumentException e) {
            e.problems().forEach(p -> problems.add(p.code(), p.location(), p.message()));
        }
    }
}
