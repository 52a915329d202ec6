package org.koppel.codec.x12;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import org.koppel.codec.DocumentException;
import org.koppel.codec.DocumentSink;
import org.koppel.codec.FormatSettings;
import org.koppel.codec.Problem;
import org.koppel.document.Document;
import org.koppel.document.InterchangeReceipt;
import org.koppel.document.Order;
import org.koppel.document.RefusedDocument;

/** What the reader makes of a file of {@code golden/x12}. */
final class X12Golden implements DocumentSink<Document> {
    final List<Document> documents = new ArrayList<>();
    final List<Order> orders = new ArrayList<>();
    final List<RefusedDocument> refused = new ArrayList<>();
    final List<Problem> problems = new ArrayList<>();
    InterchangeReceipt receipt;

    static byte[] bytes(String file) {
        try (InputStream in = X12Golden.class.getResourceAsStream("/golden/x12/" + file)) {
            return in.readAllBytes();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static X12Golden read(String file) {
        return read(bytes(file));
    }

    static X12Golden read(byte[] interchange) {
        X12Golden sink = new X12Golden();
        try {
            new X12Reader().read(new ByteArrayInputStream(interchange), FormatSettings.DEFAULT, sink);
        } catch (DocumentException e) {
            sink.problems.addAll(e.problems());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return sink;
    }

    @Override
    public void accept(Document document) {
        documents.add(document);
        if (document instanceof Order order) {
            orders.add(order);
        }
    }

    @Override
    public void refuse(RefusedDocument document, List<Problem> why) {
        refused.add(document);
        problems.addAll(why);
    }

    @Override
    public void receipt(InterchangeReceipt told) {
        receipt = told;
    }
}
