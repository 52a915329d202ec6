package org.koppel.codec.own;

import jakarta.enterprise.context.ApplicationScoped;
import java.io.IOException;
import java.io.InputStream;
import java.util.List;
import java.util.Optional;
import org.koppel.codec.DocumentException;
import org.koppel.codec.Envelope;
import org.koppel.codec.EnvelopeReader;
import org.koppel.codec.FormatId;
import org.koppel.document.Order;

/** Koppel's own orders carry neither sender nor proof: who hands one over has to show who it is otherwise. */
@ApplicationScoped
public class OwnEnvelopeReader implements EnvelopeReader {

    @Override
    public FormatId format() {
        return OwnOrder.FORMAT;
    }

    @Override
    public boolean recognises(String contentType, byte[] head) {
        return false; // whoever brings one says so
    }

    @Override
    public Envelope read(InputStream in) throws DocumentException, IOException {
        Order order = OwnOrder.read(in);
        return new Envelope(
                order.number().value(),
                List.of(),
                List.of(),
                List.of(),
                "Order",
                Optional.of(Order.class),
                order.test());
    }
}
