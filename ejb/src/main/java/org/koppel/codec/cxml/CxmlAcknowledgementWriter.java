package org.koppel.codec.cxml;

import jakarta.enterprise.context.ApplicationScoped;
import java.io.IOException;
import java.io.OutputStream;
import org.koppel.codec.DocumentWriter;
import org.koppel.codec.FormatId;
import org.koppel.codec.FormatSettings;
import org.koppel.document.Acknowledgement;

/** Writes a cXML 1.2 {@code Response} with its {@code Status}; the details stand inside it, one per line. */
@ApplicationScoped
public class CxmlAcknowledgementWriter implements DocumentWriter<Acknowledgement> {

    @Override
    public FormatId format() {
        return Cxml.FORMAT;
    }

    @Override
    public Class<Acknowledgement> documentClass() {
        return Acknowledgement.class;
    }

    @Override
    public String mediaType() {
        return Cxml.MEDIA_TYPE;
    }

    @Override
    public String fileExtension() {
        return "xml";
    }

    @Override
    public void write(Acknowledgement document, FormatSettings settings, OutputStream out) throws IOException {
        String details = document.details().isEmpty() ? null : String.join("\n", document.details());
        ResponseWriter.write(
                document.number(),
                document.issuedAt(),
                settings,
                xml -> ResponseWriter.status(xml, code(document.outcome()), text(document.outcome()), details),
                out);
    }

    /** Status codes of the cXML User's Guide; 5xx alone asks the sender to try again. */
    static int code(Acknowledgement.Outcome outcome) {
        return switch (outcome) {
            case RECEIVED -> 200;
            case INVALID -> 400;
            case UNAUTHENTICATED, THROTTLED -> 401;
            case MALFORMED -> 406;
            case CONFLICT -> 409;
            case UNSUPPORTED -> 450;
            case TOO_LARGE -> 499;
        };
    }

    private static String text(Acknowledgement.Outcome outcome) {
        return switch (outcome) {
            case RECEIVED -> "OK";
            case INVALID -> "Bad Request";
            case UNAUTHENTICATED, THROTTLED -> "Unauthorized";
            case MALFORMED -> "Not Acceptable";
            case CONFLICT -> "Conflict";
            case UNSUPPORTED -> "Not Implemented";
            case TOO_LARGE -> "Document Size Error";
        };
    }
}
