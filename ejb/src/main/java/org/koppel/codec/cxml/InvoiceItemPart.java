package org.koppel.codec.cxml;

import java.math.BigDecimal;
import java.util.stream.Stream;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamWriter;
import org.koppel.codec.CxmlVersion;
import org.koppel.codec.UnitSpelling;
import org.koppel.document.AllowanceCharge;
import org.koppel.document.Invoice;
import org.koppel.document.InvoiceLine;
import org.koppel.document.Item;
import org.koppel.document.Price;
import org.koppel.shared.Money;
import org.koppel.shared.Numbers;

/**
 * {@code InvoiceDetailItem}. What was not ordered is ad hoc; the rate of VAT of a line, for which there is no place, is an extrinsic, and so is the
 * category of a rate of zero. A version before {@link CxmlVersion#knowsWholeLines} gets prices for one unit and no number of the buyer.
 */
final class InvoiceItemPart {
    private final Invoice invoice;
    private final CxmlMoney money;
    private final boolean whole;
    private final UnitSpelling units;

    InvoiceItemPart(Invoice invoice, CxmlMoney money, CxmlVersion version, UnitSpelling units) {
        this.invoice = invoice;
        this.money = money;
        this.whole = version.knowsWholeLines();
        this.units = units;
    }

    void write(XMLStreamWriter xml, InvoiceLine line) throws XMLStreamException {
        String unit = units.of(line.quantity().unit());
        xml.writeStartElement("InvoiceDetailItem");
        xml.writeAttribute("invoiceLineNumber", line.number());
        xml.writeAttribute(
                "quantity", Numbers.plain(money.signed(line.quantity().value())));
        if (line.orderLine() == null) {
            xml.writeAttribute("isAdHoc", "yes");
        }
        RequestWriter.text(xml, "UnitOfMeasure", unit);
        price(xml, whole ? line.price() : Price.perUnit(line.price().perOne()), unit);
        reference(xml, line);
        money.element(xml, "SubtotalAmount", goods(line));
        if (line.despatch() != null) {
            xml.writeEmptyElement("ShipNoticeIDInfo");
            RequestWriter.attribute(xml, "shipNoticeID", line.despatch());
        }
        if (!line.allowanceCharges().isEmpty()) {
            xml.writeStartElement("InvoiceItemModifications");
            for (AllowanceCharge extra : line.allowanceCharges()) {
                modification(xml, extra, invoice.language(), money);
            }
            xml.writeEndElement();
        }
        money.element(xml, "NetAmount", line.amount());
        RequestWriter.text(xml, "Comments", invoice.language(), line.note());
        extrinsic(xml, "TaxPercent", Numbers.plain(line.taxPercent()));
        if (line.taxPercent().signum() == 0 && line.taxCategory() != null) {
            extrinsic(xml, "TaxCategory", line.taxCategory());
        }
        ConfirmationPart.extrinsics(xml, line.references());
        xml.writeEndElement();
    }

    /** What the line comes to before its modifications: price times quantity, where both were not rounded before. */
    static Money goods(InvoiceLine line) {
        BigDecimal amount = line.amount().amount();
        for (AllowanceCharge extra : line.allowanceCharges()) {
            amount = amount.subtract(extra.effect().amount());
        }
        return new Money(amount, line.amount().currency());
    }

    private static void extrinsic(XMLStreamWriter xml, String name, String value) throws XMLStreamException {
        xml.writeStartElement("Extrinsic");
        xml.writeAttribute("name", name);
        xml.writeCharacters(value);
        xml.writeEndElement();
    }

    private void price(XMLStreamWriter xml, Price price, String unit) throws XMLStreamException {
        xml.writeStartElement("UnitPrice");
        money.price(xml, price.amount());
        xml.writeEndElement();
        if (price.baseQuantity().compareTo(BigDecimal.ONE) != 0) {
            xml.writeStartElement("PriceBasisQuantity");
            xml.writeAttribute("quantity", Numbers.plain(price.baseQuantity()));
            xml.writeAttribute("conversionFactor", "1");
            RequestWriter.text(xml, "UnitOfMeasure", unit);
            xml.writeEndElement();
        }
    }

    private void reference(XMLStreamWriter xml, InvoiceLine line) throws XMLStreamException {
        Item item = line.item();
        xml.writeStartElement("InvoiceDetailItemReference");
        xml.writeAttribute("lineNumber", line.orderLine() == null ? line.number() : line.orderLine());
        String id = Stream.of(item.sellersId(), item.manufacturersId(), item.gtin(), item.buyersId())
                .filter(i -> i != null && !i.isBlank())
                .findFirst()
                .orElse(null);
        if (id != null) {
            xml.writeStartElement("ItemID");
            RequestWriter.text(xml, "SupplierPartID", id);
            RequestWriter.text(xml, "BuyerPartID", whole ? item.buyersId() : null);
            xml.writeEndElement();
        }
        RequestWriter.text(xml, "Description", invoice.language(), item.description());
        xml.writeEndElement();
    }

    /** What is added or taken off: a levy, freight, a discount. */
    static void modification(XMLStreamWriter xml, AllowanceCharge extra, String language, CxmlMoney money)
            throws XMLStreamException {
        xml.writeStartElement("Modification");
        if (extra.adds()) {
            money.element(xml, "AdditionalCost", extra.amount());
        } else {
            xml.writeStartElement("AdditionalDeduction");
            money.element(xml, "DeductionAmount", extra.amount());
            xml.writeEndElement();
        }
        String words = extra.reason() == null ? extra.code() : extra.reason();
        xml.writeStartElement("ModificationDetail");
        RequestWriter.attribute(
                xml, "name", extra.code() == null || extra.code().isBlank() ? words : extra.code());
        RequestWriter.text(xml, "Description", language, words);
        xml.writeEndElement();
        xml.writeEndElement();
    }
}
