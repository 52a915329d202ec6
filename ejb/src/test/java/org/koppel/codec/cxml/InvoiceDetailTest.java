package org.koppel.codec.cxml;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.koppel.codec.DocumentException;
import org.koppel.codec.FormatSettings;
import org.koppel.codec.Invoices;
import org.koppel.document.AllowanceCharge;
import org.koppel.document.Invoice;
import org.koppel.document.InvoiceLine;
import org.koppel.document.InvoiceSums;
import org.koppel.document.InvoiceTax;
import org.koppel.shared.Money;
import org.w3c.dom.Element;
import org.w3c.dom.Node;
import org.w3c.dom.NodeList;

class InvoiceDetailTest {

    @Test
    void anInvoiceIsAValidInvoiceDetailRequestWithEveryReference() throws Exception {
        String xml = written(Invoices.anInvoice());

        CxmlDtd.valid(xml);
        assertThat(xml)
                .contains("/1.2.063/InvoiceDetail.dtd", "invoiceID=\"F2026-100\"", "payInNumberOfDays=\"30\"")
                .contains("<OrderReference orderID=\"4711\"", "payloadID=\"payload-1\"", "agreementID=\"RAAM-2026\"")
                .contains("<SupplierOrderInfo orderID=\"V-88\"", "shipNoticeID=\"DA-4711-1\"")
                .contains("<Extrinsic name=\"requisitionID\">BA-7<", "<Extrinsic name=\"Werf\">Z-1<")
                .contains("<Extrinsic name=\"Accounting\">KP-100<", "<Extrinsic name=\"BuyerReference\">INKOOP-7<")
                .contains("<IdReference identifier=\"BE0987654394\" domain=\"vatID\"", "addressID=\"YARD\"")
                .contains(
                        "<AdditionalCost><Money currency=\"EUR\">0.72<", "<DueAmount><Money currency=\"EUR\">447.06<");
    }

    @Test
    void theSummaryIsTheSumOfItsItemsAndTheirModifications() throws Exception {
        for (Invoice invoice : List.of(Invoices.anInvoice(), Invoices.aCreditNote(), withAllowances())) {
            Element root = CxmlDtd.valid(written(invoice));
            Element summary =
                    (Element) root.getElementsByTagName("InvoiceDetailSummary").item(0);
            NodeList items = root.getElementsByTagName("InvoiceDetailItem");
            BigDecimal subtotal = BigDecimal.ZERO;
            for (int i = 0; i < items.getLength(); i++) {
                subtotal = subtotal.add(amount((Element) items.item(i), "SubtotalAmount"));
            }
            BigDecimal charges = amount(summary, "TotalCharges");
            BigDecimal allowances = amount(summary, "TotalAllowances");
            BigDecimal untaxed = amount(summary, "TotalAmountWithoutTax");

            assertThat(amount(summary, "SubtotalAmount")).isEqualByComparingTo(subtotal);
            assertThat(untaxed).isEqualByComparingTo(subtotal.add(charges).subtract(allowances));
            assertThat(amount(summary, "NetAmount")).isEqualByComparingTo(untaxed.add(amount(summary, "Tax")));
        }
    }

    /** Nothing where there is no such element. */
    private static BigDecimal amount(Element parent, String name) {
        for (Node n = parent.getFirstChild(); n != null; n = n.getNextSibling()) {
            if (n.getNodeName().equals(name)) {
                return new BigDecimal(n.getFirstChild().getTextContent());
            }
        }
        return BigDecimal.ZERO;
    }

    /** A levy on one line, another discount on the other, and both on the whole. */
    private static Invoice withAllowances() {
        Invoice good = Invoices.anInvoice();
        InvoiceLine l = good.lines().get(1);
        List<AllowanceCharge> extras = new ArrayList<>(l.allowanceCharges());
        extras.add(new AllowanceCharge(
                AllowanceCharge.Kind.ALLOWANCE, "95", "Korting", null, null, Money.of("9.00", "EUR"), null, null));
        InvoiceLine less = new InvoiceLine(
                l.number(),
                l.order(),
                l.orderLine(),
                l.despatch(),
                l.item(),
                l.quantity(),
                l.price(),
                extras,
                null,
                l.taxCategory(),
                l.taxPercent(),
                null,
                null,
                List.of());
        return InvoiceSums.reckoned(good.reckoned(List.of(good.lines().get(0), less), List.of(), null));
    }

    @Test
    void aSubtotalWithTheModificationsOfTheLinesIsTakenToo() throws Exception {
        for (Invoice invoice : List.of(Invoices.anInvoice(), withAllowances(), Invoices.aCreditNote())) {
            String xml = written(invoice);
            String summary = xml.substring(xml.indexOf("<InvoiceDetailSummary>"));
            String lines = invoice.totals().lines().amount().toPlainString();
            String asBefore =
                    summary.replaceFirst("<SubtotalAmount>(.*?)>(-?)[0-9.]+<", "<SubtotalAmount>$1>$2" + lines + "<");

            assertThat(readAgain(xml).totals().lines())
                    .isEqualTo(invoice.totals().lines());
            assertThat(readAgain(xml.replace(summary, asBefore)).totals().lines())
                    .isEqualTo(invoice.totals().lines());
            assertThatThrownBy(() -> readAgain(xml.replace(summary, asBefore.replaceFirst("\\.[0-9]", ".5"))))
                    .isInstanceOf(DocumentException.class)
                    .hasMessageContaining("TOTAL_WRONG");
        }
    }

    @Test
    void aCreditNoteIsALineLevelCreditMemoWithNegativeAmounts() throws Exception {
        String xml = written(Invoices.aCreditNote());

        CxmlDtd.valid(xml);
        assertThat(xml)
                .contains(
                        "purpose=\"lineLevelCreditMemo\"", "<InvoiceIDInfo invoiceID=\"F2026-100\"", "quantity=\"-1\"")
                .contains("<UnitPrice><Money currency=\"EUR\">13.25<", "<DueAmount><Money currency=\"EUR\">-16.11<");
    }

    @ParameterizedTest
    @CsvSource({
        "AE,Reverse charge (VATEX-EU-AE)",
        "K,Intra-Community supply (VATEX-EU-IC)",
        "G,Export outside the EU (VATEX-EU-G)",
        "O,Not subject to VAT (VATEX-EU-O)"
    })
    void whatBearsNoVatSaysWhyAndIsReadAgain(String category, String words) throws Exception {
        Invoice invoice = untaxed(List.of(category), List.of());
        for (String exemption : List.of("no", "yes")) {
            String xml = written(invoice, Map.of("cxml.exemption", exemption));

            CxmlDtd.valid(xml);
            assertThat(xml)
                    .contains("percentageRate=\"0\" exemptDetail=\"exempt\"", ">" + words + "</Description>")
                    .contains("<Extrinsic name=\"TaxCategory\">" + category + "<")
                    .contains("<IdReference identifier=\"BE0987654394\" domain=\"vatID\"")
                    .contains("<IdReference identifier=\"BE0555444368\" domain=\"vatID\"");
            assertThat(xml.contains("<TaxExemption exemptCode=\"VATEX-EU-")).isEqualTo(exemption.equals("yes"));
            Invoice again = InvoiceSums.reckoned(readAgain(xml));
            assertThat(again.taxes()).isEqualTo(invoice.taxes());
            assertThat(again.lines()).extracting(InvoiceLine::taxCategory).containsOnly(category);
        }
    }

    @Test
    void aVersionThatDoesNotKnowExemptDetailIsSpared() throws Exception {
        Invoice invoice = untaxed(List.of("AE", "Z"), List.of());
        String xml = written(invoice, Map.of("dtd", "1.2.020")); // as Coupa wants it

        CxmlDtd.valid(xml);
        assertThat(xml)
                .contains("/1.2.020/InvoiceDetail.dtd", ">Reverse charge (VATEX-EU-AE)<")
                .doesNotContain("exemptDetail");
        assertThat(InvoiceSums.reckoned(readAgain(xml)).taxes()).isEqualTo(invoice.taxes());
    }

    @Test
    void chargesThatAnOldVersionHasNoPlaceForAreRefusedByName() {
        assertThatThrownBy(() -> written(Invoices.anInvoice(), Map.of("dtd", "1.2.020")))
                .isInstanceOf(DocumentException.class)
                .hasMessageContaining("Modification")
                .hasMessageContaining("agree on dtd 1.2.063");
    }

    @Test
    void ratesOfZeroForDifferentReasonsAreKeptApart() throws Exception {
        InvoiceTax why = new InvoiceTax("E", BigDecimal.ZERO, null, null, "VATEX-EU-132", "Onderwijs");
        Invoice invoice = untaxed(List.of("AE", "E", "Z"), List.of(why));
        String xml = written(invoice);

        CxmlDtd.valid(xml);
        assertThat(xml).contains(">Onderwijs (VATEX-EU-132)<", "exemptDetail=\"zeroRated\"", ">Reverse charge (");
        assertThat(InvoiceSums.reckoned(readAgain(xml)).taxes()).isEqualTo(invoice.taxes());
    }

    @Test
    void theReasonOfAnotherSupplierIsUnderstoodWithoutACode() throws Exception {
        String xml = written(untaxed(List.of("AE"), List.of()))
                .replace(" (VATEX-EU-AE)", "")
                .replace("<Extrinsic name=\"TaxCategory\">AE</Extrinsic>", "");

        assertThat(readAgain(xml).taxes())
                .extracting(t -> t.category() + ' ' + t.reason())
                .containsExactly("E Reverse charge");
        String coded = xml.replace(
                ">Reverse charge</Description>", ">Reverse charge</Description><TaxExemption exemptCode=\"AE\"/>");
        assertThat(readAgain(coded).taxes())
                .extracting(t -> t.category() + ' ' + t.reason())
                .containsExactly("AE Reverse charge");
    }

    /** A line for each category, none of which bears VAT. */
    private static Invoice untaxed(List<String> categories, List<InvoiceTax> reasons) {
        List<InvoiceLine> lines = new ArrayList<>();
        for (int i = 0; i < categories.size(); i++) {
            InvoiceLine l = Invoices.lines().get(i);
            lines.add(new InvoiceLine(
                    l.number(),
                    null,
                    l.orderLine(),
                    null,
                    l.item(),
                    l.quantity(),
                    l.price(),
                    List.of(),
                    null,
                    categories.get(i),
                    BigDecimal.ZERO,
                    null,
                    null,
                    List.of()));
        }
        Invoice good = Invoices.aCreditNote(); // has no freight, which would be taxed
        return InvoiceSums.reckoned(good.reckoned(lines, reasons, null));
    }

    private static Invoice readAgain(String xml) throws Exception {
        List<Invoice> read = new ArrayList<>();
        new CxmlInvoiceReader()
                .read(
                        new ByteArrayInputStream(xml.getBytes(StandardCharsets.UTF_8)),
                        FormatSettings.DEFAULT,
                        read::add);
        return read.get(0);
    }

    @Test
    void whatIsWrittenIsReadAgainAndAddsUp() throws Exception {
        for (Invoice invoice : List.of(Invoices.anInvoice(), Invoices.aCreditNote())) {
            byte[] xml = written(invoice).getBytes(StandardCharsets.UTF_8);
            List<Invoice> read = new ArrayList<>();
            new CxmlInvoiceReader().read(new ByteArrayInputStream(xml), FormatSettings.DEFAULT, read::add);
            Invoice again = read.get(0);

            assertThat(new CxmlEnvelopeReader()
                            .read(new ByteArrayInputStream(xml))
                            .documentClass())
                    .contains(Invoice.class);
            assertThat(again.kind()).isEqualTo(invoice.kind());
            assertThat(again.preceding()).isEqualTo(invoice.preceding());
            assertThat(again.dueOn()).isEqualTo(invoice.dueOn());
            assertThat(again.project()).isEqualTo(invoice.project());
            assertThat(again.buyerReference()).isEqualTo(invoice.buyerReference());
            assertThat(again.payment().reference()).isEqualTo(Invoices.OGM);
            assertThat(again.buyer().vat()).isEqualTo(invoice.buyer().vat());
            assertThat(again.references()).containsExactlyInAnyOrderElementsOf(invoice.references());
            assertThat(InvoiceSums.reckoned(again).totals()).isEqualTo(invoice.totals());
            assertThat(again.lines())
                    .extracting(InvoiceLine::orderLine)
                    .isEqualTo(
                            invoice.lines().stream().map(InvoiceLine::orderLine).toList());
        }
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "invoiceID=\"F2026-100\" |invoiceID=\"\" |MISSING_FIELD|InvoiceDetailRequestHeader/@invoiceID",
                "invoiceDate=\"2026-01-15T|invoiceDate=\"soon|UNREADABLE_DATE|InvoiceDetailRequestHeader/@invoiceDate",
                "<UnitOfMeasure>MTR<|<UnitOfMeasure>ELL<|UNKNOWN_UNIT|line 1, UnitOfMeasure",
                "quantity=\"250\"|quantity=\"many\"|UNREADABLE_NUMBER|line 1, @quantity",
                ">447.06<|>447.60<|TOTAL_WRONG|totals/gross",
                "<NetAmount><Money currency=\"EUR\">159.72<|<NetAmount><Money currency=\"EUR\">161.00<|LINE_AMOUNT_WRONG|line 2, amount",
                "<TaxAmount><Money currency=\"EUR\">70.24<|<TaxAmount><Money currency=\"EUR\">70.25<|TAX_WRONG|taxes[1]/tax",
            })
    void whatIsWrongIsNamedWithItsPlace(String good, String bad, String code, String place) throws Exception {
        String xml = written(Invoices.anInvoice());
        assertThat(xml).contains(good);
        byte[] wrong = xml.replace(good, bad).getBytes(StandardCharsets.UTF_8);

        DocumentException refused = catchThrowableOfType(
                DocumentException.class,
                () -> new CxmlInvoiceReader().read(new ByteArrayInputStream(wrong), FormatSettings.DEFAULT, i -> {}));

        assertThat(refused.problems()).anySatisfy(p -> {
            assertThat(p.code()).isEqualTo(code);
            assertThat(p.location()).startsWith(place);
        });
    }

    private static String written(Invoice invoice) throws Exception {
        return written(invoice, Map.of());
    }

    private static String written(Invoice invoice, Map<String, String> agreed) throws Exception {
        Map<String, String> options = new HashMap<>(agreed);
        options.put("cxml.from", "DUNS:1");
        options.put("cxml.to", "DUNS:2");
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        new CxmlInvoiceWriter().write(invoice, new FormatSettings("nl", options), out);
        return out.toString(StandardCharsets.UTF_8);
    }
}
