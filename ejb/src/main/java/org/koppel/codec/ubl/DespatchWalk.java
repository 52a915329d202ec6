package org.koppel.codec.ubl;

import java.io.IOException;
import java.io.InputStream;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.OffsetTime;
import java.util.ArrayList;
import java.util.List;
import org.koppel.codec.DocumentException;
import org.koppel.codec.FormatSettings;
import org.koppel.codec.HandlingUnits;
import org.koppel.codec.Problems;
import org.koppel.codec.UnitReading;
import org.koppel.codec.XmlCursor;
import org.koppel.codec.XmlStreams;
import org.koppel.document.DespatchAdvice;
import org.koppel.document.DespatchAdvice.Carrier;
import org.koppel.document.DespatchLine;
import org.koppel.document.Item;
import org.koppel.document.Party;
import org.koppel.document.Reference;
import org.koppel.shared.DocumentNumber;
import org.koppel.shared.Quantity;
import org.koppel.shared.UnitCode;

/** One pass over one {@code DespatchAdvice} of the back office. It is about one order; its lines may name it instead of its head. */
final class DespatchWalk {
    static final String ROOT = "DespatchAdvice";

    private final XmlCursor xml;
    private final Problems problems = new Problems();
    private final UblFields fields;
    private final List<DespatchLine> lines = new ArrayList<>();
    private final HandlingUnits packages = new HandlingUnits();
    private final List<Reference> references = new ArrayList<>();
    private String number;
    private String order;
    private String note;
    private LocalDate issueDate;
    private OffsetTime issueTime;
    private LocalDate despatched;
    private LocalDate expected;
    private String carrier;
    private String tracking;
    private Party buyer;
    private int position;

    private DespatchWalk(XmlCursor xml, UnitReading units) {
        this.xml = xml;
        this.fields = new UblFields(xml, problems, units);
    }

    /** @throws DocumentException with everything that is wrong */
    static DespatchAdvice read(InputStream in, FormatSettings settings) throws DocumentException, IOException {
        DespatchWalk walk = new DespatchWalk(XmlStreams.open(in), UnitReading.of(settings));
        walk.walk();
        walk.problems.throwIfAny();
        return walk.advice();
    }

    private void walk() throws DocumentException, IOException {
        OrderWalk.enterRoot(xml, ROOT);
        while (xml.nextChild(1)) {
            fields.at("");
            child();
        }
        xml.nextChild(0); // to the very end: what follows the root must be well-formed too
        fields.at("");
        fields.required(number, "ID", "give the despatch advice a number");
        fields.required(order, "OrderReference/ID", "name the order whose goods left");
        if (position == 0) {
            fields.required(null, "DespatchLine", "name at least one line that left");
        }
    }

    private void child() throws DocumentException, IOException {
        switch (xml.name()) {
            case "ID" -> number = fields.text(Ubl.NUMBER_LENGTH, "ID");
            case "IssueDate" -> issueDate = fields.date("IssueDate");
            case "IssueTime" -> issueTime = fields.time("IssueTime");
            case "Note" -> note = UblFields.joined(note, fields.text(Ubl.TEXT_LENGTH, "Note"));
            case "OrderReference" -> order(fields.childText("ID", Ubl.NUMBER_LENGTH, "OrderReference"));
            case "AdditionalDocumentReference" -> keep(DocumentPart.number(fields), references);
            case "BuyerCustomerParty" ->
                buyer = PartyPart.inside(fields, "BuyerCustomerParty").buyer();
            case "DeliveryCustomerParty" -> {
                Party receiver =
                        PartyPart.inside(fields, "DeliveryCustomerParty").buyer();
                buyer = buyer == null ? receiver : buyer;
            }
            case "Shipment" -> shipment();
            case "DespatchLine" -> line();
            default -> {} // who sends
        }
    }

    private static void keep(Reference reference, List<Reference> all) {
        if (reference != null && all.size() < Ubl.MOST_REFERENCES) {
            all.add(reference);
        }
    }

    private void order(String said) {
        if (order != null && said != null && !order.equals(said)) {
            fields.problem(
                    "SEVERAL_ORDERS",
                    "OrderReference/ID",
                    "The advice names the orders " + order + " and " + said + "; send one advice for each order");
        }
        order = order == null ? said : order;
    }

    private void shipment() throws DocumentException, IOException {
        int here = xml.depth();
        while (xml.nextChild(here)) {
            if ("Consignment".equals(xml.name())) {
                consignment();
            } else if ("Delivery".equals(xml.name())) {
                delivery();
            }
        }
    }

    private void consignment() throws DocumentException, IOException {
        int here = xml.depth();
        while (xml.nextChild(here)) {
            if ("CarrierParty".equals(xml.name())) {
                carrier = PartyPart.itself(fields, "Shipment/Consignment/CarrierParty")
                        .party()
                        .name();
            }
        }
    }

    private void delivery() throws DocumentException, IOException {
        String path = "Shipment/Delivery/";
        int here = xml.depth();
        while (xml.nextChild(here)) {
            switch (xml.name()) {
                case "TrackingID" -> tracking = fields.text(Ubl.NAME_LENGTH, path + "TrackingID");
                case "EstimatedDeliveryPeriod" ->
                    expected = fields.date(
                            fields.childText("EndDate", Ubl.NAME_LENGTH, path + "EstimatedDeliveryPeriod"),
                            path + "EstimatedDeliveryPeriod/EndDate");
                case "Despatch" ->
                    despatched = fields.date(
                            fields.childText("ActualDespatchDate", Ubl.NAME_LENGTH, path + "Despatch"),
                            path + "Despatch/ActualDespatchDate");
                default -> {}
            }
        }
    }

    private void line() throws DocumentException, IOException {
        if (++position > Ubl.MOST_LINES) {
            throw problems.with(
                    "TOO_MANY_LINES",
                    "DespatchLine",
                    "There are more than " + Ubl.MOST_LINES + " lines; split the despatch advice");
        }
        fields.at("line at position " + position + ", ");
        DespatchLine line = new Line().read();
        if (problems.isEmpty()) {
            lines.add(line);
        }
    }

    /** One {@code cac:DespatchLine}. */
    private final class Line {
        private final List<Reference> its = new ArrayList<>();
        private String ordersLine;
        private String said;
        private String sscc;
        private Quantity delivered;
        private boolean unusable;
        private Item item;

        DespatchLine read() throws DocumentException, IOException {
            int here = xml.depth();
            while (xml.nextChild(here)) {
                child();
            }
            fields.required(ordersLine, "OrderLineReference/LineID", "name the line of the order");
            if (!unusable) {
                fields.required(delivered, "DeliveredQuantity", "say how much left");
            }
            return new DespatchLine(Integer.toString(position), ordersLine, item, delivered, null, sscc, said, its);
        }

        private void child() throws DocumentException, IOException {
            switch (xml.name()) {
                case "Note" -> said = UblFields.joined(said, fields.text(Ubl.TEXT_LENGTH, "Note"));
                case "DeliveredQuantity" -> {
                    int before = problems.size();
                    UnitCode unit = fields.unit(xml.attribute("unitCode"), "DeliveredQuantity/@unitCode");
                    BigDecimal value = fields.positive("DeliveredQuantity");
                    delivered = unit == null || value == null ? null : new Quantity(value, unit);
                    unusable = problems.size() > before;
                }
                case "OrderLineReference" -> orderLine();
                case "DocumentReference" -> keep(DocumentPart.number(fields), its);
                case "Item" -> item = ItemPart.read(fields).item();
                case "Shipment" -> unit();
                default -> {}
            }
        }

        private void orderLine() throws DocumentException, IOException {
            int here = xml.depth();
            while (xml.nextChild(here)) {
                if ("LineID".equals(xml.name())) {
                    ordersLine = fields.text(Ubl.LINE_NUMBER_LENGTH, "OrderLineReference/LineID");
                } else if ("OrderReference".equals(xml.name())) {
                    order(fields.childText("ID", Ubl.NUMBER_LENGTH, "OrderLineReference/OrderReference"));
                }
            }
        }

        private void unit() throws DocumentException, IOException {
            int here = xml.depth();
            while (xml.nextChild(here)) {
                if ("TransportHandlingUnit".equals(xml.name())) {
                    handlingUnit();
                }
            }
        }

        private void handlingUnit() throws DocumentException, IOException {
            String path = "Shipment/TransportHandlingUnit/";
            String kind = null;
            BigDecimal gross = null;
            int here = xml.depth();
            while (xml.nextChild(here)) {
                switch (xml.name()) {
                    case "ID" -> sscc = fields.text(Ubl.NAME_LENGTH, path + "ID");
                    case "TransportHandlingUnitTypeCode" ->
                        kind = fields.text(Ubl.NAME_LENGTH, path + "TransportHandlingUnitTypeCode");
                    case "MeasurementDimension" -> gross = gross(path + "MeasurementDimension/", gross);
                    default -> {}
                }
            }
            packages.named(sscc, kind, gross);
        }

        /** @return the gross weight in kilograms, or what was known before where another measure is told */
        private BigDecimal gross(String path, BigDecimal before) throws DocumentException, IOException {
            String measured = null;
            BigDecimal kilograms = null;
            int here = xml.depth();
            while (xml.nextChild(here)) {
                if ("AttributeID".equals(xml.name())) {
                    measured = fields.text(Ubl.NAME_LENGTH, path + "AttributeID");
                } else if ("Measure".equals(xml.name()) && "KGM".equals(xml.attribute("unitCode"))) {
                    kilograms = fields.notNegative(path + "Measure");
                }
            }
            return DespatchAdvicePart.GROSS_WEIGHT.equals(measured) ? kilograms : before;
        }
    }

    private DespatchAdvice advice() {
        return new DespatchAdvice(
                new DocumentNumber(number),
                UblFields.at(issueDate, issueTime),
                new DocumentNumber(order),
                null,
                null,
                despatched,
                expected,
                false,
                null,
                false,
                null,
                buyer,
                null,
                note,
                carrier == null && tracking == null ? null : new Carrier(carrier, null, tracking),
                packages.all(),
                references,
                lines);
    }
}
