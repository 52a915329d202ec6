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
import org.koppel.document.OrderCancellation;

/** Writes the cancellation of an order as UBL 2.1, for a back office. */
@ApplicationScoped
public class UblOrderCancellationWriter implements DocumentWriter<OrderCancellation> {

    @Override
    public FormatId format() {
        return Ubl.FORMAT;
    }

    @Override
    public Class<OrderCancellation> documentClass() {
        return OrderCancellation.class;
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
    public void write(OrderCancellation document, FormatSettings settings, OutputStream out)
            throws DocumentException, IOException {
        out.write(OrderPart.write(OrderMessage.of(document), settings).getBytes(StandardCharsets.UTF_8));
    }
}
