package org.koppel.catalogue;

import java.sql.Array;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.koppel.catalogue.ArticleDetail.Attribute;
import org.koppel.platform.Json;

/** The statement behind {@link ArticleFacts}, and how its rows become one. */
final class FactsQuery {
    /** Parameters: language, numbers. */
    static final String SQL = """
            with asked as (select ?::text as language)
            select a.number, a.brand, a.category, c.name as category_name, a.minimum, a.step, a.list_price, a.currency,
                a.price_base_quantity,
                (select array_agg(x.attributes order by x.language = q.language desc, x.language = 'en' desc, x.language)
                    from article_text x where x.article = a.number) as attributes
            from asked q cross join unnest(?::text[]) w(number) join article a on a.number = w.number
            left join lateral (select x.name from category_text x where x.category = a.category
                order by x.language = q.language desc, x.language = 'en' desc, x.language limit 1) c on true
            """;

    private FactsQuery() {}

    static ArticleFacts read(ResultSet row) throws SQLException {
        return new ArticleFacts(
                row.getString("number"),
                row.getString("brand"),
                row.getString("category"),
                row.getString("category_name"),
                OfferRow.plain(row.getBigDecimal("minimum"), 0),
                OfferRow.plain(row.getBigDecimal("step"), 0),
                OfferRow.price(
                        row.getBigDecimal("list_price"),
                        row.getString("currency"),
                        row.getBigDecimal("price_base_quantity")),
                attributes(row.getArray("attributes")),
                List.of());
    }

    private static Map<String, String> attributes(Array languages) throws SQLException {
        Map<String, String> attributes = new HashMap<>();
        if (languages != null) {
            for (String said : (String[]) languages.getArray()) {
                for (Attribute attribute : Json.read(said, Attribute[].class)) {
                    attributes.putIfAbsent(attribute.name().strip().toLowerCase(Locale.ROOT), attribute.value());
                }
            }
        }
        return attributes;
    }
}
