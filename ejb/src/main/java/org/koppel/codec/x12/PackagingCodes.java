package org.koppel.codec.x12;

import java.util.Locale;
import java.util.Map;
import java.util.Map.Entry;
import java.util.stream.Collectors;

/** Data element 103, packaging code, beside UN/ECE Rec 21: its first three letters are the form, what follows the material. */
final class PackagingCodes {
    private static final int FORM = 3;

    private static final Map<String, String> FORMS = Map.ofEntries(
            Map.entry("BE", "BDL"),
            Map.entry("BG", "BAG"),
            Map.entry("BK", "BSK"),
            Map.entry("BX", "BOX"),
            Map.entry("CR", "CRT"),
            Map.entry("CS", "CAS"),
            Map.entry("CT", "CTN"),
            Map.entry("CY", "CYL"),
            Map.entry("DR", "DRM"),
            Map.entry("EN", "ENV"),
            Map.entry("PK", "PKG"),
            Map.entry("PX", "PLT"),
            Map.entry("RL", "REL"),
            Map.entry("RO", "ROL"),
            Map.entry("SI", "SKD"),
            Map.entry("TU", "TBE"));

    private static final Map<String, String> KINDS =
            FORMS.entrySet().stream().collect(Collectors.toUnmodifiableMap(Entry::getValue, Entry::getKey));

    private PackagingCodes() {}

    /** @param kind UN/ECE Rec 21; may be null @return null where X12 has no code that is known here */
    static String x12(String kind) {
        return kind == null ? null : FORMS.get(kind);
    }

    /** @param code with or without a material; may be null @return UN/ECE Rec 21; null where none is known */
    static String kind(String code) {
        return code == null || code.length() < FORM
                ? null
                : KINDS.get(code.substring(0, FORM).toUpperCase(Locale.ROOT));
    }
}
