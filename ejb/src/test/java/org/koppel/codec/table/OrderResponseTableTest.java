package org.koppel.codec.table;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import com.linuxense.javadbf.DBFReader;
import com.linuxense.javadbf.DBFRow;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.math.BigDecimal;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVParser;
import org.apache.commons.csv.CSVRecord;
import org.dhatim.fastexcel.reader.Cell;
import org.dhatim.fastexcel.reader.CellType;
import org.dhatim.fastexcel.reader.ReadableWorkbook;
import org.dhatim.fastexcel.reader.Row;
import org.junit.jupiter.api.Test;
import org.koppel.codec.DocumentException;
import org.koppel.codec.DocumentWriter;
import org.koppel.codec.FormatSettings;
import org.koppel.codec.OrderResponses;
import org.koppel.codec.Problem;
import org.koppel.document.Item;
import org.koppel.document.OrderResponse;
import org.koppel.document.OrderResponseLine;

/** Confirmations as tables, read back by other eyes than the ones that wrote them. */
class OrderResponseTableTest {
    private static final OrderResponse RESPONSE = OrderResponses.aResponse().build();

    @Test
    void everyLineOfTheConfirmationIsARowOfTheCsvFile() throws Exception {
        List<CSVRecord> rows = csv(RESPONSE, Map.of());

        assertThat(rows).extracting(r -> r.get("line")).containsExactly("10", "20", "30", "40");
        assertThat(rows)
                .extracting(r -> r.get("status"))
                .containsExactly("ACCEPTED", "CHANGED", "BACKORDERED", "REJECTED");
        CSVRecord first = rows.get(0);
        assertThat(first.get("order")).isEqualTo("4500012345");
        assertThat(first.get("article")).isEqualTo("100001");
        assertThat(first.get("price")).isEqualTo("82.50");
        assertThat(first.get("price_per")).isEqualTo("100");
        assertThat(first.get("delivery_date")).isEqualTo("2026-01-12");
        assertThat(first.get("cost_centre")).isEqualTo("Kostenplaats=KP-1200 Werf Aalst");
        assertThat(first.get("requisition")).isEqualTo("BA-2026-00077");
        assertThat(first.get("other_references")).isEqualTo("Project=Łódź-Żyła");
    }

    @Test
    void aPartnerChoosesDelimiterDecimalSignAndHeader() throws Exception {
        String text = text(
                RESPONSE,
                Map.of("csv.delimiter", "tab", "csv.decimal", ",", "csv.header", "no"),
                StandardCharsets.UTF_8);

        assertThat(text.lines().count()).isEqualTo(4);
        assertThat(text).startsWith("4500012345\tOR-4500012345\t2026-01-05").contains("\t82,50\t");
    }

    @Test
    void aDelimiterThatIsNoneIsRefusedByItsName() {
        DocumentException refused =
                catchThrowableOfType(DocumentException.class, () -> csv(RESPONSE, Map.of("csv.delimiter", "||")));

        assertThat(refused.problems()).extracting(Problem::location).containsExactly("csv.delimiter");
    }

    @Test
    void whatASpreadsheetWouldCalculateIsGuardedOnlyWhereAskedAndNumbersNever() throws Exception {
        OrderResponse evil = withDescription("=HYPERLINK(\"http://evil.example\")");
        CSVRecord guarded = csv(evil, Map.of("csv.formulas", "guard")).get(0);

        assertThat(csv(evil, Map.of()).get(0).get("description")).startsWith("=HYPERLINK");
        assertThat(guarded.get("description")).startsWith("'=HYPERLINK");
        assertThat(guarded.get("ordered")).isEqualTo("500");
    }

    @Test
    void aCharacterOutsideTheCharsetIsNamedWithItsPlaceAndNeverReplaced() {
        DocumentException refused = catchThrowableOfType(
                DocumentException.class, () -> csv(RESPONSE, Map.of("csv.charset", "windows-1252")));

        assertThat(refused.problems()).hasSize(4);
        assertThat(refused.problems().get(0).code()).isEqualTo("UNMAPPABLE_CHARACTER");
        assertThat(refused.problems().get(0).location()).isEqualTo("line 10, other_references");
        assertThat(refused.problems().get(0).message()).contains("\"Ł\"", "choose UTF-8");
    }

    @Test
    void theSpreadsheetHasTrueNumbersAndDatesAndTextsThatAreNotCalculated() throws Exception {
        List<Row> rows = new ArrayList<>();
        byte[] file = bytes(new OrderResponseXlsxWriter(), withDescription("=1+1"), Map.of());
        try (ReadableWorkbook book = new ReadableWorkbook(new ByteArrayInputStream(file))) {
            rows.addAll(book.getFirstSheet().read());
        }
        List<String> names = rows.get(0).stream().map(Cell::getText).toList();

        assertThat(rows).hasSize(2);
        assertThat(rows.get(1).getCell(names.indexOf("ordered")).asNumber()).isEqualByComparingTo("500");
        assertThat(rows.get(1).getCell(names.indexOf("delivery_date")).asDate().toLocalDate())
                .isEqualTo(OrderResponses.MONDAY);
        assertThat(rows.get(1).getCell(names.indexOf("description")).getType()).isEqualTo(CellType.STRING);
    }

    @Test
    void theDbaseFileHoldsTheSameValues() throws Exception {
        byte[] file = bytes(new OrderResponseDbfWriter(), RESPONSE, Map.of());
        List<DBFRow> rows = new ArrayList<>();
        try (DBFReader dbf = new DBFReader(new ByteArrayInputStream(file), Charset.forName("windows-1252"))) {
            for (DBFRow row = dbf.nextRow(); row != null; row = dbf.nextRow()) {
                rows.add(row);
            }
        }

        assertThat(rows).hasSize(4);
        assertThat(rows.get(0).getString("ORDER")).isEqualTo("4500012345");
        assertThat(rows.get(0).getString("DESCRIPT")).contains("mm²");
        assertThat(rows.get(0).getBigDecimal("PRICE")).isEqualByComparingTo("82.50");
        assertThat(LocalDate.ofInstant(rows.get(0).getDate("DELIVDATE").toInstant(), ZoneId.systemDefault()))
                .isEqualTo(OrderResponses.MONDAY);
        assertThat(rows.get(3).getString("STATUS")).isEqualTo("REJECTED");
    }

    @Test
    void aTextThatDbaseCannotHoldIsRefusedWithFieldAndCureAndNotCut() {
        OrderResponse wide = withDescription("x".repeat(300));

        DocumentException refused = catchThrowableOfType(
                DocumentException.class, () -> bytes(new OrderResponseDbfWriter(), wide, Map.of()));

        assertThat(refused.problems())
                .containsExactly(
                        new Problem(
                                "TOO_LONG",
                                "line 10, DESCRIPT",
                                "The value has 300 characters and the field takes 254; shorten it, or let this channel shorten texts"));
    }

    @Test
    void aCharsetWhoseCharactersAreSeveralBytesIsNoneOfDbase() {
        assertThatThrownBy(() ->
                        bytes(new OrderResponseDbfWriter(), withDescription("Zoë"), Map.of("dbf.charset", "UTF-8")))
                .isInstanceOf(DocumentException.class)
                .hasMessageContaining("BAD_OPTION at dbf.charset");
    }

    @Test
    void everyDbaseFieldHasANameThatDbaseTakesAndNoneTwice() {
        List<String> fields = OrderResponseTable.TABLE.columns().stream()
                .map(Column::field)
                .filter(f -> f != null)
                .toList();

        assertThat(fields).allMatch(f -> f.matches("[A-Z][A-Z0-9_]{0,9}"));
        assertThat(Set.copyOf(fields)).hasSameSizeAs(fields);
        assertThat(OrderResponseTable.TABLE.columns().stream().map(Column::name).collect(Collectors.toSet()))
                .hasSameSizeAs(OrderResponseTable.TABLE.columns());
    }

    private static OrderResponse withDescription(String description) {
        OrderResponseLine line = RESPONSE.lines().get(0);
        Item item = new Item("100001", null, null, null, null, description, List.of());
        return OrderResponses.aResponse()
                .lines(List.of(new OrderResponseLine(
                        line.number(),
                        line.status(),
                        item,
                        line.ordered(),
                        line.confirmed(),
                        line.deliveryDate(),
                        line.backordered(),
                        null,
                        line.price(),
                        null,
                        line.amount(),
                        new BigDecimal("21"),
                        null,
                        List.of(),
                        List.of())))
                .build();
    }

    private static List<CSVRecord> csv(OrderResponse response, Map<String, String> options)
            throws DocumentException, IOException {
        Charset charset = Charset.forName(options.getOrDefault("csv.charset", "UTF-8"));
        CSVFormat format = CSVFormat.RFC4180
                .builder()
                .setDelimiter(';')
                .setHeader()
                .setSkipHeaderRecord(true)
                .get();
        try (CSVParser parser = CSVParser.parse(text(response, options, charset), format)) {
            return parser.getRecords();
        }
    }

    private static String text(OrderResponse response, Map<String, String> options, Charset charset)
            throws DocumentException, IOException {
        return new String(bytes(new OrderResponseCsvWriter(), response, options), charset);
    }

    private static byte[] bytes(
            DocumentWriter<OrderResponse> writer, OrderResponse response, Map<String, String> options)
            throws DocumentException, IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        writer.write(response, new FormatSettings("nl", options), out);
        return out.toByteArray();
    }
}
