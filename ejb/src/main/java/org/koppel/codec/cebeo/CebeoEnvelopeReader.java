package org.koppel.codec.cebeo;

import jakarta.enterprise.context.ApplicationScoped;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import org.koppel.codec.DocumentException;
import org.koppel.codec.Envelope;
import org.koppel.codec.Envelope.Identity;
import org.koppel.codec.EnvelopeReader;
import org.koppel.codec.FormatId;
import org.koppel.codec.Problem;
import org.koppel.codec.XmlCursor;
import org.koppel.codec.XmlStreams;
import org.koppel.document.Document;
import org.koppel.document.Order;
import org.koppel.document.OrderCancellation;
import org.koppel.document.OrderResponse;

/** Reads who asks for what; the password in {@code Customer} proves it. */
@ApplicationScoped
public class CebeoEnvelopeReader implements EnvelopeReader {
    private static final Pattern SIGN = Pattern.compile("<cebeoXML[\\s>]");

    @Override
    public FormatId format() {
        return Cebeo.FORMAT;
    }

    @Override
    public boolean recognises(String contentType, byte[] head) {
        return SIGN.matcher(new String(head, StandardCharsets.ISO_8859_1).replace("\0", ""))
                .find();
    }

    @Override
    public Envelope read(InputStream in) throws DocumentException, IOException {
        Walk walk = new Walk(XmlStreams.open(in));
        walk.root();
        if (walk.response) {
            boolean order = "Order/Detail".equals(walk.kind);
            Optional<Class<? extends Document>> answer = order ? Optional.of(OrderResponse.class) : Optional.empty();
            String kind = "Response/" + walk.kind;
            return new Envelope(null, List.of(), List.of(), List.of(), kind, answer, false);
        }
        if (walk.customer == null) {
            throw new DocumentException(new Problem(
                    "MISSING_FIELD", "Request/Customer/CustomerNumber", "Say in CustomerNumber who orders"));
        }
        Identity who = new Identity(Cebeo.DOMAIN, walk.customer);
        List<Envelope.Proof> proofs =
                walk.password == null ? List.of() : List.of(new Envelope.SharedSecret(who, walk.password));
        return new Envelope(null, List.of(who), proofs, List.of(), String.valueOf(walk.kind), asked(walk.kind), false);
    }

    private static Optional<Class<? extends Document>> asked(String kind) {
        return switch (kind == null ? "" : kind) {
            case "Order/Create" -> Optional.of(Order.class);
            case "Order/Delete" -> Optional.of(OrderCancellation.class);
            default -> Optional.empty();
        };
    }

    /** Down to the element that says what is asked. */
    private static final class Walk {
        private final XmlCursor xml;
        private String customer;
        private String password;
        private String kind;
        private boolean response;

        Walk(XmlCursor xml) {
            this.xml = xml;
        }

        void root() throws DocumentException, IOException {
            xml.nextChild(0);
            if (!Cebeo.ROOT.equals(xml.name())) {
                throw new DocumentException(new Problem(
                        "WRONG_ROOT", xml.place(), "The root element is " + xml.name() + "; send " + Cebeo.ROOT));
            }
            while (kind == null && xml.nextChild(1)) {
                if ("Request".equals(xml.name())) {
                    request();
                } else if ("Response".equals(xml.name())) {
                    response = true; // of the back office, which names the order and not itself
                    request();
                }
            }
        }

        private void request() throws DocumentException, IOException {
            int here = xml.depth();
            while (kind == null && xml.nextChild(here)) {
                switch (xml.name()) {
                    case "Customer" -> customer();
                    case "Order", "Article" -> {
                        String what = xml.name();
                        kind = xml.nextChild(xml.depth()) ? what + '/' + xml.name() : what;
                    }
                    default -> {} // ResponseType: an order is always answered in detail
                }
            }
        }

        private void customer() throws DocumentException, IOException {
            int here = xml.depth();
            while (xml.nextChild(here)) {
                switch (xml.name()) {
                    case "CustomerNumber" -> customer = xml.text(Cebeo.NAME_LENGTH);
                    case "Password" -> password = xml.text(Cebeo.NAME_LENGTH);
                    default -> {} // UserName: the buyer, not the customer
                }
            }
        }
    }
}
