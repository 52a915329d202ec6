package org.koppel.shared;

import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Unit codes as partners write them, and what they mean in UN/ECE Rec 20. Synonyms are understood on the way in; on the way
 * out each format has one spelling ({@link #iso} for OCI and cXML to SAP).
 */
public final class Units {
    private static final Map<String, String> SYNONYMS = Map.ofEntries(
            Map.entry("PCE", "H87"),
            Map.entry("PC", "H87"),
            Map.entry("PCS", "H87"),
            Map.entry("EA", "H87"),
            Map.entry("ST", "H87"),
            Map.entry("STK", "H87"),
            Map.entry("STUK", "H87"),
            Map.entry("NAR", "H87"),
            Map.entry("UN", "H87"),
            Map.entry("M", "MTR"),
            Map.entry("MT", "MTR"),
            Map.entry("KG", "KGM"),
            Map.entry("G", "GRM"),
            Map.entry("L", "LTR"),
            Map.entry("BX", "XBX"),
            Map.entry("CT", "XCT"),
            Map.entry("PK", "XPK"),
            Map.entry("PA", "XPK"),
            Map.entry("RO", "XRO"),
            Map.entry("ROL", "XRO"),
            Map.entry("PAL", "XPX"),
            Map.entry("PF", "XPX"),
            Map.entry("PR", "PR"),
            Map.entry("HUR", "HUR"),
            Map.entry("SET", "SET"));
    /** The spelling of the ISO list that OCI and EDIFACT buyers expect; units that are not here are spelt as in Rec 20. */
    private static final Map<String, String> ISO =
            Map.of("H87", "PCE", "C62", "PCE", "XBX", "BX", "XCT", "CT", "XPK", "PK", "XRO", "RO", "XPX", "PF");

    private static final Set<String> KNOWN = Set.of(
            "H87", "C62", "MTR", "KGM", "GRM", "LTR", "CMT", "MMT", "MTK", "MTQ", "TNE", "XBX", "XCT", "XPK", "XRO",
            "XPX", "PR", "SET", "HUR", "DAY", "MIN", "DZN", "CEN", "MIL", "KMT", "MLT");

    private Units() {}

    /** What a partner's unit code means, or empty when nobody knows it. Case and blanks do not matter. */
    public static Optional<UnitCode> understood(String code) {
        if (code == null || code.isBlank()) {
            return Optional.empty();
        }
        String plain = code.strip().toUpperCase(Locale.ROOT);
        String known = KNOWN.contains(plain) ? plain : SYNONYMS.get(plain);
        return Optional.ofNullable(known).map(UnitCode::new);
    }

    /** Spelling for OCI, EDIFACT and cXML buyers: {@code PCE} for {@code H87} and {@code C62}. Never null. */
    public static String iso(UnitCode unit) {
        return ISO.getOrDefault(unit.value(), unit.value());
    }

    /** As {@link #same}; and a unit that is left to the article ({@link UnitCode#AGREED}) fits every other. */
    public static boolean fit(UnitCode one, UnitCode other) {
        return one.equals(UnitCode.AGREED) || other.equals(UnitCode.AGREED) || same(one, other);
    }

    /** Whether both name the same thing; {@code H87} (piece) and {@code C62} (one) do. */
    public static boolean same(UnitCode one, UnitCode other) {
        return iso(one).equals(iso(other));
    }
}
