package org.koppel.transport;

import java.nio.charset.StandardCharsets;
import java.util.Set;

/** What a partner answered by HTTP. {@code location} may be null; {@code body} is the beginning of it. */
public record HttpAnswer(int status, String location, byte[] body) {
    /** RFC 9110: too slow, too early, too many; the same request may work later. */
    private static final Set<Integer> LATER = Set.of(408, 425, 429);

    private static final int WORDS = 500;

    /** What it means for the delivery. */
    public DeliveryOutcome outcome() {
        String code = "HTTP_" + status;
        String words = words();
        if (status >= 200 && status < 300) {
            return DeliveryOutcome.delivered("Answered " + status + words).with(body);
        }
        if (status >= 500 || LATER.contains(status)) {
            return DeliveryOutcome.retry(code, "The partner asks to try later" + words);
        }
        return DeliveryOutcome.rejected(code, cure() + words);
    }

    private String cure() {
        if (status < 400) {
            return "The partner has another address, " + location + "; agree on it and enter it at the channel";
        }
        return switch (status) {
            case 401, 403 -> "The partner does not accept the login; correct user, password or token of the channel";
            case 404, 405, 410 -> "Nothing takes deliveries at this address; correct the url of the channel";
            case 413 -> "The delivery is too large for the partner; agree on another format";
            case 415 -> "The partner does not take this format; agree on another one";
            default -> "The partner refuses the delivery; ask why";
        };
    }

    /** The beginning of the body, for a person. */
    private String words() {
        String text = new String(body, StandardCharsets.UTF_8)
                .replaceAll("[\\p{Cntrl}\\s]+", " ")
                .strip();
        return text.isEmpty() ? "" : ": " + text.substring(0, Math.min(text.length(), WORDS));
    }
}
