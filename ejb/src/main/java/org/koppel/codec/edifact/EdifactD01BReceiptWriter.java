package org.koppel.codec.edifact;

import jakarta.enterprise.context.ApplicationScoped;
import java.io.IOException;
import java.io.OutputStream;
import org.koppel.codec.DocumentException;
import org.koppel.codec.DocumentWriter;
import org.koppel.codec.FormatId;
import org.koppel.codec.FormatSettings;
import org.koppel.document.InterchangeReceipt;

/** Writes CONTRL for partners of D.01B; the message is the same for every directory. */
@ApplicationScoped
public class EdifactD01BReceiptWriter implements DocumentWriter<InterchangeReceipt> {

    @Override
    public FormatId format() {
        return Edifact.D01B;
    }

    @Override
    public Class<InterchangeReceipt> documentClass() {
        return InterchangeReceipt.class;
    }

    @Override
    public boolean counted() {
        return true;
    }

    @Override
    public String mediaType() {
        return Edifact.MEDIA_TYPE;
    }

    @Override
    public String fileExtension() {
        return Edifact.FILE_EXTENSION;
    }

    @Override
    public void write(InterchangeReceipt receipt, FormatSettings settings, OutputStream out)
            throws DocumentException, IOException {
        ContrlMessage.write(receipt, settings, out);
    }
}
