package org.koppel.shared;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
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
            Map.entry("BG", "XBG"),
            Map.entry("BO", "XBO"),
            Map.entry("DR", "XDR"),
            Map.entry("FT", "FOT"),
            Map.entry("LB", "LBR"),
            Map.entry("PR", "PR"),
            Map.entry("HUR", "HUR"),
            Map.entry("SET", "SET"));
    /** The spelling of the ISO list that OCI and EDIFACT buyers expect; units that are not here are spelt as in Rec 20. */
    private static final Map<String, String> ISO =
            Map.of("H87", "PCE", "C62", "PCE", "XBX", "BX", "XCT", "CT", "XPK", "PK", "XRO", "RO", "XPX", "PF");

    private static final Set<String> LISTED = listed();

    private Units() {}

    private static Set<String> listed() {
        try (BufferedReader codes = new BufferedReader(
                new InputStreamReader(Units.class.getResourceAsStream("units.txt"), StandardCharsets.US_ASCII))) {
            return codes.lines()
                    .filter(line -> !line.startsWith("#"))
                    .flatMap(line -> Stream.of(line.split(" ")))
                    .collect(Collectors.toUnmodifiableSet());
        } catch (IOException e) {
            throw new UncheckedIOException("Cannot read units.txt", e);
        }
    }

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
        String unit = SYNONYMS.getOrDefault(plain, plain); // first: EA is a code, too, and means a piece here
        return isListed(unit) ? Optional.of(new UnitCode(unit)) : Optional.empty();
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
