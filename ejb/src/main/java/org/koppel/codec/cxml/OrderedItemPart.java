package org.koppel.codec.cxml;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamWriter;
import org.koppel.codec.UnitSpelling;
import org.koppel.document.Classification;
import org.koppel.document.Item;
import org.koppel.document.OrderLine;
import org.koppel.document.Price;
import org.koppel.document.Reference;
import org.koppel.document.Reference.Kind;
import org.koppel.shared.Money;
import org.koppel.shared.Numbers;

/** {@code ItemOut}: one line of an order that goes out. A price that nobody said is 0, as buyers write it. */
final class OrderedItemPart {
    private final XMLStreamWriter xml;
    private final String language;
    private final UnitSpelling units;
    private final CxmlMoney money = new CxmlMoney(false);

    OrderedItemPart(XMLStreamWriter xml, String language, UnitSpelling units) {
        this.xml = xml;
        this.language = language;
        this.units = units;
    }

    /** The item that the DTD wants even where an order is taken back as a whole. */
    void none() throws XMLStreamException {
        xml.writeStartElement("ItemOut");
        xml.writeAttribute("quantity", "0");
        xml.writeStartElement("ItemID");
        xml.writeEmptyElement("SupplierPartID");
        xml.writeEndElement();
        xml.writeEndElement();
    }

    /** @param currency of the order, for what has no price */
    void write(OrderLine line, String currency) throws XMLStreamException {
        List<Reference> references = new ArrayList<>(line.references());
        Price price = line.price() == null ? Price.perUnit(Money.zero(currency)) : line.price();
        xml.writeStartElement("ItemOut");
        xml.writeAttribute("quantity", Numbers.plain(line.quantity().value()));
        RequestWriter.attribute(xml, "lineNumber", line.number());
        RequestWriter.attribute(xml, "requisitionID", OrderRequestPart.taken(references, Kind.REQUISITION));
        if (line.requestedDelivery() != null) {
            xml.writeAttribute("requestedDeliveryDate", line.requestedDelivery().toString());
        }
        String contract = OrderRequestPart.taken(references, Kind.CONTRACT);
        List<Reference> accounts =
                references.stream().filter(r -> r.kind() == Kind.ACCOUNTING).toList();
        references.removeAll(accounts);
        id(line.item(), OrderRequestPart.taken(references, Kind.CART));
        detail(line, price, references);
        if (line.shipTo() != null) {
            new PlacePart(xml, language).place("ShipTo", line.shipTo());
        }
        distribution(accounts, price.of(line.quantity().value()));
        RequestWriter.text(xml, "Comments", language, line.note());
        if (contract != null) {
            xml.writeEmptyElement("MasterAgreementIDInfo");
            RequestWriter.attribute(xml, "agreementID", contract);
        }
        xml.writeEndElement();
    }

    private void id(Item item, String cart) throws XMLStreamException {
        xml.writeStartElement("ItemID");
        PlacePart.always(xml, "SupplierPartID", item.sellersId());
        RequestWriter.text(xml, "SupplierPartAuxiliaryID", cart);
        RequestWriter.text(xml, "BuyerPartID", item.buyersId());
        if (item.gtin() != null) {
            xml.writeEmptyElement("IdReference");
            RequestWriter.attribute(xml, "identifier", item.gtin());
            xml.writeAttribute("domain", "GTIN");
        }
        xml.writeEndElement();
    }

    private void detail(OrderLine line, Price price, List<Reference> references) throws XMLStreamException {
        Item item = line.item();
        String unit = units.of(line.quantity().unit());
        xml.writeStartElement("ItemDetail");
        xml.writeStartElement("UnitPrice");
        money.price(xml, price.amount());
        xml.writeEndElement();
        PlacePart.named(xml, "Description", language, item.description());
        RequestWriter.text(xml, "UnitOfMeasure", unit);
        if (price.baseQuantity().compareTo(BigDecimal.ONE) != 0) {
            xml.writeStartElement("PriceBasisQuantity");
            xml.writeAttribute("quantity", Numbers.plain(price.baseQuantity()));
            xml.writeAttribute("conversionFactor", "1");
            RequestWriter.text(xml, "UnitOfMeasure", unit);
            xml.writeEndElement();
        }
        for (Classification classification : item.classifications()) {
            classification(classification.scheme(), classification.code());
        }
        if (item.classifications().isEmpty()) {
            classification("UNSPSC", ""); // one must be there
        }
        RequestWriter.text(xml, "ManufacturerPartID", item.manufacturersId());
        RequestWriter.text(xml, "ManufacturerName", language, item.manufacturer());
        ConfirmationPart.extrinsics(xml, references);
        xml.writeEndElement();
    }

    private void classification(String scheme, String code) throws XMLStreamException {
        xml.writeStartElement("Classification");
        RequestWriter.attribute(xml, "domain", scheme);
        RequestWriter.characters(xml, code);
        xml.writeEndElement();
    }

    /** Everything is charged to all accounts together: how it is split is not known. */
    private void distribution(List<Reference> accounts, Money charge) throws XMLStreamException {
        if (accounts.isEmpty()) {
            return;
        }
        xml.writeStartElement("Distribution");
        xml.writeStartElement("Accounting");
        xml.writeAttribute("name", "");
        for (Reference account : accounts) {
            xml.writeStartElement("AccountingSegment");
            RequestWriter.attribute(xml, "id", account.value());
            PlacePart.named(xml, "Name", language, account.name());
            PlacePart.named(xml, "Description", language, null);
            xml.writeEndElement();
        }
        xml.writeEndElement();
        money.element(xml, "Charge", charge);
        xml.writeEndElement();
    }
}
