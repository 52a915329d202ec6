package org.koppel.web.simulator.judge;

import java.util.List;

/** What a test asks of a list of findings. */
final class Findings {
    private Findings() {}

    /** Keys of the rules that are broken. */
    static List<String> broken(List<Finding> findings) {
        return findings.stream()
                .filter(Finding::failed)
                .map(Finding::rule)
                .distinct()
                .toList();
    }

    static List<String> places(List<Finding> findings) {
        return findings.stream().flatMap(f -> f.places().stream()).toList();
    }
}
