package org.koppel.codec.table;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.koppel.codec.BackOfficeDocuments;
import org.koppel.codec.FormatSettings;
import org.koppel.document.Order;

/** What may be agreed about files, and the sample for those who agree nothing. */
class TableAgreementsTest {
    private final TableAgreements agreements = new TableAgreements();

    @Test
    void nothingNeedBeAgreed() {
        assertThat(wrong()).isEmpty();
        assertThat(wrong("csv.decimal", ",", "csv.currency", "USD", "unit.ST", "H87"))
                .isEmpty();
    }

    @Test
    void whatAgreesOnColumnsNamesAllThatAnOrderNeeds() {
        assertThat(wrong("column.order", "PO", "column.quantity", "Qty", "column.gtin", "7"))
                .isEmpty();
        assertThat(wrong("column.note", "Remark"))
                .containsExactly(
                        "MISSING_FIELD column.order", "MISSING_FIELD column.quantity", "MISSING_FIELD column.article");
    }

    @Test
    void withoutARowOfNamesOnlyNumbersCount() {
        assertThat(wrong("csv.header", "no", "column.order", "1", "column.quantity", "Qty", "column.article", "3"))
                .containsExactly("BAD_OPTION column.quantity");
    }

    @Test
    void whatIsNoOptionIsRefused() {
        assertThat(wrong("csv.quote", "'", "column.colour", "5", "csv.charset", "morse", "csv.delimiter", "ab"))
                .contains(
                        "BAD_OPTION csv.quote",
                        "BAD_OPTION column.colour",
                        "BAD_OPTION csv.charset",
                        "BAD_OPTION csv.delimiter");
        assertThat(wrong("csv.header", "99", "csv.currency", "EURO"))
                .containsExactly("BAD_OPTION csv.header", "BAD_OPTION csv.currency");
    }

    @Test
    void theSamplesAreOrdersThatNobodyDelivers() throws Exception {
        Order csv = (Order) BackOfficeDocuments.read(new OrderCsvReader(), new OrderCsvSample().content())
                .get(0);
        Order xlsx = (Order) BackOfficeDocuments.read(new OrderXlsxReader(), new OrderXlsxSample().content())
                .get(0);

        assertThat(csv.test()).isTrue();
        assertThat(csv.lines()).hasSize(2);
        assertThat(xlsx).isEqualTo(csv);
    }

    private List<String> wrong(String... options) {
        Map<String, String> all = new HashMap<>();
        for (int i = 0; i < options.length; i += 2) {
            all.put(options[i], options[i + 1]);
        }
        return agreements.check(new FormatSettings("en", all)).stream()
                .map(p -> p.code() + ' ' + p.location())
                .toList();
    }
}
