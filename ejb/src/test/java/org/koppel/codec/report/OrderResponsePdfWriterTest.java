package org.koppel.codec.report;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.StreamSupport;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.cos.COSName;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.font.PDFont;
import org.apache.pdfbox.text.PDFTextStripper;
import org.assertj.core.api.InstanceOfAssertFactories;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.koppel.codec.DocumentException;
import org.koppel.codec.FormatSettings;
import org.koppel.codec.OrderResponses;
import org.koppel.codec.Problem;
import org.koppel.document.LineStatus;
import org.koppel.document.OrderResponse;

class OrderResponsePdfWriterTest {
    private final OrderResponsePdfWriter writer = new OrderResponsePdfWriter();

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "nl|Orderbevestiging OR-4500012345|Uw bestelling 4500012345 van 4 jan. 2026|Nalevering|Niet aanvaard|besteld: 10 stuks|€ 1.599,75|Levering 12 jan. 2026|Pagina 1 van 1",
                "fr|Confirmation de commande OR-4500012345|Votre commande 4500012345 du 4 janv. 2026|En reliquat|Non accepté|commandé : 10 pièces|1 599,75 €|Solde 9 févr. 2026|Page 1 sur 1",
                "de|Auftragsbestätigung OR-4500012345|Ihre Bestellung 4500012345 vom 04.01.2026|Nachlieferung|Abgelehnt|bestellt: 10 Stück|1.599,75 €|Lieferung 12.01.2026|Seite 1 von 1",
                "en|Order confirmation OR-4500012345|Your order 4500012345 of 04 Jan 2026|Back-ordered|Not accepted|ordered: 10 pcs|1.599,75 €|Delivery 12 Jan 2026|Page 1 of 1"
            })
    void theReadersLanguageDecidesWordsNumbersAndDates(
            String language,
            String title,
            String subtitle,
            String late,
            String refused,
            String ordered,
            String gross,
            String delivery,
            String page)
            throws Exception {
        String text = textOf(OrderResponses.aResponse().in(language).build());

        assertThat(text).contains(title, subtitle, late, refused, ordered, gross, delivery, page);
    }

    @Test
    void everyLineShowsWhatWasOrderedConfirmedPricedAndWhy() throws Exception {
        String text = textOf(OrderResponses.aResponse().build());

        assertThat(text)
                .contains("Art. 100001", "uw nr. B-100001", "GTIN 5412345678908", "500 m", "82,50", "per 100 m")
                .contains("12 stuks", "besteld: 10 stuks", "6,25", "besteld aan 5,95", "Inclusief Recupel-bijdrage")
                .contains("Verpakt per 6: het aantal is naar boven afgerond.")
                .contains("8 stuks in nalevering", "Rest 9 feb. 2026", "WBS: P-88.1")
                .contains("0 dozen", "Artikel 999999 kennen we niet: kies een artikel uit de catalogus.");
    }

    @Test
    void referencesPartiesAndVatByRateAreThere() throws Exception {
        String text = textOf(OrderResponses.aResponse().build());

        assertThat(text)
                .contains("BA-2026-00077", "RK-4600000088", "KP-1200 Werf Aalst", "Łódź-Żyła")
                .contains("Elektro Vermeulen bv", "Jürgen Müller", "Bouwgroep De Smet nv", "Werf Aalst", "Code YARD")
                .contains("21% 1.234,50 259,25", "6% 100,00 6,00")
                .contains("Totaal excl. btw € 1.334,50", "Totaal incl. btw € 1.599,75")
                .contains("Leveringen aan de poort melden bij de werfleider.")
                .contains("Eén regel kon niet worden aanvaard: bestel een ander artikel.");
    }

    @Test
    void manyLinesFlowOverPagesWithNumberedPagesAndRepeatedHeader() throws Exception {
        OrderResponse response = OrderResponses.aResponse().in("en").lines(60).build();

        try (PDDocument pdf = read(response)) {
            int pages = pdf.getNumberOfPages();
            assertThat(pages).isGreaterThan(3);
            for (int page = 1; page <= pages; page++) {
                assertThat(textOf(pdf, page)).contains("Page " + page + " of " + pages);
            }
            assertThat(textOf(pdf, 2))
                    .contains("Order confirmation OR-4500012345, your order 4500012345", "Quantity Unit price Amount");
            String all = textOf(pdf);
            assertThat(IntStream.rangeClosed(1, 60).mapToObj(i -> "\n" + i * 10 + " "))
                    .allSatisfy(line -> assertThat(all).contains(line));
        }
    }

    @Test
    void aTestOrderSaysSoOnEveryPage() throws Exception {
        OrderResponse response =
                OrderResponses.aResponse().in("en").asTest().lines(20).build();

        try (PDDocument pdf = read(response)) {
            assertThat(pdf.getNumberOfPages()).isGreaterThan(1);
            for (int page = 1; page <= pdf.getNumberOfPages(); page++) {
                assertThat(textOf(pdf, page)).contains("TEST: this order will not be delivered or invoiced.");
            }
        }
        assertThat(textOf(OrderResponses.aResponse().in("en").build())).doesNotContain("TEST");
    }

    @Test
    void screenReadersFindLanguageTitleAndTags() throws Exception {
        try (PDDocument pdf = read(OrderResponses.aResponse().in("fr").build())) {
            assertThat(pdf.getDocumentCatalog().getLanguage()).isEqualTo("fr-BE");
            assertThat(pdf.getDocumentInformation().getTitle()).isEqualTo("Confirmation de commande OR-4500012345");
            assertThat(pdf.getDocumentInformation().getAuthor()).isEqualTo("Elektro Vermeulen bv");
            assertThat(pdf.getDocumentCatalog().getMarkInfo().isMarked()).isTrue();
            assertThat(pdf.getDocumentCatalog().getViewerPreferences().displayDocTitle())
                    .isTrue();
        }
    }

    @Test
    void fontsTravelWithTheFile() throws Exception {
        try (PDDocument pdf = read(OrderResponses.aResponse().build())) {
            PDPage page = pdf.getPage(0);
            List<PDFont> fonts = StreamSupport.stream(
                            page.getResources().getFontNames().spliterator(), false)
                    .map(name -> font(page, name))
                    .toList();
            assertThat(fonts)
                    .isNotEmpty()
                    .allMatch(PDFont::isEmbedded)
                    .allMatch(font -> font.getName().contains("DejaVuSans"));
        }
    }

    @Test
    void aRefusedOrderIsNotCalledAConfirmation() throws Exception {
        String text = textOf(OrderResponses.aResponse()
                .with(LineStatus.REJECTED)
                .lines(List.of(OrderResponses.rejected("10")))
                .build());

        assertThat(text).contains("Bestelling niet aanvaard OR-4500012345").doesNotContain("Orderbevestiging");
    }

    @ParameterizedTest
    @ValueSource(strings = {"es", "xx"})
    void aLanguageWithoutTextsGetsEnglish(String language) throws Exception {
        assertThat(textOf(OrderResponses.aResponse().in(language).build())).contains("Order confirmation");
    }

    @Test
    void aLongDescriptionIsPrintedCompletely() throws Exception {
        String words = "Kabelgoot geperforeerd sendzimir verzinkt ".repeat(60) + "einde";

        assertThat(textOf(OrderResponses.aResponse()
                        .lines(List.of(OrderResponses.described(words)))
                        .build()))
                .contains("einde");
    }

    @Test
    void aResponseThatCannotBeShownLeavesNothingAndNamesEveryField() {
        ByteArrayOutputStream out = new ByteArrayOutputStream();

        assertThatThrownBy(() -> writer.write(OrderResponses.broken(), FormatSettings.DEFAULT, out))
                .asInstanceOf(InstanceOfAssertFactories.type(DocumentException.class))
                .extracting(DocumentException::problems, InstanceOfAssertFactories.list(Problem.class))
                .extracting(Problem::location)
                .containsExactly("buyer", "gross", "line 10, status", "line 10, amount");
        assertThat(out.size()).isZero();
    }

    @Test
    void theCallersClassLoaderDoesNotMatterAndIsLeftAsItWas() throws Exception {
        Thread thread = Thread.currentThread();
        ClassLoader before = thread.getContextClassLoader();
        ClassLoader foreign = ClassLoader.getPlatformClassLoader();
        thread.setContextClassLoader(foreign);
        try {
            assertThat(textOf(OrderResponses.aResponse().build())).contains("Łódź-Żyła");
            assertThat(thread.getContextClassLoader()).isSameAs(foreign);
        } finally {
            thread.setContextClassLoader(before);
        }
    }

    @Test
    void warmingUpRendersWithoutADocument() {
        assertThatCode(() -> {
                    writer.warmUp();
                    new OrderResponseHtmlWriter().warmUp();
                })
                .doesNotThrowAnyException();
    }

    private static PDFont font(PDPage page, COSName name) {
        try {
            return page.getResources().getFont(name);
        } catch (IOException e) {
            throw new AssertionError(e);
        }
    }

    private PDDocument read(OrderResponse response) throws Exception {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        writer.write(response, FormatSettings.DEFAULT, out);
        return Loader.loadPDF(out.toByteArray());
    }

    private String textOf(OrderResponse response) throws Exception {
        try (PDDocument pdf = read(response)) {
            return textOf(pdf);
        }
    }

    private static String textOf(PDDocument pdf) throws IOException {
        return textOf(pdf, 1, pdf.getNumberOfPages());
    }

    private static String textOf(PDDocument pdf, int page) throws IOException {
        return textOf(pdf, page, page);
    }

    /** The text with plain spaces: fixed and narrow ones are a matter of looks. */
    private static String textOf(PDDocument pdf, int from, int to) throws IOException {
        PDFTextStripper stripper = new PDFTextStripper();
        stripper.setSortByPosition(true);
        stripper.setStartPage(from);
        stripper.setEndPage(to);
        return stripper.getText(pdf).replaceAll("[\u00a0\u202f]", " ");
    }
}
