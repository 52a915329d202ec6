package org.koppel.transport.mail;

import org.koppel.transport.DeliveryOutcome;

/** No mail can be made of this delivery until a person changes something; the message says what. */
final class UnusableMailException extends Exception {
    private final String code;

    UnusableMailException(String code, String message) {
        super(message);
        this.code = code;
    }

    UnusableMailException(String code, String message, Throwable cause) {
        super(message, cause);
        this.code = code;
    }

    DeliveryOutcome outcome() {
        return DeliveryOutcome.rejected(code, getMessage());
    }
}
