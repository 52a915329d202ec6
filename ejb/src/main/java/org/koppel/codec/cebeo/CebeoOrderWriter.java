package org.koppel.codec.cebeo;

import jakarta.enterprise.context.ApplicationScoped;
import java.io.IOException;
import java.io.OutputStream;
import org.koppel.codec.DocumentException;
import org.koppel.codec.DocumentWriter;
import org.koppel.codec.FormatId;
import org.koppel.codec.FormatSettings;
import org.koppel.codec.OrderMessage;
import org.koppel.codec.UnitSpelling;
import org.koppel.document.Order;
import org.koppel.shared.Units;

/** Writes an order as {@code Request/Order/Create} of CebeoXML 2.0, for a back office. */
@ApplicationScoped
public class CebeoOrderWriter implements DocumentWriter<Order> {

    @Override
    public FormatId format() {
        return Cebeo.FORMAT;
    }

    @Override
    public Class<Order> documentClass() {
        return Order.class;
    }

    @Override
    public String mediaType() {
        return Cebeo.MEDIA_TYPE;
    }

    @Override
    public String fileExtension() {
        return "xml";
    }

    @Override
    public void write(Order document, FormatSettings settings, OutputStream out) throws DocumentException, IOException {
        CebeoOrderPart.write(OrderMessage.of(document), UnitSpelling.of(settings, Units::iso), out);
    }
}
