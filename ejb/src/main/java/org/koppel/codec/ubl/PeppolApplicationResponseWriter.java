package org.koppel.codec.ubl;

import jakarta.enterprise.context.ApplicationScoped;
import org.koppel.codec.FormatSettings;
import org.koppel.codec.Problems;
import org.koppel.document.ApplicationResponse;

/**
 * Writes the message level response of Peppol BIS 3 (transaction T71) with the response code RE: which document was refused, and why.
 * The supplier sends it to its own back office, so both have its electronic address unless another one is agreed.
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
        return MessageLevelResponsePart.write(
                document, sender, Endpoints.agreed(settings, RECEIVER).orElse(sender));
    }
}
