package org.koppel.bench;

import java.math.BigDecimal;
import java.sql.Connection;
import java.sql.Date;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;

/** What one order of Koppel left in the database, to be written again by hand in the same two commits. */
record PeerOrder(
        String customer, byte[] content, byte[] sha256, String order, String response, UUID channel, byte[] digest) {

    /** Takes the newest confirmed order as the sample. */
    static PeerOrder newest(Connection db) throws SQLException {
        String query = "select o.customer, m.content, m.sha256, i.content, r.content, d.channel, o.digest"
                + " from purchase_order o join document i on i.id = o.document join inbound_message m on m.id = i.message"
                + " join document r on r.purchase_order = o.id and r.direction = 'OUT' join delivery d on d.document = r.id"
                + " where o.status = 'CONFIRMED' order by o.received_at desc limit 1";
        try (PreparedStatement statement = db.prepareStatement(query);
                ResultSet row = statement.executeQuery()) {
            row.next();
            return new PeerOrder(
                    row.getString(1),
                    row.getBytes(2),
                    row.getBytes(3),
                    row.getString(4),
                    row.getString(5),
                    row.getObject(6, UUID.class),
                    row.getBytes(7));
        }
    }

    /** Intake, and document with business change: one commit each. */
    void write(Connection db) throws SQLException {
        UUID message = UUID.randomUUID();
        UUID document = UUID.randomUUID();
        UUID purchaseOrder = UUID.randomUUID();
        Timestamp now = Timestamp.from(Instant.now());
        intake(db, message, now);
        db.commit();
        document(db, document, "IN", "Order", purchaseOrder, message, null, order, "PENDING", now);
        purchaseOrder(db, purchaseOrder, document, now);
        lines(db, purchaseOrder);
        update(db, "update document set status = 'PROCESSED', changed_at = ? where id = ?", now, document);
        UUID answer = UUID.randomUUID();
        document(db, answer, "OUT", "OrderResponse", purchaseOrder, null, purchaseOrder, response, "PROCESSED", now);
        delivery(db, answer, purchaseOrder, now);
        update(db, "update inbound_message set status = 'PROCESSED', changed_at = ? where id = ?", now, message);
        db.commit();
    }

    private void intake(Connection db, UUID message, Timestamp now) throws SQLException {
        try (PreparedStatement insert =
                db.prepareStatement("insert into inbound_message (id, received_at, channel, customer,"
                        + " reference, kind, format, content_type, content, size, sha256, remote, status, changed_at, queued_at)"
                        + " values (?, ?, 'http-cxml', ?, ?, 'OrderRequest', 'cxml-1.2', 'text/xml', ?, ?, ?, '127.0.0.1',"
                        + " 'RECEIVED', ?, ?)")) {
            insert.setObject(1, message);
            insert.setTimestamp(2, now);
            insert.setString(3, customer);
            insert.setString(4, message + "@buyer.example");
            insert.setBytes(5, content);
            insert.setLong(6, content.length);
            insert.setBytes(7, sha256);
            insert.setTimestamp(8, now);
            insert.setTimestamp(9, now);
            insert.executeUpdate();
        }
    }

    private void document(
            Connection db,
            UUID id,
            String direction,
            String type,
            UUID number,
            UUID message,
            UUID order,
            String json,
            String status,
            Timestamp now)
            throws SQLException {
        try (PreparedStatement insert =
                db.prepareStatement("insert into document (id, direction, customer, type, number,"
                        + " message, purchase_order, content, status, created_at, changed_at, queued_at)"
                        + " values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)")) {
            insert.setObject(1, id);
            insert.setString(2, direction);
            insert.setString(3, customer);
            insert.setString(4, type);
            insert.setString(5, "B-" + number);
            insert.setObject(6, message);
            insert.setObject(7, order);
            insert.setString(8, json);
            insert.setString(9, status);
            insert.setTimestamp(10, now);
            insert.setTimestamp(11, now);
            insert.setTimestamp(12, now);
            insert.executeUpdate();
        }
    }

    private void purchaseOrder(Connection db, UUID id, UUID document, Timestamp now) throws SQLException {
        try (PreparedStatement insert =
                db.prepareStatement("insert into purchase_order (id, version, customer, number, status,"
                        + " document, digest, currency, issued_at, received_at, changed_at, net, line_count)"
                        + " values (?, 0, ?, ?, 'CONFIRMED', ?, ?, 'EUR', ?, ?, ?, 45, 10)")) {
            insert.setObject(1, id);
            insert.setString(2, customer);
            insert.setString(3, "B-" + id);
            insert.setObject(4, document);
            insert.setBytes(5, digest);
            insert.setTimestamp(6, now);
            insert.setTimestamp(7, now);
            insert.setTimestamp(8, now);
            insert.executeUpdate();
        }
    }

    private static void lines(Connection db, UUID order) throws SQLException {
        try (PreparedStatement insert = db.prepareStatement(
                "insert into purchase_order_line (purchase_order, position, number,"
                        + " article, description, quantity, unit, expected_price, agreed_price, status, confirmed, delivery_date,"
                        + " backordered) values (?, ?, ?, '100001', 'Socket', 1, 'H87', 4.5, 4.5, 'ACCEPTED', 1, ?, ?)")) {
            for (int line = 0; line < OrderMessages.LINES; line++) {
                insert.setObject(1, order);
                insert.setInt(2, line);
                insert.setString(3, Integer.toString(line + 1));
                insert.setDate(4, Date.valueOf(LocalDate.now()));
                insert.setBigDecimal(5, BigDecimal.ZERO);
                insert.addBatch();
            }
            insert.executeBatch();
        }
    }

    private void delivery(Connection db, UUID document, UUID number, Timestamp now) throws SQLException {
        try (PreparedStatement insert = db.prepareStatement("insert into delivery (id, document, customer, channel,"
                + " document_type, document_number, status, next_attempt_at, queued_at, created_at, changed_at)"
                + " values (?, ?, ?, ?, 'OrderResponse', ?, 'PENDING', ?, ?, ?, ?)")) {
            insert.setObject(1, UUID.randomUUID());
            insert.setObject(2, document);
            insert.setString(3, customer);
            insert.setObject(4, channel);
            insert.setString(5, "OR-" + number);
            insert.setTimestamp(6, now);
            insert.setTimestamp(7, now);
            insert.setTimestamp(8, now);
            insert.setTimestamp(9, now);
            insert.executeUpdate();
        }
    }

    private static void update(Connection db, String sql, Timestamp now, UUID id) throws SQLException {
        try (PreparedStatement update = db.prepareStatement(sql)) {
            update.setTimestamp(1, now);
            update.setObject(2, id);
            update.executeUpdate();
        }
    }
}
