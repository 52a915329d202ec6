package org.koppel.codec.report;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.zxing.BarcodeFormat;
import com.google.zxing.BinaryBitmap;
import com.google.zxing.DecodeHintType;
import com.google.zxing.MultiFormatReader;
import com.google.zxing.NotFoundException;
import com.google.zxing.RGBLuminanceSource;
import com.google.zxing.Result;
import com.google.zxing.ResultMetadataType;
import com.google.zxing.common.HybridBinarizer;
import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import javax.imageio.ImageIO;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.rendering.PDFRenderer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.koppel.codec.DocumentWriter;
import org.koppel.codec.FormatSettings;
import org.koppel.codec.Invoices;
import org.koppel.document.Invoice;
import org.koppel.document.Invoice.Payment;
import org.koppel.document.InvoiceTotals;
import org.koppel.shared.Money;

/** The QR code for payment, read from the finished files as a scanner does. */
class PaymentCodeTest {
    private static final Pattern PICTURE = Pattern.compile("data:image/png;base64,([A-Za-z0-9+/=]+)");
    private static final String BELGIAN =
            "BCD\n002\n1\nSCT\n\nElektro Vermeulen bv\nBE68539007547034\nEUR447.06\n\n\n" + Invoices.OGM;

    @Test
    void thePrintedCodeHoldsAccountNameAmountAndReference() throws Exception {
        Result code = printed(Invoices.anInvoice()).orElseThrow();

        assertThat(code.getText()).isEqualTo(BELGIAN);
        assertThat(code.getResultMetadata()).containsEntry(ResultMetadataType.ERROR_CORRECTION_LEVEL, "M");
    }

    @Test
    void theMailShowsTheSameCode() throws Exception {
        String html = new String(written(new InvoiceHtmlWriter(), Invoices.anInvoice()), StandardCharsets.UTF_8);

        assertThat(pictures(html))
                .anyMatch(p -> scanned(p).map(Result::getText).orElse("").equals(BELGIAN));
        assertThat(html).contains("Betaal met uw bankapp");
    }

    @Test
    void aCreditorReferenceIsStructuredAndABicIsGiven() throws Exception {
        Invoice invoice = paid(
                new Payment("58", "RF18 5390 0754 7034", "BE68 5390 0754 7034", "kredbebb", "Café Zoë", null),
                "EUR",
                "12.50");

        assertThat(printed(invoice).orElseThrow().getText())
                .isEqualTo("BCD\n002\n1\nSCT\nKREDBEBB\nCafé Zoë\nBE68539007547034\nEUR12.50\n\nRF18539007547034");
    }

    @Test
    void withoutAReferenceTheNumberOfTheInvoiceIsOne() {
        Invoice invoice = paid(new Payment(null, null, "BE68539007547034", null, null, null), "EUR", "1000000.00");

        assertThat(PaymentCode.of(invoice)).endsWith("\nEUR1000000.00\n\n\nF2026-100");
    }

    @Test
    void whatIsLongestIsStillTaken() throws Exception {
        Payment longest = new Payment("30", "x".repeat(140), "BE68539007547034", "KREDBEBBXXX", "n".repeat(80), null);

        assertThat(printed(paid(longest, "EUR", "999999999.99")).orElseThrow().getText())
                .contains("\n" + "n".repeat(70) + "\n", "x".repeat(140));
    }

    @Test
    void aNameIsNotCutWithinACharacter() {
        Payment joined = new Payment("30", "ref", "BE68539007547034", null, "n".repeat(69) + "e\u0308n", null);

        assertThat(PaymentCode.of(paid(joined, "EUR", "12.50"))).contains("\n" + "n".repeat(69) + "\n");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "30|ref|BE68539007547034|USD|12.50", // SEPA is in euro
                "49|ref|BE68539007547034|EUR|12.50", // is collected
                "30|ref||EUR|12.50",
                "30|ref|12345|EUR|12.50",
                "30|ref|BE68539007547034|EUR|0.00",
                "30|ref|BE68539007547034|EUR|-1.00",
                "30|ref|BE68539007547034|EUR|1000000000.00",
            })
    void whatCannotBePaidInThisWayHasNoCode(String given) {
        String[] part = given.split("\\|");

        assertThat(PaymentCode.of(paid(
                        new Payment(part[0], part[1], part[2].isEmpty() ? null : part[2], null, null, null),
                        part[3],
                        part[4])))
                .isNull();
    }

    @Test
    void aReferenceThatDoesNotFitIsNotCut() {
        Payment longer = new Payment(null, "x".repeat(141), "BE68539007547034", null, null, null);
        Payment wider = new Payment(null, "€".repeat(100), "BE68539007547034", null, null, null);

        assertThat(PaymentCode.of(paid(longer, "EUR", "1.00"))).isNull();
        assertThat(PaymentCode.of(paid(wider, "EUR", "1.00"))).isNull();
    }

    @Test
    void aCreditNoteHasNone() throws Exception {
        assertThat(printed(Invoices.aCreditNote())).isEmpty();
        String html = new String(written(new InvoiceHtmlWriter(), Invoices.aCreditNote()), StandardCharsets.UTF_8);
        assertThat(pictures(html)).hasSize(1); // the logo
    }

    /** {@link Invoices#anInvoice} with another payment and amount. */
    private static Invoice paid(Payment payment, String currency, String payable) {
        Invoice good = Invoices.anInvoice();
        Money amount = Money.of(payable, currency);
        InvoiceTotals totals = good.totals();
        return new Invoice(
                good.number(),
                good.kind(),
                good.customer(),
                good.issuedOn(),
                good.dueOn(),
                good.taxPointOn(),
                currency,
                good.language(),
                good.test(),
                good.note(),
                good.buyerReference(),
                good.order(),
                good.orderIssuedAt(),
                good.orderMessageId(),
                good.despatch(),
                good.project(),
                good.preceding(),
                good.seller(),
                good.buyer(),
                good.invoicee(),
                good.shipTo(),
                good.deliveredOn(),
                good.period(),
                payment,
                good.references(),
                good.allowanceCharges(),
                good.lines(),
                good.taxes(),
                new InvoiceTotals(
                        totals.lines(), null, null, totals.net(), totals.tax(), totals.gross(), null, null, amount));
    }

    /** What a scanner finds on the pages. */
    private static Optional<Result> printed(Invoice invoice) throws Exception {
        try (PDDocument document = Loader.loadPDF(written(new InvoicePdfWriter(), invoice))) {
            Optional<Result> found = Optional.empty();
            for (int i = 0; i < document.getNumberOfPages() && found.isEmpty(); i++) {
                found = scanned(new PDFRenderer(document).renderImageWithDPI(i, 200));
            }
            return found;
        }
    }

    private static byte[] written(DocumentWriter<Invoice> writer, Invoice invoice) throws Exception {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        writer.write(invoice, FormatSettings.DEFAULT, out);
        return out.toByteArray();
    }

    private static List<BufferedImage> pictures(String html) {
        return PICTURE.matcher(html).results().map(PaymentCodeTest::picture).toList();
    }

    private static BufferedImage picture(MatchResult found) {
        try {
            return ImageIO.read(new ByteArrayInputStream(Base64.getDecoder().decode(found.group(1))));
        } catch (IOException e) {
            throw new AssertionError(e);
        }
    }

    private static Optional<Result> scanned(BufferedImage image) {
        int[] pixels = image.getRGB(0, 0, image.getWidth(), image.getHeight(), null, 0, image.getWidth());
        BinaryBitmap bitmap = new BinaryBitmap(
                new HybridBinarizer(new RGBLuminanceSource(image.getWidth(), image.getHeight(), pixels)));
        try {
            return Optional.of(new MultiFormatReader()
                    .decode(
                            bitmap,
                            Map.of(
                                    DecodeHintType.POSSIBLE_FORMATS,
                                    List.of(BarcodeFormat.QR_CODE),
                                    DecodeHintType.TRY_HARDER,
                                    Boolean.TRUE)));
        } catch (NotFoundException e) {
            return Optional.empty();
        }
    }
}
