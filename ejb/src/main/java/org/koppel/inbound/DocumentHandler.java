package org.koppel.inbound;

import org.koppel.document.Document;
import org.koppel.party.BackOffice;
import org.koppel.shared.PartyId;

/**
 * Takes the documents of one type, once each: a feature implements it, CDI finds it. Runs in a database transaction of its own;
 * everything that can be refused is checked before the first write.
 */
public interface DocumentHandler<T extends Document> {

    Class<T> documentClass();

    /** Whether such documents come from this sender: a customer, or the supplier's back office. */
    default boolean takesFrom(PartyId sender) {
        return !BackOffice.is(sender);
    }

    /**
     * Does the work, or says why not. Called again after a failure of the machine, so the business key must protect against a
     * second effect.
     */
    Handled handle(T document, Received context);
}
