package org.koppel.codec.cxml;

import java.io.IOException;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.koppel.codec.DocumentException;
import org.koppel.codec.FileKeeper;
import org.koppel.codec.Multipart;
import org.koppel.codec.XmlCursor;
import org.koppel.document.Reference;
import org.koppel.document.Reference.Kind;

/**
 * {@code Comments}: a text, and files that travel beside the document or stand somewhere. A file is kept once, however many lines name
 * it, under the name that the first of them gives it: so the files of a message are never larger than the message.
 */
final class CommentsPart {
    private final Fields fields;
    private final XmlCursor xml;
    private final Multipart message;
    private final FileKeeper keeper;
    private final Map<String, Optional<Reference>> kept = new HashMap<>();

    CommentsPart(Fields fields, Multipart message, FileKeeper keeper) {
        this.fields = fields;
        this.xml = fields.xml();
        this.message = message;
        this.keeper = keeper;
    }

    /** The text of the Comments just entered, null when there is none; its files are added to the references. */
    String read(References references) throws DocumentException, IOException {
        return fields.text(Cxml.TEXT_LENGTH, "Comments", () -> {
            if ("Attachment".equals(xml.name())) {
                attachment(references);
            }
        });
    }

    private void attachment(References references) throws DocumentException, IOException {
        int here = xml.depth();
        while (xml.nextChild(here)) {
            if ("URL".equals(xml.name())) {
                String name = xml.attribute("name");
                String address = fields.text(Cxml.NAME_LENGTH, "Comments/Attachment/URL");
                Optional<String> part = message.part(address);
                if (part.isPresent()) {
                    kept(part.get(), address, name).ifPresent(r -> references.add(r.kind(), r.name(), r.value()));
                } else if (address != null && !Multipart.isPart(address)) {
                    references.add(
                            Kind.OTHER, "Attachment", address); // somewhere else; a part that is not there is nowhere
                }
            }
        }
    }

    private Optional<Reference> kept(String part, String address, String name) throws DocumentException {
        if (!kept.containsKey(part)) {
            kept.put(part, message.file(address, name).flatMap(keeper::keep));
        }
        return kept.get(part);
    }
}
