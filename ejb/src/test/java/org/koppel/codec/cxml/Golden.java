package org.koppel.codec.cxml;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.koppel.codec.DocumentException;
import org.koppel.codec.Envelope;
import org.koppel.codec.FormatSettings;
import org.koppel.codec.Problem;
import org.koppel.document.Order;

/** The golden files of this format, and reading them in one word. */
final class Golden {
    private Golden() {}

    static byte[] bytes(String name) {
        try (InputStream in = Golden.class.getResourceAsStream("/golden/cxml/" + name + ".xml")) {
            return in.readAllBytes();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static String text(String name) {
        return new String(bytes(name), StandardCharsets.UTF_8);
    }

    /** The minimal order with one part replaced; fails when the part is not there. */
    static String minimalWith(String part, String other) {
        String minimal = text("order-minimal");
        if (!minimal.contains(part)) {
            throw new IllegalArgumentException("The minimal order has no " + part);
        }
        return minimal.replace(part, other);
    }

    static Order order(byte[] content) throws DocumentException {
        List<Order> orders = new ArrayList<>();
        try {
            new CxmlOrderReader().read(new ByteArrayInputStream(content), FormatSettings.DEFAULT, orders::add);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return orders.get(0);
    }

    static Order order(String content) throws DocumentException {
        return order(content.getBytes(StandardCharsets.UTF_8));
    }

    /** What the order reader finds wrong; empty when it takes the document. */
    static List<Problem> problems(byte[] content) {
        try {
            order(content);
            return List.of();
        } catch (DocumentException e) {
            return e.problems();
        }
    }

    static List<Problem> problems(String content) {
        return problems(content.getBytes(StandardCharsets.UTF_8));
    }

    static Envelope envelope(byte[] content) throws DocumentException {
        try {
            return new CxmlEnvelopeReader().read(new ByteArrayInputStream(content));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static Envelope envelope(String content) throws DocumentException {
        return envelope(content.getBytes(StandardCharsets.UTF_8));
    }

    /** What the envelope reader finds wrong; empty when it takes the document. */
    static List<Problem> envelopeProblems(String content) {
        try {
            envelope(content);
            return List.of();
        } catch (DocumentException e) {
            return e.problems();
        }
    }
}
