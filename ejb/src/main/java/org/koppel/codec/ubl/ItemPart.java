package org.koppel.codec.ubl;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.koppel.codec.DocumentException;
import org.koppel.codec.XmlCursor;
import org.koppel.document.Classification;
import org.koppel.document.Item;

/** Reads {@code cac:Item}. It may come without any number: then its name has to do. */
final class ItemPart {
    private static final String PATH = "LineItem/Item/";
    private final UblFields fields;
    private final XmlCursor xml;
    private final List<Classification> classifications = new ArrayList<>();
    private String name;
    private String description;
    private String sellersId;
    private String buyersId;
    private String manufacturersId;
    private String manufacturer;
    private String gtin;

    private ItemPart(UblFields fields) {
        this.fields = fields;
        this.xml = fields.xml();
    }

    /** What else an item may say, to whoever reads it: the cursor has just entered the element. */
    interface Further {
        void element(String name) throws DocumentException, IOException;
    }

    static ItemPart read(UblFields fields) throws DocumentException, IOException {
        return read(fields, name -> {});
    }

    static ItemPart read(UblFields fields, Further further) throws DocumentException, IOException {
        ItemPart part = new ItemPart(fields);
        int here = part.xml.depth();
        while (part.xml.nextChild(here)) {
            part.child(further);
        }
        return part;
    }

    private void child(Further further) throws DocumentException, IOException {
        switch (xml.name()) {
            case "Name" -> name = fields.text(Ubl.NAME_LENGTH, PATH + "Name");
            case "Description" -> description = fields.text(Ubl.TEXT_LENGTH, PATH + "Description");
            case "SellersItemIdentification" -> sellersId = id("SellersItemIdentification");
            case "BuyersItemIdentification" -> buyersId = id("BuyersItemIdentification");
            case "ManufacturersItemIdentification" -> manufacturersId = id("ManufacturersItemIdentification");
            case "StandardItemIdentification" -> {
                String number = id("StandardItemIdentification");
                gtin = number != null && number.matches("\\d{8,14}") ? number : null;
            }
            case "CommodityClassification" -> classification();
            case "ManufacturerParty" ->
                manufacturer = PartyPart.itself(fields, PATH + "ManufacturerParty")
                        .party()
                        .name();
            default -> further.element(xml.name());
        }
    }

    private String id(String element) throws DocumentException, IOException {
        return fields.childText("ID", Ubl.NAME_LENGTH, PATH + element);
    }

    private void classification() throws DocumentException, IOException {
        int here = xml.depth();
        while (xml.nextChild(here)) {
            if ("ItemClassificationCode".equals(xml.name())) {
                String list = xml.attribute("listID");
                String version = xml.attribute("listVersionID");
                String code = fields.text(Ubl.NAME_LENGTH, PATH + "CommodityClassification/ItemClassificationCode");
                if (code != null && list != null && classifications.size() < Ubl.MOST_REFERENCES) {
                    classifications.add(new Classification(list.equals(Ubl.UNSPSC) ? "UNSPSC" : list, version, code));
                }
            }
        }
    }

    Item item() {
        return new Item(
                sellersId,
                buyersId,
                manufacturersId,
                manufacturer,
                gtin,
                name == null ? description : name,
                classifications);
    }
}
