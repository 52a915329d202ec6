package org.koppel.codec;

import java.util.Map;

/**
 * How a partner wants a format: {@code language} (ISO 639-1, for formats people read) and named options of the format (CSV
 * delimiter, DTD version). Unknown options are ignored by the format.
 */
public record FormatSettings(String language, Map<String, String> options) {
    public static final FormatSettings DEFAULT = new FormatSettings("en", Map.of());

    public FormatSettings {
        options = Map.copyOf(options);
    }

    public static FormatSettings in(String language) {
        return new FormatSettings(language, Map.of());
    }

    public String option(String name, String otherwise) {
        return options.getOrDefault(name, otherwise);
    }
}
