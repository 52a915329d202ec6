package org.koppel.web.console;

/** The colour that goes with a state; the word always stands beside it. */
public final class Tone {
    private Tone() {}

    /** The CSS class for a state of a message, document, order, line or delivery, or for an attempt's outcome. */
    public static String of(String status) {
        if (status == null) {
            return "";
        }
        return switch (status) {
            case "PROCESSED", "CONFIRMED", "DELIVERED", "ACCEPTED", "DESPATCHED", "INVOICED", "ORDERED", "DONE" ->
                "good";
            case "HELD",
                    "RETRY",
                    "PARTLY_PROCESSED",
                    "CONFIRMED_WITH_CHANGES",
                    "CHANGED",
                    "BACKORDERED",
                    "EXPIRED",
                    "BROKEN_OFF" -> "warn";
            case "FAILED", "CONFLICT", "PARKED", "REJECTED" -> "bad";
            default -> "";
        };
    }
}
