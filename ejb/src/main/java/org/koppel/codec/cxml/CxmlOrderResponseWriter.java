package org.koppel.codec.cxml;

import jakarta.enterprise.context.ApplicationScoped;
import java.io.IOException;
import java.io.OutputStream;
import org.koppel.codec.DocumentException;
import org.koppel.codec.FormatSettings;
import org.koppel.codec.Problems;
import org.koppel.codec.UnitSpelling;
import org.koppel.document.OrderResponse;
import org.koppel.shared.Units;

/** Writes a cXML 1.2 {@code ConfirmationRequest}. An order that did not come by cXML has no payloadID and cannot be answered so. */
@ApplicationScoped
public class CxmlOrderResponseWriter extends CxmlRequestWriter<OrderResponse> {

    @Override
    public Class<OrderResponse> documentClass() {
        return OrderResponse.class;
    }

    @Override
    public void write(OrderResponse response, FormatSettings settings, OutputStream out)
            throws DocumentException, IOException {
        Problems problems = new Problems();
        RequestWriter.required(
                problems,
                response.orderMessageId(),
                "OrderReference/DocumentReference/@payloadID",
                "the order came in another format; answer it in that one");
        problems.throwIfAny();
        ConfirmationPart confirmation =
                new ConfirmationPart(response, Dtd.FULFILL.version(settings), UnitSpelling.of(settings, Units::each));
        new RequestWriter(Dtd.FULFILL, settings)
                .write(response, response.issuedAt(), response.test(), confirmation::write, out);
    }
}
