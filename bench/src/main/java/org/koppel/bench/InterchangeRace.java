package org.koppel.bench;

import io.xlate.edi.stream.EDIInputFactory;
import io.xlate.edi.stream.EDIStreamException;
import io.xlate.edi.stream.EDIStreamReader;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.SequenceInputStream;
import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.nio.charset.StandardCharsets;
import java.util.Enumeration;
import java.util.Locale;
import java.util.NoSuchElementException;
import org.koppel.codec.DocumentException;
import org.koppel.codec.FormatSettings;
import org.koppel.codec.edifact.EdifactD96AReader;
import org.koppel.document.Order;

/**
 * Reads one interchange of 80,000 EDIFACT orders with three lines each, which is never in memory as a whole: Koppel with the full
 * check of structure and into its records, against StAEDI alone with its control validation. Run it with a small heap
 * ({@code -Xmx64m}): it ends when memory does not suffice.
 */
public final class InterchangeRace {
    private static final int ORDERS = Integer.getInteger("orders", 80_000);
    private static final int PAIRS = 3;

    private InterchangeRace() {}

    /** Prints each pair and the median ratio. */
    public static void main(String[] arguments) throws IOException, DocumentException, EDIStreamException {
        warmUp();
        double[] ratios = new double[PAIRS];
        for (int i = 0; i < PAIRS; i++) {
            double bare = ORDERS / seconds(InterchangeRace::bare);
            double ours = ORDERS / seconds(InterchangeRace::koppel);
            ratios[i] = ours / bare;
            System.out.printf(
                    Locale.ROOT, "Koppel %.0f orders/s, StAEDI alone %.0f/s, ratio %.2f%n", ours, bare, ratios[i]);
        }
        System.out.printf(
                Locale.ROOT,
                "median ratio %.2f, heap at most %d MB%n",
                new Samples(ratios).median(),
                Runtime.getRuntime().maxMemory() >> 20);
    }

    /** Something that is done with the interchange. */
    private interface Reading {
        void read(InputStream in) throws IOException, DocumentException, EDIStreamException;
    }

    private static void warmUp() throws IOException, DocumentException, EDIStreamException {
        bare(interchange(ORDERS / 2));
        koppel(interchange(ORDERS / 2));
    }

    private static double seconds(Reading reading) throws IOException, DocumentException, EDIStreamException {
        ThreadMXBean thread = ManagementFactory.getThreadMXBean();
        long begin = thread.getCurrentThreadCpuTime(); // so that other work on the machine does not count
        reading.read(interchange(ORDERS));
        return (thread.getCurrentThreadCpuTime() - begin) / 1e9;
    }

    private static void koppel(InputStream in) throws IOException, DocumentException {
        int[] lines = new int[1];
        new EdifactD96AReader()
                .read(
                        in,
                        FormatSettings.DEFAULT,
                        order -> lines[0] += ((Order) order).lines().size());
        if (lines[0] == 0) {
            throw new IllegalStateException("No order was read");
        }
    }

    private static void bare(InputStream in) throws IOException, EDIStreamException {
        long characters = 0;
        try (EDIStreamReader reader =
                EDIInputFactory.newFactory().createEDIStreamReader(in, StandardCharsets.ISO_8859_1.name())) {
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

    private static InputStream interchange(int orders) {
        return new SequenceInputStream(new Enumeration<>() {
            private int next = -1;

            @Override
            public boolean hasMoreElements() {
                return next <= orders;
            }

            @Override
            public InputStream nextElement() {
                if (next > orders) {
                    throw new NoSuchElementException();
                }
                String part = next < 0
                        ? "UNA:+.? 'UNB+UNOC:3+EDIPLUS:14+SUPPLIER:14+261121:0930+1'"
                        : next == orders ? "UNZ+" + orders + "+1'" : order(next);
                next++;
                return new ByteArrayInputStream(part.getBytes(StandardCharsets.ISO_8859_1));
            }
        });
    }

    private static String order(int number) {
        StringBuilder text = new StringBuilder("UNH+" + number + "+ORDERS:D:96A:UN:EAN008'BGM+220+B" + number
                + "+9'DTM+137:20261121:102'DTM+2:20261203:102'FTX+DEL+++Gate 3'RFF+CT:RV-2026'RFF+ADE:KST 4711'"
                + "NAD+BY+5412345000013::9'NAD+SU+5412345999997::9'NAD+DP+5412345000020::9'CUX+2:EUR:9'");
        for (int line = 1; line <= 3; line++) {
            text.append("LIN+").append(line).append("++4012345678901:EN'PIA+5+100001:SA+A-77:IN'");
            text.append("IMD+F++:::Socket outlet, white'QTY+21:12:PCE'PRI+AAA:7.50'RFF+ADE:KST 4712'");
        }
        return text.append("UNS+S'CNT+2:3'UNT+32+").append(number).append("'").toString();
    }
}
