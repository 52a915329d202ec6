package org.koppel.codec.ubl;

import jakarta.enterprise.context.ApplicationScoped;
import org.koppel.codec.FormatSettings;
import org.koppel.codec.Problems;
import org.koppel.document.ApplicationResponse;
import org.koppel.document.Party;

/**
 * Writes the message level response of Peppol BIS 3 (transaction T71) with the response code RE: which document was refused, and why.
 * A customer has the electronic address that is agreed with it, else one made of what is known of it. The supplier's own back office has
 * the supplier's unless another one is agreed.
 */
@ApplicationScoped
public class PeppolApplicationResponseWriter extends PeppolWriter<ApplicationResponse> {
    private static final String RECEIVER = "receiver-endpoint";

    @Override
    public Class<ApplicationResponse> documentClass() {
        return ApplicationResponse.class;
    }

    @Override
    protected PeppolDocument transaction(ApplicationResponse document) {
        return PeppolDocument.MESSAGE_LEVEL_RESPONSE;
    }

    @Override
    protected String xml(ApplicationResponse document, FormatSettings settings, Problems problems) {
        String sender = endpoint(settings, Endpoints.SELLER, settings.supplier(), "SenderParty", problems);
        String receiver = document.toBackOffice()
                ? Endpoints.agreed(settings, RECEIVER).orElse(sender)
                : receiver(document.receiver(), settings, problems);
        return MessageLevelResponsePart.write(document, sender, receiver);
    }

    private static String receiver(Party customer, FormatSettings settings, Problems problems) {
        return Endpoints.agreed(settings, RECEIVER)
                .or(() -> Endpoints.agreed(settings, Endpoints.BUYER))
                .or(() -> Endpoints.known(customer))
                .orElseGet(() -> endpoint(settings, Endpoints.BUYER, customer, "ReceiverParty", problems));
    }
}
