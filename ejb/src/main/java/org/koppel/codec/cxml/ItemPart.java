package org.koppel.codec.cxml;

import java.io.IOException;
import java.math.BigDecimal;
import java.math.MathContext;
import java.util.ArrayList;
import java.util.List;
import org.koppel.codec.DocumentException;
import org.koppel.codec.XmlCursor;
import org.koppel.document.Classification;
import org.koppel.document.Item;
import org.koppel.document.Price;
import org.koppel.document.Reference.Kind;
import org.koppel.shared.Money;
import org.koppel.shared.UnitCode;

/** {@code ItemID} and {@code ItemDetail} of one line. */
final class ItemPart {
    private static final int MOST_CLASSIFICATIONS = 50;
    private static final BigDecimal DEAREST = new BigDecimal("100000000000");

    private final Fields fields;
    private final XmlCursor xml;
    private final References references;
    private final List<Classification> classifications = new ArrayList<>();
    private String supplierPart;
    private String buyerPart;
    private String manufacturerPart;
    private String manufacturer;
    private String gtin;
    private String description;
    private boolean unitSeen;
    private UnitCode unit;
    private boolean priceSeen;
    private Money amount;
    private BigDecimal basis = BigDecimal.ONE;

    ItemPart(Fields fields, References references) {
        this.fields = fields;
        this.xml = fields.xml();
        this.references = references;
    }

    void id() throws DocumentException, IOException {
        int here = xml.depth();
        while (xml.nextChild(here)) {
            switch (xml.name()) {
                case "SupplierPartID" -> supplierPart = text("ItemID/SupplierPartID");
                case "SupplierPartAuxiliaryID" ->
                    references.add(
                            Kind.CART, null, fields.deepText(Cxml.AUXILIARY_LENGTH, "ItemID/SupplierPartAuxiliaryID"));
                case "BuyerPartID" -> buyerPart = text("ItemID/BuyerPartID");
                case "IdReference" -> idReference();
                default -> {}
            }
        }
    }

    private void idReference() {
        String domain = xml.attribute("domain");
        String identifier = xml.attribute("identifier");
        if (domain != null && Gtins.isScheme(domain) && Gtins.isGtin(identifier)) {
            gtin = identifier;
        } else {
            references.idReference();
        }
    }

    void detail() throws DocumentException, IOException {
        int here = xml.depth();
        while (xml.nextChild(here)) {
            switch (xml.name()) {
                case "UnitPrice" -> {
                    priceSeen = true;
                    amount = fields.money("UnitPrice");
                }
                case "Description" -> {
                    String text = fields.deepText(Cxml.TEXT_LENGTH, "ItemDetail/Description");
                    description = description == null ? text : description; // the first language is the buyer's
                }
                case "UnitOfMeasure" -> {
                    unitSeen = true;
                    unit = fields.unit(text("ItemDetail/UnitOfMeasure"), "ItemDetail/UnitOfMeasure");
                }
                case "PriceBasisQuantity" -> priceBasis();
                case "Classification" -> classification();
                case "ManufacturerPartID" -> manufacturerPart = text("ItemDetail/ManufacturerPartID");
                case "ManufacturerName" -> manufacturer = text("ItemDetail/ManufacturerName");
                case "ItemDetailIndustry" -> industry();
                case "Extrinsic" -> references.extrinsic();
                default -> {} // URL, LeadTime, Dimension …: the catalogue knows
            }
        }
    }

    private void classification() throws DocumentException, IOException {
        String scheme = fields.attribute("domain", Cxml.NAME_LENGTH, "Classification/@domain");
        String code = text("ItemDetail/Classification");
        if (scheme != null && code != null && classifications.size() < MOST_CLASSIFICATIONS) {
            classifications.add(new Classification(scheme, null, code));
        }
    }

    /**
     * The price is for {@code quantity} price units, and one order unit is {@code conversionFactor} price units; so it is for
     * quantity / conversionFactor order units. Both are 1 when absent.
     */
    private void priceBasis() {
        BigDecimal quantity = fields.positive(xml.attribute("quantity"), "PriceBasisQuantity/@quantity");
        BigDecimal factor = fields.positive(xml.attribute("conversionFactor"), "PriceBasisQuantity/@conversionFactor");
        if (quantity != null) {
            basis = factor == null ? quantity : plain(quantity.divide(factor, MathContext.DECIMAL64));
        } else if (factor != null) {
            basis = plain(BigDecimal.ONE.divide(factor, MathContext.DECIMAL64));
        }
    }

    /** Without trailing zeros and without exponent: 1E+2 would come back from JSON as another number. */
    private static BigDecimal plain(BigDecimal value) {
        BigDecimal stripped = value.stripTrailingZeros();
        return stripped.scale() < 0 ? stripped.setScale(0) : stripped;
    }

    /** {@code ItemDetailIndustry/ItemDetailRetail/EANID}. */
    private void industry() throws DocumentException, IOException {
        int here = xml.depth();
        while (xml.nextChild(here)) {
            if ("ItemDetailRetail".equals(xml.name())) {
                retail();
            }
        }
    }

    private void retail() throws DocumentException, IOException {
        int here = xml.depth();
        while (xml.nextChild(here)) {
            if ("EANID".equals(xml.name())) {
                String ean = text("ItemDetailRetail/EANID");
                gtin = Gtins.isGtin(ean) ? ean : gtin;
            }
        }
    }

    private String text(String field) throws DocumentException, IOException {
        return fields.deepText(Cxml.NAME_LENGTH, field);
    }

    /** Notes what is missing, once the whole line has been read. */
    void complete() {
        if (supplierPart == null && buyerPart == null) {
            fields.required(null, "ItemID/SupplierPartID", "name the article by the supplier's number");
        }
        if (!unitSeen) {
            fields.unit(null, "ItemDetail/UnitOfMeasure");
        }
        if (!priceSeen) {
            fields.required(null, "ItemDetail/UnitPrice", "write the price you expect, 0 when it is not known");
        }
        if (amount != null
                && amount.amount().divide(basis, MathContext.DECIMAL64).compareTo(DEAREST) >= 0) {
            fields.problem(
                    "NUMBER_OUT_OF_RANGE",
                    "PriceBasisQuantity/@quantity",
                    "The price of one unit has more than 11 digits before the point; check price and price basis");
        }
    }

    /** Null when it could not be read. */
    UnitCode unit() {
        return unit;
    }

    /** Null when it could not be read. */
    Price price() {
        return amount == null ? null : new Price(amount, basis);
    }

    Item item() {
        return new Item(supplierPart, buyerPart, manufacturerPart, manufacturer, gtin, description, classifications);
    }
}
