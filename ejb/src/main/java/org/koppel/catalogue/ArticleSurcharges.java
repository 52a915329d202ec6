package org.koppel.catalogue;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.math.BigDecimal;
import java.time.Clock;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.Currency;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.koppel.catalogue.ArticleSurcharge.Outcome;

/** What which article owes; the next price already knows what was changed, and so does the next delta of a price list. */
@ApplicationScoped
@Transactional
public class ArticleSurcharges {
    private static final Set<String> CURRENCIES = Currency.getAvailableCurrencies().stream()
            .map(Currency::getCurrencyCode)
            .collect(Collectors.toUnmodifiableSet());
    private static final Set<String> COUNTRIES = Set.of(Locale.getISOCountries());

    /** No row when it was there already; a row that was written anew has no deleting transaction. */
    private static final String KEPT = """
            insert into article_surcharge as x
                (article, surcharge, customer, country, amount, kilograms, currency, valid_from, valid_to)
            values (?, ?, ?, ?, ?, ?, ?, ?, ?)
            on conflict (article, surcharge, (coalesce(customer, '')), (coalesce(country, '')), currency, valid_from)
                do update
                set amount = excluded.amount, kilograms = excluded.kilograms, valid_to = excluded.valid_to
                where (x.amount, x.kilograms, x.valid_to)
                    is distinct from (excluded.amount, excluded.kilograms, excluded.valid_to)
            returning x.xmax = 0 as added
            """;

    @Inject
    private CatalogueDatabase database;

    @Inject
    private Clock clock;

    protected ArticleSurcharges() {} // for CDI

    ArticleSurcharges(CatalogueDatabase database, Clock clock) {
        this.database = database;
        this.clock = clock;
    }

    /** Where a line belongs, after its names were looked up. */
    private record Place(String article, String surcharge, String customer, String currency) {}

    /** Whatever is wrong with a line; its message is the outcome's name. */
    private static final class RefusedException extends Exception {
        private static final long serialVersionUID = 1;
        private final Outcome outcome;

        RefusedException(Outcome outcome) {
            super(outcome.name());
            this.outcome = outcome;
        }
    }

    /**
     * By article, those to come and those that ended too.
     *
     * @param article only numbers that begin so; empty: all
     * @param surcharge only of this one; empty: all
     * @param most at most so many
     */
    public List<ArticleSurcharge> of(String article, String surcharge, int most) {
        return database.query(
                "select article, surcharge, amount, kilograms, country, customer, currency, valid_from, valid_to"
                        + " from article_surcharge where starts_with(article, ?) and (? = '' or surcharge = ?)"
                        + " order by article, surcharge, customer nulls first, country nulls first, valid_from limit ?",
                row -> new ArticleSurcharge(
                        row.getString("article"),
                        row.getString("surcharge"),
                        plain(row.getBigDecimal("amount")),
                        plain(row.getBigDecimal("kilograms")),
                        given(row.getString("country")),
                        given(row.getString("customer")),
                        row.getString("currency"),
                        row.getString("valid_from"),
                        given(row.getString("valid_to"))),
                text(article),
                text(surcharge),
                text(surcharge),
                most);
    }

    /** Keeps it, in place of one of the same article, surcharge, customer, country, currency and beginning. */
    public Outcome add(ArticleSurcharge said) {
        try {
            return kept(said);
        } catch (RefusedException e) {
            return e.outcome;
        }
    }

    /** Keeps those of a list that can be; each line says what became of it. */
    public List<ArticleSurcharge.Line> addAll(List<ArticleSurcharge> said) {
        List<ArticleSurcharge.Line> lines = new ArrayList<>();
        for (ArticleSurcharge one : said) {
            lines.add(new ArticleSurcharge.Line(lines.size() + 1, one, add(one)));
        }
        return lines;
    }

    /** As {@link #of} gave it; one that is not there is no error. */
    public void remove(ArticleSurcharge kept) {
        Optional<LocalDate> from = day(kept.from());
        if (from.isPresent()) {
            List<String> gone = database.query(
                    "delete from article_surcharge where article = ? and surcharge = ? and coalesce(customer, '') = ?"
                            + " and coalesce(country, '') = ? and currency = ? and valid_from = ? returning article",
                    row -> row.getString("article"),
                    text(kept.article()),
                    text(kept.surcharge()),
                    text(kept.customer()),
                    text(kept.country()),
                    text(kept.currency()),
                    from.get());
            gone.forEach(this::touch);
        }
    }

    private Outcome kept(ArticleSurcharge said) throws RefusedException {
        Place place = place(said);
        BigDecimal amount = number(said.amount(), Outcome.AMOUNT);
        BigDecimal kilograms = text(said.kilograms()).isEmpty() ? null : number(said.kilograms(), Outcome.KILOGRAMS);
        String country = text(said.country()).toUpperCase(Locale.ROOT);
        LocalDate from = text(said.from()).isEmpty() ? LocalDate.now(clock) : due(said.from());
        LocalDate to = text(said.to()).isEmpty() ? null : due(said.to());
        refuseIf(kilograms != null && kilograms.signum() == 0, Outcome.KILOGRAMS);
        refuseIf(!country.isEmpty() && !COUNTRIES.contains(country), Outcome.COUNTRY);
        refuseIf(!CURRENCIES.contains(place.currency()), Outcome.CURRENCY);
        refuseIf(to != null && to.isBefore(from), Outcome.DAY);
        List<Boolean> written = database.query(
                KEPT,
                row -> row.getBoolean("added"),
                place.article(),
                place.surcharge(),
                place.customer(),
                country.isEmpty() ? null : country,
                amount,
                kilograms,
                place.currency(),
                from,
                to);
        if (written.isEmpty()) {
            return Outcome.KNOWN;
        }
        touch(place.article());
        return written.get(0) ? Outcome.ADDED : Outcome.CHANGED;
    }

    private Place place(ArticleSurcharge said) throws RefusedException {
        String customer = text(said.customer());
        String currency = text(said.currency()).toUpperCase(Locale.ROOT);
        Place found = database.query(
                        "select a.number, a.currency, s.number as surcharge, c.id as customer from (select 1) one"
                                + " left join article a on a.number = ?"
                                + " left join surcharge s on s.number_key = number_key(?) collate \"C\""
                                + " left join customer c on c.id = ?",
                        row -> new Place(
                                row.getString("number"),
                                row.getString("surcharge"),
                                row.getString("customer"),
                                currency.isEmpty() ? row.getString("currency") : currency),
                        text(said.article()),
                        text(said.surcharge()),
                        customer)
                .get(0);
        refuseIf(found.article() == null, Outcome.ARTICLE);
        refuseIf(found.surcharge() == null, Outcome.SURCHARGE);
        refuseIf(!customer.isEmpty() && found.customer() == null, Outcome.CUSTOMER);
        return found;
    }

    /** A price that contains it is another one now. */
    private void touch(String article) {
        database.query(
                "update article set changed_at = ? where number = ? returning number",
                row -> row.getString("number"),
                OffsetDateTime.now(clock),
                article);
    }

    private static void refuseIf(boolean wrong, Outcome outcome) throws RefusedException {
        if (wrong) {
            throw new RefusedException(outcome);
        }
    }

    private static BigDecimal number(String said, Outcome otherwise) throws RefusedException {
        String plain = text(said).replace(',', '.');
        refuseIf(!plain.matches("[0-9]{1,8}(\\.[0-9]{1,6})?"), otherwise);
        return new BigDecimal(plain);
    }

    private static LocalDate due(String said) throws RefusedException {
        return day(said).orElseThrow(() -> new RefusedException(Outcome.DAY));
    }

    private static Optional<LocalDate> day(String said) {
        if (!text(said).matches("[0-9]{4}-[0-9]{2}-[0-9]{2}")) {
            return Optional.empty();
        }
        try {
            return Optional.of(LocalDate.parse(text(said)));
        } catch (DateTimeException e) { // 30 February
            return Optional.empty();
        }
    }

    private static String plain(BigDecimal number) {
        return number == null ? "" : OfferRow.plain(number, 0).toPlainString();
    }

    private static String given(String value) {
        return value == null ? "" : value;
    }

    private static String text(String said) {
        return said == null ? "" : said.replaceAll("\\p{Cntrl}+", " ").strip();
    }
}
