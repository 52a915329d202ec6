package org.koppel.catalogue;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.koppel.document.Classification;
import org.koppel.document.Price;
import org.koppel.shared.Money;
import org.koppel.shared.UnitCode;

/**
 * An article as a customer's price list carries it. {@code names} are short texts by ISO 639-1; {@code scales} net prices,
 * smallest quantity first and never empty, with the surcharges that they have to contain; {@code minimum} and {@code step} count in {@code unit}; {@code buyersId},
 * {@code manufacturer}, {@code manufacturersId} and {@code gtin} may be null; {@code validFrom} and {@code validTo} are the first and the
 * last day of the discount in the prices (null: not limited).
 */
public record Listing(
        String article,
        Map<String, String> names,
        UnitCode unit,
        BigDecimal minimum,
        BigDecimal step,
        List<ArticleDetail.Scale> scales,
        BigDecimal taxPercent,
        int leadTimeDays,
        String buyersId,
        String manufacturer,
        String manufacturersId,
        String gtin,
        List<Classification> classifications,
        Instant changedAt,
        LocalDate validFrom,
        LocalDate validTo) {

    /** With these amounts for one unit in the prices of the same currency. */
    Listing with(List<Money> contained) {
        return contained.isEmpty()
                ? this
                : new Listing(
                        article,
                        names,
                        unit,
                        minimum,
                        step,
                        scales.stream().map(s -> with(s, contained)).toList(),
                        taxPercent,
                        leadTimeDays,
                        buyersId,
                        manufacturer,
                        manufacturersId,
                        gtin,
                        classifications,
                        changedAt,
                        validFrom,
                        validTo);
    }

    private static ArticleDetail.Scale with(ArticleDetail.Scale scale, List<Money> contained) {
        Price price = scale.price();
        Money amount = price.amount();
        for (Money each : contained) {
            amount = each.currency().equals(amount.currency()) ? amount.plus(each.times(price.baseQuantity())) : amount;
        }
        return new ArticleDetail.Scale(scale.fromQuantity(), new Price(amount, price.baseQuantity()));
    }
}
