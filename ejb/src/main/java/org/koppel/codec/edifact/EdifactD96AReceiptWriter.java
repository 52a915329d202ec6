package org.koppel.codec.edifact;

import jakarta.enterprise.context.ApplicationScoped;
import java.io.IOException;
import java.io.OutputStream;
import org.koppel.codec.DocumentException;
import org.koppel.codec.FormatSettings;
import org.koppel.document.InterchangeReceipt;

/** Writes CONTRL for partners of D.96A; the message is the same for every directory. */
@ApplicationScoped
public class EdifactD96AReceiptWriter extends EdifactWriter<InterchangeReceipt> {

    public EdifactD96AReceiptWriter() {
        super(Edifact.D96A, InterchangeReceipt.class);
    }

    @Override
    public void write(InterchangeReceipt receipt, FormatSettings settings, OutputStream out)
            throws DocumentException, IOException {
        ContrlMessage.write(receipt, settings, out);
    }
}
