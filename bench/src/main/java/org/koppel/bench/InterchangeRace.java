package org.koppel.bench;

import io.xlate.edi.stream.EDIInputFactory;
import io.xlate.edi.stream.EDIStreamException;
import io.xlate.edi.stream.EDIStreamReader;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import org.koppel.codec.DocumentException;
import org.koppel.codec.FormatSettings;
import org.koppel.codec.edifact.EdifactD96AReader;
import org.koppel.document.Order;

/**
 * Reads one interchange of 20,000 EDIFACT orders with three lines each, which is never in memory as a whole: Koppel with the full
 * check of structure and into its records, against StAEDI alone with its control validation. Run it with a small heap
 * ({@code -Xmx64m}) to see that it suffices: it ends when memory does not.
 */
public final class InterchangeRace {
    private static final int ORDERS = Integer.getInteger("orders", 20_000);
    private static final int LINES = 3;

    private InterchangeRace() {}

    /** Prints the figure. */
    public static void main(String[] arguments) throws Exception {
        Figure figure = run();
        System.out.printf(
                Locale.ROOT,
                "%s: %s, %s, ratio %.2f, heap at most %d MB%n",
                figure.what(),
                figure.ours(),
                figure.peer(),
                figure.value(),
                Runtime.getRuntime().maxMemory() >> 20);
    }

    static Figure run() throws Exception {
        koppel();
        bare();
        return new Race(InterchangeRace::koppel, InterchangeRace::bare)
                .figure(
                        "EDIFACT read with full check, one interchange of 20,000",
                        "orders",
                        ORDERS,
                        "StAEDI alone",
                        0.7);
    }

    private static void koppel() throws IOException, DocumentException {
        int[] lines = new int[1];
        new EdifactD96AReader()
                .read(
                        interchange(),
                        FormatSettings.DEFAULT,
                        order -> lines[0] += ((Order) order).lines().size());
        if (lines[0] != ORDERS * LINES) {
            throw new IllegalStateException("Not all orders were read: " + lines[0] + " lines");
        }
    }

    private static void bare() throws IOException, EDIStreamException {
        long characters = 0;
        try (EDIStreamReader reader =
                EDIInputFactory.newFactory().createEDIStreamReader(interchange(), StandardCharsets.ISO_8859_1.name())) {
            while (reader.hasNext()) {
                switch (reader.next()) {
                    case ELEMENT_DATA -> characters += reader.getText().length();
                    case ELEMENT_DATA_ERROR, SEGMENT_ERROR, ELEMENT_OCCURRENCE_ERROR ->
                        throw new IllegalStateException("The interchange is wrong: " + reader.getErrorType());
                    default -> {}
                }
            }
        }
        if (characters == 0) {
            throw new IllegalStateException("Nothing was read");
        }
    }

    private static InputStream interchange() {
        return EdifactOrders.interchange("1", "B", ORDERS, LINES);
    }
}
