package org.koppel.codec.table;

import static org.assertj.core.api.Assertions.assertThat;

import com.linuxense.javadbf.DBFReader;
import com.linuxense.javadbf.DBFRow;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;
import org.koppel.codec.DocumentWriter;
import org.koppel.codec.FormatSettings;
import org.koppel.codec.Invoices;
import org.koppel.document.Invoice;

class InvoiceTableTest {

    @Test
    void aCsvHasARowForEachLineAndOneForFreight() throws Exception {
        String[] rows = new String(written(new InvoiceCsvWriter()), StandardCharsets.UTF_8).split("\\R");

        assertThat(rows).hasSize(5);
        assertThat(rows[0]).startsWith("invoice;kind;issued_on;due_on;order;");
        assertThat(rows[2])
                .startsWith(
                        "F2026-100;INVOICE;2026-01-15;2026-02-14;4711;DA-4711-1;2026-01-12;INKOOP-7;2;20;100002;B-2;")
                .contains(";12;H87;13.25;1;0.72;159.72;S;21;", ";374.42;72.64;447.06;447.06;")
                .contains("WBS=P-88.1; KP-100", ";Nieuwbouw Aalst;BA-7;RAAM-2026;V-88;Werf=Z-1;YARD;N");
        assertThat(rows[4]).contains(";;;;;;Transport;;;;;;12.50;S;21;");
        assertThat(rows[0])
                .endsWith(";test;rate_net;rate_vat;vat_exemption;vat_reason;cart;ship_to_gln;preceding;preceding_on");
        assertThat(rows)
                .filteredOn(r -> r.contains(";S;21;"))
                .hasSize(3)
                .allMatch(r -> r.endsWith(";334.47;70.24;;;;5412345000020;;"));
        assertThat(rows)
                .filteredOn(r -> r.contains(";S;6;"))
                .hasSize(1)
                .allMatch(r -> r.endsWith(";39.95;2.40;;;;5412345000020;;"));
    }

    @Test
    void aDbfHasTheSameRows() throws Exception {
        try (DBFReader reader = new DBFReader(new ByteArrayInputStream(written(new InvoiceDbfWriter())))) {
            assertThat(reader.getRecordCount()).isEqualTo(4);
            DBFRow row = reader.nextRow();
            assertThat(row.getString("PAYREF")).isEqualTo(Invoices.OGM);
            assertThat(row.getBigDecimal("PAYABLE")).isEqualByComparingTo("447.06");
            assertThat(row.getBigDecimal("RATENET")).isEqualByComparingTo("334.47");
            assertThat(row.getBigDecimal("RATEVAT")).isEqualByComparingTo("70.24");
        }
    }

    @Test
    void anXlsxIsWritten() throws Exception {
        assertThat(written(new InvoiceXlsxWriter())).startsWith("PK".getBytes(StandardCharsets.US_ASCII));
    }

    private static byte[] written(DocumentWriter<Invoice> writer) throws Exception {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        writer.write(Invoices.anInvoice(), FormatSettings.DEFAULT, out);
        return out.toByteArray();
    }
}
