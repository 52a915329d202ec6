package org.koppel.codec;

import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import org.koppel.document.Address;
import org.koppel.document.Party;

/**
 * How a partner wants a format: {@code language} (ISO 639-1, for formats people read) and named options of the format (CSV
 * delimiter, DTD version). Unknown options are ignored by the format. {@code shortened} is told of every text that is written
 * shorter than it is.
 */
public record FormatSettings(String language, Map<String, String> options, Consumer<Shortening> shortened) {
    private static final String ASKED = "language";
    private static final String CURRENCY = "currency";
    private static final String RECEIVED = "received";
    private static final String SUPPLIER = "supplier.";
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

    /** The same for writers that have to say who the supplier is where the document does not: an order to a back office. */
    public FormatSettings of(Party supplier) {
        Map<String, String> all = new HashMap<>(options);
        Address address = supplier.address();
        keep(all, "name", supplier.name());
        keep(all, "gln", supplier.gln());
        keep(all, "vat", supplier.vat());
        keep(all, "street", address == null ? null : address.street());
        keep(all, "postalCode", address == null ? null : address.postalCode());
        keep(all, "city", address == null ? null : address.city());
        keep(all, "country", address == null ? null : address.country());
        return new FormatSettings(language, all, shortened);
    }

    private static void keep(Map<String, String> all, String field, String value) {
        if (value != null && !value.isBlank()) {
            all.put(SUPPLIER + field, value);
        }
    }

    /** Who the supplier is; every field that nobody said is null. */
    public Party supplier() {
        Address address = new Address(
                null,
                said("gln"),
                said("name"),
                null,
                said("street"),
                said("postalCode"),
                said("city"),
                said("country"));
        return new Party(said("name"), said("gln"), said("vat"), null, address);
    }

    private String said(String field) {
        return options.get(SUPPLIER + field);
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
