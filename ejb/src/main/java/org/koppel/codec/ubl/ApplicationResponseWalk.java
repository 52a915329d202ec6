package org.koppel.codec.ubl;

import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.koppel.codec.DocumentException;
import org.koppel.codec.Problems;
import org.koppel.codec.XmlCursor;
import org.koppel.codec.XmlStreams;
import org.koppel.document.PartnerReceipt;
import org.koppel.shared.DocumentNumber;

/** One pass over one {@code ApplicationResponse}: which document it answers, and whether that was taken. */
final class ApplicationResponseWalk {
    /** UNCL 4343: rejected. Everything else (AB, AP, IP, PD, UQ, CA) means that it was received and is worked on. */
    private static final Set<String> REJECTED = Set.of("RE");

    /** UNCL 1001 of what we send. */
    private static final Map<String, String> TYPES = Map.of(
            "380",
            "Invoice",
            "381",
            "Invoice",
            "384",
            "Invoice",
            "231",
            "OrderResponse",
            "351",
            "DespatchAdvice",
            "220",
            "Order",
            "230",
            "OrderChange");

    private final XmlCursor xml;
    private final Problems problems = new Problems();
    private final UblFields fields;
    private final List<String> details = new ArrayList<>();
    private String number;
    private String code;
    private String answered;
    private String type;

    private ApplicationResponseWalk(XmlCursor xml) {
        this.xml = xml;
        this.fields = new UblFields(xml, problems);
    }

    /** @throws DocumentException with everything that is wrong */
    static PartnerReceipt read(InputStream in) throws DocumentException, IOException {
        ApplicationResponseWalk walk = new ApplicationResponseWalk(XmlStreams.open(in));
        walk.walk();
        walk.problems.throwIfAny();
        return new PartnerReceipt(
                        new DocumentNumber(walk.number),
                        "ApplicationResponse",
                        null,
                        new DocumentNumber(walk.answered),
                        !REJECTED.contains(walk.code),
                        walk.details)
                .about(walk.type);
    }

    private void walk() throws DocumentException, IOException {
        OrderWalk.enterRoot(xml, "ApplicationResponse");
        while (xml.nextChild(1)) {
            switch (xml.name()) {
                case "ID" -> number = fields.text(Ubl.NUMBER_LENGTH, "ID");
                case "Note" -> detail(fields.text(Ubl.TEXT_LENGTH, "Note"));
                case "DocumentResponse" -> response();
                default -> {}
            }
        }
        xml.nextChild(0); // to the very end: what follows the root must be well-formed too
        fields.required(number, "ID", "give the response a number");
        fields.required(code, "DocumentResponse/Response/ResponseCode", "say AP, AB or RE");
        fields.required(answered, "DocumentResponse/DocumentReference/ID", "name the document that is answered");
    }

    private void response() throws DocumentException, IOException {
        int here = xml.depth();
        while (xml.nextChild(here)) {
            switch (xml.name()) {
                case "Response" -> verdict(true);
                case "DocumentReference" -> reference();
                case "LineResponse" -> lines();
                default -> {}
            }
        }
    }

    private void reference() throws DocumentException, IOException {
        int here = xml.depth();
        while (xml.nextChild(here)) {
            switch (xml.name()) {
                case "ID" -> answered = fields.text(Ubl.NUMBER_LENGTH, "DocumentReference/ID");
                case "DocumentTypeCode" -> {
                    String itsCode = fields.text(Ubl.NAME_LENGTH, "DocumentReference/DocumentTypeCode");
                    type = itsCode == null ? null : TYPES.get(itsCode);
                }
                default -> {}
            }
        }
    }

    private void lines() throws DocumentException, IOException {
        int here = xml.depth();
        while (xml.nextChild(here)) {
            if ("Response".equals(xml.name())) {
                verdict(false);
            }
        }
    }

    /** @param whole whether it is about the document, not a line of it */
    private void verdict(boolean whole) throws DocumentException, IOException {
        int here = xml.depth();
        while (xml.nextChild(here)) {
            switch (xml.name()) {
                case "ResponseCode" -> {
                    String said = fields.text(Ubl.NAME_LENGTH, "Response/ResponseCode");
                    code = whole ? said : code;
                }
                case "Description" -> detail(fields.text(Ubl.TEXT_LENGTH, "Response/Description"));
                case "Status" -> detail(fields.childText("StatusReason", Ubl.TEXT_LENGTH, "Response/Status"));
                default -> {}
            }
        }
    }

    private void detail(String words) {
        if (words != null && details.size() < Ubl.MOST_REFERENCES) {
            details.add(words);
        }
    }
}
