package org.koppel.codec.cebeo;

import jakarta.enterprise.context.ApplicationScoped;
import java.io.IOException;
import java.io.OutputStream;
import org.koppel.codec.DocumentWriter;
import org.koppel.codec.FormatId;
import org.koppel.codec.FormatSettings;
import org.koppel.document.Acknowledgement;

/** Writes the immediate {@code Response}: its {@code Message} has the code 0 when the message was stored, else 1 with the reasons. */
@ApplicationScoped
public class CebeoAcknowledgementWriter implements DocumentWriter<Acknowledgement> {

    @Override
    public FormatId format() {
        return Cebeo.FORMAT;
    }

    @Override
    public Class<Acknowledgement> documentClass() {
        return Acknowledgement.class;
    }

    @Override
    public String mediaType() {
        return Cebeo.MEDIA_TYPE;
    }

    @Override
    public String fileExtension() {
        return "xml";
    }

    @Override
    public void write(Acknowledgement document, FormatSettings settings, OutputStream out) throws IOException {
        boolean good = document.outcome() == Acknowledgement.Outcome.RECEIVED;
        String why = document.details().isEmpty() ? document.outcome().name() : String.join("\n", document.details());
        Cebeo.respond(good ? 0 : 1, good ? "OK" : why, xml -> {}, out);
    }
}
