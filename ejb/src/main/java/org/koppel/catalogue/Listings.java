package org.koppel.catalogue;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.koppel.shared.Money;
import org.koppel.shared.PartyId;

/** A customer's price list, in steps: first the numbers, then all about so many of them. */
@ApplicationScoped
@Transactional(Transactional.TxType.SUPPORTS)
public class Listings {
    private static final int MANY = 100;

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
     * @param since only those of which article, text, price, number or place in the assortment changed then or later, or whose price
     *     contains an amount or a discount that began or ended by its date since; null: all
     * @param after only those behind this number; empty: from the first on
     */
    public List<String> numbers(PartyId customer, Instant since, String after, int most) {
        return numbers(Audience.of(customer), since, after, most);
    }

    /** Likewise for somebody who may see less than the customer. */
    public List<String> numbers(Audience audience, Instant since, String after, int most) {
        return changed(ListingQuery.NUMBERS, audience, since, after, most);
    }

    /** Numbers of articles that left the assortment since, or were switched off, in order; likewise in steps. */
    public List<String> gone(Audience audience, Instant since, String after, int most) {
        return changed(ListingQuery.GONE, audience, since, after, most);
    }

    private List<String> changed(String sql, Audience audience, Instant since, String after, int most) {
        return database.query(
                audience,
                sql,
                row -> row.getString("number"),
                since == null ? null : since.atOffset(ZoneOffset.UTC),
                after,
                since == null ? null : firstDay(since),
                LocalDate.now(clock),
                most);
    }

    /** The first day that began then or later. */
    private LocalDate firstDay(Instant since) {
        LocalDate day = LocalDate.ofInstant(since, clock.getZone());
        return day.atStartOfDay(clock.getZone()).toInstant().isBefore(since) ? day.plusDays(1) : day;
    }

    /**
     * In the order of the numbers, which {@link #numbers} gave: the assortment is not asked again. Unknown and dead ones are left out. Prices contain
     * surcharges where that was agreed.
     */
    public List<Listing> listings(PartyId customer, List<String> numbers) {
        LocalDate today = LocalDate.now(clock);
        List<Listing> net = net(customer, today, numbers);
        Map<String, List<Money>> contained = due(ListingQuery.CONTAINED, customer, today, numbers);
        return contained.isEmpty()
                ? net
                : net.stream()
                        .map(l -> l.with(contained.getOrDefault(l.article(), List.of())))
                        .toList();
    }

    private Map<String, List<Money>> due(String sql, PartyId customer, LocalDate today, List<String> numbers) {
        Map<String, List<Money>> due = new HashMap<>();
        database.query(sql, ListingQuery::contained, customer.value(), today, numbers.toArray(String[]::new))
                .forEach(c ->
                        due.computeIfAbsent(c.getKey(), k -> new ArrayList<>()).add(c.getValue()));
        return due;
    }

    /**
     * More about articles, by number, which the caller knows that the customer may see; unknown ones are left out.
     *
     * @param language ISO 639-1 of category and attributes; a name that is missing in it is English
     */
    public Map<String, ArticleFacts> facts(PartyId customer, Collection<String> numbers, String language) {
        List<String> asked = List.copyOf(numbers);
        Map<String, List<Money>> due = due(ListingQuery.DUE, customer, LocalDate.now(clock), asked);
        Map<String, ArticleFacts> facts = new HashMap<>();
        database.query(FactsQuery.SQL, FactsQuery::read, language, asked.toArray(String[]::new))
                .forEach(f -> facts.put(f.article(), f.with(due.getOrDefault(f.article(), List.of()))));
        return facts;
    }

    private List<Listing> net(PartyId customer, LocalDate today, List<String> numbers) {
        List<Listing> close = numbers.size() < MANY ? List.of() : close(customer, today, numbers);
        return close.size() == numbers.size()
                ? close
                : database.query(
                        ListingQuery.LISTINGS,
                        ListingQuery::read,
                        customer.value(),
                        today,
                        numbers.toArray(String[]::new));
    }

    /** The same where every second article from the first of the numbers to the last is one of them; else nothing, or not all. */
    private List<Listing> close(PartyId customer, LocalDate today, List<String> numbers) {
        String first = numbers.get(0);
        String last = numbers.get(numbers.size() - 1);
        int most = 2 * numbers.size() + 1;
        int span = database.query(ListingQuery.SPAN, row -> row.getInt("articles"), first, last, most)
                .get(0);
        if (span < numbers.size() || span == most) {
            return List.of();
        }
        Map<String, Listing> listings = new HashMap<>();
        database.query(ListingQuery.SPAN_LISTINGS, ListingQuery::read, customer.value(), today, first, last)
                .forEach(l -> listings.put(l.article(), l));
        return numbers.stream().map(listings::get).filter(Objects::nonNull).toList();
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
