package org.koppel.codec.cebeo;

import java.io.IOException;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import org.koppel.codec.DocumentException;
import org.koppel.codec.XmlCursor;
import org.koppel.document.Item;
import org.koppel.document.OrderLine;
import org.koppel.document.Price;
import org.koppel.shared.Money;
import org.koppel.shared.Quantity;
import org.koppel.shared.UnitCode;

/** One {@code OrderLine}. */
final class CebeoLinePart {
    private final CebeoFields fields;
    private final XmlCursor xml;
    private final String currency;
    private String number;
    private String sellersId;
    private String buyersId;
    private String manufacturer;
    private String manufacturersId;
    private String gtin;
    private String description;
    private BigDecimal quantity;
    private boolean quantitySeen;
    private UnitCode unit = UnitCode.AGREED;
    private BigDecimal price;
    private LocalDate requested;

    /** @param position from 1, the number of a line that has none */
    CebeoLinePart(CebeoFields fields, String currency, int position) {
        this.fields = fields;
        this.xml = fields.xml();
        this.currency = currency;
        this.number = Integer.toString(position);
        fields.at("line at position " + position + ", ");
    }

    /** Null when it has a problem, which is noted. */
    OrderLine read() throws DocumentException, IOException {
        int here = xml.depth();
        while (xml.nextChild(here)) {
            field();
        }
        if (!quantitySeen) {
            fields.required(null, "OrderedQuantity", "say how much is ordered");
        } else if (quantity != null && quantity.signum() == 0) {
            fields.problem(
                    "QUANTITY_NOT_POSITIVE",
                    "OrderedQuantity",
                    "OrderedQuantity is 0; order more, or leave the line out");
        }
        boolean named = sellersId != null || buyersId != null || manufacturersId != null || gtin != null;
        fields.required(named ? "" : null, "Material/SupplierItemID", "name the article");
        if (quantity == null || quantity.signum() == 0 || unit == null || !named) {
            return null;
        }
        return new OrderLine(
                number,
                new Item(sellersId, buyersId, manufacturersId, manufacturer, gtin, description, List.of()),
                new Quantity(quantity, unit),
                price == null ? null : Price.perUnit(new Money(price, currency)),
                requested,
                null,
                null,
                List.of());
    }

    private void field() throws DocumentException, IOException {
        switch (xml.name()) {
            case "CustomerOrderLineID" -> {
                String own = fields.text(Cebeo.LINE_NUMBER_LENGTH, "CustomerOrderLineID");
                number = own == null ? number : own;
                fields.at("line " + number + ", ");
            }
            case "Material" -> material();
            case "OrderedQuantity" -> {
                quantitySeen = true;
                quantity = fields.number("OrderedQuantity");
            }
            case "UnitOfMeasure" -> unit = fields.unit("UnitOfMeasure");
            case "RequestedPrice" -> price = fields.number("RequestedPrice");
            case "RequestedDeliveryDate" -> requested = fields.day("RequestedDeliveryDate");
            default -> {}
        }
    }

    private void material() throws DocumentException, IOException {
        int here = xml.depth();
        while (xml.nextChild(here)) {
            String field = "Material/" + xml.name();
            switch (xml.name()) {
                case "SupplierItemID" -> sellersId = fields.text(Cebeo.NAME_LENGTH, field);
                case "CustomerItemID" -> buyersId = fields.text(Cebeo.NAME_LENGTH, field);
                case "BrandName" -> manufacturer = fields.text(Cebeo.NAME_LENGTH, field);
                case "Reference" -> manufacturersId = fields.text(Cebeo.NAME_LENGTH, field);
                case "EAN" -> gtin = fields.text(Cebeo.NAME_LENGTH, field);
                case "Description" -> description = fields.text(Cebeo.TEXT_LENGTH, field);
                default -> {} // reels and promotions: agreed elsewhere
            }
        }
    }
}
