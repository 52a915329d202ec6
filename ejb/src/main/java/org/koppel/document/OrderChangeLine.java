package org.koppel.document;

/**
 * What becomes of one line of an order. {@code number} is the buyer's line number; {@code line} is null on a removed line, or the line
 * as it was, and complete on an added one; on a changed one, what is null in it stays as it was.
 */
public record OrderChangeLine(String number, Action action, OrderLine line) {

    /** See {@link OrderChangeLine}. */
    public enum Action {
        ADD,
        CHANGE,
        REMOVE
    }

    public static OrderChangeLine remove(String number) {
        return new OrderChangeLine(number, Action.REMOVE, null);
    }
}
