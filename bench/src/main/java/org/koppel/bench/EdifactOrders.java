package org.koppel.bench;

import java.io.ByteArrayInputStream;
import java.io.InputStream;
import java.io.SequenceInputStream;
import java.nio.charset.StandardCharsets;
import java.util.Enumeration;
import java.util.NoSuchElementException;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** EDIFACT orders (D.96A) of the demo's customer ediplus at the agreed price; an interchange of them is made while it is read. */
final class EdifactOrders {
    private EdifactOrders() {}

    /** An interchange with the control reference; its orders are numbered from 1 behind the prefix. */
    static InputStream interchange(String reference, String prefix, int orders, int lines) {
        return new SequenceInputStream(new Enumeration<>() {
            private int next;

            @Override
            public boolean hasMoreElements() {
                return next <= orders + 1;
            }

            @Override
            public InputStream nextElement() {
                if (!hasMoreElements()) {
                    throw new NoSuchElementException();
                }
                String part = next == 0
                        ? "UNA:+.? 'UNB+UNOC:3+EDIPLUS:14+SUPPLIER:14+261121:0930+" + reference + "'"
                        : next > orders ? "UNZ+" + orders + "+" + reference + "'" : order(next, prefix, lines);
                next++;
                return new ByteArrayInputStream(part.getBytes(StandardCharsets.ISO_8859_1));
            }
        });
    }

    private static String order(int message, String prefix, int lines) {
        return "UNH+" + message + "+ORDERS:D:96A:UN:EAN008'BGM+220+" + prefix + message
                + "+9'DTM+137:20261121:102'DTM+2:20261203:102'FTX+DEL+++Gate 3'RFF+CT:RV-2026'RFF+ADE:KST 4711'"
                + "NAD+BY+5412345000013::9'NAD+SU+5412345999997::9'NAD+DP+5412345000020::9'CUX+2:EUR:9'"
                + IntStream.rangeClosed(1, lines).mapToObj(EdifactOrders::line).collect(Collectors.joining())
                + "UNS+S'CNT+2:" + lines + "'UNT+" + (14 + 6 * lines) + "+" + message + "'";
    }

    private static String line(int line) {
        return "LIN+" + line + "'PIA+5+100001:SA+A-77:IN'IMD+F++:::Socket outlet, white'QTY+21:1:PCE'PRI+AAA:4.50'"
                + "RFF+ADE:KST 4712'";
    }
}
