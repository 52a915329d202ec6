package org.koppel.web.simulator.judge;

import java.util.List;
import java.util.function.Function;

/**
 * One rule about an answer of type {@code T}: the key of its words, what stands in them, where the rule is written, and how an
 * answer is held against it.
 */
record Rule<T>(String key, List<String> arguments, String source, Function<T, Outcome> check) {

    static <T> Rule<T> of(String key, String source, Function<T, Outcome> check) {
        return new Rule<>(key, List.of(), source, check);
    }

    Finding judge(T answer) {
        Outcome outcome = check.apply(answer);
        return new Finding(key, arguments, source, outcome.verdict(), outcome.places());
    }

    static <T> List<Finding> judge(List<Rule<T>> rules, T answer) {
        return rules.stream().map(r -> r.judge(answer)).toList();
    }
}
