package org.koppel.punchout.quick;

import static org.assertj.core.api.Assertions.assertThat;

import com.code_intelligence.jazzer.junit.FuzzTest;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.params.provider.MethodSource;
import org.koppel.fuzz.Fuzzed;

/** A pasted list or an uploaded file of any kind: rows that can be written and read again, or a reason. */
class QuickRowsFuzz {
    private static final QuickRows ROWS =
            new QuickRows(t -> t.matches("[0-9]{1,9}") ? Optional.of(new BigDecimal(t)) : Optional.empty());

    static Stream<byte[]> seeds() throws IOException {
        Stream<byte[]> texts = Fuzzed.seeds(
                "A-1\t2\r\nB 2\t3",
                "Artikelnummer;Aantal\n\"A;1\";2\nB 2;3;\"remark\nmore\"\n",
                "Quantité,Référence\n2,1/2\" pipe\n");
        return Stream.concat(
                texts,
                Stream.of(
                        "Référence;Quantité\nÉ1;2".getBytes(StandardCharsets.UTF_16),
                        Sheets.zipped(
                                "<worksheet><sheetData><row><c r=\"A1\"><v>100001</v></c></row></sheetData></worksheet>",
                                null)));
    }

    @MethodSource("seeds")
    @FuzzTest
    void lists(byte[] content) throws IOException {
        try {
            check(ROWS.file(new ByteArrayInputStream(content)));
        } catch (QuickRowsException e) {
            assertThat(e.reason()).isNotNull();
        }
        try {
            check(ROWS.text(Fuzzed.text(content)));
        } catch (QuickRowsException e) {
            assertThat(e.reason()).isNotNull();
        }
    }

    static void check(List<QuickRow> rows) throws QuickRowsException {
        assertThat(rows).hasSizeBetween(1, QuickRows.MAX_ROWS + 1).allSatisfy(r -> {
            assertThat(r.number()).hasSizeLessThanOrEqualTo(80).doesNotContain("\0");
            assertThat(r.typed()).hasSizeLessThanOrEqualTo(80).doesNotContain("\0");
            assertThat(r.number() + r.typed()).as("what the row says").isNotBlank();
        });
        assertThat(rows).anySatisfy(r -> assertThat(r.number()).isNotBlank());
        if (rows.size() > QuickRows.MAX_ROWS) {
            return; // with a row of names in front of it, it would be too long
        }
        String again = rows.stream()
                .map(r -> quoted(r.number()) + '\t' + quoted(r.typed()))
                .collect(Collectors.joining("\r\n", "article\tquantity\r\n", "\r\n"));
        assertThat(ROWS.text(again))
                .usingRecursiveFieldByFieldElementComparatorIgnoringFields("line")
                .isEqualTo(rows);
    }

    private static String quoted(String cell) {
        return '"' + cell.replace("\"", "\"\"") + '"';
    }
}
