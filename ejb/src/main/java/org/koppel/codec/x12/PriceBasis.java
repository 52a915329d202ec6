package org.koppel.codec.x12;

import java.math.BigDecimal;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.koppel.codec.EdiFault.Kind;
import org.koppel.codec.EdiFields;
import org.koppel.codec.EdiSegment;
import org.koppel.shared.UnitCode;

/** Element 639 of 004010: for how many units a price is. */
final class PriceBasis {
    /** Current, catalogue, quoted, retail, contract and wholesale price for so many; {@code HU} and {@code TH} are units that some write here. */
    private static final Map<String, BigDecimal> UNITS = units();

    /** Prices for a measure: for one unit where the line is ordered in it. */
    private static final Map<String, String> MEASURES =
            Map.of("PG", "GRM", "PK", "KGM", "PL", "LTR", "ML", "MLT", "PT", "TNE");

    /** Per foot, yard, ounce, pound, square foot, and per day, week, month, quarter, year: nothing that is ordered here. */
    private static final Set<String> OTHERS =
            Set.of("HF", "PF", "PS", "TF", "PY", "PA", "PO", "PP", "BW", "DP", "PB", "PM", "PU", "SA", "SM", "WI");

    private static final Map<String, String> WRITTEN =
            Map.of("1", "PE", "10", "PN", "12", "PD", "100", "HP", "1000", "TP", "100000", "HT");

    private PriceBasis() {}

    private static Map<String, BigDecimal> units() {
        Map<String, BigDecimal> units = new HashMap<>();
        Map.of(
                        10, "PN",
                        12, "PD LD RD TD WD",
                        100, "HP HU LC QH RC TC WC",
                        1_000, "TP TH LM QS RM TM WM",
                        10_000, "TT",
                        100_000, "HT")
                .forEach((number, codes) ->
                        Stream.of(codes.split(" ")).forEach(c -> units.put(c, BigDecimal.valueOf(number))));
        return Map.copyOf(units);
    }

    /**
     * One where the element is empty or names no number (contract, net, promotion …); null, with a problem, where it names another
     * measure than the line is ordered in. @param unit of the line; null when nobody knows it
     */
    static BigDecimal of(EdiSegment segment, int element, UnitCode unit, EdiFields fields) {
        String code = segment.at(element);
        String measure = code == null ? null : MEASURES.get(code);
        boolean another = measure != null && (unit == null || !measure.equals(unit.value()));
        if (code != null && (OTHERS.contains(code) || another)) {
            String text =
                    "A price by \"" + code + "\" cannot be turned into one for the unit of the line; send the price of"
                            + " one (PE), a hundred (HP) or a thousand (TP) of it";
            fields.problems().add(segment, element, 0, Kind.BAD_VALUE, "UNSUPPORTED_VALUE", text);
            return null;
        }
        return code == null ? BigDecimal.ONE : UNITS.getOrDefault(code, BigDecimal.ONE);
    }

    /** How prices for so many are written; null where they are written for one. @param number such as {@code 100} */
    static String code(String number) {
        return WRITTEN.get(number);
    }
}
