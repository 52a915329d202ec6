package org.koppel.codec.report;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.koppel.codec.DocumentException;
import org.koppel.codec.FormatSettings;
import org.koppel.codec.OrderResponses;
import org.koppel.document.Card;
import org.koppel.document.OrderResponse;

class OrderResponseHtmlWriterTest {
    private static final Pattern ADDRESS = Pattern.compile("(?:src|href|background)=\"([^\"]*)\"|url\\(([^)]*)\\)");
    private final OrderResponseHtmlWriter writer = new OrderResponseHtmlWriter();

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "nl|nl-BE|Orderbevestiging OR-4500012345|Totaal incl. btw|€ 1.599,75|Gewijzigd",
                "fr|fr-BE|Confirmation de commande OR-4500012345|Total TVA comprise|1 599,75 €|Modifié",
                "de|de-BE|Auftragsbestätigung OR-4500012345|Summe mit MwSt.|1.599,75 €|Geändert",
                "en|en-BE|Order confirmation OR-4500012345|Total incl. VAT|1.599,75 €|Changed"
            })
    void theReadersLanguageDecidesWordsNumbersAndLangAttribute(
            String language, String tag, String title, String total, String gross, String status) throws Exception {
        String html = htmlOf(OrderResponses.aResponse().in(language).build());

        assertThat(html)
                .startsWith("<!DOCTYPE html>\n<html lang=\"" + tag + "\">")
                .contains("<meta charset=\"UTF-8\">", "<title>" + title + "</title>", total, status)
                .endsWith("</html>\n");
        assertThat(plain(html)).contains(title, gross);
    }

    @Test
    void theLanguageThatAReaderAsksForGoesBeforeTheDocumentsOwn() throws Exception {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        writer.write(OrderResponses.aResponse().in("nl").build(), FormatSettings.asked("fr"), out);

        assertThat(out.toString(StandardCharsets.UTF_8)).contains("<title>Confirmation de commande");
    }

    @Test
    void theBuyersCardIsInItWithItsLogo() throws Exception {
        BufferedImage red = new BufferedImage(48, 16, BufferedImage.TYPE_INT_RGB);
        red.setRGB(0, 0, 0xff0000);
        ByteArrayOutputStream png = new ByteArrayOutputStream();
        ImageIO.write(red, "png", png);
        String logo = Base64.getEncoder().encodeToString(png.toByteArray());

        String html = htmlOf(OrderResponses.aResponse()
                .card(new Card("Proficiat <allemaal>", logo))
                .build());

        assertThat(html).contains("Proficiat &lt;allemaal&gt;", "data:image/png;base64," + logo, Logo.OURS.dataUri());
        assertThat(htmlOf(OrderResponses.aResponse()
                        .card(new Card("Dag", "no picture"))
                        .build()))
                .contains("Dag");
        assertThat(htmlOf(OrderResponses.aResponse().build())).doesNotContain("Kaartje");
    }

    @Test
    void everyLineAndReasonIsInIt() throws Exception {
        String html = plain(htmlOf(OrderResponses.aResponse().lines(200).build()));

        assertThat(IntStream.rangeClosed(1, 200).mapToObj(i -> ">" + i * 10 + "<"))
                .allSatisfy(number -> assertThat(html).contains(number));
        assertThat(html)
                .contains("Verpakt per 6: het aantal is naar boven afgerond.", "besteld: 10 stuks", "besteld aan 5,95")
                .contains("8 stuks in nalevering", "Rest 9 feb. 2026", "Artikel 999999 kennen we niet")
                .contains("BA-2026-00077", "RK-4600000088", "KP-1200 Werf Aalst", "Łódź-Żyła", "Jürgen Müller");
    }

    @Test
    void nothingIsFetchedFromOutsideAndNothingRuns() throws Exception {
        String html = htmlOf(OrderResponses.aResponse().lines(60).build());

        assertThat(ADDRESS.matcher(html).results().map(MatchResult::group))
                .isNotEmpty()
                .allMatch(address -> address.startsWith("src=\"data:image/png;base64,"));
        assertThat(html)
                .doesNotContain("http://", "https://", "<script", "<style", "<link", "javascript:", "position:");
    }

    @Test
    void theLogoHasWordsForThoseWhoDoNotSeeIt() throws Exception {
        assertThat(htmlOf(OrderResponses.aResponse().build())).contains("alt=\"Elektro Vermeulen bv (logo)\"");
    }

    @Test
    void markupInADescriptionIsShownAndNotObeyed() throws Exception {
        String html = htmlOf(OrderResponses.aResponse()
                .lines(List.of(OrderResponses.described("<b>vet</b> & <script>alert(1)</script>")))
                .build());

        assertThat(html)
                .contains("&lt;b&gt;vet&lt;/b&gt; &amp; &lt;script&gt;alert(1)&lt;/script&gt;")
                .doesNotContain("<b>", "<script");
    }

    @Test
    void anExpressionInADescriptionIsPlainText() throws Exception {
        assertThat(htmlOf(OrderResponses.aResponse()
                        .lines(List.of(OrderResponses.described("$P{LOGO} ${1+1} #{x}")))
                        .build()))
                .contains("$P{LOGO} ${1+1} #{x}");
    }

    @Test
    void theLetterIsOneTableOf640Pixels() throws Exception {
        String html = htmlOf(OrderResponses.aResponse().build());

        assertThat(html).contains("table-layout: fixed; overflow-wrap: break-word; width: 640px");
        assertThat(html.split("<table", -1)).hasSameSizeAs(html.split("</table>", -1));
    }

    @Test
    void totalsAreNotCutOff() throws Exception {
        assertThat(plain(htmlOf(OrderResponses.aResponse().in("fr").build())))
                .contains(">Total hors TVA<", ">Total TVA comprise<");
    }

    @Test
    void aResponseThatCannotBeShownLeavesNothing() {
        ByteArrayOutputStream out = new ByteArrayOutputStream();

        assertThatThrownBy(() -> writer.write(OrderResponses.broken(), FormatSettings.DEFAULT, out))
                .isInstanceOf(DocumentException.class)
                .hasMessageContaining("MISSING_FIELD at buyer");
        assertThat(out.size()).isZero();
    }

    private String htmlOf(OrderResponse response) throws Exception {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        writer.write(response, FormatSettings.DEFAULT, out);
        return out.toString(StandardCharsets.UTF_8);
    }

    /** With plain spaces: fixed and narrow ones are a matter of looks. */
    private static String plain(String html) {
        return html.replaceAll("[\u00a0\u202f]|&nbsp;", " ");
    }
}
