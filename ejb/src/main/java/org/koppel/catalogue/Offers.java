package org.koppel.catalogue;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.math.BigDecimal;
import java.time.Clock;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.koppel.shared.PartyId;

/**
 * Prices articles for a customer: one statement for any number of lines, or two.
 *
 * <p>Which article: the supplier's number where it is given, and then no other; otherwise the buyer's number, the
 * manufacturer's, the GTIN, in this order. Letters and digits count, signs and case do not; a GTIN's leading zeros do not. A
 * number that several living articles share names none.
 *
 * <p>Which price: the customer's net price of the highest scale that the quantity reaches; where there is none, the list price
 * of the highest scale that it reaches, less the customer's discount for the article's discount group. Rounded half up to four
 * decimals, for {@link org.koppel.document.Price#baseQuantity} units.
 */
@ApplicationScoped
@Transactional(Transactional.TxType.SUPPORTS)
public class Offers {
    @Inject
    private CatalogueDatabase database;

    @Inject
    private Clock clock;

    protected Offers() {} // for CDI

    Offers(CatalogueDatabase database, Clock clock) {
        this.database = database;
        this.clock = clock;
    }

    /**
     * @param language ISO 639-1 of the descriptions; falls back to English
     * @return by {@link Wanted#key}, in the order asked; a key is missing when no article is known by what was asked. Articles
     *     outside the assortment and dead ones are there, not {@link Offer#visible}
     */
    public Map<String, Offer> offers(PartyId customer, List<Wanted> wanted, String language) {
        return offers(Audience.of(customer), wanted, language);
    }

    /** Likewise for somebody who may see less than the customer; prices and discounts are the customer's. */
    public Map<String, Offer> offers(Audience audience, List<Wanted> wanted, String language) {
        Map<String, Offer> found = new LinkedHashMap<>();
        if (wanted.isEmpty()) {
            return found;
        }
        wanted.forEach(w -> found.put(w.key(), null));
        List<Wanted> rest = wanted;
        if (wanted.stream().allMatch(w -> given(w.article()) != null)) {
            living(audience, wanted, language).forEach(row -> found.put(row.key(), row.offer()));
            rest = wanted.stream().filter(w -> found.get(w.key()) == null).toList();
        }
        if (!rest.isEmpty()) {
            any(audience, rest, language).forEach(row -> found.put(row.key(), row.offer()));
        }
        found.values().removeIf(offer -> offer == null);
        return found;
    }

    private List<OfferRow> living(Audience audience, List<Wanted> wanted, String language) {
        return database.query(
                audience,
                OfferQuery.OF_LIVING_ARTICLES,
                OfferRow::read,
                language,
                LocalDate.now(clock),
                column(wanted, Wanted::key),
                column(wanted, Wanted::article),
                quantities(wanted));
    }

    private List<OfferRow> any(Audience audience, List<Wanted> wanted, String language) {
        return database.query(
                audience,
                OfferQuery.SQL,
                OfferRow::read,
                language,
                LocalDate.now(clock),
                column(wanted, Wanted::key),
                column(wanted, Wanted::article),
                column(wanted, Wanted::buyersId),
                column(wanted, Wanted::manufacturersId),
                column(wanted, Wanted::gtin),
                quantities(wanted));
    }

    private static BigDecimal[] quantities(List<Wanted> wanted) {
        return wanted.stream().map(Wanted::quantity).toArray(BigDecimal[]::new);
    }

    private static String[] column(List<Wanted> wanted, Function<Wanted, String> value) {
        return wanted.stream().map(value).map(Offers::given).toArray(String[]::new);
    }

    /** Blank means not given; PostgreSQL knows no NUL. */
    private static String given(String value) {
        return value == null || value.isBlank() ? null : value.strip().replace("\0", "");
    }
}
