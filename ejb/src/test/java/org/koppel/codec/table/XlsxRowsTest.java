package org.koppel.codec.table;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.koppel.codec.DocumentException;
import org.koppel.codec.FormatSettings;
import org.koppel.codec.Problem;

/** What spreadsheet programs write, and what no program writes. */
class XlsxRowsTest {
    private static final String STYLES = "<styleSheet><numFmts><numFmt numFmtId='170' formatCode='dd\\-mm\\-yyyy'/>"
            + "<numFmt numFmtId='171' formatCode='#,##0.00\"day\"'/></numFmts>"
            + "<cellXfs><xf numFmtId='0'/><xf numFmtId='14'/><xf numFmtId='170'/><xf numFmtId='171'/></cellXfs>"
            + "</styleSheet>";

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "<c><v>100001</v></c>|NUMBER 100001",
                "<c><v>5.4123456789081E12</v></c>|NUMBER 5412345678908.1",
                "<c><v>0.30000000000000004</v></c>|NUMBER 0.3",
                "<c><v>1E3</v></c>|NUMBER 1000",
                "<c s='1'><v>46354</v></c>|DATE 2026-11-28",
                "<c s='2'><v>46354.75</v></c>|DATE 2026-11-28",
                "<c s='3'><v>3</v></c>|NUMBER 3",
                "<c t='s'><v>1</v></c>|TEXT Kabel rood",
                "<c t='s'><v>7</v></c>|TEXT",
                "<c t='inlineStr'><is><t>A_x0041_B</t></is></c>|TEXT AAB",
                "<c t='str'><f>1+1</f><v>two</v></c>|TEXT two",
                "<c t='b'><v>1</v></c>|TEXT TRUE",
                "<c t='e'><v>#N/A</v></c>|ERROR #N/A",
                "<c t='d'><v>2026-11-28T00:00:00</v></c>|DATE 2026-11-28",
                "<c s='1'/>|TEXT",
                "<c><v>NaN</v></c>|TEXT NaN"
            })
    void everyKindOfCellIsUnderstood(String cell, String expected) throws Exception {
        Cell read = rows(Tables.sheet(
                        "<row>" + cell + "</row>",
                        "xl/styles.xml",
                        STYLES,
                        "xl/sharedStrings.xml",
                        "<sst><si><t>x</t></si><si><r><rPr/><t>Kabel </t></r><r><t>rood</t></r></si></sst>"))
                .get(0)
                .cells()
                .get(0);

        assertThat((read.kind() + " " + read.text()).strip()).isEqualTo(expected);
    }

    @Test
    void cellsStandWhereTheirReferencesSay() throws Exception {
        RowSource.Row row = rows(Tables.sheet("<row r='7'><c r='C7'><v>3</v></c><c r='AA7'><v>27</v></c></row>"))
                .get(0);

        assertThat(row.number()).isEqualTo(7);
        assertThat(row.at(2).text()).isEqualTo("3");
        assertThat(row.at(26).text()).isEqualTo("27");
        assertThat(row.at(1).isEmpty()).isTrue();
        assertThat(row.at(500).isEmpty()).isTrue();
    }

    @Test
    void theFirstSheetThatIsShownIsReadOrTheAgreedOne() throws Exception {
        byte[] file = Tables.sheet(
                "<row><c><v>1</v></c></row>",
                "xl/worksheets/sheet2.xml",
                "<worksheet><sheetData><row><c><v>2</v></c></row></sheetData></worksheet>");

        assertThat(first(file, Map.of())).isEqualTo("1");
        assertThat(first(file, Map.of("xlsx.sheet", "verborgen"))).isEqualTo("2");
        assertThat(first(file, Map.of("xlsx.sheet", "1"))).isEqualTo("2");
        assertThat(problem(file, Map.of("xlsx.sheet", "Bestellingen")).code()).isEqualTo("MISSING_SHEET");
    }

    @Test
    void aBombIsRefusedWhereverItLies() throws Exception {
        byte[] shared = bomb("xl/sharedStrings.xml", "<sst><si><t>");
        byte[] sheet = bomb("xl/worksheets/sheet1.xml", "<worksheet><sheetData><row><c t='str'><v>");

        assertThat(problem(shared, Map.of()).code()).isEqualTo("FILE_TOO_LARGE");
        assertThat(problem(sheet, Map.of()).code()).isEqualTo("FILE_TOO_LARGE");
        assertThat(shared.length).isLessThan(200_000);
    }

    /** A workbook with a part that begins like this and goes on for 101 MB. */
    private static byte[] bomb(String part, String begin) throws IOException {
        byte[] zeros = "0".repeat(1024 * 1024).getBytes(StandardCharsets.UTF_8);
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try (ZipOutputStream zip = new ZipOutputStream(out)) {
            for (String[] small : Tables.WORKBOOK) {
                zip.putNextEntry(new ZipEntry(small[0]));
                zip.write(small[1].getBytes(StandardCharsets.UTF_8));
            }
            zip.putNextEntry(new ZipEntry(part));
            zip.write(begin.getBytes(StandardCharsets.UTF_8));
            for (int i = 0; i < 101; i++) {
                zip.write(zeros);
            }
        }
        return out.toByteArray();
    }

    @Test
    void manyPartsAndMuchTextAreRefused() throws Exception {
        String[] parts = new String[4_010];
        for (int i = 0; i < parts.length; i += 2) {
            parts[i] = "p" + i;
            parts[i + 1] = "";
        }

        assertThat(problem(Tables.zip(parts), Map.of()).code()).isEqualTo("FILE_TOO_LARGE");
        String texts = "<sst>" + "<si><t/></si>".repeat(1_000_001) + "</sst>";
        assertThat(problem(Tables.sheet("", "xl/sharedStrings.xml", texts), Map.of())
                        .code())
                .isEqualTo("FILE_TOO_LARGE");
    }

    @Test
    void whatIsNoSpreadsheetIsRefused() throws Exception {
        byte[] file = Tables.sheet("<row><c><v>1</v></c></row>");

        assertThat(problem(new byte[] {(byte) 0xD0, (byte) 0xCF, 0x11}, Map.of())
                        .code())
                .isEqualTo("MALFORMED_XLSX");
        assertThat(problem(Arrays.copyOf(file, file.length / 2), Map.of()).code())
                .isEqualTo("MALFORMED_XLSX");
        assertThat(problem(Tables.zip("word/document.xml", "<w/>"), Map.of()).code())
                .isEqualTo("MALFORMED_XLSX");
        assertThat(problem(Tables.sheet("<row><c><v>1</c></row>"), Map.of()).code())
                .isEqualTo("MALFORMED_XLSX");
        assertThat(problem(Tables.sheet("<row><c><v>&lol;</v></c></row>"), Map.of())
                        .code())
                .isEqualTo("MALFORMED_XLSX");
    }

    private static String first(byte[] file, Map<String, String> options) throws DocumentException, IOException {
        return XlsxRows.open(new ByteArrayInputStream(file), new FormatSettings("en", options))
                .next()
                .at(0)
                .text();
    }

    private static Problem problem(byte[] file, Map<String, String> options) {
        return catchThrowableOfType(DocumentException.class, () -> {
                    RowSource rows = XlsxRows.open(new ByteArrayInputStream(file), new FormatSettings("en", options));
                    while (rows.next() != null) {
                        continue;
                    }
                })
                .problems()
                .get(0);
    }

    private static List<RowSource.Row> rows(byte[] file) throws DocumentException, IOException {
        RowSource source = XlsxRows.open(new ByteArrayInputStream(file), FormatSettings.DEFAULT);
        List<RowSource.Row> rows = new ArrayList<>();
        for (RowSource.Row row = source.next(); row != null; row = source.next()) {
            rows.add(row);
        }
        return rows;
    }
}
