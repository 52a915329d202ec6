package org.koppel.catalogue;

import java.util.List;

/** The languages of the catalogue and their full-text configurations. */
final class Languages {
    static final String FALLBACK = "en";
    private static final List<String> ALL = List.of("nl", "fr", "de", "en");

    private Languages() {}

    static List<String> all() {
        return ALL;
    }

    /** The language, or English where the catalogue does not speak it. */
    static String spoken(String language) {
        return ALL.contains(language) ? language : FALLBACK;
    }

    /** Name of the configuration in the database; only for a language of {@link #all}. */
    static String configuration(String spoken) {
        return "koppel_" + spoken;
    }
}
