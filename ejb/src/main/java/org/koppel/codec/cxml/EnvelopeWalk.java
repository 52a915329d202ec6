package org.koppel.codec.cxml;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.koppel.codec.DocumentException;
import org.koppel.codec.Envelope;
import org.koppel.codec.Envelope.Identity;
import org.koppel.codec.IncompleteEnvelopeException;
import org.koppel.codec.Problems;
import org.koppel.codec.XmlCursor;
import org.koppel.document.DespatchAdvice;
import org.koppel.document.Document;
import org.koppel.document.Invoice;
import org.koppel.document.Order;
import org.koppel.document.OrderCancellation;
import org.koppel.document.OrderChange;
import org.koppel.document.OrderResponse;
import org.koppel.document.PartnerReceipt;
import org.koppel.document.PunchOutRequest;
import org.koppel.document.ServiceProfileRequest;

/** One pass over the outside of one message, from {@code cXML} to the element below {@code Request}. */
final class EnvelopeWalk {
    private final XmlCursor xml;
    private final Problems problems = new Problems();
    private final Fields fields;
    private final List<Identity> from = new ArrayList<>();
    private final List<Identity> to = new ArrayList<>();
    private final List<Identity> sender = new ArrayList<>();
    private final List<Envelope.Proof> proofs = new ArrayList<>();
    private String kind;
    private boolean test;

    EnvelopeWalk(XmlCursor xml) {
        this.xml = xml;
        this.fields = new Fields(xml, problems);
    }

    Envelope read() throws DocumentException, IOException {
        enterRoot(xml);
        String payloadId = fields.required(
                fields.identifier("payloadID", Cxml.NAME_LENGTH, "cXML/@payloadID"),
                "cXML/@payloadID",
                "give every message an id of its own, and the same id when you repeat it");
        while (kind == null && xml.nextChild(1)) {
            switch (xml.name()) {
                case "Header" -> header();
                case "Request", "Message" -> request();
                case "Response" -> kind = "Response";
                default -> {} // Signature and whatever else stands beside the header
            }
        }
        require(from, "Header/From", "say who orders");
        require(sender, "Header/Sender", "say who sends, with its SharedSecret or CredentialMac");
        fields.required(kind, "cXML/Request", "put one request into Request");
        if (kind == null || from.isEmpty() || sender.isEmpty()) {
            problems.throwIfAny();
        }
        Envelope envelope = new Envelope(payloadId, from, proofs, to, kind, documentClass(kind), test);
        if (!problems.isEmpty()) {
            throw new IncompleteEnvelopeException(problems.all(), envelope);
        }
        return envelope;
    }

    /** @throws DocumentException when the root element is not {@code cXML} */
    static void enterRoot(XmlCursor xml) throws DocumentException, IOException {
        xml.nextChild(0);
        if (!"cXML".equals(xml.name())) {
            throw Fields.wrong(
                    "WRONG_ROOT",
                    xml.place(),
                    "The root element is " + xml.name() + "; a cXML document begins with cXML");
        }
    }

    private void header() throws DocumentException, IOException {
        int here = xml.depth();
        while (xml.nextChild(here)) {
            switch (xml.name()) {
                case "From" -> credentials(from, null);
                case "To" -> credentials(to, null);
                case "Sender" -> credentials(sender, proofs);
                default -> {} // Path, OriginalDocument: hubs
            }
        }
    }

    private void credentials(List<Identity> into, List<Envelope.Proof> provedBy) throws DocumentException, IOException {
        int here = xml.depth();
        while (xml.nextChild(here)) {
            if ("Credential".equals(xml.name())) {
                CredentialPart credential = CredentialPart.read(fields);
                credential.identity().ifPresent(into::add);
                if (provedBy != null) {
                    credential.proof().ifPresent(provedBy::add);
                }
            }
        }
    }

    private void request() throws DocumentException, IOException {
        String wrapper = xml.name();
        test = "test".equalsIgnoreCase(xml.attribute("deploymentMode"));
        int here = xml.depth();
        while (kind == null && xml.nextChild(here)) {
            if (!"Status".equals(xml.name())) { // a Message may begin with one
                kind = "Message".equals(wrapper) ? "Message/" + xml.name() : xml.name();
            }
        }
        if ("OrderRequest".equals(kind)) {
            kind += orderType();
        }
    }

    /** Empty for a new order, else {@code /update}, {@code /delete} or what stands there. The header is the first child, so no line is read. */
    private String orderType() throws DocumentException, IOException {
        int here = xml.depth();
        while (xml.nextChild(here)) {
            if ("OrderRequestHeader".equals(xml.name())) {
                String type = xml.attribute("type");
                OrderType known = OrderType.of(type);
                return known == OrderType.NEW
                        ? ""
                        : '/' + (known == null ? type : known.name().toLowerCase(Locale.ROOT));
            }
        }
        return "";
    }

    private void require(List<Identity> identities, String element, String why) {
        if (identities.isEmpty()) {
            problems.add(
                    "MISSING_FIELD", element, element + " has no Credential with a domain and an Identity; " + why);
        }
    }

    private static Optional<Class<? extends Document>> documentClass(String kind) {
        return switch (kind) {
            case "OrderRequest" -> Optional.of(Order.class);
            case "OrderRequest/update" -> Optional.of(OrderChange.class);
            case "OrderRequest/delete" -> Optional.of(OrderCancellation.class);
            case "StatusUpdateRequest" -> Optional.of(PartnerReceipt.class);
            case "ProfileRequest" -> Optional.of(ServiceProfileRequest.class);
            case "ConfirmationRequest" -> Optional.of(OrderResponse.class);
            case "ShipNoticeRequest" -> Optional.of(DespatchAdvice.class);
            case "InvoiceDetailRequest" -> Optional.of(Invoice.class);
            case "PunchOutSetupRequest" -> Optional.of(PunchOutRequest.class);
            default -> Optional.empty();
        };
    }
}
