package org.koppel.party;

import java.util.List;
import java.util.Map;
import java.util.UUID;

/**
 * A way documents go to a customer: the formats that travel together and the transport's name. {@code settings} as they are kept:
 * secrets are encrypted, and pages show none but mail addresses.
 */
public record AnswerWay(
        UUID id,
        String documentType,
        List<String> formats,
        String transport,
        Map<String, String> settings,
        boolean active) {

    /** One setting; empty when there is none. */
    public String setting(String name) {
        return settings.getOrDefault(name, "");
    }
}
