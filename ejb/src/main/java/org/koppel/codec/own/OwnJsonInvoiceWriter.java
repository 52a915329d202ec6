package org.koppel.codec.own;

import jakarta.enterprise.context.ApplicationScoped;
import java.io.IOException;
import java.io.OutputStream;
import org.koppel.codec.DocumentWriter;
import org.koppel.codec.FormatId;
import org.koppel.codec.FormatSettings;
import org.koppel.document.Invoice;

/** Writes an invoice in our own JSON. */
@ApplicationScoped
public class OwnJsonInvoiceWriter implements DocumentWriter<Invoice> {

    @Override
    public FormatId format() {
        return OwnJson.FORMAT;
    }

    @Override
    public Class<Invoice> documentClass() {
        return Invoice.class;
    }

    @Override
    public String mediaType() {
        return OwnJson.MEDIA_TYPE;
    }

    @Override
    public String fileExtension() {
        return "json";
    }

    @Override
    public void write(Invoice document, FormatSettings settings, OutputStream out) throws IOException {
        OwnJson.write(document, out);
    }
}
