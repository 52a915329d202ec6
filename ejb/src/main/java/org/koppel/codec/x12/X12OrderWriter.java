package org.koppel.codec.x12;

import jakarta.enterprise.context.ApplicationScoped;
import java.io.IOException;
import java.io.OutputStream;
import org.koppel.codec.DocumentException;
import org.koppel.codec.DocumentWriter;
import org.koppel.codec.FormatId;
import org.koppel.codec.FormatSettings;
import org.koppel.codec.OrderMessage;
import org.koppel.document.Order;

/** Writes an order as 850 or 860 (004010), for a back office. */
@ApplicationScoped
public class X12OrderWriter implements DocumentWriter<Order> {

    @Override
    public FormatId format() {
        return X12.FORMAT;
    }

    @Override
    public Class<Order> documentClass() {
        return Order.class;
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
    public void write(Order document, FormatSettings settings, OutputStream out) throws DocumentException, IOException {
        X12OrderMessage.write(OrderMessage.of(document), settings, out);
    }
}
