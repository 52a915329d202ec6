package org.koppel.catalogue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.BiConsumer;
import java.util.stream.IntStream;
import org.koppel.catalogue.DemoTemplates.Family;
import org.postgresql.PGConnection;
import org.postgresql.copy.CopyIn;

/**
 * Adds many articles to the demo's catalogue, by COPY: a Dutch text each, of every tenth the other languages too; stock,
 * ETIM classes, a buyer's own numbers and net prices for some. Foreign keys are not checked meanwhile and the index of words is made
 * afterwards, so the role must be a superuser's.
 */
public final class ManyArticles {
    private static final String CUSTOMER = "bouwgroep";
    private static final int CHUNK = 1 << 16;

    private final DemoTemplates templates = DemoTemplates.load();
    private final DemoText texts = new DemoText(templates);
    private final List<Family> families = templates.families();
    private final int count;

    public ManyArticles(int count) {
        this.count = count;
    }

    /** A table's row per article, as COPY's text. */
    private interface Rows extends BiConsumer<ManyArticle, StringBuilder> {}

    /** Adds them unless they are there. */
    public void fill(Connection db) throws SQLException, IOException {
        try (Statement statement = db.createStatement()) {
            if (filled(statement)) {
                return;
            }
            statement.execute("set session_replication_role = replica");
            List<String> indexes = dropIndexesOfWords(statement);
            statement.execute(LEAVES);
            statement.execute(LEAF_NAMES);
            copy(
                    db,
                    "article (number, gtin, manufacturer, manufacturers_id, brand, category, unit, minimum, step,"
                            + " lead_time_days, discount_group, list_price, price_base_quantity, picture)",
                    this::article);
            copy(db, "article_text (article, language, name, text, keywords, attributes)", this::texts);
            copy(db, "stock (article, quantity)", (a, row) -> line(row, a.number(), a.stock()));
            copy(
                    db,
                    "article_classification (article, scheme, version, code)",
                    (a, row) -> line(row, a.number(), "ETIM", "9.0", a.family().etim()));
            copy(db, "buyers_number (customer, article, number)", ManyArticles::buyersNumber);
            copy(db, "net_price (customer, article, price, base_quantity)", ManyArticles::netPrice);
            statement.execute("set session_replication_role = origin");
            statement.execute("set maintenance_work_mem = '1GB'");
            for (String index : indexes) {
                statement.execute(index);
            }
            Vocabulary.refill(db);
            statement.execute("update category set position = position"); // the triggers were off: tell the caches
            statement.execute("vacuum (analyze)");
            statement.execute("checkpoint");
        }
    }

    private static final String LEAVES = "insert into category select c.code || '.s' || n, n from category c,"
            + " generate_series(1, " + ManyArticle.LEAVES + ") n where c.code like '%.%' and c.code not like '%.%.%'";
    private static final String LEAF_NAMES = "insert into category_text select t.category || '.s' || n, t.language,"
            + " t.name || ' ' || n from category_text t, generate_series(1, " + ManyArticle.LEAVES + ") n"
            + " where t.category like '%.%' and t.category not like '%.%.%'";

    private boolean filled(Statement statement) throws SQLException {
        try (ResultSet row = statement.executeQuery(
                "select 1 from article where number = '" + ManyArticle.number(count - 1) + "'")) {
            return row.next();
        }
    }

    /** The statements that make them again. */
    private static List<String> dropIndexesOfWords(Statement statement) throws SQLException {
        List<String> made = new ArrayList<>();
        List<String> names = new ArrayList<>();
        try (ResultSet row = statement.executeQuery(
                "select indexname, indexdef from pg_indexes where tablename = 'article_text' and indexdef like '%USING"
                        + " gin%'")) {
            while (row.next()) {
                names.add(row.getString(1));
                made.add(row.getString(2));
            }
        }
        for (String name : names) {
            statement.execute("drop index " + name);
        }
        return made;
    }

    private void article(ManyArticle a, StringBuilder row) {
        Family f = a.family();
        line(
                row,
                a.number(),
                a.gtin(),
                a.brand(),
                a.manufacturersId(),
                a.brand(),
                a.category(),
                f.unit(),
                f.minimum(),
                f.step(),
                1 + a.luck() % 3,
                f.group(),
                a.price(),
                f.base(),
                f.picture() + " " + a.choice().getOrDefault("colour", "plain"));
    }

    private void texts(ManyArticle a, StringBuilder row) {
        Map<String, DemoArticle.Text> all = texts.texts(a.family(), a.choice(), a.brand());
        List<String> languages = a.index() % 10 == 0 ? Languages.all() : List.of("nl");
        for (String language : languages) {
            DemoArticle.Text t = all.get(language);
            line(
                    row,
                    a.number(),
                    language,
                    t.name(),
                    t.text() + " " + a.series() + ".",
                    t.keywords() + " " + a.series(),
                    t.attributes());
        }
    }

    private static void buyersNumber(ManyArticle a, StringBuilder row) {
        if (a.index() % 5 == 0) {
            line(row, CUSTOMER, a.number(), "BG-X%07d".formatted(a.index()));
        }
    }

    private static void netPrice(ManyArticle a, StringBuilder row) {
        if (a.index() % 20 == 0) {
            line(row, CUSTOMER, a.number(), a.price(), a.family().base());
        }
    }

    private void copy(Connection db, String table, Rows rows) throws SQLException {
        CopyIn copy = db.unwrap(PGConnection.class).getCopyAPI().copyIn("copy " + table + " from stdin");
        StringBuilder text = new StringBuilder();
        for (int i = 0; i < count; i++) {
            rows.accept(ManyArticle.of(i, families), text);
            if (text.length() > CHUNK) {
                send(copy, text);
            }
        }
        send(copy, text);
        copy.endCopy();
    }

    private static void send(CopyIn copy, StringBuilder text) throws SQLException {
        byte[] bytes = text.toString().getBytes(StandardCharsets.UTF_8);
        copy.writeToCopy(bytes, 0, bytes.length);
        text.setLength(0);
    }

    /** Tabs and line breaks do not occur in what is generated; backslashes in JSON do. */
    private static void line(StringBuilder row, Object... values) {
        IntStream.range(0, values.length)
                .forEach(i -> row.append(i == 0 ? "" : "\t")
                        .append(values[i].toString().replace("\\", "\\\\")));
        row.append('\n');
    }
}
