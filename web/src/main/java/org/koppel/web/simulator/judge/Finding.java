package org.koppel.web.simulator.judge;

import java.util.List;

/**
 * A rule with its verdict. {@code rule} is the key of its words and {@code arguments} what stands in them; {@code source} is where
 * the rule is written; {@code places} say where it is broken and by which value, without words of any language.
 */
public record Finding(String rule, List<String> arguments, String source, Verdict verdict, List<String> places) {

    public Finding {
        arguments = List.copyOf(arguments);
        places = List.copyOf(places);
    }

    public boolean failed() {
        return verdict == Verdict.FAILED;
    }
}
