package org.koppel.platform;

/** {@code KOPPEL_SECRET_KEY} is missing, no key, or not the one that a secret was stored with. The message says the cure, and no secret. */
public class SecretKeyException extends IllegalStateException {
    private static final long serialVersionUID = 1;

    SecretKeyException(String message) {
        super(message);
    }

    SecretKeyException(String message, Throwable cause) {
        super(message, cause);
    }
}
