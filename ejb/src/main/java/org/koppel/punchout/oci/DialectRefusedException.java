package org.koppel.punchout.oci;

import java.text.MessageFormat;
import java.util.List;
import java.util.Locale;

/** A dialect that cannot be read or cannot work: the place, what is wrong there, and what makes that exact. */
public class DialectRefusedException extends RuntimeException {
    private static final long serialVersionUID = 1;
    private final String place;
    private final DialectProblem problem;
    private final List<String> arguments;

    /** @param place empty where the whole is meant */
    DialectRefusedException(String place, DialectProblem problem, Object... arguments) {
        super((place.isEmpty() ? "" : place + ": ") + english(problem, arguments));
        this.place = place;
        this.problem = problem;
        this.arguments = List.of(arguments).stream().map(String::valueOf).toList();
    }

    private static String english(DialectProblem problem, Object... arguments) {
        return new MessageFormat(problem.english(), Locale.ROOT).format(arguments);
    }

    /** Such as {@code fields[3].length}; empty where the whole is meant. */
    public String place() {
        return place;
    }

    public DialectProblem problem() {
        return problem;
    }

    /** In the order in which the problem's texts name them. */
    public List<String> arguments() {
        return arguments;
    }
}
