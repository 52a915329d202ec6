package org.koppel.archive;

import org.koppel.document.Document;
import org.koppel.shared.PartyId;

/**
 * A customer is to be told something that is not about one order (what became of an interchange). News for the outbox, in the
 * same transaction.
 */
public record AnswerDue(PartyId customer, Document answer) {}
