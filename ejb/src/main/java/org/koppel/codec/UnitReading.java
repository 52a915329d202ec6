package org.koppel.codec;

import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import org.koppel.shared.UnitCode;
import org.koppel.shared.Units;

/**
 * What units mean that come in: first what was agreed with whoever sends them, then what the format says. Agreed is {@link UnitSpelling#OPTION}, read
 * backwards, for a partner may write whatever we write to it; and, before that, {@code unit.<their code>}, a code that {@link Units} understands. A code that is agreed for two
 * units is understood as neither. Case and blanks do not matter.
 */
public final class UnitReading {
    /** Of messages whose units were agreed with nobody. */
    public static final UnitReading USUAL = new UnitReading(Units::understood);

    private final Map<String, Optional<UnitCode>> agreed = new HashMap<>();
    private final Function<String, Optional<UnitCode>> usual;

    private UnitReading(Function<String, Optional<UnitCode>> usual) {
        this.usual = usual;
    }

    /** Of a format that has no list of its own. */
    public static UnitReading of(FormatSettings settings) {
        return of(settings, Units::understood);
    }

    /** Of a format with a list of its own. @param usual what that list says of a code */
    public static UnitReading of(FormatSettings settings, Function<String, Optional<UnitCode>> usual) {
        UnitReading units = new UnitReading(usual);
        UnitSpelling.pairs(settings.option(UnitSpelling.OPTION, ""))
                .forEach(pair -> units.agreed.merge(key(pair.theirs()), Optional.of(pair.unit()), UnitReading::both));
        settings.options().forEach((name, code) -> {
            if (name.startsWith(RowAgreements.UNIT)) {
                units.agreed.put(key(name.substring(RowAgreements.UNIT.length())), Units.understood(code));
            }
        });
        return units;
    }

    private static Optional<UnitCode> both(Optional<UnitCode> one, Optional<UnitCode> other) {
        return one.filter(u -> other.filter(o -> Units.same(u, o)).isPresent());
    }

    private static String key(String code) {
        return code.strip().toUpperCase(Locale.ROOT);
    }

    /** Empty for what nobody agreed on. */
    public Optional<UnitCode> meaning(String code) {
        if (code == null) {
            return Optional.empty();
        }
        Optional<UnitCode> own = agreed.get(key(code));
        return own == null ? usual.apply(code) : own;
    }

    /** As {@link #meaning(String)}, where a unit may be left out (null): then that of the article counts, {@link UnitCode#AGREED}. */
    public Optional<UnitCode> orAgreed(String code) {
        return code == null ? Optional.of(UnitCode.AGREED) : meaning(code);
    }
}
