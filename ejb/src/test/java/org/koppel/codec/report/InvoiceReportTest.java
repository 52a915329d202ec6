package org.koppel.codec.report;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.IntStream;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.text.PDFTextStripper;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.koppel.codec.DocumentWriter;
import org.koppel.codec.FormatSettings;
import org.koppel.codec.Invoices;
import org.koppel.document.Invoice;
import org.koppel.document.InvoiceLine;
import org.koppel.document.InvoiceSums;

/** Invoices as people read them. */
class InvoiceReportTest {

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "nl|Factuur F2026-100|Te betalen: € 447,06, uiterlijk op 14 feb. 2026|Uw bestelnummer|Maatstaf van heffing|Mededeling: "
                        + Invoices.OGM,
                "fr|Facture F2026-100|À payer : 447,06 €, au plus tard le 14 févr. 2026|Votre n° de commande|Base d’imposition|Communication : "
                        + Invoices.OGM,
                "de|Rechnung F2026-100|Zu zahlen: 447,06 €, bis spätestens 14.02.2026|Ihre Bestellnummer|Bemessungsgrundlage|Verwendungszweck: "
                        + Invoices.OGM,
                "en|Invoice F2026-100|Please pay 447,06 € by 14 Feb 2026|Your order number|Taxable amount|Payment reference: "
                        + Invoices.OGM
            })
    void theReadersLanguageDecidesWordsNumbersAndDates(
            String language, String title, String pay, String order, String base, String reference) throws Exception {
        String pdf = text(pdf(Invoices.in(language)));
        String html = html(Invoices.in(language));

        assertThat(pdf).contains(title, pay, reference);
        assertThat(html).contains("<title>" + title + "</title>").endsWith("</html>\n");
        assertThat(html.replaceAll("<[^>]*>", "").replace('\u00a0', ' ').replace('\u202f', ' '))
                .contains(pay, reference);
    }

    @Test
    void linesLeviesRatesAndTotalsAreThere() throws Exception {
        String text = text(pdf(Invoices.anInvoice()));

        assertThat(text)
                .contains("Installatiekabel 3G2,5", "250 m", "64,90", "per 100 m", "162,25", "Recupel: 0,72")
                .contains("21% 334,47 70,24", "6% 39,95 2,40")
                .contains("Totaal van de regels € 361,92", "Transport € 12,50", "Te betalen € 447,06");
    }

    @Test
    void everyReferenceIsThere() throws Exception {
        assertThat(text(pdf(Invoices.anInvoice())))
                .contains(
                        "4711",
                        "INKOOP-7",
                        "DA-4711-1",
                        "Nieuwbouw Aalst",
                        "BA-7",
                        "RAAM-2026",
                        "KP-100",
                        "V-88",
                        "Z-1")
                .contains("WBS: P-88.1", "uw regel 20", "Werf Aalst", "BE68 5390 0754 7034");
    }

    @Test
    void aCreditNoteSaysWhatItCreditsAndInWhoseFavourItIs() throws Exception {
        assertThat(text(pdf(Invoices.aCreditNote())))
                .contains("Creditnota C2026-7", "Bij factuur", "F2026-100", "Te uwen gunste", "Defect")
                .doesNotContain("Te betalen:", "IBAN", "BE68");
    }

    @Test
    void reverseChargeIsExplained() throws Exception {
        Invoice good = Invoices.anInvoice();
        List<InvoiceLine> lines =
                good.lines().stream().map(InvoiceReportTest::reversed).toList();
        Invoice reversed = InvoiceSums.reckoned(good.reckoned(lines, List.of(), null));

        assertThat(text(pdf(reversed))).contains("Btw verlegd: de btw is door de medecontractant verschuldigd.");
    }

    @Test
    void manyLinesGoOverSeveralPagesWithTheirHeadings() throws Exception {
        Invoice good = Invoices.anInvoice();
        List<InvoiceLine> many =
                IntStream.range(0, 60).mapToObj(i -> good.lines().get(i % 3)).toList();
        byte[] pdf = pdf(InvoiceSums.reckoned(good.reckoned(many, List.of(), null)));

        try (PDDocument document = Loader.loadPDF(pdf)) {
            assertThat(document.getNumberOfPages()).isGreaterThan(3);
        }
        assertThat(text(pdf)).contains("Pagina 2 van");
    }

    /** The end of an invoice moves to the next page when it does not fit, and never leaves an empty one behind. */
    @Test
    void howeverManyLinesThereAreNoPageIsEmpty() throws Exception {
        Invoice good = Invoices.anInvoice();
        for (int count = 1; count <= 14; count++) {
            List<InvoiceLine> lines = IntStream.range(0, count)
                    .mapToObj(i -> good.lines().get(i % 3))
                    .toList();
            byte[] pdf = written(new InvoicePdfWriter(), InvoiceSums.reckoned(good.reckoned(lines, List.of(), null)));
            try (PDDocument document = Loader.loadPDF(pdf)) {
                PDFTextStripper last = new PDFTextStripper();
                last.setStartPage(document.getNumberOfPages());
                assertThat(last.getText(document).lines().count())
                        .as("lines of text on the last page of an invoice of %d lines", count)
                        .isGreaterThan(3); // its title, and the seller and number of the page at the foot
            }
        }
    }

    private static InvoiceLine reversed(InvoiceLine l) {
        return new InvoiceLine(
                l.number(),
                l.order(),
                l.orderLine(),
                l.despatch(),
                l.item(),
                l.quantity(),
                l.price(),
                List.of(),
                null,
                "AE",
                BigDecimal.ZERO,
                null,
                null,
                List.of());
    }

    private static byte[] pdf(Invoice invoice) throws Exception {
        byte[] pdf = written(new InvoicePdfWriter(), invoice);
        keep(invoice.number() + "-" + invoice.language() + "-" + invoice.lines().size() + ".pdf", pdf);
        return pdf;
    }

    private static String html(Invoice invoice) throws Exception {
        byte[] html = written(new InvoiceHtmlWriter(), invoice);
        keep(invoice.number() + "-" + invoice.language() + ".html", html);
        return new String(html, StandardCharsets.UTF_8);
    }

    /** For people to look at. */
    private static void keep(String name, byte[] content) throws IOException {
        Path folder = Files.createDirectories(Path.of("target", "reports"));
        Files.write(folder.resolve(name), content);
    }

    private static String text(byte[] pdf) throws IOException {
        try (PDDocument document = Loader.loadPDF(pdf)) {
            PDFTextStripper stripper = new PDFTextStripper();
            stripper.setSortByPosition(true);
            return stripper.getText(document).replace('\u00a0', ' ').replace('\u202f', ' ');
        }
    }

    private static byte[] written(DocumentWriter<Invoice> writer, Invoice invoice) throws Exception {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        writer.write(invoice, FormatSettings.DEFAULT, out);
        return out.toByteArray();
    }
}
