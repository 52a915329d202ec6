package org.koppel.catalogue;

import java.util.Map;

/**
 * A surcharge by itself, as it is typed or kept: {@code number} stands on its lines; {@code taxPercent} is its VAT rate (empty: the
 * article's); {@code names} by language, those that there are. Articles that bear it are not part of it.
 */
public record SurchargeKind(String number, String taxPercent, Map<String, String> names) {
    public SurchargeKind {
        names = Map.copyOf(names);
    }

    /** The name in the language, else in English, else in another one, else the number. */
    public String name(String language) {
        String other = names.values().stream().sorted().findFirst().orElse(number);
        return names.getOrDefault(language, names.getOrDefault(Languages.FALLBACK, other));
    }

    /** What became of one that was to be kept. */
    public enum Outcome {
        KEPT,
        /** No letters or digits, or more than 40 characters. */
        NUMBER,
        /** An article has it. */
        ARTICLE,
        /** No percentage. */
        TAX,
        /** None at all, or one of more than 40 characters. */
        NAME,
        /** Articles bear it, or did. */
        BORNE
    }
}
