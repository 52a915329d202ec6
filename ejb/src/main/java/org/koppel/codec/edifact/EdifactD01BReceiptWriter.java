package org.koppel.codec.edifact;

import jakarta.enterprise.context.ApplicationScoped;
import java.io.IOException;
import java.io.OutputStream;
import org.koppel.codec.DocumentException;
import org.koppel.codec.FormatSettings;
import org.koppel.document.InterchangeReceipt;

/** Writes CONTRL for partners of D.01B; the message is the same for every directory. */
@ApplicationScoped
public class EdifactD01BReceiptWriter extends EdifactWriter<InterchangeReceipt> {

    public EdifactD01BReceiptWriter() {
        super(Edifact.D01B, InterchangeReceipt.class);
    }

    @Override
    public void write(InterchangeReceipt receipt, FormatSettings settings, OutputStream out)
            throws DocumentException, IOException {
        ContrlMessage.write(receipt, settings, out);
    }
}
