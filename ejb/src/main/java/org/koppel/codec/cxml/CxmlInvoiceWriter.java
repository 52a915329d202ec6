package org.koppel.codec.cxml;

import jakarta.enterprise.context.ApplicationScoped;
import java.io.IOException;
import java.io.OutputStream;
import org.koppel.codec.CxmlVersion;
import org.koppel.codec.DocumentException;
import org.koppel.codec.FormatSettings;
import org.koppel.codec.Problems;
import org.koppel.document.Invoice;

/** Writes a cXML 1.2 {@code InvoiceDetailRequest}. It needs an order to charge, and a version that knows its charges and allowances. */
@ApplicationScoped
public class CxmlInvoiceWriter extends CxmlRequestWriter<Invoice> {

    @Override
    public Class<Invoice> documentClass() {
        return Invoice.class;
    }

    @Override
    public void write(Invoice invoice, FormatSettings settings, OutputStream out)
            throws DocumentException, IOException {
        boolean ordered = invoice.order() != null || invoice.lines().stream().anyMatch(l -> l.order() != null);
        Problems problems = new Problems();
        RequestWriter.required(
                problems,
                ordered ? invoice : null,
                "InvoiceDetailOrderInfo",
                "cXML charges orders only; name the order, or send another format");
        CxmlVersion version = Dtd.INVOICE_DETAIL.version(settings);
        boolean modified = !invoice.allowanceCharges().isEmpty()
                || invoice.lines().stream().anyMatch(l -> !l.allowanceCharges().isEmpty());
        if (modified && !version.knowsWholeLines()) {
            problems.add(
                    "UNSUPPORTED_VERSION",
                    "Modification",
                    "cXML " + version.value() + " has no place for charges and allowances; agree on dtd "
                            + CxmlVersion.AS_WRITTEN.value() + ", or send another format");
        }
        problems.throwIfAny();
        InvoiceDetailPart request = new InvoiceDetailPart(invoice, settings);
        new RequestWriter(Dtd.INVOICE_DETAIL, settings)
                .write(invoice, InvoiceDetailPart.at(invoice.issuedOn()), invoice.test(), request::write, out);
    }
}
