package org.koppel.catalogue;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import org.koppel.document.Classification;
import org.koppel.document.Price;
import org.koppel.shared.Money;
import org.koppel.shared.UnitCode;

/**
 * What an article costs one customer now, and how it can be ordered. {@code article} is the supplier's number;
 * {@code visible} whether it is in the customer's assortment and not dead; {@code price} the net price for the quantity that was asked
 * (scales counted), null when there is none in the customer's currency; {@code minimum} and {@code step} in {@code unit};
 * {@code stock} what can be delivered at once; {@code restock} when more comes (null: unknown); {@code leadTimeDays} the working days until delivery from stock;
 * {@code taxPercent} the VAT rate. {@code buyersId}, {@code manufacturer}, {@code manufacturersId}, {@code gtin} and
 * {@code successor} (the number of the article that replaces a dead one and that the customer can see) may be null.
 * {@code surcharges} are not in {@code price}.
 */
public record Offer(
        String article,
        String description,
        boolean visible,
        UnitCode unit,
        BigDecimal minimum,
        BigDecimal step,
        Price price,
        BigDecimal stock,
        LocalDate restock,
        int leadTimeDays,
        BigDecimal taxPercent,
        String buyersId,
        String manufacturer,
        String manufacturersId,
        String gtin,
        String successor,
        List<Classification> classifications,
        List<Surcharge> surcharges) {

    public Offer {
        surcharges = List.copyOf(surcharges);
    }

    /** The price as it goes to the customer's system and comes back: with the surcharges that it has to contain. Null without one. */
    public Price handedPrice() {
        return priceWith(surcharges.stream()
                .filter(s -> s.handling() == Surcharge.Handling.IN_PRICE)
                .toList());
    }

    /** The price with these surcharges, not rounded. Null without one. */
    public Price priceWith(List<Surcharge> contained) {
        if (price == null || contained.isEmpty()) {
            return price;
        }
        Money each =
                contained.stream().map(Surcharge::amount).reduce(Money::plus).orElseThrow();
        return new Price(price.amount().plus(each.times(price.baseQuantity())), price.baseQuantity());
    }
}
