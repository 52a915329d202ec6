package org.koppel.codec.ubl;

import jakarta.enterprise.context.ApplicationScoped;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import org.koppel.codec.DocumentException;
import org.koppel.codec.DocumentWriter;
import org.koppel.codec.FormatId;
import org.koppel.codec.FormatSettings;
import org.koppel.codec.OrderMessage;
import org.koppel.document.Order;

/** Writes an order as UBL 2.1, for a back office. */
@ApplicationScoped
public class UblOrderWriter implements DocumentWriter<Order> {

    @Override
    public FormatId format() {
        return Ubl.FORMAT;
    }

    @Override
    public Class<Order> documentClass() {
        return Order.class;
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
    public void write(Order document, FormatSettings settings, OutputStream out) throws DocumentException, IOException {
        out.write(OrderPart.write(OrderMessage.of(document), settings).getBytes(StandardCharsets.UTF_8));
    }
}
