package org.koppel.codec.table;

import jakarta.enterprise.context.ApplicationScoped;
import java.io.IOException;
import java.io.InputStream;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.koppel.codec.DocumentException;
import org.koppel.codec.Envelope;
import org.koppel.codec.EnvelopeReader;
import org.koppel.codec.FormatId;
import org.koppel.document.DespatchAdvice;
import org.koppel.document.Document;
import org.koppel.document.OrderResponse;

/** Tells by the names of its columns what a CSV file holds. Who sends is not said: whoever hands it over has to show it. */
@ApplicationScoped
public class CsvEnvelopeReader implements EnvelopeReader {
    private static final int HEAD = 16_000;

    @Override
    public FormatId format() {
        return CsvFormat.ID;
    }

    @Override
    public boolean recognises(String contentType, byte[] head) {
        boolean named =
                contentType != null && contentType.toLowerCase(Locale.ROOT).startsWith("text/csv");
        return named || type(head).isPresent();
    }

    @Override
    public Envelope read(InputStream in) throws DocumentException, IOException {
        Optional<Class<? extends Document>> type = type(in.readNBytes(HEAD));
        String kind = type.map(Class::getSimpleName).orElse("CSV");
        return new Envelope(null, List.of(), List.of(), List.of(), kind, type, false);
    }

    private static Optional<Class<? extends Document>> type(byte[] head) {
        if (CsvRows.hasColumns(head, DespatchAdviceCsvReader.COLUMNS)) {
            return Optional.of(DespatchAdvice.class);
        }
        boolean answer = CsvRows.hasColumns(head, OrderResponseCsvReader.COLUMNS)
                && (CsvRows.hasColumns(head, List.of("confirmed")) || CsvRows.hasColumns(head, List.of("status")));
        return answer ? Optional.of(OrderResponse.class) : Optional.empty();
    }
}
