package org.koppel.codec.table;

import static org.assertj.core.api.Assertions.assertThat;

import com.linuxense.javadbf.DBFReader;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;
import org.koppel.codec.DespatchAdvices;
import org.koppel.codec.DocumentWriter;
import org.koppel.codec.FormatSettings;
import org.koppel.document.DespatchAdvice;

class DespatchAdviceTableTest {

    @Test
    void aCsvHasARowForEachLine() throws Exception {
        String[] rows = new String(written(new DespatchAdviceCsvWriter()), StandardCharsets.UTF_8).split("\\R");

        assertThat(rows).hasSize(3);
        assertThat(rows[0]).startsWith("order;despatch;despatched_on;");
        assertThat(rows[1])
                .contains("4711;DA-4711-1;2026-01-12;2026-01-13;N;Snel & Co;T-123;10;100001;")
                .contains("354123450000000014", "WBS=P-88.1");
        assertThat(rows[2]).contains(";30;100002;", ";12;8;");
    }

    @Test
    void aDbfHasTheSameRows() throws Exception {
        try (DBFReader reader = new DBFReader(new ByteArrayInputStream(written(new DespatchAdviceDbfWriter())))) {
            assertThat(reader.getRecordCount()).isEqualTo(2);
            assertThat(reader.nextRow().getString("SSCC")).isEqualTo("354123450000000014");
        }
    }

    @Test
    void anXlsxIsWritten() throws Exception {
        assertThat(written(new DespatchAdviceXlsxWriter())).startsWith("PK".getBytes(StandardCharsets.US_ASCII));
    }

    private static byte[] written(DocumentWriter<DespatchAdvice> writer) throws Exception {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        writer.write(DespatchAdvices.anAdvice(), FormatSettings.DEFAULT, out);
        return out.toByteArray();
    }
}
