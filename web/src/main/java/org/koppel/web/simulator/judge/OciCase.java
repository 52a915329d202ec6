package org.koppel.web.simulator.judge;

import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.koppel.punchout.FormField;

/**
 * A return form and what it is held against.
 *
 * @param fields as posted
 * @param echo fields that have to come back as they are
 * @param asked article numbers that were to be validated; empty: any may come back
 */
public record OciCase(
        List<FormField> fields, OciReturn back, OciAgreement agreement, List<FormField> echo, Set<String> asked) {

    public static OciCase of(List<FormField> fields, OciAgreement agreement, List<FormField> echo, Set<String> asked) {
        return new OciCase(List.copyOf(fields), OciReturn.of(fields), agreement, List.copyOf(echo), Set.copyOf(asked));
    }

    /** One field of one item. */
    record Cell(int index, String name, String value) {
        @Override
        public String toString() {
            return "NEW_ITEM-" + name + "[" + index + "] = " + value + " (" + value.length() + ")";
        }
    }

    /** All fields of that name. */
    Stream<Cell> cells(String name) {
        return back.items().entrySet().stream()
                .filter(e -> e.getValue().containsKey(name))
                .map(e -> new Cell(e.getKey(), name, e.getValue().get(name)));
    }

    Stream<Cell> cells() {
        return back.items().entrySet().stream()
                .flatMap(
                        e -> e.getValue().entrySet().stream().map(f -> new Cell(e.getKey(), f.getKey(), f.getValue())));
    }

    boolean has(int index, String name) {
        return !back.items().get(index).getOrDefault(name, "").isBlank();
    }
}
