package org.koppel.catalogue;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import org.koppel.catalogue.DemoTemplates.Family;

/** The demo catalogue as rows: articles and what belongs to each, whoever the customer. */
final class DemoRows {
    private final BulkInsert articles = new BulkInsert(
            "article",
            "number text",
            "gtin text",
            "manufacturer text",
            "manufacturers_id text",
            "brand text",
            "category text",
            "unit text",
            "minimum numeric",
            "step numeric",
            "tax_percent numeric",
            "lead_time_days integer",
            "successor text",
            "discount_group text",
            "list_price numeric",
            "price_base_quantity numeric",
            "picture text",
            "active boolean");
    private final BulkInsert texts = new BulkInsert(
            "article_text",
            "article text",
            "language text",
            "name text",
            "text text",
            "keywords text",
            "attributes text");
    private final BulkInsert classifications =
            new BulkInsert("article_classification", "article text", "scheme text", "version text", "code text");
    private final BulkInsert scales =
            new BulkInsert("list_price_scale", "article text", "from_quantity numeric", "price numeric");
    private final BulkInsert alternatives =
            new BulkInsert("article_alternative", "article text", "alternative text", "position integer");
    private final BulkInsert stock = new BulkInsert("stock", "article text", "quantity numeric", "restock date");

    DemoRows(List<DemoArticle> all) {
        all.forEach(this::add);
    }

    private void add(DemoArticle article) {
        Family family = article.family();
        articles.add(
                article.number(),
                article.gtin(),
                article.manufacturer(),
                article.manufacturersId(),
                article.manufacturer(),
                family.category(),
                family.unit(),
                family.minimum(),
                family.step(),
                21,
                article.leadTimeDays(),
                article.successor(),
                article.discountGroup(),
                article.listPrice(),
                family.base(),
                article.picture(),
                article.successor() == null);
        article.texts()
                .forEach((language, t) ->
                        texts.add(article.number(), language, t.name(), t.text(), t.keywords(), t.attributes()));
        classifications.add(article.number(), "ETIM", "9.0", family.etim());
        classifications.add(article.number(), "UNSPSC", "", family.unspsc());
        classifications.add(article.number(), "NZI", "", family.nzi());
        article.scales().forEach(s -> scales.add(article.number(), s.from(), s.price()));
        for (int i = 0; i < article.alternatives().size(); i++) {
            alternatives.add(article.number(), article.alternatives().get(i), i);
        }
        if (article.stock() != null) {
            stock.add(article.number(), article.stock(), article.restock());
        }
    }

    static void categories(List<DemoTemplates.NamedCategory> categories, Connection connection) throws SQLException {
        BulkInsert codes = new BulkInsert("category", "code text", "position integer");
        BulkInsert names = new BulkInsert("category_text", "category text", "language text", "name text");
        for (int i = 0; i < categories.size(); i++) {
            String code = categories.get(i).code();
            codes.add(code, i);
            categories.get(i).name().forEach((language, name) -> names.add(code, language, name));
        }
        codes.into(connection);
        names.into(connection);
    }

    void into(Connection connection) throws SQLException {
        for (BulkInsert rows : List.of(articles, texts, classifications, scales, alternatives, stock)) {
            rows.into(connection);
        }
    }
}
