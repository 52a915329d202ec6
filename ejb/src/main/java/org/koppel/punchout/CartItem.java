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
 * {@code buyersId}, {@code manufacturer}, {@code manufacturersId}, {@code gtin} and {@code taxPercent} (VAT, not in {@code price})
 * may be null; {@code wishes} are what the buyer said to the line; {@code surcharges} are those that follow on lines of their own.
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
        Wishes wishes,
        BigDecimal taxPercent,
        List<Surcharge> surcharges) {

    /** Carts that went home earlier have neither wishes nor surcharges. */
    public CartItem {
        classifications = classifications == null ? List.of() : List.copyOf(classifications);
        wishes = wishes == null ? Wishes.NONE : wishes;
        surcharges = surcharges == null ? List.of() : List.copyOf(surcharges);
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
                Wishes.NONE,
                offer.taxPercent(),
                offer.surcharges().stream()
                        .filter(s -> s.handling() == Surcharge.Handling.OWN_LINE)
                        .toList());
    }

    /** A surcharge by itself. */
    public static CartItem of(int number, Surcharge surcharge, BigDecimal quantity, UnitCode unit) {
        return new CartItem(
                number,
                surcharge.number(),
                surcharge.name(),
                null,
                quantity,
                unit,
                Price.perUnit(surcharge.amount()),
                0,
                null,
                null,
                null,
                null,
                List.of(),
                Wishes.NONE,
                surcharge.taxPercent(),
                List.of());
    }

    /** All lines of a cart, each surcharge behind its article, numbered from 1. */
    static List<CartItem> withSurcharges(List<CartItem> articles) {
        List<CartItem> all = new ArrayList<>();
        for (CartItem article : articles) {
            all.add(article.as(all.size() + 1, article.wishes));
            for (Surcharge surcharge : article.surcharges()) {
                all.add(article.borne(all.size() + 1, surcharge, article.quantity));
            }
        }
        return all;
    }

    /** The same with wishes. */
    CartItem with(Wishes newWishes) {
        return as(number, newWishes);
    }

    private CartItem as(int newNumber, Wishes newWishes) {
        return new CartItem(
                newNumber,
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
                newWishes,
                taxPercent,
                surcharges);
    }

    /** A surcharge of this article: classified, dated and accounted like it, so that both are booked alike. */
    public CartItem borne(int as, Surcharge surcharge, BigDecimal units) {
        return new CartItem(
                as,
                surcharge.number(),
                surcharge.name(),
                surcharge.name() + " (" + article + ")",
                units,
                unit,
                Price.perUnit(surcharge.amount()),
                leadTimeDays,
                null,
                null,
                null,
                null,
                classifications,
                new Wishes(wishes.delivery(), wishes.costCentre(), null, wishes.site(), wishes.cardText()),
                surcharge.taxPercent(),
                List.of());
    }
}
