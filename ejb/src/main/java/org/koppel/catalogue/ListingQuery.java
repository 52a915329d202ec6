package org.koppel.catalogue;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.sql.Array;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import org.koppel.document.Classification;
import org.koppel.document.Price;
import org.koppel.shared.Money;
import org.koppel.shared.UnitCode;

/** The statements behind {@link Listings}, and how their rows become listings; prices by the rule of {@link Offers}. */
final class ListingQuery {
    /**
     * What the database noted as changed since for the customer, and the amounts and discounts that began or ended by their dates: as
     * {@code named} articles, discount {@code groups}, {@code places} of the category tree. Parameters: customer, changed since (null:
     * ever), number after which to go on, first and last day on which something may have begun or ended.
     */
    private static final String CHANGES = """
            with asked as (select ?::text as customer, ?::timestamptz as since, ?::text as after, ?::date as first, ?::date as last),
            noted as materialized (select c.* from asked q join article_change c on c.at >= q.since
                and (c.customer is null or c.customer = q.customer)),
            named as (select n.article from noted n where n.article is not null
                union all select v.article from asked q
                join article_setting m on m.customer = q.customer and m.surcharges = 'IN_PRICE'
                join customer c on c.id = m.customer
                join article_surcharge v on (v.customer is null or v.customer = c.id)
                    and (v.country is null or v.country = c.country)
                    and (v.valid_from between q.first and q.last or v.valid_to between q.first - 1 and q.last - 1)),
            groups as (select n.discount_group from noted n where n.discount_group is not null
                union all select d.discount_group from asked q join customer_discount d on d.customer = q.customer
                    and (d.valid_from between q.first and q.last or d.valid_to between q.first - 1 and q.last - 1)),
            places as (select c.code, n.rule from noted n join category c
                on c.code = n.category or starts_with(c.code, n.category || '.') where n.category is not null)
            """;

    /** Parameters: those of {@link #CHANGES}, how many. */
    static final String NUMBERS = CHANGES + """
            select a.number from asked q cross join article a
            where a.active and a.number > q.after
                and (q.since is null or a.changed_at >= q.since
                    or exists (select 1 from noted n where num_nonnulls(n.article, n.category, n.discount_group) = 0)
                    or a.number in (select n.article from named n)
                    or a.discount_group in (select g.discount_group from groups g)
                    or a.category in (select p.code from places p)) and $allowed
            order by a.number limit ?
            """.replace("$allowed", Assortment.allows("a", "q"));

    /**
     * Articles that the customer could buy and cannot any more: switched off since, or shut out by a rule that changed since. Which they
     * are is not known of a change that shuts out all but some. Parameters: those of {@link #CHANGES}, how many.
     */
    static final String GONE = CHANGES + """
            select a.number from asked q cross join article a
            where a.number > q.after
                and case when $allowed then not a.active and (a.changed_at >= q.since or a.number in (select n.article from named n))
                    else a.number in (select n.article from noted n where n.rule and n.article is not null)
                        or a.category in (select p.code from places p where p.rule) end
            order by a.number limit ?
            """.replace("$allowed", Assortment.allows("a", "q"));

    /** Parameters: customer, today, numbers. In the order of the numbers. */
    static final String LISTINGS = """
            with asked as (select ?::text as customer, ?::date as today)
            select a.number, a.unit, a.minimum, a.step, a.tax_percent, a.lead_time_days, a.list_price, a.currency,
                a.price_base_quantity, a.manufacturer, a.manufacturers_id, a.gtin, a.changed_at,
                (select min(b.number) from buyers_number b
                    where b.customer = q.customer and b.article = a.number) as buyers_id,
                (select array_agg(array[t.language, t.name] order by t.language) from article_text t
                    where t.article = a.number) as names,
                (select array_agg(array[c.scheme, c.version, c.code] order by c.scheme, c.version, c.code)
                    from article_classification c where c.article = a.number) as classifications,
                (select array_agg(array[x.from_quantity::text, x.price::text, x.base_quantity::text, x.currency]
                    order by x.from_quantity) from net_price x
                    where x.customer = q.customer and x.article = a.number) as net,
                (select array_agg(array[x.from_quantity::text, x.price::text] order by x.from_quantity)
                    from list_price_scale x where x.article = a.number) as list,
                d.percent, d.valid_from, least(d.valid_to, (select min(x.valid_from) - 1 from customer_discount x
                    where x.customer = q.customer and x.discount_group = a.discount_group and x.valid_from > q.today)) as valid_to
            from asked q cross join unnest(?::text[]) with ordinality w(number, position)
            join lateral (select * from article x where x.number = w.number and x.active offset 0) a on true
            left join lateral (select x.percent, x.valid_from, x.valid_to from customer_discount x
                where x.customer = q.customer and x.discount_group = a.discount_group and x.valid_from <= q.today
                and (x.valid_to is null or x.valid_to >= q.today) order by x.valid_from desc limit 1) d on true
            order by w.position
            """;

    /** How many articles there are from one number to another, but no more than the limit. Parameters: first, last, limit. */
    static final String SPAN = """
            select count(*) as articles from (select 1 from article a where a.number between ? and ? limit ?) s
            """;

    /**
     * As {@link #LISTINGS}, but for all articles from one number to another: every table is read once between them, which costs a
     * third of asking for each article. Parameters: customer, today, first, last.
     */
    static final String SPAN_LISTINGS =
            """
            with asked as materialized (select ?::text as customer, ?::date as today, ?::text as first, ?::text as last),
            b as (select x.article, min(x.number) as number from buyers_number x
                where x.customer = (select customer from asked) and x.article $between group by x.article),
            t as (select x.article, array_agg(array[x.language, x.name] order by x.language) as names
                from article_text x where x.article $between group by x.article),
            c as (select x.article, array_agg(array[x.scheme, x.version, x.code] order by x.scheme, x.version, x.code) as codes
                from article_classification x where x.article $between group by x.article),
            n as (select x.article, array_agg(array[x.from_quantity::text, x.price::text, x.base_quantity::text, x.currency]
                    order by x.from_quantity) as scales from net_price x
                where x.customer = (select customer from asked) and x.article $between group by x.article),
            s as (select x.article, array_agg(array[x.from_quantity::text, x.price::text] order by x.from_quantity) as scales
                from list_price_scale x where x.article $between group by x.article),
            d as materialized (select distinct on (x.discount_group) x.discount_group, x.percent, x.valid_from, x.valid_to
                from customer_discount x, asked q
                where x.customer = q.customer and x.valid_from <= q.today and (x.valid_to is null or x.valid_to >= q.today)
                order by x.discount_group, x.valid_from desc),
            e as materialized (select x.discount_group, min(x.valid_from) - 1 as valid_to from customer_discount x, asked q
                where x.customer = q.customer and x.valid_from > q.today group by x.discount_group)
            select a.number, a.unit, a.minimum, a.step, a.tax_percent, a.lead_time_days, a.list_price, a.currency,
                a.price_base_quantity, a.manufacturer, a.manufacturers_id, a.gtin, a.changed_at, b.number as buyers_id,
                t.names, c.codes as classifications, n.scales as net, s.scales as list, d.percent, d.valid_from,
                least(d.valid_to, e.valid_to) as valid_to
            from article a
            left join b on b.article = a.number left join t on t.article = a.number left join c on c.article = a.number
            left join n on n.article = a.number left join s on s.article = a.number
            left join d on d.discount_group = a.discount_group
            left join e on e.discount_group = a.discount_group
            where a.number $between and a.active
            """.replace("$between", "between (select first from asked) and (select last from asked)");

    /**
     * All that is due on one unit of each, by article and currency, by the rule of {@link OfferQuery}. Parameters: customer, today,
     * numbers.
     */
    static final String DUE = """
            with said as (select ?::text as customer, ?::date as today),
            asked as (select c.id as customer, w.today, c.country from said w join customer c on c.id = w.customer where true),
            due as (select x.article, x.currency, sum(x.amount) as amount from (
                select distinct on (v.article, v.surcharge, v.currency) v.article, v.currency,
                    round(v.amount * coalesce(v.kilograms, 1), 6) as amount
                from asked q join article_surcharge v on v.valid_from <= q.today and (v.valid_to is null or v.valid_to >= q.today)
                    and (v.customer is null or v.customer = q.customer) and (v.country is null or v.country = q.country)
                where v.article = any (?::text[])
                order by v.article, v.surcharge, v.currency, v.customer, v.country, v.valid_from desc) x
            group by x.article, x.currency having sum(x.amount) > 0)
            select article, currency, amount from due
            """;

    /** Of {@link #DUE}, only where prices contain it. */
    static final String CONTAINED = DUE.replace(
            "where true",
            "where exists (select 1 from article_setting m where m.customer = c.id and m.surcharges = 'IN_PRICE')");

    /** Parameters: language, numbers. */
    static final String TEXTS = """
            with asked as (select ?::text as language)
            select w.number, t.text from asked q cross join unnest(?::text[]) w(number)
            join lateral (select x.text from article_text x where x.article = w.number
                order by x.language = q.language desc, x.language = 'en' desc, x.language limit 1) t on true
            where t.text <> ''
            """;

    private ListingQuery() {}

    /** A row of {@link #CONTAINED}. */
    static Map.Entry<String, Money> contained(ResultSet row) throws SQLException {
        Money amount = new Money(OfferRow.plain(row.getBigDecimal("amount"), 2), row.getString("currency"));
        return Map.entry(row.getString("article"), amount);
    }

    static Listing read(ResultSet row) throws SQLException {
        Map<String, String> names = new LinkedHashMap<>();
        texts(row.getArray("names")).forEach(n -> names.put(n[0], n[1]));
        return new Listing(
                row.getString("number"),
                names,
                new UnitCode(row.getString("unit")),
                OfferRow.plain(row.getBigDecimal("minimum"), 0),
                OfferRow.plain(row.getBigDecimal("step"), 0),
                scales(row),
                OfferRow.plain(row.getBigDecimal("tax_percent"), 0),
                row.getInt("lead_time_days"),
                row.getString("buyers_id"),
                row.getString("manufacturer"),
                row.getString("manufacturers_id"),
                row.getString("gtin"),
                texts(row.getArray("classifications")).stream()
                        .map(c -> new Classification(c[0], c[1].isEmpty() ? null : c[1], c[2]))
                        .toList(),
                row.getObject("changed_at", OffsetDateTime.class).toInstant(),
                day(row, "valid_from"),
                day(row, "valid_to"));
    }

    /** Of the discount in the price; an agreed net price has no days. */
    private static LocalDate day(ResultSet row, String name) throws SQLException {
        return reached(texts(row.getArray("net")), row.getBigDecimal("minimum")) == null
                ? row.getObject(name, LocalDate.class)
                : null;
    }

    private static List<ArticleDetail.Scale> scales(ResultSet row) throws SQLException {
        List<String[]> net = texts(row.getArray("net"));
        List<String[]> list = texts(row.getArray("list"));
        BigDecimal minimum = row.getBigDecimal("minimum");
        TreeSet<BigDecimal> thresholds = new TreeSet<>(List.of(minimum));
        net.forEach(s -> thresholds.add(new BigDecimal(s[0]).max(minimum)));
        list.forEach(s -> thresholds.add(new BigDecimal(s[0]).max(minimum)));
        List<ArticleDetail.Scale> scales = new ArrayList<>();
        for (BigDecimal from : thresholds) {
            String[] agreed = reached(net, from);
            Price price = agreed == null
                    ? listed(row, reached(list, from))
                    : OfferRow.price(new BigDecimal(agreed[1]), agreed[3], new BigDecimal(agreed[2]));
            if (scales.isEmpty() || !scales.get(scales.size() - 1).price().equals(price)) {
                scales.add(new ArticleDetail.Scale(OfferRow.plain(from, 0), price));
            }
        }
        return scales;
    }

    private static Price listed(ResultSet row, String[] scale) throws SQLException {
        BigDecimal gross = scale == null ? row.getBigDecimal("list_price") : new BigDecimal(scale[1]);
        BigDecimal percent = row.getBigDecimal("percent");
        BigDecimal left = new BigDecimal(100).subtract(percent == null ? BigDecimal.ZERO : percent);
        BigDecimal net = gross.multiply(left).movePointLeft(2).setScale(4, RoundingMode.HALF_UP);
        return OfferRow.price(net, row.getString("currency"), row.getBigDecimal("price_base_quantity"));
    }

    /** The highest scale that a quantity reaches, or null. */
    private static String[] reached(List<String[]> scales, BigDecimal quantity) {
        String[] last = null;
        for (String[] scale : scales) {
            if (new BigDecimal(scale[0]).compareTo(quantity) <= 0) {
                last = scale;
            }
        }
        return last;
    }

    private static List<String[]> texts(Array array) throws SQLException {
        return array == null ? List.of() : Arrays.asList((String[][]) array.getArray());
    }
}
