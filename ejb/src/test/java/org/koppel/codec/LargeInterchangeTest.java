package org.koppel.codec;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.function.IntFunction;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.koppel.codec.edifact.EdifactD96AReader;
import org.koppel.codec.table.OrderCsvReader;
import org.koppel.codec.x12.X12Reader;
import org.koppel.document.Document;
import org.koppel.document.Order;
import org.koppel.document.RefusedDocument;

/** Interchanges in a heap that has no place for them; what is kept of each order must not add up. */
class LargeInterchangeTest {
    private static final int LINES = 3;
    private static final int BYTES_OF_ORDER = 1_250;
    private static final String NOTE = "x".repeat(400);
    private static final String WORDS = String.join(":", Collections.nCopies(4, "x".repeat(70)));

    /** The promise is a heap of 256 MB; X12 and CSV are read with 50 MB in 48, to save time. */
    @ParameterizedTest
    @CsvSource({"edifact, 80000", "x12, 40000", "csv, 40000"})
    void anInterchangeIsReadInAHeapThatItDoesNotFit(String format, int orders) throws Exception {
        int heap = orders / 1250;

        assertThat(SmallHeap.run(Math.max(heap, 48), Reading.class, format, Integer.toString(orders)))
                .endsWith(orders + " orders with " + orders * LINES + " lines, 0 refused, " + orders * BYTES_OF_ORDER
                        + " bytes at least");
    }

    @Test
    void wrongMessagesDoNotFillMemoryAndTooManyAreRefusedWithLimitAndCure() throws Exception {
        assertThat(SmallHeap.run(96, Reading.class, "wrong", "100001"))
                .endsWith("TOO_MANY_MESSAGES at message 100001: The interchange has more than 100000 messages; split it"
                        + " into several interchanges, 100000 refused");
    }

    @Test
    void aFileOfTooManyOrdersIsRefusedWithLimitAndCure() throws Exception {
        assertThat(SmallHeap.run(96, Reading.class, "rows", "100001"))
                .endsWith("TOO_MANY_DOCUMENTS at row 100002, column order: The file holds more than 100000 documents;"
                        + " split it into several files, 0 refused");
    }

    /** What runs in the small heap. */
    static final class Reading {
        private final int orders;

        private Reading(int orders) {
            this.orders = orders;
        }

        public static void main(String[] arguments) throws IOException {
            Reading reading = new Reading(Integer.parseInt(arguments[1]));
            switch (arguments[0]) {
                case "edifact" -> read(new EdifactD96AReader(), reading.edifact());
                case "wrong" -> read(new EdifactD96AReader(), reading.wrong());
                case "x12" -> read(new X12Reader(), reading.x12());
                case "csv" -> read(new OrderCsvReader(), reading.csv());
                default -> read(new OrderCsvReader(), reading.rows());
            }
        }

        private static void read(DocumentReader<Document> reader, Generated file) throws IOException {
            Counts counts = new Counts();
            try {
                reader.read(file, FormatSettings.DEFAULT, counts);
                long size = file.size() / BYTES_OF_ORDER >= counts.orders ? (long) counts.orders * BYTES_OF_ORDER : 0;
                System.out.printf(
                        "%d orders with %d lines, %d refused, %d bytes at least%n",
                        counts.orders, counts.lines, counts.refused, size);
            } catch (DocumentException e) {
                System.out.println(e.problems().get(0) + ", " + counts.refused + " refused");
            }
        }

        private Generated wrong() {
            return new Generated(
                    "UNB+UNOC:3+EDIPLUS:14+SUPPLIER:14+261121:0930+1'",
                    orders,
                    order -> "UNH+" + order + "+ORDERS:D:96A:UN:EAN008'XXX+1'BGM+9999+P'DTM+1'UNT+3+1'",
                    "UNZ+" + orders + "+1'");
        }

        private Generated rows() {
            return new Generated(
                    "order;issued_on;article;quantity;unit\n",
                    orders,
                    order -> "P" + order + ";2026-11-21;100001;1;PCE\n",
                    "");
        }

        private Generated edifact() {
            return new Generated(
                    "UNA:+.? 'UNB+UNOC:3+EDIPLUS:14+SUPPLIER:14+261121:0930+1'",
                    orders,
                    order -> "UNH+" + order + "+ORDERS:D:96A:UN:EAN008'BGM+220+P" + order
                            + "+9'DTM+137:20261121:102'" + ("FTX+DEL+++" + WORDS + "'").repeat(3)
                            + "NAD+BY+5412345000013::9'CUX+2:EUR:9'"
                            + lines(l -> "LIN+" + l + "'PIA+5+100001:SA+A-77:IN'IMD+F++:::Socket outlet, white'"
                                    + "QTY+21:1:PCE'PRI+AAA:4.50'")
                            + "UNS+S'CNT+2:" + LINES + "'UNT+" + (11 + 5 * LINES) + "+" + order + "'",
                    "UNZ+" + orders + "+1'");
        }

        private Generated x12() {
            return new Generated(
                    "ISA*00*          *00*          *ZZ*AMERCO         *ZZ*SUPPLIER       *261121*0930*U*00401*000000101"
                            + "*0*P*>~GS*PO*AMERCO*SUPPLIER*20261121*0930*7*X*004010~",
                    orders,
                    order -> String.format(Locale.ROOT, "ST*850*%06d~BEG*00*SA*P%d**20261121~", order, order)
                            + ("N9*ZZ*NOTE~" + ("MSG*" + NOTE.substring(0, 260) + "~").repeat(4))
                            + "N1*BY*Buyer*UL*5412345000013~"
                            + lines(l -> "PO1*" + l + "*1*EA*4.5**VN*100001~PID*F****Socket outlet, white, for a wall~")
                            + "CTT*" + LINES + "~"
                            + String.format(Locale.ROOT, "SE*%d*%06d~", 10 + 2 * LINES, order),
                    "GE*" + orders + "*7~IEA*1*000000101~");
        }

        private Generated csv() {
            return new Generated(
                    "order;issued_on;line;article;description;quantity;unit;note\n",
                    orders,
                    order ->
                            lines(l -> "P" + order + ";2026-11-21;" + l + ";100001;Socket outlet;1;PCE;" + NOTE + "\n"),
                    "");
        }

        private static String lines(IntFunction<String> line) {
            return IntStream.rangeClosed(1, LINES).mapToObj(line).collect(Collectors.joining());
        }
    }

    private static final class Counts implements DocumentSink<Document> {
        private int orders;
        private int lines;
        private int refused;

        @Override
        public void accept(Document document) {
            orders++;
            lines += ((Order) document).lines().size();
        }

        @Override
        public void refuse(RefusedDocument document, List<Problem> problems) {
            refused++;
        }
    }
}
