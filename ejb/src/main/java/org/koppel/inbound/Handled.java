package org.koppel.inbound;

import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.koppel.codec.Problem;

/**
 * What became of a document: taken, refused, held for a person because it contradicts an earlier one, or to be handled later
 * because what it builds on is still on its way. {@code order} is the purchase order it belongs to, where there is one.
 */
public record Handled(Kind kind, List<Problem> problems, Optional<UUID> order) {

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
        return new Handled(Kind.PROCESSED, List.of(), Optional.empty());
    }

    public static Handled rejected(List<Problem> problems) {
        return new Handled(Kind.REJECTED, problems, Optional.empty());
    }

    public static Handled conflict(Problem problem) {
        return new Handled(Kind.CONFLICT, List.of(problem), Optional.empty());
    }

    /** The document stays pending; the sweeper brings it again. */
    public static Handled notYet() {
        return new Handled(Kind.NOT_YET, List.of(), Optional.empty());
    }

    /** The same, of a document that belongs to this purchase order. */
    public Handled of(UUID purchaseOrder) {
        return new Handled(kind, problems, Optional.of(purchaseOrder));
    }
}
