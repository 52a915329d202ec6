package org.koppel.codec.cxml;

import java.io.IOException;
import java.math.BigDecimal;
import java.math.MathContext;
import java.util.Locale;
import org.koppel.codec.DocumentException;
import org.koppel.codec.XmlCursor;
import org.koppel.document.Price;
import org.koppel.document.PunchOutRequest;
import org.koppel.shared.Money;
import org.koppel.shared.UnitCode;
import org.koppel.shared.Units;

/**
 * {@code ItemOut} of a cart that comes back to be changed or looked at. Only what the line cannot be without is demanded: article
 * and quantity. Whatever else cannot be read is left out, because the catalogue says it anew.
 */
final class CartLinePart {
    private static final BigDecimal MOST = new BigDecimal("99999999999"); // what a cart can hold
    private static final int QUANTITY_DECIMALS = 3;

    private final Fields fields;
    private final XmlCursor xml;
    private String article;
    private String auxiliary;
    private String buyersId;
    private UnitCode unit;
    private Money amount;
    private BigDecimal basis = BigDecimal.ONE;
    private String description;

    CartLinePart(Fields fields) {
        this.fields = fields;
        this.xml = fields.xml();
    }

    /** The line just entered; null when it cannot be used, which is noted. */
    PunchOutRequest.Line read() throws DocumentException, IOException {
        BigDecimal quantity = fields.positive(
                fields.required(xml.attribute("quantity"), "ItemOut/@quantity", "say how many are in the cart"),
                "ItemOut/@quantity");
        int here = xml.depth();
        while (xml.nextChild(here)) {
            switch (xml.name()) {
                case "ItemID" -> id();
                case "ItemDetail" -> detail();
                default -> {} // the buyer's own: accounting, approval
            }
        }
        if (article == null && buyersId == null) {
            fields.required(null, "ItemID/SupplierPartID", "name the article by the supplier's number");
            return null;
        }
        if (quantity == null || quantity.compareTo(MOST) > 0 || tooFine(quantity)) {
            if (quantity != null) {
                fields.problem(
                        "NUMBER_OUT_OF_RANGE", "ItemOut/@quantity", "ItemOut/@quantity cannot be ordered; check it");
            }
            return null;
        }
        Price price = amount == null ? null : new Price(amount, basis);
        return new PunchOutRequest.Line(article, auxiliary, buyersId, quantity, unit, price, description);
    }

    private static boolean tooFine(BigDecimal quantity) {
        return quantity.stripTrailingZeros().scale() > QUANTITY_DECIMALS;
    }

    private void id() throws DocumentException, IOException {
        int here = xml.depth();
        while (xml.nextChild(here)) {
            switch (xml.name()) {
                case "SupplierPartID" -> article = fields.deepText(Cxml.NAME_LENGTH, "ItemID/SupplierPartID");
                case "SupplierPartAuxiliaryID" ->
                    auxiliary = fields.deepText(Cxml.AUXILIARY_LENGTH, "ItemID/SupplierPartAuxiliaryID");
                case "BuyerPartID" -> buyersId = fields.deepText(Cxml.NAME_LENGTH, "ItemID/BuyerPartID");
                default -> {}
            }
        }
    }

    private void detail() throws DocumentException, IOException {
        int here = xml.depth();
        while (xml.nextChild(here)) {
            switch (xml.name()) {
                case "UnitPrice" -> amount = money();
                case "UnitOfMeasure" ->
                    unit = Units.understood(xml.text(Cxml.NAME_LENGTH)).orElse(null);
                case "PriceBasisQuantity" -> basis = basis();
                case "Description" -> description = cut(xml.text(Cxml.TEXT_LENGTH));
                default -> {}
            }
        }
    }

    private Money money() throws DocumentException, IOException {
        Money found = null;
        int here = xml.depth();
        while (xml.nextChild(here)) {
            if ("Money".equals(xml.name())) {
                String currency = xml.attribute("currency");
                BigDecimal value = number(xml.text(Cxml.NAME_LENGTH));
                boolean good =
                        currency != null && currency.matches("[A-Za-z]{3}") && value != null && value.signum() >= 0;
                found = good ? new Money(value, currency.toUpperCase(Locale.ROOT)) : null;
            }
        }
        return found;
    }

    /** As for an order: the price is for quantity / conversionFactor order units. */
    private BigDecimal basis() {
        BigDecimal quantity = number(xml.attribute("quantity"));
        BigDecimal factor = number(xml.attribute("conversionFactor"));
        BigDecimal units = quantity == null || quantity.signum() <= 0 ? BigDecimal.ONE : quantity;
        return factor == null || factor.signum() <= 0 ? units : units.divide(factor, MathContext.DECIMAL64);
    }

    private static BigDecimal number(String text) {
        return text != null && Decimals.judge(text) == Decimals.Verdict.PLAIN ? new BigDecimal(text) : null;
    }

    private static String cut(String text) {
        return text == null || text.length() <= Cxml.TEXT_LENGTH ? text : text.substring(0, Cxml.TEXT_LENGTH);
    }
}
