package org.koppel.codec.ubl;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;
import static org.koppel.codec.ubl.PeppolOrderWritersTest.text;

import java.io.ByteArrayOutputStream;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.koppel.codec.DocumentException;
import org.koppel.codec.FormatSettings;
import org.koppel.codec.Invoices;
import org.koppel.codec.Problem;
import org.koppel.document.Address;
import org.koppel.document.Invoice;
import org.koppel.document.Invoice.Payment;
import org.koppel.document.Party;

/** A Dutch supplier's invoices to Dutch customers, which the rules NL-R of Peppol BIS Billing judge as well. */
class DutchInvoiceTest {
    private static final String KVK = "0106:12345678";
    private static final String OIN = "0190:00000001820029336000";
    private static final Address UTRECHT =
            new Address(null, null, "Groothandel", null, "Domplein 1", "3512 JC", "Utrecht", "NL");
    private static final Address DEN_HAAG =
            new Address(null, null, "Gemeente", null, "Spui 70", "2511 BT", "Den Haag", "NL");
    private static final Payment TRANSFER = Invoices.anInvoice().payment();

    private final PeppolInvoiceWriter writer = new PeppolInvoiceWriter();

    DutchInvoiceTest() {
        writer.rules = new PeppolRules();
    }

    @Test
    void itPassesWithKvkAndOinAndWithoutAWarning() throws Exception {
        byte[] xml = written(dutch(Invoices.anInvoice(), UTRECHT, DEN_HAAG, TRANSFER), KVK, OIN);

        assertThat(writer.rules.check(PeppolDocument.INVOICE, xml)).isEmpty();
        assertThat(text(xml))
                .contains("<cbc:CompanyID schemeID=\"0106\">12345678<")
                .contains("<cbc:CompanyID schemeID=\"0190\">00000001820029336000<");
    }

    @Test
    void aRegistrationCanBeAnotherNumberThanTheElectronicAddress() throws Exception {
        FormatSettings agreed = new FormatSettings(
                "nl",
                Map.of(
                        "seller-endpoint", "9944:NL001234567B02",
                        "seller-registration", KVK,
                        "buyer-endpoint", "0088:5412345000006",
                        "buyer-registration", "0106:87654321"));
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        writer.write(dutch(Invoices.anInvoice(), UTRECHT, DEN_HAAG, TRANSFER), agreed, out);

        assertThat(text(out.toByteArray()))
                .contains("<cbc:EndpointID schemeID=\"9944\">", "<cbc:EndpointID schemeID=\"0088\">")
                .contains("<cbc:CompanyID schemeID=\"0106\">12345678<", "<cbc:CompanyID schemeID=\"0106\">87654321<");
    }

    @Test
    void aCreditNotePassesWhenItNamesItsInvoice() throws Exception {
        Invoice credit = dutch(Invoices.aCreditNote(), UTRECHT, DEN_HAAG, TRANSFER);

        assertThat(writer.rules.check(PeppolDocument.CREDIT_NOTE, written(credit, KVK, OIN)))
                .isEmpty();
    }

    @ParameterizedTest
    @CsvSource({
        "NL-R-003, 0208:0987654394, 0190:00000001820029336000, AccountingSupplierParty, seller-registration",
        "NL-R-005, 0106:12345678, 0208:0555444368, AccountingCustomerParty, buyer-registration",
    })
    void aRegistrationInAnotherListIsRefusedWithPlaceAndCure(
            String rule, String seller, String buyer, String place, String cure) {
        assertRefused(dutch(Invoices.anInvoice(), UTRECHT, DEN_HAAG, TRANSFER), seller, buyer, rule, place, cure);
    }

    @Test
    void anAddressWithoutStreetIsRefusedWithPlaceAndCure() {
        Address bare = new Address(null, null, null, null, null, "3512 JC", "Utrecht", "NL");

        assertRefused(
                dutch(Invoices.anInvoice(), bare, DEN_HAAG, TRANSFER),
                KVK,
                OIN,
                "NL-R-002",
                "AccountingSupplierParty[1]/cac:Party[1]/cac:PostalAddress",
                "complete street, postal code and city of the supplier");
        assertRefused(
                dutch(Invoices.anInvoice(), UTRECHT, bare, TRANSFER),
                KVK,
                OIN,
                "NL-R-004",
                "AccountingCustomerParty[1]/cac:Party[1]/cac:PostalAddress",
                "of the customer");
    }

    @Test
    void anInvoiceThatDoesNotSayHowToPayIsRefusedWithPlaceAndCure() {
        Payment none = new Payment(null, null, null, null, null, "30 dagen");

        assertRefused(
                dutch(Invoices.anInvoice(), UTRECHT, DEN_HAAG, none),
                KVK,
                OIN,
                "NL-R-007",
                "LegalMonetaryTotal",
                "say how to pay");
    }

    private void assertRefused(Invoice invoice, String seller, String buyer, String rule, String place, String cure) {
        DocumentException refused =
                catchThrowableOfType(DocumentException.class, () -> written(invoice, seller, buyer));

        assertThat(refused.problems())
                .filteredOn(p -> p.code().equals(rule))
                .singleElement()
                .satisfies(p -> {
                    assertThat(p.location()).contains(place);
                    assertThat(p.message()).contains(rule, cure);
                });
        assertThat(refused.problems()).extracting(Problem::code).containsOnly(rule);
    }

    private byte[] written(Invoice invoice, String seller, String buyer) throws Exception {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        writer.write(
                invoice, new FormatSettings("nl", Map.of("seller-endpoint", seller, "buyer-endpoint", buyer)), out);
        return out.toByteArray();
    }

    /** The same between a Dutch wholesaler and a Dutch town. */
    private static Invoice dutch(Invoice i, Address seller, Address buyer, Payment payment) {
        return new Invoice(
                i.number(),
                i.kind(),
                i.customer(),
                i.issuedOn(),
                i.dueOn(),
                null,
                i.currency(),
                "nl",
                false,
                i.note(),
                i.buyerReference(),
                i.order(),
                i.orderIssuedAt(),
                i.orderMessageId(),
                i.despatch(),
                i.project(),
                i.preceding(),
                new Party(
                        "Groothandel Domstad bv",
                        null,
                        "NL001234567B02",
                        i.seller().contact(),
                        seller),
                new Party("Gemeente Den Haag", null, "NL001902933B01", null, buyer),
                null,
                i.shipTo(),
                i.deliveredOn(),
                null,
                payment,
                i.references(),
                i.allowanceCharges(),
                i.lines(),
                i.taxes(),
                i.totals());
    }
}
