package org.koppel.codec.ubl;

import java.io.StringWriter;
import java.time.format.DateTimeFormatter;
import java.util.Map;
import javax.xml.stream.XMLStreamException;
import org.koppel.document.ApplicationResponse;
import org.koppel.document.ApplicationResponse.Finding;

/** Writes a refusal as the {@code ApplicationResponse} of T71: one {@code LineResponse} for each reason. */
final class MessageLevelResponsePart {
    /** UNCL 4343: rejected. */
    private static final String REJECTED = "RE";

    /** Status reason code of OpenPeppol: a business rule was broken, and that counts. */
    private static final String BUSINESS_RULE = "BV";

    /** UNCL 1001 of what is sent to us; of an invoice only its content tells which code it has, and a cancellation has none. */
    private static final Map<String, String> TYPES =
            Map.of("Order", "220", "OrderChange", "230", "OrderResponse", "231", "DespatchAdvice", "351");

    private final UblXml xml;

    private MessageLevelResponsePart(UblXml xml) {
        this.xml = xml;
    }

    /** @param sender its electronic address, {@code scheme:value}, like the receiver's */
    static String write(ApplicationResponse response, String sender, String receiver) {
        StringWriter text = new StringWriter();
        try {
            MessageLevelResponsePart part = new MessageLevelResponsePart(UblXml.begin(text, "ApplicationResponse"));
            part.head(response);
            part.party("SenderParty", sender);
            part.party("ReceiverParty", receiver);
            part.refusal(response);
            part.xml.end();
            return text.toString();
        } catch (XMLStreamException e) {
            throw new IllegalStateException("Cannot write an application response into memory", e);
        }
    }

    private void head(ApplicationResponse response) throws XMLStreamException {
        xml.basic("CustomizationID", PeppolDocument.MESSAGE_LEVEL_RESPONSE.customizationId());
        xml.basic("ProfileID", PeppolDocument.MESSAGE_LEVEL_RESPONSE.profileId());
        xml.basic("ID", response.number().value());
        xml.basic("IssueDate", DateTimeFormatter.ISO_LOCAL_DATE.format(response.issuedAt()));
        xml.basic("IssueTime", DateTimeFormatter.ofPattern("HH:mm:ssXXX").format(response.issuedAt()));
    }

    private void party(String role, String endpoint) throws XMLStreamException {
        int colon = endpoint == null ? -1 : endpoint.indexOf(':');
        if (colon > 0) {
            xml.wrapped(role, "EndpointID", endpoint.substring(colon + 1), "schemeID", endpoint.substring(0, colon));
        }
    }

    private void refusal(ApplicationResponse response) throws XMLStreamException {
        xml.open("DocumentResponse");
        xml.wrapped("Response", "ResponseCode", REJECTED);
        xml.open("DocumentReference");
        xml.basic("ID", response.answered().value());
        xml.basic("DocumentTypeCode", TYPES.get(response.answeredType()));
        xml.close();
        for (Finding finding : response.findings()) {
            reason(finding);
        }
        xml.close();
    }

    private void reason(Finding finding) throws XMLStreamException {
        xml.open("LineResponse");
        xml.wrapped("LineReference", "LineID", finding.hasPlace() ? finding.location() : "NA");
        xml.open("Response");
        xml.basic("ResponseCode", REJECTED);
        xml.basic("Description", finding.words());
        xml.wrapped("Status", "StatusReasonCode", BUSINESS_RULE);
        xml.close();
        xml.close();
    }
}
