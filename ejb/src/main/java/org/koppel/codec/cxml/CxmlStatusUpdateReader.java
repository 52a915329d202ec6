package org.koppel.codec.cxml;

import jakarta.enterprise.context.ApplicationScoped;
import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.List;
import org.koppel.codec.DocumentException;
import org.koppel.codec.DocumentReader;
import org.koppel.codec.DocumentSink;
import org.koppel.codec.FormatId;
import org.koppel.codec.FormatSettings;
import org.koppel.codec.Problems;
import org.koppel.codec.XmlCursor;
import org.koppel.codec.XmlStreams;
import org.koppel.document.PartnerReceipt;
import org.koppel.shared.DocumentNumber;

/**
 * Reads a cXML 1.2 {@code StatusUpdateRequest}: what became of a request of ours, which it names by its payloadID. The document's number
 * stands at the beginning of that.
 */
@ApplicationScoped
public class CxmlStatusUpdateReader implements DocumentReader<PartnerReceipt> {

    @Override
    public FormatId format() {
        return Cxml.FORMAT;
    }

    @Override
    public Class<PartnerReceipt> documentClass() {
        return PartnerReceipt.class;
    }

    @Override
    public void read(InputStream in, FormatSettings settings, DocumentSink<PartnerReceipt> sink)
            throws DocumentException, IOException {
        Walk walk = new Walk(XmlStreams.open(in));
        walk.root();
        sink.accept(walk.receipt());
    }

    private static final class Walk {
        private final XmlCursor xml;
        private final Problems problems = new Problems();
        private final Fields fields;
        private final List<String> details = new ArrayList<>();
        private String own;
        private String answered;
        private String code;

        Walk(XmlCursor xml) {
            this.xml = xml;
            this.fields = new Fields(xml, problems);
        }

        void root() throws DocumentException, IOException {
            EnvelopeWalk.enterRoot(xml);
            own = xml.attribute("payloadID");
            while (xml.nextChild(1)) {
                if ("Request".equals(xml.name())) {
                    int here = xml.depth();
                    while (xml.nextChild(here)) {
                        if ("StatusUpdateRequest".equals(xml.name())) {
                            update();
                        }
                    }
                }
            }
            xml.nextChild(0); // to the very end: what follows the root must be well-formed too
        }

        private void update() throws DocumentException, IOException {
            int here = xml.depth();
            while (xml.nextChild(here)) {
                switch (xml.name()) {
                    case "DocumentReference" ->
                        answered = fields.identifier("payloadID", Cxml.NAME_LENGTH, "DocumentReference/@payloadID");
                    case "Status" -> {
                        code = fields.identifier("code", Cxml.NAME_LENGTH, "Status/@code");
                        String text = fields.attribute("text", Cxml.NAME_LENGTH, "Status/@text");
                        String words = fields.text(Cxml.TEXT_LENGTH, "Status");
                        details.add(code + (text == null ? "" : " " + text));
                        if (words != null) {
                            details.add(words);
                        }
                    }
                    default -> {}
                }
            }
        }

        PartnerReceipt receipt() throws DocumentException {
            fields.required(answered, "DocumentReference/@payloadID", "name the request that is answered");
            fields.required(code, "Status/@code", "say what became of it, such as 200");
            problems.throwIfAny();
            return new PartnerReceipt(
                    new DocumentNumber(own == null ? answered : own),
                    "StatusUpdateRequest",
                    null,
                    new DocumentNumber(number(answered)),
                    code.startsWith("2"),
                    details);
        }

        /** Our payloadIDs are the number, a point, the time, an @ and our host. */
        private static String number(String payload) {
            int at = payload.lastIndexOf('@');
            String id = at < 1 ? payload : payload.substring(0, at);
            int point = id.lastIndexOf('.');
            return point < 1 ? id : id.substring(0, point);
        }
    }
}
