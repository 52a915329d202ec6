package org.koppel.codec;

import java.math.BigDecimal;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.koppel.document.DespatchAdvice.HandlingUnit;

/** The packages that lines of a despatch advice name: each once, in the order in which they were named. */
public final class HandlingUnits {
    private final Map<String, HandlingUnit> all = new LinkedHashMap<>();

    /**
     * Notes a package; of one that was named before, what is said first counts.
     *
     * @param sscc null for goods that are in none
     * @param kind UN/ECE Rec 21; may be null
     * @param grossKilograms may be null
     */
    public void named(String sscc, String kind, BigDecimal grossKilograms) {
        if (sscc != null) {
            all.merge(sscc, new HandlingUnit(sscc, kind, grossKilograms), HandlingUnits::joined);
        }
    }

    private static HandlingUnit joined(HandlingUnit first, HandlingUnit later) {
        return new HandlingUnit(
                first.sscc(),
                first.kind() == null ? later.kind() : first.kind(),
                first.grossKilograms() == null ? later.grossKilograms() : first.grossKilograms());
    }

    public List<HandlingUnit> all() {
        return List.copyOf(all.values());
    }
}
