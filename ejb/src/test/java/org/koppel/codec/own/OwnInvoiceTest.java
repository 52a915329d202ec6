package org.koppel.codec.own;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;
import static org.assertj.core.api.Assertions.tuple;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.List;
import javax.xml.transform.stream.StreamSource;
import javax.xml.validation.SchemaFactory;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.koppel.codec.DocumentException;
import org.koppel.codec.DocumentReader;
import org.koppel.codec.DocumentWriter;
import org.koppel.codec.Envelope;
import org.koppel.codec.Envelope.Identity;
import org.koppel.codec.FormatSettings;
import org.koppel.codec.Invoices;
import org.koppel.codec.Problem;
import org.koppel.document.Invoice;
import org.koppel.document.InvoiceSums;

/** Invoices in our own XML and JSON. */
class OwnInvoiceTest {

    @Test
    void whatIsWrittenIsValidAndIsReadAsItWas() throws Exception {
        for (Invoice invoice : List.of(Invoices.anInvoice(), Invoices.aCreditNote())) {
            byte[] xml = written(new OwnXmlInvoiceWriter(), invoice);
            SchemaFactory.newDefaultInstance()
                    .newSchema(new StreamSource(new ByteArrayInputStream(OwnSchema.bytes(OwnSchema.XSD))))
                    .newValidator()
                    .validate(new StreamSource(new ByteArrayInputStream(xml)));

            assertThat(read(new OwnXmlInvoiceReader(), xml)).isEqualTo(invoice);
            assertThat(read(new OwnJsonInvoiceReader(), written(new OwnJsonInvoiceWriter(), invoice)))
                    .isEqualTo(invoice);
        }
    }

    @Test
    void aBackOfficeNeedsNotSayWhatKoppelKnows() throws Exception {
        Invoice invoice = read(new OwnXmlInvoiceReader(), golden("invoice-short.xml"));

        assertThat(invoice.totals()).isNull();
        assertThat(InvoiceSums.reckoned(invoice).totals().payable().amount()).isEqualByComparingTo("64.13");
        assertThat(read(new OwnJsonInvoiceReader(), golden("invoice-short.json")))
                .isEqualTo(invoice);
    }

    @Test
    void theEnvelopeSaysForWhomItIs() throws Exception {
        OwnXmlEnvelopeReader xml = new OwnXmlEnvelopeReader();
        OwnJsonEnvelopeReader json = new OwnJsonEnvelopeReader();
        Envelope envelope = xml.read(new ByteArrayInputStream(golden("invoice-short.xml")));

        assertThat(json.recognises(null, golden("invoice-short.json"))).isTrue();
        assertThat(envelope.documentClass()).contains(Invoice.class);
        assertThat(envelope.reference()).isEqualTo("F2026-1");
        assertThat(envelope.recipients()).containsExactly(new Identity("KOPPEL", "bouwgroep"));
        assertThat(json.read(new ByteArrayInputStream(written(new OwnJsonInvoiceWriter(), Invoices.anInvoice())))
                        .recipients())
                .contains(new Identity("GLN", "5412345000006"), new Identity("VAT", "BE0555444368"));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "broken-invoice-missing-field.xml|MISSING_FIELD|lines[1]/taxPercent",
                "broken-invoice-line-amount-wrong.xml|LINE_AMOUNT_WRONG|lines[1]/amount",
                "broken-invoice-tax-wrong.xml|TAX_WRONG|taxes[1]/tax",
                "broken-invoice-total-wrong.xml|TOTAL_WRONG|totals/gross",
                "broken-invoice-bad-tax.xml|BAD_TAX|lines[1]/taxPercent",
                "broken-invoice-currency-differs.xml|CURRENCY_DIFFERS|lines[1]/price",
                "broken-invoice-unknown-currency.xml|UNKNOWN_CURRENCY|currency",
                "broken-invoice-bad-payment-reference.xml|BAD_PAYMENT_REFERENCE|payment/reference",
                "broken-invoice-bad-iban.xml|BAD_IBAN|payment/iban",
                "broken-invoice-quantity-not-positive.xml|QUANTITY_NOT_POSITIVE|lines[1]/quantity",
                "broken-invoice-number-out-of-range.xml|NUMBER_OUT_OF_RANGE|lines[1]/price",
                "broken-invoice-duplicate-line-number.xml|DUPLICATE_LINE_NUMBER|lines[2]/number",
                "broken-invoice-bad-value.xml|BAD_VALUE|lines[1]/quantity/unit",
                "broken-invoice-text-too-long.xml|TEXT_TOO_LONG|lines[1]/number",
            })
    void whatIsWrongIsNamedWithPlaceAndCure(String file, String code, String place) {
        DocumentException refused =
                catchThrowableOfType(DocumentException.class, () -> read(new OwnXmlInvoiceReader(), golden(file)));

        assertThat(refused.problems())
                .extracting(Problem::code, Problem::location)
                .containsExactly(tuple(code, place));
        assertThat(refused.problems().get(0).message()).containsAnyOf(";", ". ");
    }

    private static byte[] written(DocumentWriter<Invoice> writer, Invoice invoice) throws Exception {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        writer.write(invoice, FormatSettings.DEFAULT, out);
        return out.toByteArray();
    }

    private static Invoice read(DocumentReader<Invoice> reader, byte[] content) throws Exception {
        List<Invoice> invoices = new ArrayList<>();
        reader.read(new ByteArrayInputStream(content), FormatSettings.DEFAULT, invoices::add);
        return invoices.get(0);
    }

    private static byte[] golden(String file) throws Exception {
        try (InputStream in = OwnInvoiceTest.class.getResourceAsStream("/golden/own/" + file)) {
            assertThat(in).as(file).isNotNull();
            return in.readAllBytes();
        }
    }
}
