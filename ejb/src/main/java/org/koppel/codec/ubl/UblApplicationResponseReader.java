package org.koppel.codec.ubl;

import jakarta.enterprise.context.ApplicationScoped;
import java.io.IOException;
import java.io.InputStream;
import org.koppel.codec.DocumentException;
import org.koppel.codec.DocumentReader;
import org.koppel.codec.DocumentSink;
import org.koppel.codec.FormatId;
import org.koppel.codec.FormatSettings;
import org.koppel.document.PartnerReceipt;

/** Reads a UBL {@code ApplicationResponse} of 2.0 to 2.4. */
@ApplicationScoped
public class UblApplicationResponseReader implements DocumentReader<PartnerReceipt> {

    @Override
    public FormatId format() {
        return Ubl.FORMAT;
    }

    @Override
    public Class<PartnerReceipt> documentClass() {
        return PartnerReceipt.class;
    }

    @Override
    public void read(InputStream in, FormatSettings settings, DocumentSink<PartnerReceipt> sink)
            throws DocumentException, IOException {
        sink.accept(ApplicationResponseWalk.read(in));
    }
}
