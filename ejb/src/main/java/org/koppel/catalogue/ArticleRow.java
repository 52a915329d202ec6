package org.koppel.catalogue;

import java.math.BigDecimal;
import java.sql.Array;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Arrays;
import java.util.List;
import org.koppel.catalogue.ArticleDetail.Attribute;
import org.koppel.document.Price;
import org.koppel.platform.Json;

/** What an article's page shows beside prices, as it is stored; {@code thresholds} are the quantities at which a price may change. */
record ArticleRow(
        String number,
        String brand,
        String text,
        List<Attribute> attributes,
        Price listPrice,
        List<Category> path,
        List<BigDecimal> thresholds,
        List<String> alternatives,
        List<String> accessories) {

    /** Parameters: customer, language, number. */
    static final String SQL = """
            with asked as (select ?::text as customer, ?::text as language, ?::text as number)
            select a.number, a.brand, coalesce(t.text, '') as text, coalesce(t.attributes, '[]') as attributes,
                a.list_price, a.currency, a.price_base_quantity,
                (select array_agg(array[c.code, coalesce(n.name, c.code)] order by length(c.code)) from category c
                    left join lateral (select x.name from category_text x where x.category = c.code
                        order by x.language = q.language desc, x.language = 'en' desc, x.language limit 1) n on true
                    where a.category = c.code or starts_with(a.category, c.code || '.')) as path,
                (select array_agg(f.from_quantity order by f.from_quantity) from (
                    select x.from_quantity from net_price x where x.customer = q.customer and x.article = a.number
                    union select x.from_quantity from list_price_scale x where x.article = a.number) f
                    where f.from_quantity > a.minimum) as thresholds,
                (select array_agg(x.alternative order by x.position, x.alternative) from article_alternative x
                    where x.article = a.number) as alternatives,
                (select array_agg(x.accessory order by x.position, x.accessory) from article_accessory x
                    where x.article = a.number) as accessories
            from asked q join article a on a.number = q.number
            left join lateral (select x.text, x.attributes from article_text x where x.article = a.number
                order by x.language = q.language desc, x.language = 'en' desc, x.language limit 1) t on true
            where $allowed
            """.replace("$allowed", Assortment.allows("a", "q"));

    static ArticleRow read(ResultSet row) throws SQLException {
        return new ArticleRow(
                row.getString("number"),
                row.getString("brand"),
                row.getString("text"),
                List.of(Json.read(row.getString("attributes"), Attribute[].class)),
                OfferRow.price(
                        row.getBigDecimal("list_price"),
                        row.getString("currency"),
                        row.getBigDecimal("price_base_quantity")),
                path(row.getArray("path")),
                list(row.getArray("thresholds"), BigDecimal[].class),
                list(row.getArray("alternatives"), String[].class),
                list(row.getArray("accessories"), String[].class));
    }

    private static List<Category> path(Array array) throws SQLException {
        return list(array, String[][].class).stream()
                .map(c -> new Category(c[0], c[1], 0, List.of()))
                .toList();
    }

    private static <T> List<T> list(Array array, Class<T[]> type) throws SQLException {
        return array == null ? List.of() : Arrays.asList(type.cast(array.getArray()));
    }
}
