package org.koppel.codec.cxml;

import java.io.IOException;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import org.koppel.codec.DocumentException;
import org.koppel.codec.XmlCursor;
import org.koppel.document.AllowanceCharge;
import org.koppel.document.InvoiceLine;
import org.koppel.document.Item;
import org.koppel.document.Price;
import org.koppel.document.Reference.Kind;
import org.koppel.shared.DocumentNumber;
import org.koppel.shared.Money;
import org.koppel.shared.Quantity;
import org.koppel.shared.UnitCode;

/** One {@code InvoiceDetailOrder}: which order is charged, and its lines. */
final class InvoiceDetailOrder {
    private final Fields fields;
    private final XmlCursor xml;
    private final InvoiceDetailMoney money;
    private final InvoiceExtrinsics extrinsics;
    private String order;

    InvoiceDetailOrder(Fields fields, InvoiceDetailMoney money, InvoiceExtrinsics extrinsics) {
        this.fields = fields;
        this.xml = fields.xml();
        this.money = money;
        this.extrinsics = extrinsics;
    }

    void info() throws DocumentException, IOException {
        int here = xml.depth();
        while (xml.nextChild(here)) {
            switch (xml.name()) {
                case "OrderReference", "OrderIDInfo" -> {
                    String id = fields.identifier("orderID", Cxml.NUMBER_LENGTH, xml.name() + "/@orderID");
                    order = order == null ? id : order;
                }
                case "MasterAgreementIDInfo", "MasterAgreementReference" ->
                    extrinsics.add(
                            Kind.CONTRACT,
                            fields.identifier("agreementID", Cxml.NAME_LENGTH, xml.name() + "/@agreementID"));
                case "SupplierOrderInfo" ->
                    extrinsics.add(
                            Kind.SUPPLIER_ORDER,
                            fields.identifier("orderID", Cxml.NAME_LENGTH, "SupplierOrderInfo/@orderID"));
                default -> {}
            }
        }
    }

    /** @param position from 1, for lines without a number */
    InvoiceLine item(int position) throws DocumentException, IOException {
        fields.at("line at position " + position + ", ");
        String number = fields.identifier("invoiceLineNumber", Cxml.LINE_NUMBER_LENGTH, "@invoiceLineNumber");
        if (number != null) {
            fields.at("line " + number + ", ");
        }
        return new Line(number).read();
    }

    /** One {@code InvoiceDetailItem}. */
    private final class Line {
        private final String number;
        private final BigDecimal quantity;
        private final boolean adHoc = "yes".equals(xml.attribute("isAdHoc"));
        private final References references = new References(fields);
        private final List<AllowanceCharge> extras = new ArrayList<>();
        private UnitCode unit;
        private Money price;
        private BigDecimal base = BigDecimal.ONE;
        private String orderLine;
        private String sellersId;
        private String buyersId;
        private String description;
        private String despatch;
        private Money amount;
        private BigDecimal percent;
        private String category;
        private String note;

        Line(String number) {
            this.number = number;
            BigDecimal signed = fields.number(xml.attribute("quantity"), "@quantity");
            this.quantity = signed == null || !money.isCredit() ? signed : signed.negate();
        }

        InvoiceLine read() throws DocumentException, IOException {
            int here = xml.depth();
            while (xml.nextChild(here)) {
                child();
            }
            boolean counted = quantity != null && unit != null && quantity.signum() >= 0;
            return new InvoiceLine(
                    number,
                    order == null ? null : new DocumentNumber(order),
                    adHoc ? null : orderLine,
                    despatch,
                    new Item(sellersId, buyersId, null, null, null, description, List.of()),
                    counted ? new Quantity(quantity, unit) : null,
                    price == null || price.amount().signum() < 0 ? null : new Price(price, base),
                    extras,
                    amount,
                    category,
                    percent,
                    null,
                    note,
                    references.all());
        }

        private void child() throws DocumentException, IOException {
            switch (xml.name()) {
                case "UnitOfMeasure" ->
                    unit = fields.unit(fields.text(Cxml.NAME_LENGTH, "UnitOfMeasure"), "UnitOfMeasure");
                case "UnitPrice" -> price = fields.money("UnitPrice");
                case "PriceBasisQuantity" -> {
                    BigDecimal said = fields.positive(xml.attribute("quantity"), "PriceBasisQuantity/@quantity");
                    base = said == null ? BigDecimal.ONE : said;
                }
                case "InvoiceDetailItemReference", "InvoiceDetailServiceItemReference" -> reference();
                case "ShipNoticeIDInfo" ->
                    despatch = fields.identifier("shipNoticeID", Cxml.NAME_LENGTH, "ShipNoticeIDInfo/@shipNoticeID");
                case "InvoiceItemModifications" -> money.modifications(extras);
                case "Tax" -> rate();
                case "NetAmount" -> amount = money.money("NetAmount");
                case "Comments" -> note = fields.deepText(Cxml.TEXT_LENGTH, "Comments");
                case "Distribution" -> references.distribution();
                case "Extrinsic" -> extrinsic();
                default -> {}
            }
        }

        private void extrinsic() throws DocumentException, IOException {
            String name = fields.attribute("name", Cxml.NAME_LENGTH, "Extrinsic/@name");
            String value = fields.deepText(Cxml.TEXT_LENGTH, "Extrinsic");
            if ("TaxPercent".equals(name)) {
                percent = fields.number(value, "Extrinsic TaxPercent");
            } else if ("TaxCategory".equals(name)) {
                category = value == null ? null : value.strip();
            } else {
                InvoiceExtrinsics.add(references, name, value);
            }
        }

        private void rate() throws DocumentException, IOException {
            int here = xml.depth();
            while (xml.nextChild(here)) {
                if ("TaxDetail".equals(xml.name())) {
                    percent = fields.number(xml.attribute("percentageRate"), "Tax/TaxDetail/@percentageRate");
                }
            }
        }

        private void reference() throws DocumentException, IOException {
            orderLine =
                    fields.identifier("lineNumber", Cxml.LINE_NUMBER_LENGTH, "InvoiceDetailItemReference/@lineNumber");
            int here = xml.depth();
            while (xml.nextChild(here)) {
                switch (xml.name()) {
                    case "ItemID" -> itemId();
                    case "Description" ->
                        description = fields.deepText(Cxml.TEXT_LENGTH, "InvoiceDetailItemReference/Description");
                    default -> {}
                }
            }
        }

        private void itemId() throws DocumentException, IOException {
            int here = xml.depth();
            while (xml.nextChild(here)) {
                switch (xml.name()) {
                    case "SupplierPartID" -> sellersId = fields.text(Cxml.NAME_LENGTH, "ItemID/SupplierPartID");
                    case "BuyerPartID" -> buyersId = fields.text(Cxml.NAME_LENGTH, "ItemID/BuyerPartID");
                    default -> {}
                }
            }
        }
    }
}
