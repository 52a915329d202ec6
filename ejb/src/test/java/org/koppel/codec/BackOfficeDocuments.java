package org.koppel.codec;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.koppel.document.DespatchAdvice;
import org.koppel.document.DespatchLine;
import org.koppel.document.Document;
import org.koppel.document.LineStatus;
import org.koppel.document.OrderResponse;
import org.koppel.document.OrderResponseLine;

/** What every format must carry of an answer or a despatch advice, so that it can be read from a back office. */
public final class BackOfficeDocuments {
    private BackOfficeDocuments() {}

    /** @param file below {@code golden} */
    public static byte[] golden(String file) {
        try (InputStream in = BackOfficeDocuments.class.getResourceAsStream("/golden/" + file)) {
            assertThat(in).as(file).isNotNull();
            return in.readAllBytes();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The documents of a message. */
    @SuppressWarnings("unchecked")
    public static <T extends Document> List<T> read(DocumentReader<?> reader, byte[] content, String... options)
            throws DocumentException, IOException {
        List<T> documents = new ArrayList<>();
        ((DocumentReader<Document>) reader)
                .read(new ByteArrayInputStream(content), settings(options), d -> documents.add((T) d));
        return documents;
    }

    /** What a writer makes of the document. */
    public static <T extends Document> byte[] written(DocumentWriter<T> writer, T document, String... options)
            throws DocumentException, IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        writer.write(document, settings(options), out);
        return out.toByteArray();
    }

    private static FormatSettings settings(String... options) {
        Map<String, String> all = new HashMap<>();
        for (int i = 0; i < options.length; i += 2) {
            all.put(options[i], options[i + 1]);
        }
        return new FormatSettings("en", all);
    }

    /** Everything that decides about an order came through. */
    public static void assertSame(OrderResponse read, OrderResponse written) {
        assertThat(read.number()).isEqualTo(written.number());
        assertThat(read.order()).isEqualTo(written.order());
        assertThat(read.lines()).hasSameSizeAs(written.lines());
        for (int i = 0; i < written.lines().size(); i++) {
            OrderResponseLine expected = written.lines().get(i);
            OrderResponseLine line = read.lines().get(i);
            assertThat(line.number()).isEqualTo(expected.number());
            if (expected.status() == LineStatus.REJECTED) {
                assertThat(line.status()).isEqualTo(LineStatus.REJECTED);
                continue;
            }
            assertThat(line.confirmed().value())
                    .isEqualByComparingTo(expected.confirmed().value());
            assertThat(line.deliveryDate()).isEqualTo(expected.deliveryDate());
            if (expected.backordered() != null && !expected.backordered().isZero()) {
                assertThat(line.backordered().value())
                        .isEqualByComparingTo(expected.backordered().value());
                assertThat(line.backorderDate()).isEqualTo(expected.backorderDate());
            }
            if (line.price() != null) {
                assertThat(line.price()
                                .withBaseOf(expected.orderedPrice())
                                .perOne()
                                .amount())
                        .isEqualByComparingTo(expected.price().perOne().amount());
            }
        }
    }

    /** Everything that tells what left came through. */
    public static void assertSame(DespatchAdvice read, DespatchAdvice written) {
        assertThat(read.number()).isEqualTo(written.number());
        assertThat(read.order()).isEqualTo(written.order());
        assertThat(read.despatchedOn()).isEqualTo(written.despatchedOn());
        assertThat(read.expectedOn()).isEqualTo(written.expectedOn());
        assertThat(read.carrier().tracking()).isEqualTo(written.carrier().tracking());
        assertThat(lines(read)).containsExactlyInAnyOrderElementsOf(lines(written));
        assertThat(read.packages())
                .extracting(DespatchAdvice.HandlingUnit::sscc)
                .containsExactlyElementsOf(written.packages().stream()
                        .map(DespatchAdvice.HandlingUnit::sscc)
                        .toList());
    }

    private static List<String> lines(DespatchAdvice advice) {
        return advice.lines().stream().map(BackOfficeDocuments::line).toList();
    }

    private static String line(DespatchLine line) {
        return line.orderLine()
                + ' '
                + line.delivered().value().stripTrailingZeros().toPlainString()
                + ' '
                + line.sscc();
    }
}
