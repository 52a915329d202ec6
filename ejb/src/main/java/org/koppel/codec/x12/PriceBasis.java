package org.koppel.codec.x12;

import static org.koppel.codec.EdiOutput.plain;

import java.math.BigDecimal;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.koppel.codec.EdiFault.Kind;
import org.koppel.codec.EdiFields;
import org.koppel.codec.EdiSegment;
import org.koppel.document.Price;
import org.koppel.shared.UnitCode;

/**
 * Element 639 of 004010: for how many units a price is. A number counts single things: ten dozen at 24 {@code PD} cost 240. A measure
 * means itself: 2,500 feet at 185.50 {@code TF} cost 463.75.
 */
final class PriceBasis {
    /** Current, catalogue, quoted, retail, contract and wholesale price for so many; {@code HU} and {@code TH} are units that some write here. */
    private static final Map<String, BigDecimal> NUMBERS = numbers();

    /** How many single things (pairs) units are that are no things themselves: a dozen, dozen pairs, hundred, gross, thousand, great gross. */
    private static final Map<String, BigDecimal> COUNTS = Map.of(
            "DZN", BigDecimal.valueOf(12),
            "DPR", BigDecimal.valueOf(12),
            "CEN", BigDecimal.valueOf(100),
            "GRO", BigDecimal.valueOf(144),
            "MIL", BigDecimal.valueOf(1_000),
            "GGR", BigDecimal.valueOf(1_728));

    /** Prices for a measure, where the line is ordered in it; a ton is the one that the line names. */
    private static final Map<String, Measure> MEASURES = Map.ofEntries(
            Map.entry("PG", new Measure(1, "GRM")),
            Map.entry("PK", new Measure(1, "KGM")),
            Map.entry("PT", new Measure(1, "TNE", "STN", "LTN")),
            Map.entry("PO", new Measure(1, "ONZ")),
            Map.entry("PP", new Measure(1, "LBR")),
            Map.entry("PL", new Measure(1, "LTR")),
            Map.entry("ML", new Measure(1, "MLT")),
            Map.entry("PF", new Measure(1, "FOT")),
            Map.entry("HF", new Measure(100, "FOT")),
            Map.entry("TF", new Measure(1_000, "FOT")),
            Map.entry("PY", new Measure(1, "YRD")),
            Map.entry("PS", new Measure(1_000, "FTK")));

    /** Per troy ounce, day, week, two weeks, half a month, month, quarter, half a year, year: nothing that is ordered here. */
    private static final Set<String> OTHERS = Set.of("PA", "DP", "WI", "BW", "SM", "PM", "PU", "SA", "PB");

    private static final Map<String, String> WRITTEN =
            Map.of("1", "PE", "10", "PN", "12", "PD", "100", "HP", "1000", "TP", "100000", "HT");

    private PriceBasis() {}

    private static Map<String, BigDecimal> numbers() {
        Map<String, BigDecimal> numbers = new HashMap<>();
        Map.of(
                        10, "PN",
                        12, "PD LD RD TD WD",
                        100, "HP HU LC QH RC TC WC",
                        1_000, "TP TH LM QS RM TM WM",
                        10_000, "TT",
                        100_000, "HT")
                .forEach((number, codes) ->
                        Stream.of(codes.split(" ")).forEach(c -> numbers.put(c, BigDecimal.valueOf(number))));
        return Map.copyOf(numbers);
    }

    /** So many of one of the units. */
    private record Measure(BigDecimal number, Set<String> units) {
        Measure(int number, String... units) {
            this(BigDecimal.valueOf(number), Set.of(units));
        }
    }

    /**
     * In units of the line. One where the element is empty or names no number (contract, net, promotion …); null, with a problem, where
     * it names another measure, or another count, than the line is ordered in, or a count where the line leaves its unit to the article,
     * which may be sold by that count.
     *
     * @param element of the basis; that of the unit stands two before it
     * @param unit of the line; null when nobody knows it
     */
    static BigDecimal of(EdiSegment segment, int element, UnitCode unit, EdiFields fields) {
        String code = segment.at(element);
        BigDecimal base =
                code == null ? BigDecimal.ONE : base(code.toUpperCase(Locale.ROOT), unit == null ? "" : unit.value());
        boolean open = base != null && base.compareTo(BigDecimal.ONE) != 0 && UnitCode.AGREED.equals(unit);
        if (base != null && !open) {
            return base;
        }
        String why = open
                ? "says nothing of a line without a unit, whose article may be sold by such a count; send the unit in "
                        + segment.tag() + '0' + (element - 2) + ", or"
                : "cannot be turned into one for the unit of the line; send";
        String text = "A price by \"" + code + "\" " + why + " the price of one of it (PE)";
        fields.problems().add(segment, element, 0, Kind.BAD_VALUE, "UNSUPPORTED_VALUE", text);
        return null;
    }

    /** Null where the price cannot be turned into one for so many of the unit. */
    private static BigDecimal base(String code, String unit) {
        if (OTHERS.contains(code)) {
            return null;
        }
        Measure measure = MEASURES.get(code);
        if (measure != null) {
            return measure.units().contains(unit) ? measure.number() : null;
        }
        BigDecimal number = NUMBERS.get(code);
        BigDecimal count = COUNTS.get(unit);
        if (number == null || number.equals(count)) {
            return BigDecimal.ONE;
        }
        return count == null ? number : null;
    }

    /** How a price for as many as it is for is written; null where it is written for one. @param unit of the line */
    static String code(Price price, UnitCode unit) {
        String number = plain(price.baseQuantity());
        boolean counts = COUNTS.containsKey(unit.value()) || unit.equals(UnitCode.AGREED);
        return counts && !number.equals("1") ? null : WRITTEN.get(number);
    }
}
