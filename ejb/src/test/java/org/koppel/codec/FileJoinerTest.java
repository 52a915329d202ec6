package org.koppel.codec;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import com.linuxense.javadbf.DBFReader;
import io.xlate.edi.stream.EDIInputFactory;
import io.xlate.edi.stream.EDIStreamEvent;
import io.xlate.edi.stream.EDIStreamReader;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import javax.xml.XMLConstants;
import javax.xml.transform.stream.StreamSource;
import javax.xml.validation.SchemaFactory;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.interactive.documentnavigation.outline.PDOutlineItem;
import org.apache.pdfbox.text.PDFTextStripper;
import org.dhatim.fastexcel.reader.ReadableWorkbook;
import org.dhatim.fastexcel.reader.ReadingOptions;
import org.dhatim.fastexcel.reader.Row;
import org.junit.jupiter.api.Test;
import org.koppel.codec.edifact.EdifactD96AOrderResponseWriter;
import org.koppel.codec.edifact.EdifactJoiner;
import org.koppel.codec.own.OwnJsonJoiner;
import org.koppel.codec.own.OwnJsonOrderResponseWriter;
import org.koppel.codec.own.OwnXmlJoiner;
import org.koppel.codec.own.OwnXmlOrderResponseWriter;
import org.koppel.codec.own.OwnXmlSchema;
import org.koppel.codec.report.OrderResponsePdfWriter;
import org.koppel.codec.report.PdfJoiner;
import org.koppel.codec.table.CsvJoiner;
import org.koppel.codec.table.DbfJoiner;
import org.koppel.codec.table.DespatchAdviceXlsxWriter;
import org.koppel.codec.table.OrderResponseCsvWriter;
import org.koppel.codec.table.OrderResponseDbfWriter;
import org.koppel.codec.table.OrderResponseXlsxWriter;
import org.koppel.codec.table.XlsxJoiner;
import org.koppel.codec.x12.X12Joiner;
import org.koppel.codec.x12.X12OrderResponseWriter;
import org.koppel.document.OrderResponse;
import org.koppel.platform.Json;

/** Several confirmations in one file, as our own writers wrote them and other eyes read them. */
class FileJoinerTest {
    private static final OrderResponse RESPONSE = OrderResponses.aResponse().build();
    private static final Map<String, String> EDIFACT =
            Map.of("edifact.sender", "SUPPLIER:14", "edifact.recipient", "EDIPLUS:14", "edifact.syntax", "UNOY");
    private static final Map<String, String> X12 =
            Map.of("x12.sender", "ZZ:SUPPLIER", "x12.recipient", "ZZ:AMERCO", "x12.charset", "UTF-8");

    @Test
    void tablesShareTheirLineOfNames() throws Exception {
        List<byte[]> files = files(new OrderResponseCsvWriter(), Map.of(), 3);

        byte[] joined = new CsvJoiner().join(files, settings(Map.of()));

        List<String> lines = new String(joined, StandardCharsets.UTF_8).lines().toList();
        assertThat(lines).hasSize(13);
        assertThat(lines.stream().filter(l -> l.startsWith("order;"))).hasSize(1);
    }

    @Test
    void tablesWithoutNamesAreLaidBehindEachOther() throws Exception {
        Map<String, String> options = Map.of("csv.header", "no", "csv.charset", "UTF-16");

        byte[] joined = new CsvJoiner().join(files(new OrderResponseCsvWriter(), options, 2), settings(options));

        assertThat(new String(joined, StandardCharsets.UTF_16).lines())
                .hasSize(8)
                .noneMatch(l -> l.startsWith("order;"));
    }

    @Test
    void dbfTablesBecomeOneWithAllRecords() throws Exception {
        byte[] joined = new DbfJoiner().join(files(new OrderResponseDbfWriter(), Map.of(), 3), settings(Map.of()));

        try (DBFReader dbf = new DBFReader(new ByteArrayInputStream(joined), Charset.forName("windows-1252"))) {
            assertThat(dbf.getRecordCount()).isEqualTo(12);
            int rows = 0;
            while (dbf.nextRow() != null) {
                rows++;
            }
            assertThat(rows).isEqualTo(12);
        }
    }

    @Test
    void anInterchangeHoldsEveryMessageUnderItsOwnNumber() throws Exception {
        byte[] joined =
                new EdifactJoiner().join(files(new EdifactD96AOrderResponseWriter(), EDIFACT, 3), settings(EDIFACT));

        String text = new String(joined, StandardCharsets.UTF_8);
        assertThat(text)
                .containsOnlyOnce("UNB+")
                .contains("UNH+1+", "UNH+2+", "UNH+3+", "UNZ+3+")
                .contains("Łódź");
        assertThat(errors(joined)).isEmpty();
        assertThat(events(joined, EDIStreamEvent.START_TRANSACTION)).isEqualTo(3);
    }

    @Test
    void oneMessageOfAJoinedInterchangeIsAsItWasAlone() throws Exception {
        List<byte[]> files = files(new EdifactD96AOrderResponseWriter(), EDIFACT, 2);
        String alone = new String(files.get(1), StandardCharsets.UTF_8);
        String body = alone.substring(alone.indexOf("BGM+"), alone.indexOf("UNT+"));

        String joined = new String(new EdifactJoiner().join(files, settings(EDIFACT)), StandardCharsets.UTF_8);

        assertThat(joined).contains(body);
    }

    @Test
    void anX12GroupHoldsEverySetUnderItsOwnNumber() throws Exception {
        byte[] joined = new X12Joiner().join(files(new X12OrderResponseWriter(), X12, 3), settings(X12));

        String text = new String(joined, StandardCharsets.ISO_8859_1);
        assertThat(text)
                .containsOnlyOnce("ISA*")
                .containsOnlyOnce("GS*")
                .contains("ST*855*0001", "ST*855*0003", "GE*3*");
        assertThat(errors(joined)).isEmpty();
        assertThat(events(joined, EDIStreamEvent.START_TRANSACTION)).isEqualTo(3);
    }

    @Test
    void testsAreAnotherKindThanTheRest() throws Exception {
        String file = new String(
                files(new EdifactD96AOrderResponseWriter(), EDIFACT, 1).get(0), StandardCharsets.UTF_8);
        int end = file.indexOf('\'', file.indexOf("UNB+"));
        byte[] test = (file.substring(0, end) + "++++++1" + file.substring(end)).getBytes(StandardCharsets.UTF_8);
        EdifactJoiner joiner = new EdifactJoiner();

        assertThat(joiner.kind(test)).isNotEqualTo(joiner.kind(file.getBytes(StandardCharsets.UTF_8)));
    }

    @Test
    void sheetsBecomeOneWithTheirNumbersAndDays() throws Exception {
        List<byte[]> files = files(new OrderResponseXlsxWriter(), Map.of(), 3);

        byte[] joined = new XlsxJoiner().join(files, settings(Map.of()));

        List<List<String>> alone = rows(files.get(0));
        List<List<String>> all = rows(joined);
        assertThat(all).hasSize(13);
        assertThat(all.get(0)).isEqualTo(alone.get(0)).anyMatch(name -> name.endsWith(" confirmed"));
        assertThat(all.subList(1, 5)).isEqualTo(alone.subList(1, 5));
        assertThat(all.subList(9, 13)).isEqualTo(alone.subList(1, 5));
    }

    @Test
    void sheetsOfOtherColumnsAreNotMixed() throws Exception {
        ByteArrayOutputStream other = new ByteArrayOutputStream();
        new DespatchAdviceXlsxWriter().write(DespatchAdvices.anAdvice(), settings(Map.of()), other);
        List<byte[]> files =
                List.of(files(new OrderResponseXlsxWriter(), Map.of(), 1).get(0), other.toByteArray());

        assertThatThrownBy(() -> new XlsxJoiner().join(files, settings(Map.of())))
                .isInstanceOfSatisfying(
                        DocumentException.class,
                        e -> assertThat(e.problems().get(0).code()).isEqualTo("DIFFERENT_FIELDS"));
    }

    @Test
    void pagesOfAPdfFollowEachOtherWithABookmarkForEachDocument() throws Exception {
        List<byte[]> files = files(new OrderResponsePdfWriter(), Map.of(), 2);

        byte[] joined = new PdfJoiner().join(files, settings(Map.of()));

        try (PDDocument alone = Loader.loadPDF(files.get(0));
                PDDocument all = Loader.loadPDF(joined)) {
            assertThat(all.getNumberOfPages()).isEqualTo(2 * alone.getNumberOfPages());
            assertThat(all.getDocumentCatalog().getLanguage())
                    .isEqualTo(alone.getDocumentCatalog().getLanguage())
                    .isNotBlank();
            String title = alone.getDocumentInformation().getTitle();
            assertThat(all.getDocumentInformation().getTitle()).isEqualTo(title + " (+1)");
            List<Integer> pages = new ArrayList<>();
            for (PDOutlineItem bookmark :
                    all.getDocumentCatalog().getDocumentOutline().children()) {
                assertThat(bookmark.getTitle()).isEqualTo(title);
                pages.add(all.getPages().indexOf(bookmark.findDestinationPage(all)));
            }
            assertThat(pages).containsExactly(0, alone.getNumberOfPages());
            PDFTextStripper text = new PDFTextStripper();
            assertThat(text.getText(all)).isEqualTo(text.getText(alone).repeat(2));
        }
        assertThat(joined.length).isLessThan(files.get(0).length * 2);
    }

    @Test
    void ourOwnXmlIsAListThatTheSchemaKnows() throws Exception {
        List<byte[]> files = files(new OwnXmlOrderResponseWriter(), Map.of(), 2);

        byte[] joined = new OwnXmlJoiner().join(files, settings(Map.of()));

        var schema = SchemaFactory.newInstance(XMLConstants.W3C_XML_SCHEMA_NS_URI)
                .newSchema(new StreamSource(new ByteArrayInputStream(new OwnXmlSchema().content())));
        schema.newValidator().validate(new StreamSource(new ByteArrayInputStream(joined)));
        assertThat(new String(joined, StandardCharsets.UTF_8).split("<OrderResponse ", -1))
                .hasSize(3);
    }

    @Test
    void ourOwnJsonIsAList() throws Exception {
        List<byte[]> files = files(new OwnJsonOrderResponseWriter(), Map.of(), 2);

        JsonNode joined = Json.mapper().readTree(new OwnJsonJoiner().join(files, settings(Map.of())));

        assertThat(joined.isArray()).isTrue();
        assertThat(joined).hasSize(2).allMatch(d -> d.path("type").asText().equals("OrderResponse"));
        assertThat(joined.get(1)).isEqualTo(Json.mapper().readTree(files.get(1)));
    }

    private static List<List<String>> rows(byte[] xlsx) throws Exception {
        List<List<String>> rows = new ArrayList<>();
        try (ReadableWorkbook book =
                        new ReadableWorkbook(new ByteArrayInputStream(xlsx), new ReadingOptions(true, false));
                Stream<Row> all = book.getFirstSheet().openStream()) {
            all.forEach(row -> rows.add(row.stream()
                    .map(c -> c == null ? "" : c.getType() + " " + c.getDataFormatString() + " " + c.getText())
                    .toList()));
        }
        return rows;
    }

    private static List<byte[]> files(DocumentWriter<OrderResponse> writer, Map<String, String> options, int count)
            throws Exception {
        List<byte[]> files = new ArrayList<>();
        for (int i = 1; i <= count; i++) {
            Map<String, String> counted = new HashMap<>(options);
            counted.put(ControlNumber.OPTION, Integer.toString(100 + i));
            ByteArrayOutputStream out = new ByteArrayOutputStream();
            writer.write(RESPONSE, settings(counted), out);
            files.add(out.toByteArray());
        }
        return files;
    }

    private static FormatSettings settings(Map<String, String> options) {
        return new FormatSettings("en", options);
    }

    private static List<String> errors(byte[] interchange) throws Exception {
        List<String> errors = new ArrayList<>();
        EDIInputFactory factory = EDIInputFactory.newFactory();
        // syntax version 3, which our partners agree on, has no UTF-8 in its list of characters; all else is checked
        factory.setProperty(EDIInputFactory.EDI_VALIDATE_CONTROL_CODE_VALUES, false);
        try (EDIStreamReader reader = factory.createEDIStreamReader(new ByteArrayInputStream(interchange))) {
            while (reader.hasNext()) {
                EDIStreamEvent event = reader.next();
                if (event.isError()) {
                    errors.add(reader.getErrorType() + " at " + reader.getLocation());
                }
            }
        }
        return errors;
    }

    private static int events(byte[] interchange, EDIStreamEvent wanted) throws Exception {
        int count = 0;
        EDIInputFactory factory = EDIInputFactory.newFactory();
        try (EDIStreamReader reader = factory.createEDIStreamReader(new ByteArrayInputStream(interchange))) {
            while (reader.hasNext()) {
                count += reader.next() == wanted ? 1 : 0;
            }
        }
        return count;
    }
}
