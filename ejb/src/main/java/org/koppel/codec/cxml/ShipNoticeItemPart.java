package org.koppel.codec.cxml;

import java.io.IOException;
import java.math.BigDecimal;
import java.util.Optional;
import org.koppel.codec.DocumentException;
import org.koppel.codec.HandlingUnits;
import org.koppel.codec.XmlCursor;
import org.koppel.document.DespatchAdvice.HandlingUnit;
import org.koppel.document.DespatchLine;
import org.koppel.shared.UnitCode;

/** Reads one {@code ShipNoticeItem}: what left of a line, in which package, and what is said about it. */
final class ShipNoticeItemPart {
    static final String ITEM = "ShipNoticeItem";

    private static final String PACKAGING = ITEM + "/Packaging/";
    private static final UnitCode KILOGRAM = new UnitCode(ShipNoticePart.KILOGRAM);

    private final Fields fields;
    private final XmlCursor xml;
    private final HandlingUnits packages;
    private final References references;
    private final ItemPart item;
    private boolean unitSeen;
    private UnitCode unit;
    private String sscc;
    private String note;

    /** @param packages gets those that the item names */
    ShipNoticeItemPart(Fields fields, HandlingUnits packages) {
        this.fields = fields;
        this.xml = fields.xml();
        this.packages = packages;
        this.references = new References(fields);
        this.item = new ItemPart(fields, new References(fields)); // those of an ItemID are the order's
    }

    /** @param position from 1 */
    DespatchLine read(int position, String ordersLine) throws DocumentException, IOException {
        BigDecimal quantity = fields.positive(
                fields.required(xml.attribute("quantity"), ITEM + "/@quantity", "say how much left"),
                ITEM + "/@quantity");
        int here = xml.depth();
        while (xml.nextChild(here)) {
            switch (xml.name()) {
                case "ItemID" -> item.id();
                case "ShipNoticeItemDetail" -> item.detail();
                case "UnitOfMeasure" -> {
                    unitSeen = true;
                    unit = fields.unit(fields.text(Cxml.NAME_LENGTH, ITEM + "/UnitOfMeasure"), ITEM + "/UnitOfMeasure");
                }
                case "Packaging" -> packaging();
                case "Comments" -> note = Texts.joined(note, fields.deepText(Cxml.TEXT_LENGTH, "Comments"));
                case "Extrinsic" -> references.repeated();
                default -> {} // OrderedQuantity: the order says it; Hazard, Batch …
            }
        }
        if (!unitSeen) {
            fields.unit(null, ITEM + "/UnitOfMeasure");
        }
        return new DespatchLine(
                Integer.toString(position),
                ordersLine,
                item.item(),
                RequestWalk.quantity(quantity, unit),
                null,
                sscc,
                note,
                references.all());
    }

    private void packaging() throws DocumentException, IOException {
        String its = null;
        String kind = null;
        BigDecimal gross = null;
        int here = xml.depth();
        while (xml.nextChild(here)) {
            switch (xml.name()) {
                case "PackagingCode" -> kind = fields.text(Cxml.NAME_LENGTH, PACKAGING + "PackagingCode");
                case "Dimension" -> gross = gross(gross);
                case "ShippingContainerSerialCode" -> its = code();
                default -> {}
            }
        }
        String said = new HandlingUnit(its, kind, null).commonKind(); // the code may be a word
        packages.named(its, ShipNoticePart.PACKAGE.equals(said) ? null : said, gross);
    }

    private String code() throws DocumentException, IOException {
        String field = PACKAGING + "ShippingContainerSerialCode";
        String code = fields.text(Cxml.NAME_LENGTH, field);
        if (sscc != null && code != null && !sscc.equals(code)) {
            fields.problem(
                    "UNSUPPORTED_VALUE",
                    field,
                    "The item is in the packages " + sscc + " and " + code + "; send an item for each package");
        }
        sscc = code == null ? sscc : code;
        return code;
    }

    /** @return the gross weight in kilograms, or what was known before where another measure is told */
    private BigDecimal gross(BigDecimal before) throws DocumentException, IOException {
        String field = PACKAGING + "Dimension/@quantity";
        boolean weight = ShipNoticePart.GROSS_WEIGHT.equals(xml.attribute("type"));
        String said = xml.attribute("quantity");
        Optional<UnitCode> in = Optional.empty();
        int here = xml.depth();
        while (xml.nextChild(here)) {
            if ("UnitOfMeasure".equals(xml.name())) {
                String code = fields.text(Cxml.NAME_LENGTH, PACKAGING + "Dimension/UnitOfMeasure");
                in = code == null ? in : fields.units().meaning(code);
            }
        }
        if (!weight || in.filter(KILOGRAM::equals).isEmpty()) {
            return before;
        }
        BigDecimal kilograms = fields.number(said, field);
        if (kilograms != null && kilograms.signum() < 0) {
            fields.problem("NUMBER_OUT_OF_RANGE", field, field + " is negative; leave out a weight that is not known");
        }
        return kilograms;
    }
}
