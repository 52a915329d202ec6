package org.koppel.catalogue;

/** The statements behind {@link Offers}. */
final class OfferQuery {
    /** A number that names one living article, or one dead article and no living one. */
    private static final String ONLY_ONE = """
            case when count(*) filter (where a.active) = 1 then min(a.number) filter (where a.active)
                 when count(*) = 1 then min(a.number) end
            """;

    /** The most particular amount of each surcharge that is due today, in the currency of the price. */
    private static final String SURCHARGES = """
            (select array_agg(array[s.number, coalesce((select y.name from surcharge_text y where y.surcharge = s.number
                    order by y.language = q.language desc, y.language = 'en' desc, y.language limit 1), s.number),
                    x.amount::text, x.currency, coalesce(s.tax_percent, a.tax_percent)::text,
                    coalesce((select m.surcharges from article_setting m where m.customer = q.customer), 'OWN_LINE')]
                    order by s.position, s.number)
                from (select distinct on (v.surcharge) v.surcharge,
                        round(v.amount * coalesce(v.kilograms, 1), 6) as amount, v.currency from article_surcharge v
                    where v.article = a.number and v.valid_from <= q.today and (v.valid_to is null or v.valid_to >= q.today)
                    and (v.customer is null or v.customer = q.customer)
                    and (v.country is null or v.country = q.country)
                    and v.currency = coalesce(n.currency, a.currency)
                    order by v.surcharge, v.customer, v.country, v.valid_from desc) x
                join surcharge s on s.number = x.surcharge
                where x.amount > 0)
            """;

    /** The first living article of the chain of successors, if the customer can see it; a chain of more than nine is none. */
    private static final String SUCCESSOR = """
            (with recursive chain(number, step) as (select a.successor, 1
                    union all select d.successor, c.step + 1 from chain c join article d on d.number = c.number
                        where not d.active and d.successor is not null and c.step < 9)
                select y.number from chain c join article y on y.number = c.number where y.active and $next
                    order by c.step limit 1)
            """;

    /** What was asked, and which article each key means, by whichever number names it. */
    private static final String BY_ANY_NUMBER = """
            wanted as (
                select * from unnest((select ?::text[]), (select ?::text[]), (select ?::text[]), (select ?::text[]),
                        (select ?::text[]), (select ?::numeric[]))
                    as w(key, number, buyers, manufacturers, gtin, quantity)),
            resolved as (
                select w.key, w.quantity, case
                    when w.number is not null then coalesce(
                        (select a.number from article a where a.number = w.number),
                        (select $one from article a where a.number_key = number_key(w.number) collate "C"))
                    else coalesce(
                        (select $one from article a where a.number in (select b.article from buyers_number b
                            where b.customer = q.customer and b.number_key = number_key(w.buyers) collate "C")),
                        (select $one from article a where a.manufacturers_key = number_key(w.manufacturers) collate "C"),
                        (select $one from article a where a.gtin_key = gtin_key(w.gtin) collate "C"))
                    end as number
                from wanted w cross join asked q)
            """.replace("$one", ONLY_ONE.strip());

    private static final String BY_EXACT_NUMBER = """
            resolved as (
                select * from unnest((select ?::text[]), (select ?::text[]), (select ?::numeric[])) as w(key, number, quantity))
            """;

    private static final String OFFERS = """
            with asked as (select s.*, c.currency, c.country
                from (select ?::text as customer, ?::text as language, ?::date as today) s left join customer c on c.id = s.customer),
            $resolved
            select r.key, a.number, coalesce(t.name, a.number) as name,
                a.active and v.allowed as visible,
                a.unit, a.minimum, a.step, a.currency, a.tax_percent, a.lead_time_days,
                coalesce(n.price, round(coalesce(s.price, a.list_price) * (100 - coalesce(d.percent, 0)) / 100, 4)) as price,
                coalesce(n.base_quantity, a.price_base_quantity) as base_quantity,
                coalesce(n.currency, a.currency) as price_currency,
                q.currency as customers_currency,
                coalesce(k.quantity, 0) as stock, k.restock,
                (select min(b.number) from buyers_number b
                    where b.customer = q.customer and b.article = a.number) as buyers_id,
                a.manufacturer, a.manufacturers_id, a.gtin,
                $successor as successor,
                (select array_agg(array[c.scheme, c.version, c.code] order by c.scheme, c.version, c.code)
                    from article_classification c where c.article = a.number) as classifications,
                $surcharges as surcharges
            from resolved r
            cross join asked q
            join lateral (select * from article x where x.number = r.number offset 0) a on true
            cross join lateral (select $allowed as allowed offset 0) v
            left join stock k on k.article = a.number
            left join lateral (select x.name from article_text x where x.article = a.number
                order by x.language = q.language desc, x.language = 'en' desc, x.language limit 1) t on true
            left join lateral (select x.price, x.base_quantity, x.currency from net_price x
                where x.customer = q.customer and x.article = a.number
                and x.from_quantity <= coalesce(r.quantity, a.minimum) order by x.from_quantity desc limit 1) n on true
            left join lateral (select x.price from list_price_scale x where x.article = a.number
                and x.from_quantity <= coalesce(r.quantity, a.minimum) order by x.from_quantity desc limit 1) s on true
            left join lateral (select x.percent from customer_discount x
                where x.customer = q.customer and x.discount_group = a.discount_group and x.valid_from <= q.today
                and (x.valid_to is null or x.valid_to >= q.today) order by x.valid_from desc limit 1) d on true
            """;

    /**
     * Parameters: customer, language, today; then arrays of keys, supplier's numbers, buyer's numbers, manufacturer's numbers,
     * GTINs and quantities. The articles are looked up one by one ({@code offset 0} keeps the planner from reading the whole
     * table for a few lines, and from asking the assortment twice). The arrays stand in subselects, so that a plan costs the same whether their lengths are known or not:
     * PostgreSQL then keeps one plan, where it would else make a new one for every order.
     */
    static final String SQL = offers(
            BY_ANY_NUMBER,
            "case when not a.active and v.allowed then "
                    + SUCCESSOR.replace("$next", Assortment.allows("y", "q")).strip() + " end",
            SURCHARGES.strip());

    /**
     * The same for living articles that are named as the supplier writes them, which most are; about others it says nothing. Half of {@link #SQL} is for those others,
     * and PostgreSQL would prepare that half each time. Parameters: customer, language, today; then arrays of keys, supplier's numbers and quantities.
     */
    static final String OF_LIVING_ARTICLES =
            offers(BY_EXACT_NUMBER, "null::text", SURCHARGES.strip()) + "where a.active";

    private OfferQuery() {}

    private static String offers(String resolved, String successor, String surcharges) {
        return OFFERS.replace("$resolved", resolved.strip())
                .replace("$successor", successor)
                .replace("$surcharges", surcharges)
                .replace("$allowed", Assortment.allows("a", "q"));
    }
}
