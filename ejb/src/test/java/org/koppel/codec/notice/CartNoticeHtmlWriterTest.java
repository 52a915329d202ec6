package org.koppel.codec.notice;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.koppel.codec.FormatSettings;
import org.koppel.document.CartNotice;
import org.koppel.shared.DocumentNumber;
import org.koppel.shared.Money;
import org.koppel.shared.Quantity;

class CartNoticeHtmlWriterTest {

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "en|false|Your cart 0123456789AB expires soon|February 4, 2026|pieces",
                "nl|true|Uw winkelwagen 0123456789AB is vervallen|4 februari 2026|stuks",
                "fr|true|Votre panier 0123456789AB a expiré|4 février 2026|pièces",
                "de|false|Ihr Warenkorb 0123456789AB läuft bald ab|4. Februar 2026|Stück"
            })
    void saysInTheReadersLanguageWhichCartEndsWhenAndWhatIsInIt(
            String language, boolean expired, String title, String day, String pieces) throws Exception {
        CartNotice notice = new CartNotice(
                new DocumentNumber("0123456789AB"),
                expired,
                Instant.parse("2026-01-05T08:00:00Z"),
                Instant.parse("2026-02-04T08:00:00Z"),
                "An <b>Peeters</b>",
                Money.of("12.50", "EUR"),
                List.of(new CartNotice.Line("100001", "Socket & plate", Quantity.of("2", "H87"))));
        ByteArrayOutputStream out = new ByteArrayOutputStream();

        new CartNoticeHtmlWriter().write(notice, FormatSettings.in(language), out);

        assertThat(out.toString(StandardCharsets.UTF_8))
                .contains(
                        "<h1>" + title + "</h1>",
                        day,
                        "<li>2\u00a0" + pieces + " × 100001, Socket &amp; plate",
                        "An &lt;b&gt;Peeters")
                .contains("<html lang=\"" + language + "\">")
                .doesNotContain("<b>", "{0}", "''");
    }
}
