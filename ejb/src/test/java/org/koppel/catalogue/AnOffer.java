package org.koppel.catalogue;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import org.koppel.document.Classification;
import org.koppel.document.Price;
import org.koppel.shared.UnitCode;

/** Makes an offer for tests: visible, by the piece, not in stock; what else is not said, it does not have. */
public final class AnOffer {
    private final String article;
    private final String description;
    private boolean visible = true;
    private UnitCode unit = UnitCode.PIECE;
    private BigDecimal minimum = BigDecimal.ONE;
    private BigDecimal step = BigDecimal.ONE;
    private Price price;
    private BigDecimal stock = BigDecimal.ZERO;
    private LocalDate restock;
    private int leadTimeDays;
    private BigDecimal taxPercent = BigDecimal.ZERO;
    private String successor;
    private List<Classification> classifications = List.of();
    private List<Surcharge> surcharges = List.of();

    private AnOffer(String article, String description) {
        this.article = article;
        this.description = description;
    }

    public static AnOffer of(String article, String description) {
        return new AnOffer(article, description);
    }

    public AnOffer visible(boolean is) {
        visible = is;
        return this;
    }

    public AnOffer unit(UnitCode sold) {
        unit = sold;
        return this;
    }

    public AnOffer steps(BigDecimal least, BigDecimal then) {
        minimum = least;
        step = then;
        return this;
    }

    public AnOffer price(Price net) {
        price = net;
        return this;
    }

    public AnOffer stock(BigDecimal there) {
        stock = there;
        return this;
    }

    public AnOffer restock(LocalDate day) {
        restock = day;
        return this;
    }

    public AnOffer leadTimeDays(int days) {
        leadTimeDays = days;
        return this;
    }

    public AnOffer taxPercent(BigDecimal percent) {
        taxPercent = percent;
        return this;
    }

    public AnOffer successor(String number) {
        successor = number;
        return this;
    }

    public AnOffer classifications(List<Classification> codes) {
        classifications = codes;
        return this;
    }

    public AnOffer surcharges(List<Surcharge> owed) {
        surcharges = owed;
        return this;
    }

    public Offer build() {
        return new Offer(
                article,
                description,
                visible,
                unit,
                minimum,
                step,
                price,
                stock,
                restock,
                leadTimeDays,
                taxPercent,
                null,
                null,
                null,
                null,
                successor,
                classifications,
                surcharges);
    }
}
