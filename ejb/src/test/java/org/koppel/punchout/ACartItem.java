package org.koppel.punchout;

import java.math.BigDecimal;
import java.util.List;
import org.koppel.catalogue.Surcharge;
import org.koppel.document.Classification;
import org.koppel.document.Price;
import org.koppel.shared.UnitCode;

/** Makes a line of a cart for tests; what is not said, it does not have. */
public final class ACartItem {
    private final int number;
    private final String article;
    private final String description;
    private String longText;
    private BigDecimal quantity = BigDecimal.ONE;
    private UnitCode unit = UnitCode.PIECE;
    private Price price;
    private int leadTimeDays;
    private String buyersId;
    private String manufacturer;
    private String manufacturersId;
    private String gtin;
    private List<Classification> classifications = List.of();
    private Wishes wishes = Wishes.NONE;
    private BigDecimal taxPercent;
    private List<Surcharge> surcharges = List.of();

    private ACartItem(int number, String article, String description) {
        this.number = number;
        this.article = article;
        this.description = description;
    }

    public static ACartItem of(int number, String article, String description) {
        return new ACartItem(number, article, description);
    }

    public ACartItem longText(String text) {
        longText = text;
        return this;
    }

    public ACartItem quantity(BigDecimal count, UnitCode of) {
        quantity = count;
        unit = of;
        return this;
    }

    public ACartItem price(Price each) {
        price = each;
        return this;
    }

    public ACartItem leadTimeDays(int days) {
        leadTimeDays = days;
        return this;
    }

    public ACartItem buyersId(String id) {
        buyersId = id;
        return this;
    }

    public ACartItem manufacturer(String name) {
        manufacturer = name;
        return this;
    }

    public ACartItem manufacturersId(String id) {
        manufacturersId = id;
        return this;
    }

    public ACartItem gtin(String id) {
        gtin = id;
        return this;
    }

    public ACartItem classifications(List<Classification> codes) {
        classifications = codes;
        return this;
    }

    public ACartItem wishes(Wishes said) {
        wishes = said;
        return this;
    }

    public ACartItem taxPercent(BigDecimal percent) {
        taxPercent = percent;
        return this;
    }

    public ACartItem surcharges(List<Surcharge> owed) {
        surcharges = owed;
        return this;
    }

    public CartItem build() {
        return new CartItem(
                number,
                article,
                description,
                longText,
                quantity,
                unit,
                price,
                leadTimeDays,
                buyersId,
                manufacturer,
                manufacturersId,
                gtin,
                classifications,
                wishes,
                taxPercent,
                surcharges);
    }
}
