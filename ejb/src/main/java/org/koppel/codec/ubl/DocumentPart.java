package org.koppel.codec.ubl;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.koppel.codec.DocumentException;
import org.koppel.codec.FileKeeper;
import org.koppel.codec.GivenFile;
import org.koppel.codec.Multipart;
import org.koppel.codec.XmlCursor;
import org.koppel.document.Reference;

/** A document that an order refers to, and that may be inside it ({@code Attachment/EmbeddedDocumentBinaryObject}). */
final class DocumentPart {
    /** Of Base64; the inbox has a limit of its own for the whole message. */
    private static final int LONGEST_FILE = 40_000_000;

    private final UblFields fields;
    private final XmlCursor xml;
    private final FileKeeper keeper;
    private final List<Reference> files = new ArrayList<>();
    private String id;
    private String type;

    private DocumentPart(UblFields fields, FileKeeper keeper) {
        this.fields = fields;
        this.xml = fields.xml();
        this.keeper = keeper;
    }

    /** The reference just entered, by its type: its number where it has one, and its files where somebody keeps them. */
    static List<Reference> read(UblFields fields, FileKeeper keeper) throws DocumentException, IOException {
        DocumentPart part = new DocumentPart(fields, keeper);
        String element = part.xml.name();
        part.walk(element);
        List<Reference> references = new ArrayList<>();
        if (part.id != null) {
            references.add(ReferencePlaces.named(part.type, element, part.id));
        }
        references.addAll(part.files);
        return references;
    }

    /** The same of a document in which nobody keeps files; null without a number. */
    static Reference number(UblFields fields) throws DocumentException, IOException {
        List<Reference> references = read(fields, file -> Optional.empty());
        return references.isEmpty() ? null : references.get(0);
    }

    private void walk(String element) throws DocumentException, IOException {
        int here = xml.depth();
        while (xml.nextChild(here)) {
            switch (xml.name()) {
                case "ID" -> id = id == null ? fields.text(Ubl.NAME_LENGTH, element + "/ID") : id;
                case "DocumentType" -> type = fields.text(Ubl.NAME_LENGTH, element + "/DocumentType");
                case "Attachment" -> attachment(element);
                default -> {} // dates, codes and descriptions: number and type are enough
            }
        }
    }

    private void attachment(String element) throws DocumentException, IOException {
        int here = xml.depth();
        while (xml.nextChild(here)) {
            if ("EmbeddedDocumentBinaryObject".equals(xml.name())) {
                file(element + "/Attachment/EmbeddedDocumentBinaryObject");
            }
        }
    }

    private void file(String field) throws DocumentException, IOException {
        String name = xml.attribute("filename");
        String mediaType = xml.attribute("mimeCode");
        String base64 = fields.text(LONGEST_FILE, field);
        if (base64 != null) {
            keeper.keep(GivenFile.of(
                            name == null ? id : name, mediaType, Multipart.decoded(base64, fields.place(field))))
                    .ifPresent(files::add);
        }
    }
}
