package org.koppel.codec.cxml;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.koppel.codec.AnswerReader.Answer;
import org.koppel.codec.AnswerReader.Verdict;
import org.koppel.codec.FormatSettings;
import org.koppel.document.ApplicationResponse;
import org.koppel.document.PartnerReceipt;
import org.koppel.shared.DocumentNumber;

class CxmlReceiptTest {

    @Test
    void aStatusUpdateNamesTheDocumentByThePayloadIdThatWeGaveIt() throws Exception {
        List<PartnerReceipt> receipts = new ArrayList<>();
        new CxmlStatusUpdateReader()
                .read(new ByteArrayInputStream(Golden.bytes("status-update")), FormatSettings.DEFAULT, receipts::add);

        assertThat(receipts)
                .containsExactly(new PartnerReceipt(
                        new DocumentNumber("9.2026@bouwgroep.example"),
                        "StatusUpdateRequest",
                        null,
                        new DocumentNumber("OR-4711"),
                        false,
                        List.of("406 Not Acceptable", "Line 3 has no such unit")));
        assertThat(Golden.envelope(Golden.bytes("status-update")).documentClass())
                .contains(PartnerReceipt.class);
    }

    @Test
    void aBackOfficeIsToldByStatusUpdateWhatWasRefusedOfItsMessage() throws Exception {
        ApplicationResponse refused = new ApplicationResponse(
                new DocumentNumber("AR-1"),
                OffsetDateTime.parse("2026-01-12T14:30:00Z"),
                new DocumentNumber("INV-9"),
                "Invoice",
                "9.2026@erp.example",
                true,
                List.of(
                        new ApplicationResponse.Finding("LINE_UNKNOWN", "line 10", "The order has no line <10>."),
                        new ApplicationResponse.Finding("TOTAL_WRONG", "totals/net", "The net sum is 12.00 EUR.")));
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        new CxmlApplicationResponseWriter()
                .write(refused, new FormatSettings("en", Map.of("cxml.from", "DUNS:1", "cxml.to", "DUNS:2")), out);

        CxmlDtd.valid(out.toString(StandardCharsets.UTF_8));
        assertThat(out.toString(StandardCharsets.UTF_8)).contains("deploymentMode=\"test\"");
        List<PartnerReceipt> read = new ArrayList<>();
        new CxmlStatusUpdateReader()
                .read(new ByteArrayInputStream(out.toByteArray()), FormatSettings.DEFAULT, read::add);
        assertThat(read).singleElement().satisfies(receipt -> {
            assertThat(receipt.answers()).isEqualTo(new DocumentNumber("9"));
            assertThat(receipt.accepted()).isFalse();
            assertThat(receipt.details())
                    .containsExactly(
                            "406 Not Acceptable",
                            "Invoice INV-9: LINE_UNKNOWN line 10: The order has no line <10>.; TOTAL_WRONG totals/net: The net"
                                    + " sum is 12.00 EUR.");
        });
    }

    @ParameterizedTest
    @CsvSource({"200, TAKEN", "201, TAKEN", "400, REFUSED", "401, REFUSED", "475, REFUSED", "500, LATER", "560, LATER"})
    void theStatusOfAResponseDecides(String code, Verdict verdict) {
        String body =
                "<?xml version=\"1.0\"?><!DOCTYPE cXML SYSTEM \"http://xml.cxml.org/schemas/cXML/1.2.014/cXML.dtd\">"
                        + "<cXML payloadID=\"1\" timestamp=\"2026-01-05T08:00:00+00:00\"><Response><Status code=\""
                        + code
                        + "\" text=\"Text\">Words</Status></Response></cXML>";

        assertThat(new CxmlAnswerReader().read(body.getBytes(StandardCharsets.UTF_8)))
                .contains(new Answer(verdict, "CXML_" + code, "Words"));
    }

    @ParameterizedTest
    @CsvSource({"OK", "<html>OK</html>", "<cXML", "''"})
    void whatIsNoResponseDecidesNothing(String body) {
        assertThat(new CxmlAnswerReader().read(body.getBytes(StandardCharsets.UTF_8)))
                .isEmpty();
    }
}
