package org.koppel.codec.report;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.google.zxing.BarcodeFormat;
import com.google.zxing.BinaryBitmap;
import com.google.zxing.DecodeHintType;
import com.google.zxing.MultiFormatReader;
import com.google.zxing.NotFoundException;
import com.google.zxing.RGBLuminanceSource;
import com.google.zxing.Result;
import com.google.zxing.common.HybridBinarizer;
import com.google.zxing.multi.GenericMultipleBarcodeReader;
import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import javax.imageio.ImageIO;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.rendering.PDFRenderer;
import org.apache.pdfbox.text.PDFTextStripper;
import org.assertj.core.api.InstanceOfAssertFactories;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.koppel.codec.DespatchAdvices;
import org.koppel.codec.DocumentException;
import org.koppel.codec.FormatSettings;
import org.koppel.codec.Problem;
import org.koppel.document.DespatchAdvice;
import org.koppel.shared.DocumentNumber;

class DespatchAdviceReportTest {
    private static final Pattern PICTURE = Pattern.compile("data:image/png;base64,([^\"]+)\"");
    private final DespatchAdvicePdfWriter pdf = new DespatchAdvicePdfWriter();
    private final DespatchAdviceHtmlWriter html = new DespatchAdviceHtmlWriter();

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "nl|Leveringsbon DA-4711-1|Uw bestelling 4711 van 4 jan. 2026|Deellevering|Volgt nog|500 stuks|8"
                        + " stuks|Pallet 1 van 1|Brutogewicht 212,5 kg|Vervoerder",
                "fr|Bon de livraison DA-4711-1|Votre commande 4711 du 4 janv. 2026|Livraison partielle|Reste à"
                        + " livrer|500 pièces|8 pièces|Palette 1 sur 1|Poids brut 212,5 kg|Transporteur",
                "de|Lieferschein DA-4711-1|Ihre Bestellung 4711 vom 04.01.2026|Teillieferung|Folgt noch|500 Stück|8"
                        + " Stück|Palette 1 von 1|Bruttogewicht 212,5 kg|Spediteur",
                "en|Delivery note DA-4711-1|Your order 4711 of 04 Jan 2026|Part delivery|Still to come|500 pcs|8"
                        + " pcs|Pallet 1 of 1|Gross weight 212,5 kg|Carrier"
            })
    void bothSayWhatLeftInTheReadersLanguage(
            String language,
            String title,
            String subtitle,
            String status,
            String column,
            String delivered,
            String rest,
            String unit,
            String weight,
            String carrier)
            throws Exception {
        String[] said = {title, subtitle, status, column, delivered, rest, unit, weight, carrier, "Snel & Co", "T-123"};

        assertThat(textOf(render(DespatchAdvices.anAdvice(), FormatSettings.asked(language))))
                .contains(said)
                .contains("(00) 354123450000000014", "(400) 4711", "Art. 100001", "BA-7", "Project", "Z-1", "P-88.1")
                .contains("Werf Aalst", "Lossen aan de poort");
        assertThat(plain(page(DespatchAdvices.anAdvice(), FormatSettings.asked(language))))
                .contains(said)
                .contains("(00) 354123450000000014", "(400) 4711");
    }

    @Test
    void aScannerReadsTheOrderAndThePackageFromThePage() throws Exception {
        try (PDDocument document = Loader.loadPDF(render(DespatchAdvices.anAdvice(), FormatSettings.DEFAULT))) {
            assertThat(scanned(new PDFRenderer(document).renderImageWithDPI(0, 300)))
                    .containsExactlyInAnyOrder("]C14004711", "]C100354123450000000014");
        }
    }

    @Test
    void aScannerReadsThePicturesOfTheMail() throws Exception {
        Matcher pictures = PICTURE.matcher(page(DespatchAdvices.anAdvice(), FormatSettings.DEFAULT));
        List<String> read = new ArrayList<>();
        while (pictures.find()) {
            byte[] png = Base64.getDecoder().decode(pictures.group(1));
            read.addAll(scanned(ImageIO.read(new ByteArrayInputStream(png))));
        }

        assertThat(read).containsExactlyInAnyOrder("]C14004711", "]C100354123450000000014");
    }

    @Test
    void anOrderNumberThatNoBarcodeTakesIsPrintedAsText() throws Exception {
        String text = textOf(render(numbered("Bestelling é 7"), FormatSettings.DEFAULT));

        assertThat(text).contains("Bestelling é 7").doesNotContain("(400)");
    }

    @Test
    void aNumberOfAnyLengthKeepsItsBarsWideEnough() {
        assertThat(Barcode.ofOrder("12345678901234567890")).isNotNull();
        assertThat(Barcode.ofOrder("123456789012345678901")).isNull();
        assertThat(Barcode.ofPackage("12345")).isNull();
    }

    @Test
    void whatANoteMustShowIsNamedWhenItIsMissing() {
        DespatchAdvice a = DespatchAdvices.anAdvice();
        DespatchAdvice nobodys = new DespatchAdvice(
                a.number(),
                null,
                a.order(),
                null,
                null,
                null,
                null,
                true,
                "nl",
                false,
                a.seller(),
                null,
                null,
                null,
                null,
                List.of(),
                List.of(),
                a.lines());
        ByteArrayOutputStream out = new ByteArrayOutputStream();

        assertThatThrownBy(() -> pdf.write(nobodys, FormatSettings.DEFAULT, out))
                .asInstanceOf(InstanceOfAssertFactories.type(DocumentException.class))
                .extracting(DocumentException::problems, InstanceOfAssertFactories.list(Problem.class))
                .extracting(Problem::location)
                .containsExactly("issuedAt", "buyer");
        assertThat(out.size()).isZero();
    }

    private static DespatchAdvice numbered(String order) {
        DespatchAdvice a = DespatchAdvices.anAdvice();
        return new DespatchAdvice(
                a.number(),
                a.issuedAt(),
                new DocumentNumber(order),
                a.orderIssuedAt(),
                null,
                a.despatchedOn(),
                a.expectedOn(),
                true,
                "nl",
                true,
                a.seller(),
                a.buyer(),
                a.shipTo(),
                null,
                null,
                List.of(),
                List.of(),
                a.lines());
    }

    private byte[] render(DespatchAdvice advice, FormatSettings settings) throws Exception {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        pdf.write(advice, settings, out);
        return out.toByteArray();
    }

    private String page(DespatchAdvice advice, FormatSettings settings) throws Exception {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        html.write(advice, settings, out);
        return out.toString(StandardCharsets.UTF_8);
    }

    private static String plain(String html) {
        return html.replaceAll("<[^>]+>", " ")
                .replace("&amp;", "&")
                .replace("&nbsp;", " ")
                .replace('\u00a0', ' ')
                .replace('\u202f', ' ')
                .replaceAll("\\s+", " ");
    }

    private static String textOf(byte[] file) throws Exception {
        try (PDDocument document = Loader.loadPDF(file)) {
            return new PDFTextStripper()
                    .getText(document)
                    .replace('\u00a0', ' ')
                    .replace('\u202f', ' ')
                    .replaceAll("\\s+", " ");
        }
    }

    /** What a scanner reads, behind its mark of GS1-128. */
    private static List<String> scanned(BufferedImage image) throws Exception {
        int[] pixels = image.getRGB(0, 0, image.getWidth(), image.getHeight(), null, 0, image.getWidth());
        BinaryBitmap bitmap = new BinaryBitmap(
                new HybridBinarizer(new RGBLuminanceSource(image.getWidth(), image.getHeight(), pixels)));
        Map<DecodeHintType, Object> hints = Map.of(
                DecodeHintType.POSSIBLE_FORMATS,
                List.of(BarcodeFormat.CODE_128),
                DecodeHintType.TRY_HARDER,
                Boolean.TRUE,
                DecodeHintType.ASSUME_GS1,
                Boolean.TRUE);
        try {
            Result[] found = new GenericMultipleBarcodeReader(new MultiFormatReader()).decodeMultiple(bitmap, hints);
            return Arrays.stream(found).map(Result::getText).distinct().toList();
        } catch (NotFoundException e) {
            return List.of();
        }
    }
}
