package org.koppel.catalogue;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.koppel.shared.PartyId;

/** A customer's price list, in steps: first the numbers, then all about so many of them. */
@ApplicationScoped
@Transactional(Transactional.TxType.SUPPORTS)
public class Listings {
    @Inject
    private CatalogueDatabase database;

    @Inject
    private Clock clock;

    protected Listings() {} // for CDI

    Listings(CatalogueDatabase database, Clock clock) {
        this.database = database;
        this.clock = clock;
    }

    /**
     * Numbers of living articles of the customer's assortment, in order.
     *
     * @param since only those changed then or later; null: all
     * @param after only those behind this number; empty: from the first on
     */
    public List<String> numbers(PartyId customer, Instant since, String after, int most) {
        return numbers(Audience.of(customer), since, after, most);
    }

    /** Likewise for somebody who may see less than the customer. */
    public List<String> numbers(Audience audience, Instant since, String after, int most) {
        return database.query(
                audience,
                ListingQuery.NUMBERS,
                row -> row.getString("number"),
                since == null ? null : since.atOffset(ZoneOffset.UTC),
                after,
                most);
    }

    /** In the order of the numbers, which {@link #numbers} gave: the assortment is not asked again. Unknown ones are left out. */
    public List<Listing> listings(PartyId customer, List<String> numbers) {
        return database.query(
                ListingQuery.LISTINGS,
                ListingQuery::read,
                customer.value(),
                LocalDate.now(clock),
                numbers.toArray(String[]::new));
    }

    /** Long texts by number, in the language or else in English; without those that have none. */
    public Map<String, String> texts(List<String> numbers, String language) {
        Map<String, String> texts = new HashMap<>();
        database.query(
                        ListingQuery.TEXTS,
                        row -> new String[] {row.getString("number"), row.getString("text")},
                        language,
                        numbers.toArray(String[]::new))
                .forEach(t -> texts.put(t[0], t[1]));
        return texts;
    }
}
