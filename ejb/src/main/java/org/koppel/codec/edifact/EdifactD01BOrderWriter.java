package org.koppel.codec.edifact;

import jakarta.enterprise.context.ApplicationScoped;
import java.io.IOException;
import java.io.OutputStream;
import org.koppel.codec.DocumentException;
import org.koppel.codec.DocumentWriter;
import org.koppel.codec.FormatId;
import org.koppel.codec.FormatSettings;
import org.koppel.codec.OrderMessage;
import org.koppel.document.Order;

/** Writes an order in D.01B, for a back office. */
@ApplicationScoped
public class EdifactD01BOrderWriter implements DocumentWriter<Order> {

    @Override
    public FormatId format() {
        return Edifact.D01B;
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
        return Edifact.MEDIA_TYPE;
    }

    @Override
    public String fileExtension() {
        return Edifact.FILE_EXTENSION;
    }

    @Override
    public void write(Order document, FormatSettings settings, OutputStream out) throws DocumentException, IOException {
        EdifactOrderMessage.write(OrderMessage.of(document), EdifactOrderMessage.Version.D01B, settings, out);
    }
}
