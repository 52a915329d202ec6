package org.koppel.codec.table;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.koppel.codec.DocumentException;
import org.koppel.codec.FormatSettings;
import org.koppel.codec.Generated;
import org.koppel.codec.SmallHeap;
import org.koppel.document.Document;
import org.koppel.document.Order;

/** Rows of a spreadsheet go through memory and do not stay there. */
class XlsxMemoryTest {
    private static final int FILES = 20;
    private static final int LINES = 10_000;

    @Test
    void aBundleOf200000RowsIsWrittenJoinedAndReadInAHeapOf64Megabytes() throws Exception {
        assertThat(SmallHeap.run(64, Bundle.class)).containsExactly("20 orders with 200000 lines");
    }

    /** What runs in the small heap. */
    static final class Bundle {
        private Bundle() {}

        public static void main(String[] none) throws IOException, DocumentException {
            List<byte[]> files = new ArrayList<>();
            for (int i = 1; i <= FILES; i++) {
                files.add(file(i));
            }
            byte[] joined = new XlsxJoiner().join(files, FormatSettings.DEFAULT);
            int[] counts = new int[2];
            new OrderXlsxReader().read(new ByteArrayInputStream(joined), FormatSettings.DEFAULT, read -> {
                counts[0]++;
                counts[1] += ((Order) read).lines().size();
            });
            System.out.println(counts[0] + " orders with " + counts[1] + " lines");
        }

        private static byte[] file(int number) throws IOException, DocumentException {
            List<Document> order = new ArrayList<>();
            Generated rows = new Generated(
                    "order;issued_on;line;article;description;quantity;unit\n",
                    LINES,
                    line -> "P" + number + ";2026-11-21;" + line + ";100001;Socket outlet;1;H87\n",
                    "");
            new OrderCsvReader().read(rows, FormatSettings.DEFAULT, order::add);
            ByteArrayOutputStream out = new ByteArrayOutputStream();
            new OrderXlsxWriter().write((Order) order.get(0), FormatSettings.DEFAULT, out);
            return out.toByteArray();
        }
    }
}
