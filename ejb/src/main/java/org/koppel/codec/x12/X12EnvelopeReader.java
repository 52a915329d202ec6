package org.koppel.codec.x12;

import jakarta.enterprise.context.ApplicationScoped;
import java.io.IOException;
import java.io.InputStream;
import java.util.List;
import java.util.Optional;
import org.koppel.codec.DocumentException;
import org.koppel.codec.EdiCursor;
import org.koppel.codec.EdiSegment;
import org.koppel.codec.Envelope;
import org.koppel.codec.Envelope.Identity;
import org.koppel.codec.EnvelopeReader;
import org.koppel.codec.FormatId;
import org.koppel.codec.Problem;
import org.koppel.document.Document;
import org.koppel.document.InterchangeReceipt.Interchange;

/** Reads ISA and the first transaction set. It proves nobody: who sends it has to show otherwise. */
@ApplicationScoped
public class X12EnvelopeReader implements EnvelopeReader {

    @Override
    public FormatId format() {
        return X12.FORMAT;
    }

    @Override
    public boolean recognises(String contentType, byte[] head) {
        return X12Stream.recognises(head);
    }

    @Override
    public Envelope read(InputStream in) throws DocumentException, IOException {
        EdiCursor cursor = X12Stream.open(in, (type, version) -> null);
        EdiSegment segment = cursor.next();
        if (segment == null || segment.at(13) == null) {
            throw new DocumentException(new Problem(
                    "MISSING_FIELD",
                    "segment 1 ISA, element 13",
                    "The interchange has no control number; give every interchange one of its own"));
        }
        Interchange interchange = X12Orders.header(segment);
        while (segment != null && !segment.tag().equals("ST")) {
            segment = cursor.next();
        }
        String kind = segment == null ? "ISA" : segment.at(1);
        return new Envelope(
                interchange.reference(),
                identity(interchange.senderQualifier(), interchange.sender()),
                List.of(),
                identity(interchange.recipientQualifier(), interchange.recipient()),
                kind,
                Optional.of(
                        Document.class), // the reader refuses each set that is not taken, so that its sender hears of
                // it
                interchange.test());
    }

    private static List<Identity> identity(String qualifier, String id) {
        return id == null || qualifier == null ? List.of() : List.of(new Identity(qualifier, id));
    }

    @Override
    public boolean holdsMany() {
        return true;
    }
}
