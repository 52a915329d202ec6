package org.koppel.transport;

/**
 * What the partner said. {@code code} is short and stable ({@code HTTP_503}, {@code SMTP_550}); {@code detail} is for a person:
 * the partner's words and, for a failure, what to do. Never contains a secret.
 */
public record DeliveryOutcome(Kind kind, String code, String detail) {

    /** Whether it worked, may work later, or never will without a person. */
    public enum Kind {
        DELIVERED,
        RETRY,
        REJECTED
    }

    public static DeliveryOutcome delivered(String detail) {
        return new DeliveryOutcome(Kind.DELIVERED, "OK", detail);
    }

    public static DeliveryOutcome retry(String code, String detail) {
        return new DeliveryOutcome(Kind.RETRY, code, detail);
    }

    public static DeliveryOutcome rejected(String code, String detail) {
        return new DeliveryOutcome(Kind.REJECTED, code, detail);
    }
}
