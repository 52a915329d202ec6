package org.koppel.codec.x12;

import jakarta.enterprise.context.ApplicationScoped;
import java.io.IOException;
import java.io.OutputStream;
import org.koppel.codec.DocumentException;
import org.koppel.codec.DocumentWriter;
import org.koppel.codec.FormatId;
import org.koppel.codec.FormatSettings;
import org.koppel.codec.OrderMessage;
import org.koppel.document.OrderCancellation;

/** Writes the cancellation of an order as 850 or 860 (004010), for a back office. */
@ApplicationScoped
public class X12OrderCancellationWriter implements DocumentWriter<OrderCancellation> {

    @Override
    public FormatId format() {
        return X12.FORMAT;
    }

    @Override
    public Class<OrderCancellation> documentClass() {
        return OrderCancellation.class;
    }

    @Override
    public boolean counted() {
        return true;
    }

    @Override
    public String mediaType() {
        return X12.MEDIA_TYPE;
    }

    @Override
    public String fileExtension() {
        return X12.FILE_EXTENSION;
    }

    @Override
    public void write(OrderCancellation document, FormatSettings settings, OutputStream out)
            throws DocumentException, IOException {
        X12OrderMessage.write(OrderMessage.of(document), settings, out);
    }
}
