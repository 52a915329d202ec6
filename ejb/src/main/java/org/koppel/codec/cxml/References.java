package org.koppel.codec.cxml;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.koppel.codec.DocumentException;
import org.koppel.codec.XmlCursor;
import org.koppel.document.Reference;
import org.koppel.document.Reference.Kind;

/** Collects what the buyer wants to see again, of one header or one line. Empty values are left out, repeats kept once. */
final class References {
    private final Fields fields;
    private final List<Reference> all = new ArrayList<>();

    References(Fields fields) {
        this.fields = fields;
    }

    List<Reference> all() {
        return all;
    }

    void add(Kind kind, String name, String value) {
        if (value == null) {
            return;
        }
        Reference reference = new Reference(kind, name, value);
        if (all.contains(reference)) {
            return;
        }
        if (all.size() == Cxml.MOST_REFERENCES) {
            fields.problem(
                    "TOO_MANY_REFERENCES",
                    "Extrinsic",
                    "There are more than " + Cxml.MOST_REFERENCES + " references; leave out what nobody needs");
        }
        if (all.size() <= Cxml.MOST_REFERENCES) {
            all.add(reference);
        }
    }

    /** An attribute of the element just entered. */
    void attribute(Kind kind, String attribute, String element) {
        add(kind, null, fields.attribute(attribute, Cxml.NAME_LENGTH, element + "/@" + attribute));
    }

    /** {@code Extrinsic name="…"}, whose value is text or, rarely, an element with text. */
    void extrinsic() throws DocumentException, IOException {
        String name = fields.attribute("name", Cxml.NAME_LENGTH, "Extrinsic/@name");
        add(Kind.OTHER, name, fields.deepText(Cxml.TEXT_LENGTH, "Extrinsic"));
    }

    /** {@code Extrinsic} of an answer, under the names that references of a kind are written by. */
    void repeated() throws DocumentException, IOException {
        String name = fields.attribute("name", Cxml.NAME_LENGTH, "Extrinsic/@name");
        InvoiceExtrinsics.add(this, name, fields.deepText(Cxml.TEXT_LENGTH, "Extrinsic"));
    }

    /** {@code IdReference domain="…" identifier="…"}. */
    void idReference() {
        add(
                Kind.OTHER,
                fields.attribute("domain", Cxml.NAME_LENGTH, "IdReference/@domain"),
                fields.attribute("identifier", Cxml.NAME_LENGTH, "IdReference/@identifier"));
    }

    /** {@code Distribution/Accounting}: {@code Segment} of older versions, {@code AccountingSegment} of newer ones. */
    void distribution() throws DocumentException, IOException {
        XmlCursor xml = fields.xml();
        int here = xml.depth();
        while (xml.nextChild(here)) {
            if ("Accounting".equals(xml.name())) {
                accounting();
            }
        }
    }

    private void accounting() throws DocumentException, IOException {
        XmlCursor xml = fields.xml();
        int here = xml.depth();
        while (xml.nextChild(here)) {
            switch (xml.name()) {
                case "Segment" ->
                    add(
                            Kind.ACCOUNTING,
                            fields.attribute("type", Cxml.NAME_LENGTH, "Segment/@type"),
                            fields.attribute("id", Cxml.NAME_LENGTH, "Segment/@id"));
                case "AccountingSegment" -> accountingSegment();
                default -> {}
            }
        }
    }

    private void accountingSegment() throws DocumentException, IOException {
        XmlCursor xml = fields.xml();
        String id = fields.attribute("id", Cxml.NAME_LENGTH, "AccountingSegment/@id");
        String name = null;
        int here = xml.depth();
        while (xml.nextChild(here)) {
            if ("Name".equals(xml.name())) {
                name = fields.text(Cxml.NAME_LENGTH, "AccountingSegment/Name");
            }
        }
        add(Kind.ACCOUNTING, name, id);
    }
}
