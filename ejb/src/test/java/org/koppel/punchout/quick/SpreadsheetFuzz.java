package org.koppel.punchout.quick;

import static org.assertj.core.api.Assertions.assertThat;

import com.code_intelligence.jazzer.junit.FuzzTest;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.params.provider.MethodSource;
import org.koppel.fuzz.Fuzzed;

/** The XML inside an uploaded XLSX: the sheet, and after a form feed the shared texts. */
class SpreadsheetFuzz {
    private static final QuickRows ROWS =
            new QuickRows(t -> t.matches("[0-9]{1,9}") ? Optional.of(new BigDecimal(t)) : Optional.empty());

    static Stream<byte[]> seeds() {
        return Fuzzed.seeds(
                "<worksheet><sheetData><row r=\"1\"><c r=\"A1\" t=\"s\"><v>0</v></c><c r=\"C1\"><v>1E2</v></c></row>"
                        + "<row><c t=\"inlineStr\"><is><t>A-1</t></is></c><c><f>1+1</f><v>2.50</v></c></row></sheetData></worksheet>"
                        + "\f<sst><si><t>Article</t></si><si><r><t>a</t></r><r><t>b</t></r></si></sst>",
                "<worksheet><row><c r=\"ZZZ1\" t=\"str\"><v>x</v></c></row><row/></worksheet>");
    }

    @MethodSource("seeds")
    @FuzzTest
    void packages(byte[] parts) throws IOException {
        String[] both = new String(parts, StandardCharsets.UTF_8).split("\f", 2);
        try {
            QuickRowsFuzz.check(
                    ROWS.file(new ByteArrayInputStream(Sheets.zipped(both[0], both.length > 1 ? both[1] : null))));
        } catch (QuickRowsException e) {
            assertThat(e.reason()).isNotNull();
        }
    }
}
