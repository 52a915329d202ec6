package org.koppel.inbound;

import org.koppel.codec.FormatSettings;
import org.koppel.document.Document;
import org.koppel.shared.PartyId;

/** Answers a question at once, on the same connection (cXML ProfileRequest). Changes nothing that must survive. */
public interface RequestHandler<Q extends Document, A extends Document> {

    Class<Q> requestClass();

    Class<A> answerClass();

    /** How this customer wants the answers written. */
    default FormatSettings settings(PartyId customer) {
        return FormatSettings.DEFAULT;
    }

    /** @param reference the partner's id of its question */
    A answer(Q request, PartyId customer, String reference);
}
