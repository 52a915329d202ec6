package org.koppel.codec.cxml;

import java.io.IOException;
import java.math.BigDecimal;
import java.time.LocalDate;
import org.koppel.codec.DocumentException;
import org.koppel.codec.XmlCursor;
import org.koppel.document.Address;
import org.koppel.document.OrderLine;
import org.koppel.document.Price;
import org.koppel.document.Reference.Kind;
import org.koppel.shared.Quantity;

/** {@code ItemOut}: one line. */
final class ItemOutPart {
    private final boolean change;
    private final Fields fields;
    private final XmlCursor xml;
    private final AddressPart addresses;
    private final CommentsPart comments;
    private String note;
    private Address shipTo;

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
        References references = new References(fields);
        ItemPart item = new ItemPart(fields, references);
        String number = fields.identifier("lineNumber", Cxml.LINE_NUMBER_LENGTH, "ItemOut/@lineNumber");
        BigDecimal quantity = fields.positive(
                fields.required(xml.attribute("quantity"), "ItemOut/@quantity", "say how many are ordered"),
                "ItemOut/@quantity");
        LocalDate wanted = fields.date(xml.attribute("requestedDeliveryDate"), "ItemOut/@requestedDeliveryDate");
        String operation = xml.attribute("operation");
        boolean deleted = change && "delete".equals(operation);
        if (operation != null && !deleted) {
            fields.problem(
                    "UNSUPPORTED_VALUE",
                    "ItemOut/@operation",
                    change
                            ? "ItemOut/@operation is \"" + operation + "\"; delete the line, or leave it out"
                            : "ItemOut/@operation is for changes; leave it out of a new order");
        }
        references.attribute(Kind.REQUISITION, "requisitionID", "ItemOut");
        references.attribute(Kind.CONTRACT, "agreementID", "ItemOut");
        children(item, references);
        item.complete();
        Price price = item.price();
        if (deleted || quantity == null || item.unit() == null || number == null) {
            return null;
        }
        Address place = usual != null && usual.equals(shipTo) ? null : shipTo;
        return new OrderLine(
                number, item.item(), new Quantity(quantity, item.unit()), price, wanted, note, place, references.all());
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
                default -> {} // Tax, Shipping, ScheduleLine …: agreed outside the order
            }
        }
    }
}
