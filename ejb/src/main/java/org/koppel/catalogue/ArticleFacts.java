package org.koppel.catalogue;

import java.math.BigDecimal;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.koppel.document.Price;
import org.koppel.shared.Money;

/**
 * What the catalogue says of an article beyond what a cart carries. {@code brand}, {@code category} (a code such as
 * {@code cable.data}) and {@code categoryName} may be null; {@code minimum} and {@code step} count in the article's unit;
 * {@code listPrice} is before discounts; {@code attributes} are values by name in lower case, names of every language and the values
 * in the language that was asked for where there are two; {@code surcharges} are all that are due on one unit, by currency.
 */
public record ArticleFacts(
        String article,
        String brand,
        String category,
        String categoryName,
        BigDecimal minimum,
        BigDecimal step,
        Price listPrice,
        Map<String, String> attributes,
        List<Money> surcharges) {

    public ArticleFacts {
        attributes = Map.copyOf(attributes);
        surcharges = List.copyOf(surcharges);
    }

    /** The value of an attribute; case does not count. */
    public Optional<String> attribute(String name) {
        return Optional.ofNullable(attributes.get(name.strip().toLowerCase(Locale.ROOT)));
    }

    /** What is due on one unit. */
    public BigDecimal surcharge(String currency) {
        return surcharges.stream()
                .filter(m -> m.currency().equals(currency))
                .map(Money::amount)
                .reduce(BigDecimal.ZERO, BigDecimal::add);
    }

    ArticleFacts with(List<Money> due) {
        return new ArticleFacts(article, brand, category, categoryName, minimum, step, listPrice, attributes, due);
    }
}
