package org.koppel.outbound;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import org.koppel.codec.CodecRegistry;
import org.koppel.codec.DocumentException;
import org.koppel.codec.DocumentWriter;
import org.koppel.codec.FormatId;
import org.koppel.codec.FormatSettings;
import org.koppel.codec.Problem;
import org.koppel.document.Document;
import org.koppel.party.Channel;
import org.koppel.party.Channels;
import org.koppel.shared.PartyId;

/** Writes a document as its customer wants it and throws the result away: what does not fit is known before it is promised. */
@ApplicationScoped
public class Trial {
    @Inject
    CodecRegistry codecs;

    @Inject
    Channels channels;

    /** Everything that keeps the document from going out, with the format it was written in; empty when it can go. */
    public <T extends Document> List<Problem> problems(PartyId customer, Class<T> type, T document, String language) {
        List<Problem> problems = new ArrayList<>();
        for (Channel channel : channels.of(customer, document.type())) {
            for (FormatId format : channel.formats()) {
                codecs.writer(format, type)
                        .ifPresent(w -> write(w, document, new FormatSettings(language, channel.settings()), problems));
            }
        }
        return problems;
    }

    private static <T extends Document> void write(
            DocumentWriter<T> writer, T document, FormatSettings settings, List<Problem> problems) {
        try {
            writer.write(document, settings, OutputStream.nullOutputStream());
        } catch (DocumentException e) {
            e.problems().stream()
                    .map(p -> new Problem(p.code(), writer.format() + ", " + p.location(), p.message()))
                    .forEach(problems::add);
        } catch (IOException e) {
            throw new UncheckedIOException("Cannot write " + document.type() + " as " + writer.format(), e);
        }
    }
}
