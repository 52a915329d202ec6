package org.koppel.catalogue;

/** The one rule of what a customer may see, as a condition for every query of the catalogue. */
final class Assortment {
    private static final String ALLOWS = """
            (not exists (select 1 from assortment_rule x where x.customer = $q.customer and x.effect = 'EXCLUDE'
                 and (x.article = $a.number or $a.category = x.category or starts_with($a.category, x.category || '.')))
             and (not exists (select 1 from assortment_rule i where i.customer = $q.customer and i.effect = 'INCLUDE')
                  or exists (select 1 from assortment_rule i where i.customer = $q.customer and i.effect = 'INCLUDE'
                     and (i.article = $a.number or $a.category = i.category or starts_with($a.category, i.category || '.')))))
            """;

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
}
