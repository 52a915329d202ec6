package org.koppel.codec.ubl;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import org.koppel.codec.DocumentException;
import org.koppel.codec.DocumentWriter;
import org.koppel.codec.FormatId;
import org.koppel.codec.FormatSettings;
import org.koppel.codec.Problems;
import org.koppel.document.Invoice;
import org.koppel.document.Party;

/**
 * Writes invoice and credit note of Peppol BIS Billing 3. What the rules of EN 16931 and Peppol object to is not written; the exception
 * names the rules.
 */
@ApplicationScoped
public class PeppolInvoiceWriter implements DocumentWriter<Invoice> {
    @Inject
    PeppolRules rules;

    @Override
    public FormatId format() {
        return Ubl.PEPPOL;
    }

    @Override
    public Class<Invoice> documentClass() {
        return Invoice.class;
    }

    @Override
    public String mediaType() {
        return Ubl.MEDIA_TYPE;
    }

    @Override
    public String fileExtension() {
        return "xml";
    }

    @Override
    public void write(Invoice invoice, FormatSettings settings, OutputStream out)
            throws DocumentException, IOException {
        Problems problems = new Problems();
        String seller = endpoint(settings, Endpoints.SELLER, invoice.seller(), "AccountingSupplierParty", problems);
        String buyer = endpoint(settings, Endpoints.BUYER, invoice.debtor(), "AccountingCustomerParty", problems);
        problems.throwIfAny();
        byte[] xml = InvoicePart.write(invoice, true, seller, buyer).getBytes(StandardCharsets.UTF_8);
        rules.check(invoice.credits() ? PeppolDocument.CREDIT_NOTE : PeppolDocument.INVOICE, xml).stream()
                .filter(PeppolFinding::fatal)
                .forEach(f -> problems.add(f.rule(), f.location(), f.text()));
        problems.throwIfAny();
        out.write(xml);
    }

    private static String endpoint(
            FormatSettings settings, String option, Party party, String role, Problems problems) {
        return Endpoints.of(settings, option, party).orElseGet(() -> {
            problems.add(
                    "MISSING_FIELD",
                    role + "/Party/EndpointID",
                    "The company has no electronic address; set " + option + ", a GLN or a Belgian VAT number");
            return null;
        });
    }
}
