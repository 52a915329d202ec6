package org.koppel.codec;

import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.koppel.shared.UnitCode;
import org.koppel.shared.Units;

/**
 * How units go out: as the partner spells them by the option {@value #OPTION} ({@code H87=ST,MTR=M}: codes of UN/ECE Rec 20, or synonyms of them, with the
 * partner's own behind them), every other as the format usually has it. What is said of one code of the piece counts for all of them that
 * nothing else is said of. {@link UnitReading} reads the same option.
 */
public final class UnitSpelling {
    /** Of a channel, for formats whose units are no fixed list. */
    public static final String OPTION = "units";

    private static final Pattern PAIR = Pattern.compile("[A-Z0-9]{1,4}=[A-Za-z0-9]{1,10}");
    private static final UnitCode ONE = new UnitCode("C62");

    private final Map<UnitCode, String> own;
    private final Function<UnitCode, String> usual;

    private UnitSpelling(Map<UnitCode, String> own, Function<UnitCode, String> usual) {
        this.own = own;
        this.usual = usual;
    }

    /** A unit and the partner's own code for it. */
    record Pair(UnitCode unit, String theirs) {

        private static Stream<Pair> of(String text) {
            String[] sides = text.split("=");
            return Units.understood(sides[0]).stream().map(unit -> new Pair(unit, sides[1]));
        }
    }

    /** What the option says; without what is no such pair. */
    static List<Pair> pairs(String option) {
        return Stream.of(option.replace(" ", "").split(","))
                .filter(text -> PAIR.matcher(text).matches())
                .flatMap(Pair::of)
                .toList();
    }

    /**
     * @param usual the spelling of the format
     * @throws DocumentException when the option is no list of such pairs, or names a unit twice
     */
    public static UnitSpelling of(FormatSettings settings, Function<UnitCode, String> usual) throws DocumentException {
        String said = settings.option(OPTION, "").replace(" ", "");
        Map<UnitCode, String> own =
                pairs(said).stream().collect(Collectors.toMap(Pair::unit, Pair::theirs, (first, second) -> second));
        if (!said.isEmpty() && own.size() < said.split(",").length) {
            throw new DocumentException(new Problem(
                    "BAD_OPTION",
                    OPTION,
                    "\"" + said
                            + "\" is no list of units; write each once as UN/ECE Rec 20=theirs, such as H87=ST,MTR=M"));
        }
        return new UnitSpelling(own, usual);
    }

    public String of(UnitCode unit) {
        String said = own.get(unit);
        if (said == null && Units.same(unit, UnitCode.PIECE)) {
            said = own.getOrDefault(UnitCode.PIECE, own.get(ONE));
        }
        return said == null ? usual.apply(unit) : said;
    }
}
