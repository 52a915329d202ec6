package org.koppel.punchout;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import org.koppel.catalogue.Offer;
import org.koppel.catalogue.Surcharge;
import org.koppel.document.Classification;
import org.koppel.document.Price;
import org.koppel.shared.UnitCode;

/**
 * A line of a cart as it goes home. {@code number} counts from 1; {@code leadTimeDays} are working days; {@code longText},
 * {@code buyersId}, {@code manufacturer}, {@code manufacturersId}, {@code gtin} and {@code taxPercent} (VAT, not in {@code price}) may be
 * null. {@code surcharges} are those that follow on lines of their own.
 */
public record CartItem(
        int number,
        String article,
        String description,
        String longText,
        BigDecimal quantity,
        UnitCode unit,
        Price price,
        int leadTimeDays,
        String buyersId,
        String manufacturer,
        String manufacturersId,
        String gtin,
        List<Classification> classifications,
        BigDecimal taxPercent,
        List<Surcharge> surcharges) {

    public CartItem {
        classifications = classifications == null ? List.of() : List.copyOf(classifications);
        surcharges = surcharges == null ? List.of() : List.copyOf(surcharges);
    }

    /** Without VAT rate and surcharges. */
    public CartItem(
            int number,
            String article,
            String description,
            String longText,
            BigDecimal quantity,
            UnitCode unit,
            Price price,
            int leadTimeDays,
            String buyersId,
            String manufacturer,
            String manufacturersId,
            String gtin,
            List<Classification> classifications) {
        this(
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
                null,
                List.of());
    }

    /** @param longText may be null */
    public static CartItem of(int number, Offer offer, BigDecimal quantity, String longText) {
        return new CartItem(
                number,
                offer.article(),
                offer.description(),
                longText,
                quantity,
                offer.unit(),
                offer.handedPrice(),
                offer.leadTimeDays(),
                offer.buyersId(),
                offer.manufacturer(),
                offer.manufacturersId(),
                offer.gtin(),
                offer.classifications(),
                offer.taxPercent(),
                offer.surcharges().stream()
                        .filter(s -> s.handling() == Surcharge.Handling.OWN_LINE)
                        .toList());
    }

    /** All lines of a cart, each surcharge behind its article, numbered from 1. */
    static List<CartItem> withSurcharges(List<CartItem> articles) {
        List<CartItem> all = new ArrayList<>();
        for (CartItem article : articles) {
            all.add(article.numbered(all.size() + 1));
            for (Surcharge surcharge : article.surcharges()) {
                all.add(article.borne(all.size() + 1, surcharge));
            }
        }
        return all;
    }

    private CartItem numbered(int as) {
        return new CartItem(
                as,
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
                taxPercent,
                surcharges);
    }

    /** A surcharge of this article: as many units, and classified like it, so that both are booked alike. */
    private CartItem borne(int as, Surcharge surcharge) {
        return new CartItem(
                as,
                surcharge.number(),
                surcharge.name(),
                surcharge.name() + " (" + article + ")",
                quantity,
                unit,
                Price.perUnit(surcharge.amount()),
                leadTimeDays,
                null,
                null,
                null,
                null,
                classifications,
                surcharge.taxPercent(),
                List.of());
    }
}
