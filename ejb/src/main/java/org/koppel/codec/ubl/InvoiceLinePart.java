package org.koppel.codec.ubl;

import java.util.List;
import java.util.stream.Stream;
import javax.xml.stream.XMLStreamException;
import org.koppel.document.AllowanceCharge;
import org.koppel.document.Classification;
import org.koppel.document.Invoice;
import org.koppel.document.InvoiceLine;
import org.koppel.document.Item;
import org.koppel.document.Reference;
import org.koppel.shared.Numbers;
import org.koppel.shared.UnitCode;

/**
 * Writes {@code InvoiceLine} and {@code CreditNoteLine}. What a line has no place for (the order of a line, its delivery note, further
 * references) stands among the item's properties, by name.
 */
final class InvoiceLinePart {
    private final Invoice invoice;
    private final UblXml xml;

    InvoiceLinePart(Invoice invoice, UblXml xml) {
        this.invoice = invoice;
        this.xml = xml;
    }

    void write(InvoiceLine line) throws XMLStreamException {
        InvoicePlaces places = InvoicePlaces.ofLine(line.references());
        UnitCode unit = line.quantity().unit();
        xml.open(invoice.credits() ? "CreditNoteLine" : "InvoiceLine");
        xml.basic("ID", line.number());
        xml.basic("Note", line.note());
        xml.quantity(
                invoice.credits() ? "CreditedQuantity" : "InvoicedQuantity",
                line.quantity().value(),
                unit);
        xml.cents("LineExtensionAmount", line.amount());
        xml.basic("AccountingCost", places.accountingCost());
        if (line.deliveredOn() != null) {
            xml.open("InvoicePeriod");
            xml.basic("StartDate", line.deliveredOn().toString());
            xml.basic("EndDate", line.deliveredOn().toString());
            xml.close();
        }
        xml.wrapped("OrderLineReference", "LineID", line.orderLine());
        for (AllowanceCharge extra : line.allowanceCharges()) {
            InvoicePart.extra(xml, extra);
        }
        item(line, places);
        xml.open("Price");
        xml.amount("PriceAmount", line.price().amount());
        xml.quantity("BaseQuantity", line.price().baseQuantity(), unit);
        xml.close();
        xml.close();
    }

    private void item(InvoiceLine line, InvoicePlaces places) throws XMLStreamException {
        Item item = line.item();
        xml.open("Item");
        xml.basic(
                "Name",
                Stream.of(item.description(), item.sellersId(), item.buyersId(), item.gtin())
                        .filter(n -> n != null && !n.isBlank())
                        .findFirst()
                        .orElse("?"));
        xml.wrapped("BuyersItemIdentification", "ID", item.buyersId());
        xml.wrapped("SellersItemIdentification", "ID", item.sellersId());
        xml.wrapped("StandardItemIdentification", "ID", item.gtin(), "schemeID", Ubl.GTIN);
        for (Classification classification : item.classifications()) {
            if ("UNSPSC".equals(classification.scheme()) && classification.code() != null) {
                xml.wrapped(
                        "CommodityClassification",
                        "ItemClassificationCode",
                        classification.code(),
                        "listID",
                        Ubl.UNSPSC);
            }
        }
        xml.open("ClassifiedTaxCategory");
        InvoicePart.category(xml, line.taxCategory(), Numbers.plain(line.taxPercent()), List.of());
        xml.close();
        property("Order", line.order() == null ? null : line.order().value());
        property("Despatch", line.despatch());
        for (Reference reference : places.others()) {
            property(ReferencePlaces.words(reference), reference.value());
        }
        xml.close();
    }

    private void property(String name, String value) throws XMLStreamException {
        if (value != null && !value.isBlank()) {
            xml.open("AdditionalItemProperty");
            xml.basic("Name", name);
            xml.basic("Value", value);
            xml.close();
        }
    }
}
