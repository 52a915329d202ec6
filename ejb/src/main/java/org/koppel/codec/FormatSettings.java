package org.koppel.codec;

import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;

/**
 * How a partner wants a format: {@code language} (ISO 639-1, for formats people read) and named options of the format (CSV
 * delimiter, DTD version). Unknown options are ignored by the format. {@code shortened} is told of every text that is written
 * shorter than it is.
 */
public record FormatSettings(String language, Map<String, String> options, Consumer<Shortening> shortened) {
    private static final String ASKED = "language";
    private static final String CURRENCY = "currency";
    private static final String RECEIVED = "received";
    public static final FormatSettings DEFAULT = new FormatSettings("en", Map.of());

    public FormatSettings {
        options = Map.copyOf(options);
    }

    /** Of whoever has no use for notes of what was shortened. */
    public FormatSettings(String language, Map<String, String> options) {
        this(language, options, note -> {});
    }

    public static FormatSettings in(String language) {
        return new FormatSettings(language, Map.of());
    }

    /** A reader asks for this language, which goes before the one that the document names. */
    public static FormatSettings asked(String language) {
        return new FormatSettings(language, Map.of(ASKED, language));
    }

    /** The language of people's formats: what a reader asked for, else the document's own ({@code named}, may be null), else ours. */
    public String languageOf(String named) {
        return option(ASKED, named == null ? language : named);
    }

    /** The same for a reader of a message that came at that time. */
    public FormatSettings receivedAt(Instant time) {
        Map<String, String> all = new HashMap<>(options);
        all.put(RECEIVED, time.toString());
        return new FormatSettings(language, all, shortened);
    }

    /** When the message came, for documents that do not say when they were written. */
    public Optional<Instant> receivedAt() {
        return Optional.ofNullable(options.get(RECEIVED)).map(Instant::parse);
    }

    public String option(String name, String otherwise) {
        return options.getOrDefault(name, otherwise);
    }

    /** The same for whoever keeps notes of what was shortened. */
    public FormatSettings telling(Consumer<Shortening> notes) {
        return new FormatSettings(language, options, notes);
    }

    /** ISO 4217: of prices where a document says none. */
    public String currency() {
        return option(CURRENCY, "EUR");
    }

    /** The same for documents of a partner whose prices are in this currency. */
    public FormatSettings inCurrency(String code) {
        Map<String, String> all = new HashMap<>(options);
        all.put(CURRENCY, code);
        return new FormatSettings(language, all, shortened);
    }
}
