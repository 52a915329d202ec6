package org.koppel.shared;

import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Unit codes as partners write them, and what they mean in UN/ECE Rec 20 and, with an X before them, Rec 21 (packages). All of their codes
 * and some synonyms are understood on the way in; on the way out each format has one spelling ({@link #iso} for OCI and EDIFACT, {@link #each} for cXML).
 */
public final class Units {
    /** The spelling of the ISO list that OCI and EDIFACT buyers expect; units that are not here are spelt as in Rec 20. */
    private static final Map<String, String> ISO =
            Map.of("H87", "PCE", "C62", "PCE", "XBX", "BX", "XCT", "CT", "XPK", "PK", "XRO", "RO", "XPX", "PF");

    private static final Set<String> LISTED = UnitTable.lines(Units.class, "units.txt").stream()
            .flatMap(line -> Stream.of(line.split(" ")))
            .collect(Collectors.toUnmodifiableSet());

    private static final Map<String, UnitCode> SYNONYMS = UnitTable.meanings(Units.class, "units-synonyms.txt");

    private Units() {}

    /** Whether it is a code of Rec 20 or, with an X before it, Rec 21, letter by letter. */
    public static boolean isListed(String code) {
        return LISTED.contains(code);
    }

    /** What a partner's unit code means, or empty when nobody knows it. Case and blanks do not matter. */
    public static Optional<UnitCode> understood(String code) {
        if (code == null || code.isBlank()) {
            return Optional.empty();
        }
        String plain = code.strip().toUpperCase(Locale.ROOT);
        UnitCode synonym = SYNONYMS.get(plain); // first: EA is a code, too, and means a piece here
        if (synonym != null) {
            return Optional.of(synonym);
        }
        return isListed(plain) ? Optional.of(new UnitCode(plain)) : Optional.empty();
    }

    /** Spelling for OCI, EDIFACT and CebeoXML: {@code PCE} for {@code H87} and {@code C62}. Never null. */
    public static String iso(UnitCode unit) {
        return ISO.getOrDefault(unit.value(), unit.value());
    }

    /** As {@link #same}; and a unit that is left to the article ({@link UnitCode#AGREED}) fits every other. */
    public static boolean fit(UnitCode one, UnitCode other) {
        return one.equals(UnitCode.AGREED) || other.equals(UnitCode.AGREED) || same(one, other);
    }

    /** Spelling for cXML buyers, who count pieces in {@code EA}; everything else as {@link #iso}. Never null. */
    public static String each(UnitCode unit) {
        String iso = iso(unit);
        return iso.equals("PCE") ? "EA" : iso;
    }

    /** Whether both name the same thing; {@code H87} (piece) and {@code C62} (one) do. */
    public static boolean same(UnitCode one, UnitCode other) {
        return iso(one).equals(iso(other));
    }
}
