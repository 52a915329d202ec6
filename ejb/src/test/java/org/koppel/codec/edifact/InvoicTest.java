package org.koppel.codec.edifact;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.koppel.codec.ControlNumber;
import org.koppel.codec.DocumentWriter;
import org.koppel.codec.EdiCursor;
import org.koppel.codec.EdiDescription;
import org.koppel.codec.EdiFields;
import org.koppel.codec.EdiProblems;
import org.koppel.codec.EdiSegment;
import org.koppel.codec.FormatSettings;
import org.koppel.codec.Invoices;
import org.koppel.codec.Problem;
import org.koppel.document.Invoice;
import org.koppel.document.InvoiceLine;
import org.koppel.document.InvoiceSums;
import org.koppel.document.Reference;

class InvoicTest {
    private static final FormatSettings AGREED = new FormatSettings("nl", Map.of(ControlNumber.OPTION, "77"));

    @Test
    void anInvoiceIsAsTheGoldenFileShows() throws Exception {
        assertThat(written(new EdifactD96AInvoiceWriter(), Invoices.anInvoice()).replace("'", "'\n"))
                .isEqualTo(golden("invoice.edi"));
    }

    @Test
    void aCreditNoteIsAsTheGoldenFileShows() throws Exception {
        assertThat(written(new EdifactD96AInvoiceWriter(), Invoices.aCreditNote())
                        .replace("'", "'\n"))
                .isEqualTo(golden("credit-note.edi"));
    }

    @Test
    void everyReferenceOfTheOrderIsThere() throws Exception {
        assertThat(written(new EdifactD96AInvoiceWriter(), Invoices.anInvoice()))
                .contains("RFF+ON:4711'", "RFF+DQ:DA-4711-1'", "RFF+CR:INKOOP-7'", "RFF+AEP:Nieuwbouw Aalst'")
                .contains("RFF+AGI:BA-7'", "RFF+CT:RAAM-2026'", "RFF+ADE:KP-100'", "RFF+VN:V-88'", "RFF+ON:4711:20'");
    }

    @Test
    void theNewerDirectoryHasItsOwnVersion() throws Exception {
        assertThat(written(new EdifactD01BInvoiceWriter(), Invoices.anInvoice()))
                .contains("INVOIC:D:01B:UN:EAN010");
    }

    @Test
    void whatIsWrittenIsReadAgainAndAddsUp() throws Exception {
        for (Invoice invoice : List.of(Invoices.anInvoice(), Invoices.aCreditNote())) {
            EdiProblems problems = new EdiProblems("message 1");
            Invoice again = read(written(new EdifactD96AInvoiceWriter(), invoice), problems)
                    .orElseThrow(() -> new AssertionError(problems.all()));

            assertThat(again.kind()).isEqualTo(invoice.kind());
            assertThat(again.order()).isEqualTo(invoice.order());
            assertThat(again.preceding()).isEqualTo(invoice.preceding());
            assertThat(again.dueOn()).isEqualTo(invoice.dueOn());
            assertThat(again.project()).isEqualTo(invoice.project());
            assertThat(again.payment().reference()).isEqualTo(Invoices.OGM);
            assertThat(again.buyer().vat()).isEqualTo(invoice.buyer().vat());
            assertThat(again.references()).contains(Reference.of(Reference.Kind.REQUISITION, "BA-7"));
            assertThat(InvoiceSums.reckoned(again).totals()).isEqualTo(invoice.totals());
            assertThat(again.lines())
                    .extracting(InvoiceLine::orderLine)
                    .isEqualTo(
                            invoice.lines().stream().map(InvoiceLine::orderLine).toList());
        }
    }

    @Test
    void aTotalThatIsWrongIsNamedOnTheWayIn() throws Exception {
        EdiProblems problems = new EdiProblems("message 1");
        String wrong =
                written(new EdifactD96AInvoiceWriter(), Invoices.anInvoice()).replace("MOA+9:447.06", "MOA+9:447.60");

        assertThat(read(wrong, problems)).isEmpty();
        assertThat(problems.all()).extracting(Problem::code).containsExactly("TOTAL_WRONG");
        assertThat(problems.all().get(0).message()).contains("totals/payable", "447.60 EUR", "447.06 EUR");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '"',
            value = {
                "BGM+380+|BGM+351+|UNSUPPORTED_VALUE",
                "F2026-100+9'|F2026-100+5'|UNSUPPORTED_FUNCTION",
                "QTY+47:250:MTR'|QTY+47:0:MTR'|QUANTITY_NOT_POSITIVE",
                "QTY+47:250:MTR'|QTY+47:250:ELL'|UNKNOWN_UNIT",
                "QTY+47:12:PCE'|QTY+21:12:PCE'|MISSING_FIELD",
                "DTM+13:20260214|DTM+13:20261314|UNREADABLE_DATE",
                "CUX+2:EUR|CUX+2:EUX|UNKNOWN_CURRENCY",
                "MOA+203:159.72|MOA+203:161.00|LINE_AMOUNT_WRONG",
                "MOA+124:70.24|MOA+124:70.25|TAX_WRONG",
                "::21+S'|::21+AE'|BAD_TAX",
            })
    void whatIsWrongIsNamed(String good, String bad, String code) throws Exception {
        String message = written(new EdifactD96AInvoiceWriter(), Invoices.anInvoice());
        assertThat(message).contains(good);
        EdiProblems problems = new EdiProblems("message 1");

        assertThat(read(message.replace(good, bad), problems)).isEmpty();
        assertThat(problems.all()).extracting(Problem::code).contains(code);
    }

    private static Optional<Invoice> read(String interchange, EdiProblems problems) throws Exception {
        InvoicReading reading = new InvoicReading(new EdiFields(problems), false, "EUR");
        EdiDescription schema = EdiDescription.load(Edifact.class, "invoic.xml");
        EdiCursor cursor = EdifactStream.open(
                new ByteArrayInputStream(interchange.getBytes(StandardCharsets.ISO_8859_1)), (type, version) -> schema);
        for (EdiSegment segment = cursor.next(); segment != null; segment = cursor.next()) {
            switch (segment.tag()) {
                case "UNB", "UNH", "UNZ" -> {}
                case "UNT" -> {
                    assertThat(cursor.takeFaults()).isEmpty();
                    return reading.finish(segment).map(Invoice.class::cast);
                }
                default -> reading.take(segment);
            }
        }
        throw new AssertionError("No UNT");
    }

    private static String written(DocumentWriter<Invoice> writer, Invoice invoice) throws Exception {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        writer.write(invoice, AGREED, out);
        return out.toString(StandardCharsets.ISO_8859_1);
    }

    private static String golden(String name) throws Exception {
        try (InputStream golden = InvoicTest.class.getResourceAsStream("/golden/edifact/" + name)) {
            return new String(golden.readAllBytes(), StandardCharsets.ISO_8859_1);
        }
    }
}
