package org.koppel.inbound;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Clock;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import org.koppel.codec.CodecRegistry;
import org.koppel.codec.DocumentException;
import org.koppel.codec.DocumentWriter;
import org.koppel.codec.Envelope;
import org.koppel.codec.FormatId;
import org.koppel.codec.FormatSettings;
import org.koppel.codec.Problem;
import org.koppel.document.Acknowledgement;
import org.koppel.document.Document;
import org.koppel.shared.DocumentNumber;

/** Answers in the format of the message. */
@ApplicationScoped
class Answers {
    @Inject
    private CodecRegistry codecs;

    @Inject
    private Clock clock;

    /** The immediate answer; empty where the format is not known or has none. */
    Optional<Receipt.Answer> acknowledge(Inspection.Finding finding, Intake.Stored stored, List<Problem> problems) {
        Acknowledgement acknowledgement = new Acknowledgement(
                new DocumentNumber(stored.id().toString()),
                OffsetDateTime.now(clock.withZone(ZoneOffset.UTC)),
                finding.envelope().map(Envelope::reference).orElse(null),
                stored.outcome(),
                problems.stream().map(Problem::toString).toList());
        return finding.format()
                .filter(f -> codecs.writer(f.format(), Acknowledgement.class).isPresent())
                .map(f -> render(f.format(), Acknowledgement.class, acknowledgement, FormatSettings.DEFAULT));
    }

    <T extends Document> Receipt.Answer render(
            FormatId format, Class<T> documentClass, T document, FormatSettings settings) {
        DocumentWriter<T> writer = codecs.writer(format, documentClass)
                .orElseThrow(() -> new IllegalStateException("No writer for " + documentClass + " in " + format));
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try {
            writer.write(document, settings, out);
        } catch (DocumentException e) {
            throw new IllegalStateException("Our own answer does not fit " + format, e);
        } catch (IOException e) {
            throw new UncheckedIOException("Cannot write to memory", e);
        }
        return new Receipt.Answer(writer.mediaType(), out.toByteArray());
    }
}
