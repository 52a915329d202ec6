package org.koppel.catalogue;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.koppel.shared.Money;
import org.koppel.shared.PartyId;
import org.koppel.shared.UnitCode;

/** The surcharges that there are, whoever bears them. */
@ApplicationScoped
@Transactional(Transactional.TxType.SUPPORTS)
public class Surcharges {
    /** Two rows at most. Parameters: today, language, customer, number. */
    private static final String UNIFORM = """
            with asked as (select c.id as customer, c.country, ?::date as today, ?::text as language from customer c where c.id = ?),
            due as (select distinct on (v.article, v.surcharge) s.number, v.currency, a.unit,
                    round(v.amount * coalesce(v.kilograms, 1), 6) as amount, coalesce(s.tax_percent, a.tax_percent) as tax_percent
                from asked q join surcharge s on s.number_key = number_key(?) collate "C"
                join article_surcharge v on v.surcharge = s.number
                    and v.valid_from <= q.today and (v.valid_to is null or v.valid_to >= q.today)
                    and (v.customer is null or v.customer = q.customer) and (v.country is null or v.country = q.country)
                join article a on a.number = v.article and a.active and a.currency = v.currency
                order by v.article, v.surcharge, v.customer, v.country, v.valid_from desc)
            select distinct d.*, coalesce((select y.name from surcharge_text y where y.surcharge = d.number
                    order by y.language = q.language desc, y.language = 'en' desc, y.language limit 1), d.number) as name,
                coalesce((select m.surcharges from article_setting m where m.customer = q.customer), 'OWN_LINE') as handling
            from due d cross join asked q where d.amount > 0 limit 2
            """;

    @Inject
    private CatalogueDatabase database;

    @Inject
    private Clock clock;

    protected Surcharges() {} // for CDI

    Surcharges(CatalogueDatabase database, Clock clock) {
        this.database = database;
        this.clock = clock;
    }

    /** A surcharge that is the same on all articles that bear it, and their unit. */
    public record Uniform(Surcharge surcharge, UnitCode unit) {}

    /**
     * What a surcharge comes to whatever the article.
     *
     * @param number letters and digits count, signs and case do not
     * @param language ISO 639-1 of the name; falls back to English
     * @return empty when no surcharge has the number, none is due today from this customer, or articles bear it differently
     */
    public Optional<Uniform> uniform(PartyId customer, String number, String language) {
        List<Uniform> found = database.query(
                UNIFORM,
                row -> new Uniform(
                        new Surcharge(
                                row.getString("number"),
                                row.getString("name"),
                                new Money(OfferRow.plain(row.getBigDecimal("amount"), 2), row.getString("currency")),
                                OfferRow.plain(row.getBigDecimal("tax_percent"), 0),
                                Surcharge.Handling.valueOf(row.getString("handling"))),
                        new UnitCode(row.getString("unit"))),
                LocalDate.now(clock),
                language,
                customer.value(),
                number.replace("\0", ""));
        return found.size() == 1 ? Optional.of(found.get(0)) : Optional.empty();
    }

    /** Those of the numbers that name a surcharge, as they were asked; letters and digits count, signs and case do not. */
    public Set<String> known(Collection<String> numbers) {
        if (numbers.isEmpty()) {
            return Set.of();
        }
        String[] asked = numbers.stream().map(n -> n.replace("\0", "")).toArray(String[]::new);
        return database
                .query(
                        "select w.number from unnest(?::text[]) w(number) where exists (select 1 from surcharge s"
                                + " where s.number_key = number_key(w.number) collate \"C\")",
                        row -> row.getString("number"),
                        (Object) asked)
                .stream()
                .collect(Collectors.toUnmodifiableSet());
    }
}
