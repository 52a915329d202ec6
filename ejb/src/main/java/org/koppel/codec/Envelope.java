package org.koppel.codec;

import java.util.List;
import java.util.Optional;
import org.koppel.document.Document;

/**
 * The outside of a message. {@code reference} is the sender's own id of it (cXML payloadID, UNB 0020), {@code senders} who it
 * says it comes from, {@code proofs} the credentials that prove it (empty for formats that carry none), {@code recipients}
 * whom it is for, {@code kind} the format's own word for what it asks ({@code OrderRequest}), {@code documentClass} the record
 * for it, empty when Koppel does not take that kind. {@code test} marks a message that must not be fulfilled. {@code number} is that of
 * the only document inside, as far as the outside tells it; else null.
 */
public record Envelope(
        String reference,
        List<Identity> senders,
        List<Proof> proofs,
        List<Identity> recipients,
        String kind,
        Optional<Class<? extends Document>> documentClass,
        boolean test,
        String number) {

    /** A name in a numbering scheme: {@code DUNS} {@code 123456789}, {@code 14} {@code EDIPLUS}. */
    public record Identity(String domain, String value) {
        /** Koppel's own key of a party. */
        public static final String KOPPEL = "KOPPEL";

        /** GS1 location number. */
        public static final String GLN = "GLN";

        /** VAT number with its country. */
        public static final String VAT = "VAT";
    }

    /** An identity with what proves it. */
    public sealed interface Proof permits SharedSecret, Mac {
        Identity identity();
    }

    /** A secret in clear, as cXML SharedSecret; never logged. */
    public record SharedSecret(Identity identity, String secret) implements Proof {
        @Override
        public String toString() {
            return "SharedSecret of " + identity;
        }
    }

    /**
     * cXML CredentialMac (cXML User's Guide, Message Authentication Code): Base64 of the first 96 bits of HMAC-SHA1, keyed with
     * the shared secret, over domain and identity of From and of Sender (lower case), creation and expiration date.
     * {@code identity} is the Sender's. The texts of the dates are kept as sent, because they are what was signed.
     */
    public record Mac(
            Identity identity, String type, String algorithm, String creationDate, String expirationDate, String value)
            implements Proof {}

    /** Around any number of documents, or one whose number stands deeper inside. */
    public Envelope(
            String reference,
            List<Identity> senders,
            List<Proof> proofs,
            List<Identity> recipients,
            String kind,
            Optional<Class<? extends Document>> documentClass,
            boolean test) {
        this(reference, senders, proofs, recipients, kind, documentClass, test, null);
    }

    /** The same around the document of this number. */
    public Envelope around(String document) {
        return new Envelope(reference, senders, proofs, recipients, kind, documentClass, test, document);
    }

    public Envelope {
        senders = List.copyOf(senders);
        proofs = List.copyOf(proofs);
        recipients = List.copyOf(recipients);
    }
}
