package org.koppel.codec;

import static org.assertj.core.api.Assertions.assertThat;
import static org.koppel.codec.BackOfficeDocuments.read;
import static org.koppel.codec.BackOfficeDocuments.written;

import java.nio.charset.StandardCharsets;
import java.time.OffsetDateTime;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.koppel.codec.cebeo.CebeoApplicationResponseWriter;
import org.koppel.codec.edifact.EdifactD01BApplicationResponseWriter;
import org.koppel.codec.edifact.EdifactD01BReader;
import org.koppel.codec.edifact.EdifactD96AApplicationResponseWriter;
import org.koppel.codec.edifact.EdifactD96AReader;
import org.koppel.codec.table.ApplicationResponseCsvWriter;
import org.koppel.codec.ubl.UblApplicationResponseReader;
import org.koppel.codec.ubl.UblApplicationResponseWriter;
import org.koppel.codec.x12.X12ApplicationResponseWriter;
import org.koppel.document.ApplicationResponse;
import org.koppel.document.PartnerReceipt;
import org.koppel.document.Party;
import org.koppel.shared.DocumentNumber;

/** A back office or a customer is told in its own format which of its documents was refused, and why. */
class ApplicationResponseWritersTest {
    private final ApplicationResponse refused = new ApplicationResponse(
            new DocumentNumber("AR-1"),
            OffsetDateTime.parse("2026-01-12T14:30:00Z"),
            new DocumentNumber("LS-10077"),
            "DespatchAdvice",
            "77",
            false,
            List.of(new ApplicationResponse.Finding(
                    "QUANTITY_EXCEEDS_ORDER", "line 10", "Of line 10 only 4 are left to despatch.")));

    @Test
    void byAperakAndApplicationResponse() throws Exception {
        assertRefuses(read(new EdifactD96AReader(), written(new EdifactD96AApplicationResponseWriter(), refused)));
        assertRefuses(read(new EdifactD01BReader(), written(new EdifactD01BApplicationResponseWriter(), refused)));
        assertRefuses(read(new UblApplicationResponseReader(), written(new UblApplicationResponseWriter(), refused)));
    }

    @Test
    void aCustomerIsNamedAsReceiverAndTheSupplierAsSender() throws Exception {
        ApplicationResponse order = new ApplicationResponse(
                refused.number(),
                refused.issuedAt(),
                new DocumentNumber("4711"),
                "Order",
                null,
                true,
                List.of(new ApplicationResponse.Finding("MISSING_FIELD", "regel 1", "Een gegeven ontbreekt.")),
                new Party("De Linde", "5412345000037", null, null, null));

        assertThat(text(written(new UblApplicationResponseWriter(), order, "supplier.name", "Voltaris nv")))
                .contains("<cac:SenderParty><cac:PartyName><cbc:Name>Voltaris nv<")
                .contains("<cbc:ID schemeID=\"0088\">5412345000037</cbc:ID>", "<cbc:Name>De Linde</cbc:Name>")
                .doesNotContain("Back office");
        assertThat(text(written(new EdifactD96AApplicationResponseWriter(), order)))
                .contains("UNB+UNOC:3+SUPPLIER+5412345000037:14+")
                .contains("RFF+ACW:4711'");
        assertThat(text(written(new X12ApplicationResponseWriter(), order)))
                .contains("*ZZ*5412345000037  *", "*T*")
                .doesNotContain("BACKOFFICE");
    }

    @Test
    void aLongFindingIsSeveralErrorsOfAperakWithOneTextEach() throws Exception {
        ApplicationResponse wordy = new ApplicationResponse(
                refused.number(),
                refused.issuedAt(),
                refused.answered(),
                "DespatchAdvice",
                null,
                false,
                List.of(new ApplicationResponse.Finding("NOT_ORDERED", "line 10", "Nobody asked for it. ".repeat(30))));
        byte[] written = written(new EdifactD96AApplicationResponseWriter(), wordy);

        assertThat(text(written).replaceAll("\\+[^']*|\\s", "")).endsWith("'RFF'ERC'FTX'ERC'FTX'UNT'UNZ'");
    }

    private static void assertRefuses(List<PartnerReceipt> read) {
        assertThat(read).singleElement().satisfies(receipt -> {
            assertThat(receipt.answers()).isEqualTo(new DocumentNumber("LS-10077"));
            assertThat(receipt.accepted()).isFalse();
            assertThat(String.join(" ", receipt.details())).contains("only 4 are left");
        });
    }

    @Test
    void by824CebeoXmlAndCsv() throws Exception {
        assertThat(text(written(new X12ApplicationResponseWriter(), refused)))
                .contains("ST*824*0001", "BGN*11*AR-1*20260112", "OTI*TR*ZZ*LS-10077")
                .contains("TED*ZZZ*QUANTITY_EXCEEDS_ORDER line 10");
        assertThat(text(written(new CebeoApplicationResponseWriter(), refused)))
                .contains("<Message code=\"1\">DespatchAdvice LS-10077", "QUANTITY_EXCEEDS_ORDER line 10");
        assertThat(text(written(new ApplicationResponseCsvWriter(), refused)))
                .contains("AR-1;LS-10077;DespatchAdvice;77;QUANTITY_EXCEEDS_ORDER;line 10;Of line 10 only 4");
    }

    private static String text(byte[] content) {
        return new String(content, StandardCharsets.UTF_8);
    }
}
