package org.koppel.fuzz;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.List;
import org.koppel.codec.DocumentException;
import org.koppel.codec.DocumentReader;
import org.koppel.codec.DocumentSink;
import org.koppel.codec.EnvelopeReader;
import org.koppel.codec.FormatSettings;
import org.koppel.codec.Problem;
import org.koppel.document.Document;
import org.koppel.document.RefusedDocument;
import org.koppel.platform.Json;

/** What must hold of every reader for any bytes that a stranger sends. */
public final class FuzzedDocuments {
    private FuzzedDocuments() {}

    /** Reads the message with the envelope reader and with every reader of the format, as if it were of its kind. */
    public static void check(EnvelopeReader envelope, List<DocumentReader<?>> readers, byte[] message)
            throws IOException {
        envelope.recognises(null, message);
        try {
            envelope.read(new ByteArrayInputStream(message));
        } catch (DocumentException e) {
            Fuzzed.checkRefusal(e);
        }
        for (DocumentReader<?> reader : readers) {
            read(reader, message);
        }
    }

    @SuppressWarnings("unchecked")
    private static void read(DocumentReader<?> reader, byte[] message) throws IOException {
        try {
            ((DocumentReader<Document>) reader)
                    .read(new ByteArrayInputStream(message), FormatSettings.DEFAULT, new Stored());
        } catch (DocumentException e) {
            Fuzzed.checkRefusal(e);
        }
    }

    /** Every document survives its archive; every refusal says why. */
    private static final class Stored implements DocumentSink<Document> {
        @Override
        public void accept(Document document) {
            assertThat(document.number()).isNotNull();
            Class<? extends Document> type = document.getClass();
            assertThat((Object) Json.read(Json.write(document), type)).isEqualTo(document);
        }

        @Override
        public void refuse(RefusedDocument document, List<Problem> problems) {
            assertThat(problems).isNotEmpty();
            assertThat(Json.read(Json.write(document), RefusedDocument.class)).isEqualTo(document);
        }
    }
}
