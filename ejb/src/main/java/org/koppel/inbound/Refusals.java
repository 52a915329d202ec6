package org.koppel.inbound;

import java.util.Collection;
import java.util.Optional;
import java.util.UUID;
import org.koppel.codec.Envelope;
import org.koppel.codec.Problem;
import org.koppel.party.BackOffice;
import org.koppel.shared.PartyId;

/** The words for messages that are refused at the door, whatever their format. */
final class Refusals {
    private Refusals() {}

    static Problem tooLarge(long size, int limit) {
        return new Problem(
                "MESSAGE_TOO_LARGE",
                "message",
                "The message has " + (size > limit ? size + " bytes" : "more bytes than are read at all")
                        + ", and this server takes " + limit
                        + " at most. Split it into several messages, or ask the receiver to take larger ones.");
    }

    /** @param kind of the file around it */
    static Problem packed(String kind) {
        return new Problem(
                "PACKED",
                "message",
                "The message is a packed file (" + kind
                        + "), and nothing is unpacked here. Send the document itself, each as a"
                        + " message or file of its own, without Content-Encoding.");
    }

    static Problem unknownFormat(Incoming incoming, Collection<String> formats) {
        String given = incoming.format().map(Object::toString).orElse(String.valueOf(incoming.contentType()));
        return new Problem(
                "UNKNOWN_FORMAT",
                "message",
                "Nothing here reads this message (" + given + "). Send one of " + formats
                        + " and name it in the header Koppel-Format.");
    }

    static Problem unknownSender(Envelope envelope) {
        Optional<Envelope.Identity> sender = envelope.proofs().stream()
                .map(Envelope.Proof::identity)
                .findFirst()
                .or(() -> envelope.senders().stream().findFirst());
        String who = sender.map(s -> s.domain() + " " + s.value()).orElse("no credential at all");
        return new Problem(
                "UNKNOWN_SENDER",
                "Sender/Credential",
                "The sender (" + who
                        + ") is not known here, its secret is wrong, or it may not send for the buyer that the"
                        + " message names. Compare domain, identity and shared secret with the connection sheet.");
    }

    /** A customer sends what only the back office says, or the other way round. */
    static Problem wrongSender(String type, PartyId sender) {
        return BackOffice.is(sender)
                ? new Problem(
                        "NOT_A_CUSTOMER",
                        type,
                        "A document of type " + type
                                + " is a customer's, and this message names none. Name the customer as"
                                + " sender, by an identifier it is known by.")
                : new Problem(
                        "ONLY_FROM_BACK_OFFICE",
                        type,
                        "A document of type " + type
                                + " is taken from the supplier's back office only. Send orders, their changes and"
                                + " receipts.");
    }

    static Problem tooManyAttempts() {
        return new Problem(
                "TOO_MANY_ATTEMPTS",
                "Sender/Credential",
                "Too many messages with a wrong secret came from your address. Wait a quarter of an hour, compare"
                        + " domain, identity and shared secret with the connection sheet, and send the message again.");
    }

    static Problem unsupported(Envelope envelope) {
        return new Problem(
                "UNSUPPORTED_REQUEST",
                envelope.kind(),
                "This server does not serve " + envelope.kind() + ". Ask with a ProfileRequest what it serves.");
    }

    /** @param count of documents of a message whose refusals are not told one by one */
    static Problem more(int count) {
        return new Problem(
                "MORE_REFUSED",
                "message",
                count
                        + " more documents of this message were refused. Mend those that were named, and ask for the rest.");
    }

    /** @param place the reference and its kind: {@code message id …}, {@code Idempotency-Key …} */
    static Problem conflict(String place, UUID first) {
        return new Problem(
                "REFERENCE_USED",
                place,
                "A message with this id and other content came before (" + first
                        + "). Send the changed message under a new id;" + " the first one stands.");
    }
}
