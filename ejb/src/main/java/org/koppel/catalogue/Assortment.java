package org.koppel.catalogue;

import java.util.regex.Pattern;

/**
 * The one rule of what a customer may see, and of what a site or a person of it may see, as a condition for every query of the
 * catalogue. A query holds the customer's rule; the shopper's has a place in it, which is filled only for those who have rules.
 */
final class Assortment {
    private static final String ALLOWS = """
            (not exists (select 1 from assortment_rule x where x.customer = $q.customer and x.effect = 'EXCLUDE'
                 and (x.article = $a.number or $a.category = x.category or starts_with($a.category, x.category || '.')))
             and (not exists (select 1 from assortment_rule i where i.customer = $q.customer and i.effect = 'INCLUDE')
                  or exists (select 1 from assortment_rule i where i.customer = $q.customer and i.effect = 'INCLUDE'
                     and (i.article = $a.number or $a.category = i.category or starts_with($a.category, i.category || '.'))))
             /* shopper: $a of $q */)
            """;

    private static final Pattern SHOPPER = Pattern.compile("/\\* shopper: (\\w+) of (\\w+) \\*/");
    private static final String ASKED = "?::text as customer";
    private static final String ASKED_SHOPPER = ASKED + ", ?::text as site, ?::text as buyer";

    /** What the assortment of a row {@code q} includes, as rows {@code x}. */
    static final String INCLUDED = "assortment_rule x where x.customer = q.customer and x.effect = 'INCLUDE'";

    /** A shopper's rules, as rows {@code x}, of a row {@code q} with customer, site and buyer. */
    static final String RULED =
            "shopper_rule x where x.customer = q.customer and (x.site = q.site or lower(x.buyer) = lower(q.buyer))";

    private static final String MEANT = " and (x.article = $1.number or $1.category = x.category"
            + " or starts_with($1.category, x.category || '.')))";

    private Assortment() {}

    /**
     * SQL that holds when the assortment allows an article, dead or not.
     *
     * @param article alias of an {@code article} row
     * @param asked alias of a row with a column {@code customer}
     */
    static String allows(String article, String asked) {
        return ALLOWS.replace("$a", article).replace("$q", asked);
    }

    /** Likewise by the customer's rules alone, whoever asks. */
    static String customers(String article, String asked) {
        return SHOPPER.matcher(allows(article, asked)).replaceAll("");
    }

    /** Those of {@link #RULED} with one effect. */
    static String shoppers(String effect) {
        return RULED + " and x.effect = '" + effect + "'";
    }

    /**
     * A query as it is asked for somebody. For who has rules, the customer's parameter is followed by site and buyer.
     *
     * @param sql with {@code ?::text as customer} once
     */
    static String of(Audience audience, String sql) {
        if (!audience.isNarrowed()) {
            return sql;
        }
        String excluded = " and not exists (select 1 from " + shoppers("EXCLUDE") + MEANT;
        String included = audience.inclusive() ? " and exists (select 1 from " + shoppers("INCLUDE") + MEANT : "";
        String rule = (excluded + included).replace("q.", "$2.");
        String among = audience.inclusive() ? sql.replace(INCLUDED, shoppers("INCLUDE")) : sql;
        return SHOPPER.matcher(among.replace(ASKED, ASKED_SHOPPER)).replaceAll(rule);
    }
}
