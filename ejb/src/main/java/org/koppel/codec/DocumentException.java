package org.koppel.codec;

import java.util.List;
import java.util.stream.Collectors;

/** A document is wrong. Carries every problem that was found; never thrown for a failure of the machine. */
public class DocumentException extends Exception {
    private final transient List<Problem> problems;

    public DocumentException(List<Problem> problems) {
        super(problems.stream().map(Problem::toString).collect(Collectors.joining("; ")));
        this.problems = List.copyOf(problems);
    }

    public DocumentException(Problem problem) {
        this(List.of(problem));
    }

    public DocumentException(Problem problem, Throwable cause) {
        this(List.of(problem));
        initCause(cause);
    }

    public List<Problem> problems() {
        return problems;
    }
}
