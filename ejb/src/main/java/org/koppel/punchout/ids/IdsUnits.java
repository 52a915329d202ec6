package org.koppel.punchout.ids;

import java.util.Map;
import org.koppel.shared.UnitCode;
import org.koppel.shared.Units;

/** The interface's own list of units ({@code QU}); it is that of Rec 20 with a few older codes. */
final class IdsUnits {
    private static final Map<String, String> OWN = Map.of("KMT", "KTM");

    private IdsUnits() {}

    /** A unit that the list lacks is spelt as in OCI: software shows it, even if it cannot count in it. */
    static String code(UnitCode unit) {
        return OWN.getOrDefault(unit.value(), Units.iso(unit));
    }
}
