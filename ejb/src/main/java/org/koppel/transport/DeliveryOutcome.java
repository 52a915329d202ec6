package org.koppel.transport;

import java.util.List;

/**
 * What the partner said. {@code code} is short and stable ({@code HTTP_503}, {@code SMTP_550}); {@code detail} is for a person:
 * the partner's words and, for a failure, what to do. Never contains a secret. {@code answer} is what the partner sent back
 * itself, at least its beginning; null where its protocol has no such thing.
 */
public record DeliveryOutcome(Kind kind, String code, String detail, byte[] answer) {

    /** Without an answer of the partner itself. */
    public DeliveryOutcome(Kind kind, String code, String detail) {
        this(kind, code, detail, null);
    }

    /** Whether it worked, may work later, or never will without a person. */
    public enum Kind {
        DELIVERED,
        RETRY,
        REJECTED
    }

    public static DeliveryOutcome delivered(String detail) {
        return new DeliveryOutcome(Kind.DELIVERED, "OK", detail);
    }

    /** The same with what the partner sent back. */
    public DeliveryOutcome with(byte[] body) {
        return new DeliveryOutcome(kind, code, detail, body);
    }

    /** The same, saying what will soon be refused of what was delivered. @param warnings mostly none */
    public DeliveryOutcome warning(List<String> warnings) {
        if (kind != Kind.DELIVERED || warnings.isEmpty()) {
            return this;
        }
        String said = detail == null || detail.isBlank() ? "" : detail + ". ";
        return new DeliveryOutcome(kind, code, said + "Warning: " + String.join("; ", warnings), answer);
    }

    public static DeliveryOutcome retry(String code, String detail) {
        return new DeliveryOutcome(Kind.RETRY, code, detail);
    }

    public static DeliveryOutcome rejected(String code, String detail) {
        return new DeliveryOutcome(Kind.REJECTED, code, detail);
    }
}
