package org.koppel.codec.report;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.koppel.codec.FormatSettings;
import org.koppel.codec.OrderResponses;
import org.koppel.document.LineStatus;
import org.koppel.document.OrderResponse;
import org.koppel.document.OrderResponse.Occasion;
import org.koppel.shared.DocumentNumber;

/** What people read when an order is cancelled, or a change of it refused. */
class ReportNoticeTest {

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "nl|CHANGE|REJECTED|Wijziging niet aanvaard|De bestelling blijft zoals ze was",
                "fr|CANCELLATION|REJECTED|Annulation non acceptée|Elle reste inchangée",
                "de|CANCELLATION|ACCEPTED|Bestellung storniert|Ihre Bestellung ist storniert",
                "en|CANCELLATION|ACCEPTED|Order cancelled|Your order is cancelled"
            })
    void thePageSaysWhatBecameOfTheOrderAsAWhole(
            String language, Occasion.Kind kind, LineStatus status, String title, String summary) throws Exception {
        ByteArrayOutputStream out = new ByteArrayOutputStream();

        new OrderResponseHtmlWriter().write(notice(language, kind, status), FormatSettings.DEFAULT, out);

        assertThat(out.toString(StandardCharsets.UTF_8)).contains(title, summary, "Eén regel kon niet worden aanvaard");
    }

    @Test
    void itIsAPdfToo() throws Exception {
        ByteArrayOutputStream out = new ByteArrayOutputStream();

        new OrderResponsePdfWriter()
                .write(notice("nl", Occasion.Kind.CHANGE, LineStatus.REJECTED), FormatSettings.DEFAULT, out);

        assertThat(out.toByteArray()).startsWith("%PDF-".getBytes(StandardCharsets.US_ASCII));
    }

    private static OrderResponse notice(String language, Occasion.Kind kind, LineStatus status) {
        return OrderResponses.aResponse()
                .in(language)
                .with(status)
                .lines(List.of())
                .build()
                .to(new Occasion(kind, new DocumentNumber("CH-1"), null), new DocumentNumber("OR-1-2"));
    }
}
