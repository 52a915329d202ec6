package org.koppel.codec.ubl;

import jakarta.enterprise.context.ApplicationScoped;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import org.koppel.codec.DocumentException;
import org.koppel.codec.DocumentWriter;
import org.koppel.codec.FormatId;
import org.koppel.codec.FormatSettings;
import org.koppel.codec.UnitSpelling;
import org.koppel.document.OrderResponse;
import org.koppel.shared.UnitCode;

/** Writes an answer to an order as plain UBL 2.1 {@code OrderResponse}. */
@ApplicationScoped
public class UblOrderResponseWriter implements DocumentWriter<OrderResponse> {

    @Override
    public FormatId format() {
        return Ubl.FORMAT;
    }

    @Override
    public Class<OrderResponse> documentClass() {
        return OrderResponse.class;
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
    public void write(OrderResponse document, FormatSettings settings, OutputStream out)
            throws DocumentException, IOException {
        String xml = OrderResponsePart.write(
                document,
                UnitSpelling.of(settings, UnitCode::value),
                Endpoints.of(settings, Endpoints.SELLER, document.seller()).orElse(null),
                Endpoints.of(settings, Endpoints.BUYER, document.buyer()).orElse(null));
        out.write(xml.getBytes(StandardCharsets.UTF_8));
    }
}
