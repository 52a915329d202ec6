package org.koppel.bench;

import java.math.BigDecimal;
import java.nio.ByteBuffer;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.koppel.catalogue.BareSearch;

/**
 * The peer of a punch-out visit: the statements that Koppel sends for log-in, search, ten lines and transfer, in the same transactions and
 * with rows of the same size, over one JDBC connection. What Koppel remembers for two seconds, such as the customer, is not asked here
 * either; the search is asked in full. Not for several threads.
 */
final class PeerVisit {
    private static final String CUSTOMER = "bouwgroep";
    private static final String VISIT =
            "id, buyer, charset, created_at, customer, expires_at, language, login, mechanism,"
                    + " parameters, purpose, return_fields, return_url, seen_at, ship_to, target, token_hash";
    private static final String CART =
            "at_once, buyer, buyer_name, card_text, changed_at, cost_centre, created_at, customer,"
                    + " net, purchase_order, parked_until, reference, site, status, transferred_at, version, visit, wished_site";
    private static final String LINE = "cart, position, article, cost_centre, currency, description, item, note, price,"
            + " price_base, quantity, unit, wanted_date";
    private static final String NAMED = "(lower(login) = lower(?) or login in (select c.buyer from credential c where"
            + " c.customer = buyer.customer and lower(c.identity) = lower(?)))";

    private final Connection db;
    private final BareSearch catalogue;
    private final Map<String, PreparedStatement> statements = new HashMap<>();
    private final Map<String, String> sample;
    private UUID visit;
    private byte[] token;
    private UUID cart;
    private final List<String> articles = new ArrayList<>();

    /** @param db with a visit of Koppel's that was handed over, as the sample of sizes */
    PeerVisit(Connection db) throws SQLException {
        this.db = db;
        this.catalogue = new BareSearch(db);
        this.sample = sample();
    }

    private Map<String, String> sample() throws SQLException {
        String newest =
                "select v.login, v.buyer, v.return_url, v.return_fields, v.parameters, v.target, v.charset, l.item"
                        + " from punchout_visit v join cart c on c.visit = v.id join cart_line l on l.cart = c.id"
                        + " where c.status = 'TRANSFERRED' and v.customer = '" + CUSTOMER
                        + "' order by c.transferred_at desc limit 1";
        Map<String, String> values = new HashMap<>();
        try (PreparedStatement statement = db.prepareStatement(newest);
                ResultSet row = statement.executeQuery()) {
            row.next();
            for (int i = 1; i <= row.getMetaData().getColumnCount(); i++) {
                values.put(row.getMetaData().getColumnName(i), row.getString(i));
            }
        }
        return values;
    }

    /** A whole visit; {@code quantities} belong to {@code wanted}. */
    void go(String question, List<String> wanted, List<String> quantities) throws SQLException {
        login();
        search(question);
        for (int i = 0; i < wanted.size(); i++) {
            line(wanted.get(i), new BigDecimal(quantities.get(i)));
        }
        transfer();
    }

    private void login() throws SQLException {
        String login = sample.get("login");
        read(
                "select c.customer, c.secret_hash, c.secret_encrypted from credential c where c.kind = ? and"
                        + " lower(c.domain) = lower(?) and lower(c.identity) = lower(?) and not exists (select from"
                        + " coupling_off o where o.customer = c.customer and o.kind = c.kind) and not exists (select from"
                        + " buyer b where b.customer = c.customer and b.login = c.buyer and not b.active)",
                "OCI",
                "",
                login);
        db.setAutoCommit(false);
        dialect();
        db.commit();
        db.setAutoCommit(true);
        read("select 1 from buyer where customer = ? and not active and " + NAMED, CUSTOMER, login, login);
        read("select origin from allowed_origin where customer = ? order by origin", CUSTOMER);
        read(
                "select login, name, email, site from buyer where customer = ? and " + NAMED + " order by login",
                CUSTOMER,
                login,
                login);
        db.setAutoCommit(false);
        open(Instant.now());
        db.commit();
    }

    private void open(Instant now) throws SQLException {
        visit = UUID.randomUUID();
        token = ByteBuffer.allocate(32)
                .putLong(0, visit.getMostSignificantBits())
                .putLong(24, visit.getLeastSignificantBits())
                .array();
        Timestamp at = Timestamp.from(now);
        write(
                "insert into punchout_visit (" + VISIT + ") values (" + marks(17) + ")",
                visit,
                sample.get("buyer"),
                sample.get("charset"),
                at,
                CUSTOMER,
                Timestamp.from(now.plus(Duration.ofHours(4))),
                "nl",
                sample.get("login"),
                "OCI",
                sample.get("parameters"),
                "CREATE",
                sample.get("return_fields"),
                sample.get("return_url"),
                at,
                null,
                sample.get("target"),
                token);
    }

    private void dialect() throws SQLException {
        read("select yaml from oci_dialect where customer = ?", CUSTOMER);
        read(
                "select vendor, matgroup_scheme, category_scheme, matnr_length, vendormat_length from oci_connection"
                        + " where customer = ?",
                CUSTOMER);
    }

    private void search(String question) throws SQLException {
        seen();
        catalogue.hits(question);
    }

    /** Every request begins so. */
    private void seen() throws SQLException {
        db.setAutoCommit(true);
        read(
                "select v.id, v.customer, v.buyer, v.mechanism, v.language, v.return_url, v.return_fields, v.target,"
                        + " v.charset, v.purpose, v.ship_to, v.created_at, v.seen_at, v.expires_at, (select count(*) from cart c"
                        + " join cart_line l on l.cart = c.id where c.visit = v.id and c.status = 'OPEN') as cart_lines,"
                        + " exists (select 1 from shopper_rule r where r.customer = v.customer) as ruled from punchout_visit v where v.token_hash = ?",
                token);
    }

    private void line(String article, BigDecimal quantity) throws SQLException {
        seen();
        db.setAutoCommit(false);
        catalogue.prices(List.of(article));
        lock();
        read(
                "select c.id, l.quantity from cart c left join cart_line l on l.cart = c.id and l.article = ?"
                        + " where c.visit = ? and c.status = 'OPEN'",
                article,
                visit);
        Timestamp now = Timestamp.from(Instant.now());
        if (articles.isEmpty()) {
            cart = UUID.randomUUID();
            write("insert into cart (" + CART + ", id) values (" + marks(19) + ")", cartRow("OPEN", 0, now, cart));
        }
        read(
                "with changed as (update cart set changed_at = ?, version = version + 1 where id = ? returning id),"
                        + " known as (update cart_line set quantity = ? where cart = ? and article = ? returning cart),"
                        + " added as (insert into cart_line (cart, position, article, quantity) select id,"
                        + " (select coalesce(max(position), 0) + 1 from cart_line where cart = ?), ?, ? from changed"
                        + " where not exists (select from known) returning cart)"
                        + " select (select count(*) from cart_line where cart = ?) + (select count(*) from added) as lines",
                now,
                cart,
                quantity,
                cart,
                article,
                cart,
                article,
                quantity,
                cart);
        db.commit();
        articles.add(article);
    }

    private void lock() throws SQLException {
        read("select id from punchout_visit where id = ? for update", visit);
    }

    private void readCart() throws SQLException {
        read(
                "select c.id, c." + CART.replace(", ", ", c.") + ", l." + LINE.replace(", ", ", l.")
                        + " from cart c left join cart_line l on l.cart = c.id where c.id = (select x.id from cart x"
                        + " where x.visit = ? order by x.created_at desc, x.id fetch first 1 rows only)",
                visit);
    }

    private Object[] cartRow(String status, long version, Timestamp now, UUID id) {
        Timestamp home = status.equals("OPEN") ? null : now;
        return new Object[] {
            false,
            null,
            null,
            null,
            now,
            null,
            now,
            CUSTOMER,
            null,
            null,
            home,
            cart.toString(),
            null,
            status,
            home,
            version,
            visit,
            null,
            id
        };
    }

    private void update(String status, Timestamp now) throws SQLException {
        List<Object> values = new ArrayList<>(List.of());
        for (Object value : cartRow(status, articles.size() + 1L, now, cart)) {
            values.add(value);
        }
        values.add((long) articles.size());
        write("update cart set " + CART.replace(",", " = ?,") + " = ? where id = ? and version = ?", values.toArray());
    }

    private void transfer() throws SQLException {
        seen();
        db.setAutoCommit(false);
        lock();
        readCart();
        policy();
        catalogue.prices(articles);
        read(
                "select id, site, buyer, period, amount, mode from budget where customer = ? and (site is null or site ="
                        + " cast(? as text)) and (buyer is null or lower(buyer) = lower(cast(? as text))) order by id"
                        + " for update",
                CUSTOMER,
                null,
                null);
        catalogue.texts(articles);
        update("TRANSFERRED", Timestamp.from(Instant.now()));
        freeze();
        db.commit();
        seen();
        db.setAutoCommit(false);
        readCart();
        dialect();
        db.commit();
        articles.clear();
    }

    /** The lines as they were handed over, in one batch as Hibernate does. */
    private void freeze() throws SQLException {
        String sql =
                "update cart_line set article = ?, cost_centre = ?, currency = ?, description = ?, item = ?, note = ?,"
                        + " price = ?, price_base = ?, quantity = ?, unit = ?, wanted_date = ? where cart = ? and position = ?";
        for (int i = 0; i < articles.size(); i++) {
            bound(
                            sql,
                            articles.get(i),
                            null,
                            "EUR",
                            "Installatiekabel XVB 3G2,5 zwart 100 m",
                            sample.get("item"),
                            null,
                            BigDecimal.TEN,
                            BigDecimal.ONE,
                            BigDecimal.ONE,
                            "H87",
                            null,
                            cart,
                            i + 1)
                    .addBatch();
        }
        statements.get(sql).executeBatch();
    }

    private void policy() throws SQLException {
        read(
                "select at_once, parked_days, notice_days, price_cap, price_cap_mode from shop_policy where customer = ?",
                CUSTOMER);
    }

    private static String marks(int count) {
        return "?" + ", ?".repeat(count - 1);
    }

    private void read(String sql, Object... values) throws SQLException {
        try (ResultSet row = bound(sql, values).executeQuery()) {
            while (row.next()) {
                for (int i = 1; i <= row.getMetaData().getColumnCount(); i++) {
                    row.getObject(i);
                }
            }
        }
    }

    private void write(String sql, Object... values) throws SQLException {
        bound(sql, values).executeUpdate();
    }

    private PreparedStatement bound(String sql, Object... values) throws SQLException {
        PreparedStatement statement = statements.get(sql);
        if (statement == null) {
            statement = db.prepareStatement(sql);
            statements.put(sql, statement);
        }
        for (int i = 0; i < values.length; i++) {
            statement.setObject(i + 1, values[i]);
        }
        return statement;
    }
}
