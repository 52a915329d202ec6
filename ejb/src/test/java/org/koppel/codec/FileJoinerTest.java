package org.koppel.codec;

import static org.assertj.core.api.Assertions.assertThat;

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
import org.junit.jupiter.api.Test;
import org.koppel.codec.edifact.EdifactD96AOrderResponseWriter;
import org.koppel.codec.edifact.EdifactJoiner;
import org.koppel.codec.table.CsvJoiner;
import org.koppel.codec.table.DbfJoiner;
import org.koppel.codec.table.OrderResponseCsvWriter;
import org.koppel.codec.table.OrderResponseDbfWriter;
import org.koppel.codec.x12.X12Joiner;
import org.koppel.codec.x12.X12OrderResponseWriter;
import org.koppel.document.OrderResponse;

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

        List<byte[]> joined = new CsvJoiner().join(files, settings(Map.of()));

        assertThat(joined).hasSize(1);
        List<String> lines =
                new String(joined.get(0), StandardCharsets.UTF_8).lines().toList();
        assertThat(lines).hasSize(13);
        assertThat(lines.stream().filter(l -> l.startsWith("order;"))).hasSize(1);
    }

    @Test
    void tablesWithoutNamesAreLaidBehindEachOther() throws Exception {
        Map<String, String> options = Map.of("csv.header", "no", "csv.charset", "UTF-16");

        byte[] joined = new CsvJoiner()
                .join(files(new OrderResponseCsvWriter(), options, 2), settings(options))
                .get(0);

        assertThat(new String(joined, StandardCharsets.UTF_16).lines())
                .hasSize(8)
                .noneMatch(l -> l.startsWith("order;"));
    }

    @Test
    void dbfTablesBecomeOneWithAllRecords() throws Exception {
        byte[] joined = new DbfJoiner()
                .join(files(new OrderResponseDbfWriter(), Map.of(), 3), settings(Map.of()))
                .get(0);

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
        byte[] joined = new EdifactJoiner()
                .join(files(new EdifactD96AOrderResponseWriter(), EDIFACT, 3), settings(EDIFACT))
                .get(0);

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

        String joined =
                new String(new EdifactJoiner().join(files, settings(EDIFACT)).get(0), StandardCharsets.UTF_8);

        assertThat(joined).contains(body);
    }

    @Test
    void anX12GroupHoldsEverySetUnderItsOwnNumber() throws Exception {
        byte[] joined = new X12Joiner()
                .join(files(new X12OrderResponseWriter(), X12, 3), settings(X12))
                .get(0);

        String text = new String(joined, StandardCharsets.ISO_8859_1);
        assertThat(text)
                .containsOnlyOnce("ISA*")
                .containsOnlyOnce("GS*")
                .contains("ST*855*0001", "ST*855*0003", "GE*3*");
        assertThat(errors(joined)).isEmpty();
        assertThat(events(joined, EDIStreamEvent.START_TRANSACTION)).isEqualTo(3);
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
