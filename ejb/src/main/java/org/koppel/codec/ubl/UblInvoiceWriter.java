package org.koppel.codec.ubl;

import jakarta.enterprise.context.ApplicationScoped;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import org.koppel.codec.DocumentWriter;
import org.koppel.codec.FormatId;
import org.koppel.codec.FormatSettings;
import org.koppel.document.Invoice;

/** Writes plain UBL 2.1 {@code Invoice} and {@code CreditNote}, as EN 16931 uses them. */
@ApplicationScoped
public class UblInvoiceWriter implements DocumentWriter<Invoice> {

    @Override
    public FormatId format() {
        return Ubl.FORMAT;
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
    public void write(Invoice document, FormatSettings settings, OutputStream out) throws IOException {
        String seller =
                Endpoints.of(settings, Endpoints.SELLER, document.seller()).orElse(null);
        String buyer =
                Endpoints.of(settings, Endpoints.BUYER, document.debtor()).orElse(null);
        String xml = InvoicePart.write(
                document,
                false,
                CompanyNumbers.of(settings, Endpoints.SELLERS_REGISTRATION, document.seller(), seller),
                CompanyNumbers.of(settings, Endpoints.BUYERS_REGISTRATION, document.debtor(), buyer));
        out.write(xml.getBytes(StandardCharsets.UTF_8));
    }
}
