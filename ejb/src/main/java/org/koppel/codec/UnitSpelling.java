package org.koppel.codec;

import java.util.Map;
import java.util.function.Function;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.koppel.shared.UnitCode;
import org.koppel.shared.Units;

/**
 * How units go out: as the partner spells them by the option {@value #OPTION} ({@code H87=ST,MTR=M}: codes of UN/ECE Rec 20 with the
 * partner's own behind them), every other as the format usually has it. What is said of the piece counts for H87 and C62.
 */
public final class UnitSpelling {
    /** Of a channel, for formats whose units are no fixed list. */
    public static final String OPTION = "units";

    private static final Pattern PAIR = Pattern.compile("[A-Z0-9]{2,3}=[A-Za-z0-9]{1,10}");

    private final Map<String, String> own;
    private final Function<UnitCode, String> usual;

    private UnitSpelling(Map<String, String> own, Function<UnitCode, String> usual) {
        this.own = own;
        this.usual = usual;
    }

    /**
     * @param usual the spelling of the format
     * @throws DocumentException when the option is no list of such pairs, or names a unit twice
     */
    public static UnitSpelling of(FormatSettings settings, Function<UnitCode, String> usual) throws DocumentException {
        String said = settings.option(OPTION, "").replace(" ", "");
        if (said.isEmpty()) {
            return new UnitSpelling(Map.of(), usual);
        }
        String[] pairs = said.split(",");
        Map<String, String> own = Stream.of(pairs)
                .filter(pair -> PAIR.matcher(pair).matches())
                .map(pair -> pair.split("="))
                .filter(pair -> Units.isListed(pair[0]))
                .collect(Collectors.toMap(pair -> pair[0], pair -> pair[1], (first, second) -> second));
        if (own.size() < pairs.length) {
            throw new DocumentException(new Problem(
                    "BAD_OPTION",
                    OPTION,
                    "\"" + said
                            + "\" is no list of units; write each once as UN/ECE Rec 20=theirs, such as H87=ST,MTR=M"));
        }
        return new UnitSpelling(own, usual);
    }

    public String of(UnitCode unit) {
        String said = own.get(unit.value());
        if (said == null && Units.same(unit, UnitCode.PIECE)) {
            said = own.entrySet().stream()
                    .filter(pair -> Units.same(new UnitCode(pair.getKey()), UnitCode.PIECE))
                    .map(Map.Entry::getValue)
                    .findFirst()
                    .orElse(null);
        }
        return said == null ? usual.apply(unit) : said;
    }
}
