package org.koppel.punchout.quick;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.math.BigDecimal;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.dhatim.fastexcel.Workbook;
import org.dhatim.fastexcel.Worksheet;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class QuickRowsTest {
    private final QuickRows rows =
            new QuickRows(t -> t.matches("[0-9.]+") ? Optional.of(new BigDecimal(t)) : Optional.empty());

    @ParameterizedTest
    @ValueSource(
            strings = {
                "A-1\t2\r\nB 2\t3",
                "A-1;2\nB 2;3\n",
                "A-1,2\nB 2,3",
                "\n\"A-1\";\"2\"\n\n;\nB 2;3;remark",
                "Artikelnummer;Aantal\nA-1;2\nB 2;3",
                "A-1;2\nB 2\t3",
                "Quantité\tDésignation\tRéférence\n2\tx\tA-1\n3\ty\tB 2"
            })
    void whatASpreadsheetPutsOnTheClipboardIsRead(String text) throws QuickRowsException {
        assertThat(rows.text(text)).extracting(QuickRow::number).containsExactly("A-1", "B 2");
        assertThat(rows.text(text))
                .extracting(QuickRow::quantity)
                .containsExactly(new BigDecimal(2), new BigDecimal(3));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "5 x 12345|12345|5",
                "12345 x 5|12345|5",
                "5x 12345|12345|5",
                "12 × A-100|A-100|12",
                "A-100 X 12|A-100|12",
                "2.5 * 3x1.5|3x1.5|2.5",
                "12 x 34|34|12",
                "5 x 3x2.5 x 10|3x2.5 x 10|5"
            })
    void aQuantityMayStandBesideTheNumberAsPeopleWriteIt(String line, String number, BigDecimal quantity)
            throws QuickRowsException {
        assertThat(rows.text(line)).singleElement().satisfies(row -> {
            assertThat(row.number()).isEqualTo(number);
            assertThat(row.quantity()).isEqualTo(quantity);
        });
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"3x1.5", "YMVK 3x2,5", "A x B", "x 5", "5 x", "Box 12", "RJ45 X5", "YMVK 5x 10", "YMVK 3 x 10"})
    void aNumberThatLooksAlikeStaysWhole(String number) throws QuickRowsException {
        assertThat(rows.text("\"" + number + "\"")).singleElement().satisfies(row -> {
            assertThat(row.number()).isEqualTo(number);
            assertThat(row.typed()).isEmpty();
        });
    }

    @Test
    void aFileMayBeInTheCharsetsThatSpreadsheetsWrite() throws Exception {
        for (Charset charset :
                List.of(StandardCharsets.UTF_8, StandardCharsets.UTF_16, Charset.forName("windows-1252"))) {
            byte[] content = "Référence;Quantité\nÉ1;2".getBytes(charset);
            assertThat(file(content)).extracting(QuickRow::number).containsExactly("É1");
        }
        assertThat(file("\uFEFFarticle;quantity\nA;1".getBytes(StandardCharsets.UTF_8)))
                .extracting(QuickRow::number)
                .containsExactly("A");
    }

    @Test
    void aSpreadsheetIsReadWithItsTextsAndNumbers() throws Exception {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try (Workbook book = new Workbook(out, "Test", "1.0")) {
            Worksheet sheet = book.newWorksheet("Order");
            sheet.value(0, 0, "Remark");
            sheet.value(0, 1, "Article");
            sheet.value(0, 3, "Quantity");
            sheet.value(1, 1, 100001);
            sheet.value(1, 3, 2.5);
            sheet.value(2, 1, "A <1>");
            sheet.value(2, 3, 10);
        }
        assertThat(file(out.toByteArray())).extracting(QuickRow::number).containsExactly("100001", "A <1>");
        assertThat(file(out.toByteArray()))
                .extracting(QuickRow::quantity)
                .containsExactly(new BigDecimal("2.5"), new BigDecimal("10"));
    }

    @Test
    void whatUnpacksToFarMoreIsRefused() throws Exception {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try (ZipOutputStream zip = new ZipOutputStream(out)) {
            zip.putNextEntry(new ZipEntry("xl/worksheets/sheet1.xml"));
            byte[] blanks = " ".repeat(1024 * 1024).getBytes(StandardCharsets.US_ASCII);
            zip.write("<worksheet>".getBytes(StandardCharsets.US_ASCII));
            for (int i = 0; i < 100; i++) {
                zip.write(blanks);
            }
        }
        assertThat(out.size()).isLessThan(QuickRows.MAX_BYTES);
        refused(out.toByteArray(), QuickRowsException.Reason.TOO_LARGE);
    }

    @Test
    void aTextThatAllCellsShareIsCarriedAlongOnceOnly() throws Exception {
        String texts = "<sst><si><t>" + "x".repeat(19_000_000) + "</t></si></sst>";
        String row = "<row>" + "<c t=\"s\"><v>0</v></c>".repeat(45) + "</row>";

        List<QuickRow> read = file(Sheets.deflated("<worksheet>" + row + "</worksheet>", texts));

        assertThat(read).extracting(QuickRow::number).containsExactly("x".repeat(80));
    }

    @Test
    void moreSharedTextsThanCellsAreRefused() throws Exception {
        String texts = "<sst>" + "<si/>".repeat(200_000) + "</sst>";

        refused(Sheets.deflated("<worksheet/>", texts), QuickRowsException.Reason.TOO_LARGE);
    }

    @Test
    void theSignThatMostLinesHaveDividesThemAll() throws QuickRowsException {
        assertThat(rows.text("A-1;2\nB\t2;3\nC-3;4"))
                .extracting(QuickRow::number)
                .containsExactly("A-1", "B\t2", "C-3");
        assertThat(rows.text("A-1;2\nB-2\t3\nC-3;4"))
                .extracting(QuickRow::typed)
                .containsExactly("2", "3", "4");
    }

    @Test
    void aRowWithAQuantityAndNoNumberIsNotForgotten() throws QuickRowsException {
        assertThat(rows.text("A-1;2\n;5\n;\n")).extracting(QuickRow::number).containsExactly("A-1", "");
        refused(";5\n;6".getBytes(StandardCharsets.UTF_8), QuickRowsException.Reason.EMPTY);
    }

    @Test
    void asManyRowsAsAreAllowedAreTakenWithOrWithoutNamesOfColumns() throws QuickRowsException {
        String most = "a;1\n".repeat(QuickRows.MAX_ROWS);
        assertThat(rows.text(most)).hasSize(QuickRows.MAX_ROWS);
        assertThat(rows.text("article;quantity\n" + most)).hasSize(QuickRows.MAX_ROWS);
        refused((most + "a;1").getBytes(StandardCharsets.UTF_8), QuickRowsException.Reason.TOO_MANY_ROWS);
    }

    @Test
    void whatIsNoListIsRefusedWithItsReason() {
        refused(new byte[QuickRows.MAX_BYTES + 1], QuickRowsException.Reason.TOO_LARGE);
        refused(new byte[] {'P', 'K', 3, 4, 0, 0}, QuickRowsException.Reason.UNREADABLE);
        refused(new byte[] {1, 0, 2, 0}, QuickRowsException.Reason.UNREADABLE);
        refused(new byte[0], QuickRowsException.Reason.EMPTY);
        refused(
                "a;1\n".repeat(QuickRows.MAX_ROWS + 2).getBytes(StandardCharsets.UTF_8),
                QuickRowsException.Reason.TOO_MANY_ROWS);
    }

    @Test
    void entitiesOfASpreadsheetAreNotExpanded() throws Exception {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try (ZipOutputStream zip = new ZipOutputStream(out)) {
            zip.putNextEntry(new ZipEntry("xl/worksheets/sheet1.xml"));
            zip.write(
                    "<!DOCTYPE x [<!ENTITY e SYSTEM 'file:///etc/passwd'>]><x><row><c t='str'><v>A&e;</v></c></row></x>"
                            .getBytes(StandardCharsets.UTF_8));
        }
        refused(out.toByteArray(), QuickRowsException.Reason.UNREADABLE);
    }

    private List<QuickRow> file(byte[] content) throws QuickRowsException, IOException {
        return rows.file(new ByteArrayInputStream(content));
    }

    private void refused(byte[] content, QuickRowsException.Reason reason) {
        assertThatThrownBy(() -> file(content))
                .isInstanceOfSatisfying(
                        QuickRowsException.class, e -> assertThat(e.reason()).isEqualTo(reason));
    }
}
