package org.koppel.inbound;

import java.util.List;
import org.koppel.codec.Problem;

/**
 * What became of a document: taken, refused, held for a person because it contradicts an earlier one, or to be handled later
 * because what it builds on is still on its way.
 */
public record Handled(Kind kind, List<Problem> problems) {

    /** See {@link Handled}. */
    public enum Kind {
        PROCESSED,
        REJECTED,
        CONFLICT,
        NOT_YET
    }

    public Handled {
        problems = List.copyOf(problems);
    }

    public static Handled processed() {
        return new Handled(Kind.PROCESSED, List.of());
    }

    public static Handled rejected(List<Problem> problems) {
        return new Handled(Kind.REJECTED, problems);
    }

    public static Handled conflict(Problem problem) {
        return new Handled(Kind.CONFLICT, List.of(problem));
    }

    /** The document stays pending; the sweeper brings it again. */
    public static Handled notYet() {
        return new Handled(Kind.NOT_YET, List.of());
    }
}
