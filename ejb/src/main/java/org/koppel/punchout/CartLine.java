package org.koppel.punchout;

import jakarta.persistence.Column;
import jakarta.persistence.Embeddable;
import java.math.BigDecimal;
import java.time.LocalDate;
import org.koppel.document.Price;
import org.koppel.platform.Json;
import org.koppel.shared.Money;
import org.koppel.shared.UnitCode;

/** An article in a cart. Price and all else are asked of the catalogue until the cart goes home; then they are frozen here. */
@Embeddable
class CartLine {
    private String article;
    private BigDecimal quantity;
    private String unit;
    private BigDecimal price;
    private String currency;

    @Column(name = "price_base")
    private BigDecimal priceBase;

    private String description;
    private String item;

    @Column(name = "wanted_date")
    private LocalDate wantedDate;

    @Column(name = "cost_centre")
    private String costCentre;

    private String note;

    protected CartLine() {} // for JPA

    CartLine(String article, BigDecimal quantity) {
        this.article = article;
        this.quantity = quantity;
    }

    String article() {
        return article;
    }

    BigDecimal quantity() {
        return quantity;
    }

    void quantity(BigDecimal newQuantity) {
        quantity = newQuantity;
    }

    void becomes(String otherArticle) {
        article = otherArticle;
    }

    LineWishes wishes() {
        return new LineWishes(wantedDate, costCentre, note);
    }

    void wish(LineWishes wishes) {
        wantedDate = wishes.delivery();
        costCentre = wishes.costCentre();
        note = wishes.text();
    }

    void freeze(CartItem as) {
        unit = as.unit().value();
        price = as.price().amount().amount();
        currency = as.price().amount().currency();
        priceBase = as.price().baseQuantity();
        description = as.description();
        item = Json.write(as);
    }

    /** @throws IllegalStateException when the cart has not gone home */
    CartItem frozen() {
        if (item == null) {
            throw new IllegalStateException("Line of article " + article + " was not handed over");
        }
        return Json.read(item, CartItem.class);
    }

    ParkedCart.Line parked(int number) {
        Price each = new Price(new Money(price, currency), priceBase);
        return new ParkedCart.Line(number, article, quantity, new UnitCode(unit), each, frozen().wishes());
    }
}
