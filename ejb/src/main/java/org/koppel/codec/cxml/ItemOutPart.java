package org.koppel.codec.cxml;

import java.io.IOException;
import java.math.BigDecimal;
import java.time.LocalDate;
import org.koppel.codec.DocumentException;
import org.koppel.codec.LineSchedule;
import org.koppel.codec.XmlCursor;
import org.koppel.document.Address;
import org.koppel.document.OrderLine;
import org.koppel.document.Price;
import org.koppel.document.Reference.Kind;
import org.koppel.shared.Quantity;
import org.koppel.shared.UnitCode;

/** {@code ItemOut}: one line. */
final class ItemOutPart {
    private final boolean change;
    private final Fields fields;
    private final XmlCursor xml;
    private final AddressPart addresses;
    private final CommentsPart comments;
    private String note;
    private Address shipTo;
    private LineSchedule schedule;
    private LocalDate wanted;

    ItemOutPart(Fields fields, boolean change, CommentsPart comments) {
        this.change = change;
        this.comments = comments;
        this.fields = fields;
        this.xml = fields.xml();
        this.addresses = new AddressPart(fields);
    }

    /** The line just entered; null when it is deleted, or when its quantity or unit cannot be read, which is noted. {@code usual} may be null. */
    OrderLine read(Address usual) throws DocumentException, IOException {
        note = null;
        shipTo = null;
        schedule = new LineSchedule();
        References references = new References(fields);
        ItemPart item = new ItemPart(fields, references);
        String number = fields.identifier("lineNumber", Cxml.LINE_NUMBER_LENGTH, "ItemOut/@lineNumber");
        wanted = fields.date(xml.attribute("requestedDeliveryDate"), "ItemOut/@requestedDeliveryDate");
        String operation = xml.attribute("operation");
        boolean deleted = change && "delete".equals(operation);
        BigDecimal quantity = deleted ? null : quantity(); // of what goes away nothing is wanted: senders write 0
        if (operation != null && !deleted) {
            fields.problem(
                    "UNSUPPORTED_VALUE",
                    "ItemOut/@operation",
                    change
                            ? "ItemOut/@operation is \"" + operation + "\"; delete the line, or leave it out"
                            : "ItemOut/@operation is for changes; leave it out of a new order");
        }
        if (!deleted) {
            mustStandAlone(xml.attribute("parentLineNumber"));
        }
        references.attribute(Kind.REQUISITION, "requisitionID", "ItemOut");
        references.attribute(Kind.CONTRACT, "agreementID", "ItemOut");
        children(item, references);
        item.complete();
        Price price = item.price();
        if (deleted || quantity == null || item.unit() == null || number == null) {
            return null;
        }
        Quantity ordered = new Quantity(quantity, item.unit());
        schedule.problem(ordered).ifPresent(fields::problem);
        Address place = usual != null && usual.equals(shipTo) ? null : shipTo;
        return new OrderLine(number, item.item(), ordered, price, wanted, note, place, references.all());
    }

    /** Of parts some only describe what the other line holds, some are wanted beside it: as in EDIFACT (C829), neither is guessed. */
    private void mustStandAlone(String parent) {
        if (parent != null && !parent.isBlank()) {
            fields.problem(
                    "UNSUPPORTED_VALUE",
                    "ItemOut/@parentLineNumber",
                    "The line is a part of line " + parent
                            + "; order that article without its parts, or the parts as lines of their own");
        }
    }

    private BigDecimal quantity() {
        return fields.positive(
                fields.required(xml.attribute("quantity"), "ItemOut/@quantity", "say how many are ordered"),
                "ItemOut/@quantity");
    }

    private void children(ItemPart item, References references) throws DocumentException, IOException {
        int here = xml.depth();
        while (xml.nextChild(here)) {
            switch (xml.name()) {
                case "ItemID" -> item.id();
                case "ItemDetail", "BlanketItemDetail" -> item.detail();
                case "ShipTo" -> shipTo = addresses.within("ShipTo");
                case "Distribution" -> references.distribution();
                case "Comments" -> note = Texts.joined(note, comments.read(references));
                case "MasterAgreementReference", "MasterAgreementIDInfo" ->
                    references.attribute(Kind.CONTRACT, "agreementID", xml.name());
                case "Extrinsic" -> references.extrinsic();
                case "ScheduleLine" -> scheduleLine();
                default -> {} // Tax, Shipping …: agreed outside the order
            }
        }
    }

    /** {@code ScheduleLine}: how much of the line is wanted on which day, which says more than the line's own day. */
    private void scheduleLine() throws DocumentException, IOException {
        BigDecimal quantity = fields.number(xml.attribute("quantity"), "ScheduleLine/@quantity");
        LocalDate day = fields.date(xml.attribute("requestedDeliveryDate"), "ScheduleLine/@requestedDeliveryDate");
        wanted = day == null ? wanted : day;
        UnitCode unit = UnitCode.AGREED;
        int here = xml.depth();
        while (xml.nextChild(here)) {
            if ("UnitOfMeasure".equals(xml.name())) {
                unit = fields.unit(
                        fields.deepText(Cxml.NAME_LENGTH, "ScheduleLine/UnitOfMeasure"), "ScheduleLine/UnitOfMeasure");
            }
        }
        boolean readable = quantity != null && unit != null;
        schedule.add( // less than nothing is no part of the line, either
                fields.place("ScheduleLine"), readable ? new Quantity(quantity.max(BigDecimal.ZERO), unit) : null);
    }
}
