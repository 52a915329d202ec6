package org.koppel.transport;

import java.util.List;
import org.koppel.platform.SecretKeyException;

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

    /**
     * What nobody foresaw, to be tried again. The failure's own words are only in the log: they may quote anything, a secret too;
     * only those about the key of the secrets are ours and say the cure.
     *
     * @param place what the log names it by
     */
    public static DeliveryOutcome failed(String code, RuntimeException failure, String place) {
        if (failure instanceof SecretKeyException) {
            return retry(code, failure.getMessage());
        }
        return retry(
                code,
                "The server failed on it (" + failure.getClass().getSimpleName() + "). If this lasts, look for " + place
                        + " in the log of the server");
    }

    public static DeliveryOutcome rejected(String code, String detail) {
        return new DeliveryOutcome(Kind.REJECTED, code, detail);
    }
}
