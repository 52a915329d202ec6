package org.koppel.codec.edifact;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.koppel.codec.DocumentException;
import org.koppel.codec.EdiCursor;
import org.koppel.codec.EdiSegment;
import org.koppel.codec.Envelope;
import org.koppel.codec.Envelope.Identity;
import org.koppel.codec.FormatId;
import org.koppel.codec.Problem;
import org.koppel.document.Document;
import org.koppel.document.InterchangeReceipt.Interchange;

/** UNB and the first message: who sends to whom, under which reference, whether it is a test. */
final class EdifactEnvelope {
    /** Directories from D.97A on are read as D.01B is, as far as they are read. */
    private static final Pattern FIRST_MESSAGE = Pattern.compile("UNH.[^\\r\\n]{1,20}?[A-Z]{6}.D.(\\d\\d[AB])");

    private static final String GS1 = "14";

    private EdifactEnvelope() {}

    static boolean recognises(byte[] head, FormatId format) {
        if (!EdifactStream.recognises(head)) {
            return false;
        }
        Matcher first = FIRST_MESSAGE.matcher(new String(head, StandardCharsets.ISO_8859_1));
        boolean later = first.find() && first.group(1).startsWith("0");
        return later == format.equals(Edifact.D01B);
    }

    static Envelope read(InputStream in) throws DocumentException, IOException {
        EdiCursor cursor = EdifactStream.open(in, (type, version) -> null);
        EdiSegment segment = cursor.next();
        if (segment == null || segment.at(5) == null) {
            throw new DocumentException(new Problem(
                    "MISSING_FIELD",
                    "segment 1 UNB, element 5",
                    "The interchange has no control reference; give every interchange one of its own"));
        }
        Interchange interchange = EdifactOrders.header(segment);
        while (segment != null && !segment.tag().equals("UNH")) {
            segment = cursor.next();
        }
        String kind = segment == null ? "UNB" : segment.at(2);
        return new Envelope(
                interchange.reference(),
                identities(interchange.sender(), interchange.senderQualifier()),
                List.of(),
                identities(interchange.recipient(), interchange.recipientQualifier()),
                kind,
                Optional.of(
                        Document.class), // the reader refuses each message that is not taken, so that its sender hears
                // of it
                interchange.test());
    }

    /** By qualifier and identification; a number of GS1 is a GLN too. */
    private static List<Identity> identities(String id, String qualifier) {
        List<Identity> all = new ArrayList<>();
        if (id != null) {
            all.add(new Identity(qualifier == null ? "" : qualifier, id));
            if (GS1.equals(qualifier) && id.matches("\\d{13}")) {
                all.add(new Identity("GLN", id));
            }
        }
        return all;
    }
}
