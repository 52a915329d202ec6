package org.koppel.codec.cxml;

import java.io.IOException;
import java.io.InputStream;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.List;
import org.koppel.codec.DocumentException;
import org.koppel.codec.FormatSettings;
import org.koppel.codec.HandlingUnits;
import org.koppel.codec.UnitReading;
import org.koppel.codec.XmlCursor;
import org.koppel.codec.XmlStreams;
import org.koppel.document.DespatchAdvice;
import org.koppel.document.DespatchAdvice.Carrier;
import org.koppel.document.DespatchLine;
import org.koppel.document.Party;
import org.koppel.shared.DocumentNumber;

/** One pass over one {@code ShipNoticeRequest} of the back office: what left of one order. */
final class ShipNoticeWalk extends RequestWalk {
    private static final String HEADER = "ShipNoticeHeader/";

    private final List<DespatchLine> lines = new ArrayList<>();
    private final HandlingUnits packages = new HandlingUnits();
    private final References references = new References(fields);
    private String number;
    private OffsetDateTime issued;
    private LocalDate despatched;
    private LocalDate expected;
    private boolean complete;
    private String note;
    private Party buyer;
    private String carrier;
    private String scac;
    private String tracking;

    private ShipNoticeWalk(XmlCursor xml, UnitReading units) {
        super(xml, units, "ShipNoticeRequest", ShipNoticeItemPart.ITEM);
    }

    /** @throws DocumentException with everything that is wrong */
    static DespatchAdvice read(InputStream in, FormatSettings settings) throws DocumentException, IOException {
        ShipNoticeWalk walk = new ShipNoticeWalk(XmlStreams.open(in), UnitReading.of(settings));
        walk.walk();
        return walk.advice();
    }

    @Override
    void child() throws DocumentException, IOException {
        switch (xml.name()) {
            case "ShipNoticeHeader" -> header();
            case "ShipControl" -> control();
            case "ShipNoticePortion" -> portion();
            default -> {}
        }
    }

    private void header() throws DocumentException, IOException {
        number = fields.identifier("shipmentID", Cxml.NUMBER_LENGTH, HEADER + "@shipmentID");
        issued = fields.dateTime(xml.attribute("noticeDate"), HEADER + "@noticeDate");
        despatched = fields.date(xml.attribute("shipmentDate"), HEADER + "@shipmentDate");
        expected = fields.date(xml.attribute("deliveryDate"), HEADER + "@deliveryDate");
        complete = "complete".equals(xml.attribute("fulfillmentType"));
        only("operation", "new", "what left once has left; say the rest in a notice of its own");
        only("shipmentType", "actual", "send the notice when the goods leave");
        int here = xml.depth();
        while (xml.nextChild(here)) {
            switch (xml.name()) {
                case "Contact" -> contact();
                case "Comments" -> note = note(note);
                case "Extrinsic" -> references.repeated();
                default -> {} // what the order says already
            }
        }
    }

    private void only(String attribute, String taken, String cure) {
        String said = xml.attribute(attribute);
        if (said != null && !taken.equals(said)) {
            String field = HEADER + '@' + attribute;
            fields.problem("UNSUPPORTED_VALUE", field, field + " is \"" + said + "\"; " + cure);
        }
    }

    private void contact() throws DocumentException, IOException {
        if ("soldTo".equals(xml.attribute("role"))) {
            buyer = new AddressPart(fields).contact(HEADER + "Contact");
        }
    }

    private void control() throws DocumentException, IOException {
        int here = xml.depth();
        while (xml.nextChild(here)) {
            switch (xml.name()) {
                case "CarrierIdentifier" -> {
                    String domain = xml.attribute("domain");
                    String value = fields.text(Cxml.NAME_LENGTH, "ShipControl/CarrierIdentifier");
                    carrier = carrier == null && "companyName".equalsIgnoreCase(domain) ? value : carrier;
                    scac = scac == null && "SCAC".equalsIgnoreCase(domain) ? value : scac;
                }
                case "ShipmentIdentifier" -> {
                    String value = fields.text(Cxml.NAME_LENGTH, "ShipControl/ShipmentIdentifier");
                    tracking = tracking == null ? value : tracking;
                }
                default -> {}
            }
        }
    }

    private void portion() throws DocumentException, IOException {
        int here = xml.depth();
        while (xml.nextChild(here)) {
            switch (xml.name()) {
                case "OrderReference", "OrderIDInfo" -> order();
                case "Comments" -> note = note(note);
                case ShipNoticeItemPart.ITEM -> {
                    if (isTaken()) {
                        item();
                    }
                }
                default -> {}
            }
            fields.at("");
        }
    }

    private void item() throws DocumentException, IOException {
        DespatchLine read = new ShipNoticeItemPart(fields, packages).read(lines.size() + 1, lineNumber());
        if (problems.isEmpty()) {
            lines.add(read);
        }
    }

    @Override
    void require() {
        fields.required(number, HEADER + "@shipmentID", "give the notice a number");
        orderNumber();
        if (position() == 0) {
            fields.required(
                    null, ShipNoticeItemPart.ITEM, "name every line that left, also where all of the order did");
        }
    }

    private DespatchAdvice advice() {
        boolean carried = carrier != null || scac != null || tracking != null;
        return new DespatchAdvice(
                new DocumentNumber(number),
                issued,
                new DocumentNumber(orderNumber()),
                null,
                null,
                despatched,
                expected,
                complete,
                null,
                test,
                null,
                buyer,
                null,
                note,
                carried ? new Carrier(carrier, scac, tracking) : null,
                packages.all(),
                references.all(),
                lines);
    }
}
