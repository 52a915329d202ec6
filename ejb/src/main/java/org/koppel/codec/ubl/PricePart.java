package org.koppel.codec.ubl;

import java.io.IOException;
import java.math.BigDecimal;
import org.koppel.codec.DocumentException;
import org.koppel.codec.Problem;
import org.koppel.codec.XmlCursor;
import org.koppel.document.Price;
import org.koppel.shared.Money;
import org.koppel.shared.Quantity;
import org.koppel.shared.UnitCode;
import org.koppel.shared.Units;

/** Reads {@code cac:Price} of a line: an amount for so many units, which must be those that the line counts in. */
final class PricePart {
    private final UblFields fields;
    private final String path;
    private Money amount;
    private BigDecimal base = BigDecimal.ONE;
    private UnitCode unit;
    private String place;

    private PricePart(UblFields fields, String path) {
        this.fields = fields;
        this.path = path;
    }

    static PricePart read(UblFields fields, String path) throws DocumentException, IOException {
        PricePart part = new PricePart(fields, path);
        XmlCursor xml = fields.xml();
        int here = xml.depth();
        while (xml.nextChild(here)) {
            switch (xml.name()) {
                case "PriceAmount" -> part.amount = fields.money(path + "/PriceAmount");
                case "BaseQuantity" -> part.base();
                default -> {}
            }
        }
        return part;
    }

    private void base() throws DocumentException, IOException {
        String field = path + "/BaseQuantity/@unitCode";
        String code = fields.xml().attribute("unitCode");
        place = fields.place(field);
        unit = code == null ? null : fields.unit(code, field);
        BigDecimal said = fields.positive(path + "/BaseQuantity");
        base = said == null ? BigDecimal.ONE : said;
    }

    /**
     * Notes a price for another measure than the line counts in, such as one by the kilogram for pieces: nobody here knows what a piece
     * weighs. Not for a line without a unit that can be read, which is a problem by itself.
     */
    void check(Quantity counted) {
        if (unit != null && counted != null && !Units.fit(unit, counted.unit())) {
            String text = "The price is for " + unit + ", and the line counts in " + counted.unit()
                    + "; send the price for a quantity in the unit of the line";
            fields.problem(new Problem("UNSUPPORTED_VALUE", place, text));
        }
    }

    /** Null when no amount could be read. */
    String currency() {
        return amount == null ? null : amount.currency();
    }

    /** Null when no amount could be read. */
    Price price() {
        return amount == null ? null : new Price(amount, base);
    }
}
