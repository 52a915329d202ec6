package org.koppel.inbound;

import java.util.Collection;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import org.koppel.codec.Envelope;
import org.koppel.codec.Problem;

/** The words for messages that are refused at the door, whatever their format. */
final class Refusals {
    private Refusals() {}

    static Problem tooLarge(long size) {
        return new Problem(
                "MESSAGE_TOO_LARGE",
                "message",
                "The message has " + size + " bytes, more than this server takes. Split it into several messages.");
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

    static Problem onlyTheSupplier(Envelope envelope) {
        return new Problem(
                "ONLY_THE_SUPPLIER",
                envelope.kind(),
                envelope.kind()
                        + " is what the supplier's back office sends. Use its API key, or send another document.");
    }

    static Problem unknownCustomer(Envelope envelope) {
        String names = envelope.recipients().stream()
                .map(r -> r.domain() + " " + r.value())
                .collect(Collectors.joining(", "));
        return new Problem(
                "UNKNOWN_CUSTOMER",
                envelope.kind(),
                "Nobody here is called " + (names.isEmpty() ? "nothing at all" : names)
                        + ". Name the customer by the key, GLN or VAT number that the console shows.");
    }

    static Problem tooManyAttempts() {
        return new Problem(
                "TOO_MANY_ATTEMPTS",
                "Sender/Credential",
                "Too many messages with a wrong secret came from your address. Wait a quarter of an hour, compare domain,"
                        + " identity and shared secret with the connection sheet, and send the message again.");
    }

    static Problem unsupported(Envelope envelope) {
        return new Problem(
                "UNSUPPORTED_REQUEST",
                envelope.kind(),
                "This server does not serve " + envelope.kind() + ". Ask with a ProfileRequest what it serves.");
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
