package org.koppel.codec.cxml;

import java.io.IOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.koppel.codec.DocumentException;
import org.koppel.codec.Problems;
import org.koppel.codec.XmlCursor;
import org.koppel.document.Address;
import org.koppel.document.PunchOutRequest;
import org.koppel.document.PunchOutRequest.Identity;
import org.koppel.shared.DocumentNumber;

/** One pass over one {@code PunchOutSetupRequest}. */
final class PunchOutWalk {
    private static final int MOST_EXTRINSICS = 100;
    private final XmlCursor xml;
    private final Problems problems = new Problems();
    private final Fields fields;
    private final List<Identity> from = new ArrayList<>();
    private final List<Identity> to = new ArrayList<>();
    private final Map<String, String> extrinsics = new LinkedHashMap<>();
    private String payloadId;
    private String language;
    private boolean test;
    private boolean asked;
    private String operation;
    private String cookie;
    private String returnUrl;
    private Address shipTo;
    private String selectedItem;
    private String selectedAuxiliary;
    private final List<PunchOutRequest.Line> lines = new ArrayList<>();
    private final ContactPart contacts;

    PunchOutWalk(XmlCursor xml) {
        this.xml = xml;
        this.fields = new Fields(xml, problems);
        this.contacts = new ContactPart(fields);
    }

    PunchOutRequest read() throws DocumentException, IOException {
        EnvelopeWalk.enterRoot(xml);
        language = xml.language();
        payloadId = fields.required(
                fields.identifier("payloadID", Cxml.NAME_LENGTH, "cXML/@payloadID"),
                "cXML/@payloadID",
                "give every message an id of its own");
        while (xml.nextChild(1)) {
            switch (xml.name()) {
                case "Header" -> header();
                case "Request" -> request();
                default -> {} // Signature
            }
        }
        xml.nextChild(0);
        requireTheWayBack();
        problems.throwIfAny();
        return new PunchOutRequest(
                new DocumentNumber(payloadId),
                operation == null ? "create" : operation.toLowerCase(Locale.ROOT),
                cookie,
                returnUrl,
                test,
                from,
                to,
                language,
                contacts.best(),
                shipTo,
                selectedItem,
                selectedAuxiliary,
                extrinsics,
                lines);
    }

    /** Without cookie and sender no cart finds home. */
    private void requireTheWayBack() {
        if (!asked) {
            fields.problem(
                    "MISSING_FIELD", "Request/PunchOutSetupRequest", "There is no PunchOutSetupRequest; send one");
            return;
        }
        fields.required(cookie, "PunchOutSetupRequest/BuyerCookie", "send what you want to find the cart by");
        fields.required(to.isEmpty() ? null : to, "Header/To", "name the supplier; it becomes the sender of the cart");
    }

    private void header() throws DocumentException, IOException {
        int here = xml.depth();
        while (xml.nextChild(here)) {
            switch (xml.name()) {
                case "From" -> credentials(from);
                case "To" -> credentials(to);
                default -> {} // Sender was asked for its proof by the envelope
            }
        }
    }

    private void credentials(List<Identity> into) throws DocumentException, IOException {
        int here = xml.depth();
        while (xml.nextChild(here)) {
            if ("Credential".equals(xml.name())) {
                CredentialPart.read(fields).identity().ifPresent(i -> into.add(new Identity(i.domain(), i.value())));
            }
        }
    }

    private void request() throws DocumentException, IOException {
        test = "test".equalsIgnoreCase(xml.attribute("deploymentMode"));
        int here = xml.depth();
        while (xml.nextChild(here)) {
            if ("PunchOutSetupRequest".equals(xml.name())) {
                setup();
            }
        }
    }

    private void setup() throws DocumentException, IOException {
        asked = true;
        operation = fields.attribute("operation", Cxml.NAME_LENGTH, "PunchOutSetupRequest/@operation");
        int here = xml.depth();
        while (xml.nextChild(here)) {
            switch (xml.name()) {
                case "BuyerCookie" -> cookie();
                case "BrowserFormPost" -> returnUrl = fields.deepText(Cxml.TEXT_LENGTH, "BrowserFormPost/URL");
                case "Contact" -> contacts.read();
                case "ShipTo" -> shipTo = new AddressPart(fields).within("ShipTo");
                case "Extrinsic" -> extrinsic();
                case "SelectedItem" -> selectedItem();
                case "ItemOut" -> line();
                default -> {} // SupplierSetup is out of use
            }
        }
    }

    private void cookie() throws DocumentException, IOException {
        cookie = xml.innerXml(Cxml.TEXT_LENGTH);
        if (cookie.length() > Cxml.TEXT_LENGTH) {
            fields.problem(
                    "TEXT_TOO_LONG",
                    "PunchOutSetupRequest/BuyerCookie",
                    "BuyerCookie has more than " + Cxml.TEXT_LENGTH + " characters; shorten it");
        }
    }

    private void line() throws DocumentException, IOException {
        if (lines.size() == Cxml.MOST_LINES) {
            fields.problem(
                    "TOO_MANY_LINES",
                    "PunchOutSetupRequest/ItemOut",
                    "There are more than " + Cxml.MOST_LINES + " lines; divide the cart");
            return;
        }
        fields.at("line " + (lines.size() + 1) + ", ");
        PunchOutRequest.Line line = new CartLinePart(fields).read();
        fields.at("");
        if (line != null) {
            lines.add(line);
        }
    }

    private void extrinsic() throws DocumentException, IOException {
        String name = fields.attribute("name", Cxml.NAME_LENGTH, "Extrinsic/@name");
        String value = fields.deepText(Cxml.TEXT_LENGTH, "Extrinsic");
        if (name != null && value != null && extrinsics.size() < MOST_EXTRINSICS) {
            extrinsics.putIfAbsent(name, value);
        }
    }

    private void selectedItem() throws DocumentException, IOException {
        int here = xml.depth();
        while (xml.nextChild(here)) {
            if ("ItemID".equals(xml.name())) {
                int item = xml.depth();
                while (xml.nextChild(item)) {
                    switch (xml.name()) {
                        case "SupplierPartID" ->
                            selectedItem = fields.text(Cxml.NAME_LENGTH, "SelectedItem/ItemID/SupplierPartID");
                        case "SupplierPartAuxiliaryID" ->
                            selectedAuxiliary = fields.deepText(
                                    Cxml.AUXILIARY_LENGTH, "SelectedItem/ItemID/SupplierPartAuxiliaryID");
                        default -> {}
                    }
                }
            }
        }
    }
}
