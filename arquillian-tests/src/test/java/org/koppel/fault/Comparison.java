package org.koppel.fault;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.mail.MessagingException;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.sql.SQLException;
import java.util.HashSet;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.assertj.core.api.SoftAssertions;
import org.koppel.run.Demo;

/** Compares a ledger with the database and the mails: nothing lost, nothing doubled, nothing invented, nothing stuck. */
final class Comparison {
    /** What still waits for a machine; FAILED and PARKED do not, they are an end that the comparison refuses. */
    private static final String WAITING = """
            select 'message ' || status, count(*) from inbound_message where status in ('RECEIVED', 'SPLIT') group by 1
            union all select 'document ' || status, count(*) from document where status = 'PENDING' group by 1
            union all select 'delivery ' || status, count(*) from delivery where status in ('PENDING', 'IN_FLIGHT', 'RETRY')
            group by 1""";

    /** Per order: customer, number, line count, lines, kept messages of it, confirmations, deliveries, delivered ones. */
    private static final String ORDERS = """
            select p.number, p.customer, p.line_count,
            (select count(*) from purchase_order_line l where l.purchase_order = p.id),
            (select count(*) from inbound_message m where m.reference = p.number || '@fault.example'),
            (select count(*) from document d where d.purchase_order = p.id and d.direction = 'OUT' and d.type = 'OrderResponse'),
            (select count(*) from delivery v join document d on d.id = v.document where d.purchase_order = p.id),
            (select count(*) from delivery v join document d on d.id = v.document where d.purchase_order = p.id
            and v.status = 'DELIVERED')
            from purchase_order p where p.number like ?""";

    /** Per customer: in how many ways it gets a confirmation. */
    private static final String ANSWERS =
            "select customer, count(*) from channel where document_type = 'OrderResponse' and active group by 1";

    /** Per order the hash of the message it was read from, where that is kept in full length; secrets in it are overwritten. */
    private static final String MESSAGES = """
            select p.number, encode(m.sha256, 'hex') from purchase_order p join document d on d.id = p.document
            and d.direction = 'IN' join inbound_message m on m.id = d.message and octet_length(m.content) = m.size
            where p.number like ?""";

    private final Demo demo;
    private final OrderLedger ledger;
    private final Rows rows;

    Comparison(Demo demo, OrderLedger ledger) {
        this.demo = demo;
        this.ledger = ledger;
        this.rows = new Rows(demo.database());
    }

    /** Waits until all work has ended, then compares. */
    void holds() throws Exception {
        Eventually.see("all work has ended", () -> rows.of(WAITING), List::isEmpty);
        SoftAssertions all = new SoftAssertions();
        all.assertThat(refusals()).as("answers that refuse an order").isEmpty();
        all.assertThat(ledger.sent()).as("orders sent").isNotEmpty();
        all.assertThat(missing(ledger.sent().keySet(), ledger.acknowledged().keySet()))
                .as("orders never acknowledged")
                .isEmpty();
        all.assertThat(wrongOrders())
                .as("orders that are not as they were sent")
                .isEmpty();
        all.assertThat(missing(hashes(), new HashSet<>(rows.of(MESSAGES, ledger.prefix() + "-%"))))
                .as("orders without the message that was sent")
                .isEmpty();
        all.assertThat(rows.of("select status, count(*) from inbound_message where status <> 'PROCESSED'"
                        + " and channel = 'http-cxml' group by 1"))
                .as("messages of the ledger's way that did not end well")
                .isEmpty();
        all.assertThat(rows.of("select status, count(*) from document where status <> 'PROCESSED' group by 1"))
                .as("documents that did not end well")
                .isEmpty();
        all.assertThat(rows.of("select gid from pg_prepared_xacts"))
                .as("prepared transactions")
                .isEmpty();
        compareMails(all);
        all.assertAll();
    }

    /** What may be said at any moment, also while work is going on: nothing is there that nobody sent. */
    void nothingIsInvented() throws SQLException {
        assertThat(ledger.sent().keySet())
                .containsAll(rows.of("select number from purchase_order where number like ?", ledger.prefix() + "-%"));
    }

    private Set<String> hashes() {
        return ledger.acknowledged().keySet().stream()
                .map(n -> n + " " + sha256(ledger.sent().get(n).document()))
                .collect(Collectors.toSet());
    }

    private static String sha256(String document) {
        try {
            return HexFormat.of()
                    .formatHex(MessageDigest.getInstance("SHA-256").digest(document.getBytes(StandardCharsets.UTF_8)));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("This Java has no SHA-256", e);
        }
    }

    private List<String> refusals() {
        return ledger.answers().stream()
                .filter(a -> !a.taken() && !a.saysTryAgain())
                .map(a -> a.number() + " " + a.status() + " " + a.text())
                .toList();
    }

    private static Set<String> missing(Set<String> wanted, Set<String> there) {
        Set<String> missing = new TreeSet<>(wanted);
        missing.removeAll(there);
        return missing;
    }

    /** Lost, doubled, changed or invented, each with what was expected and what is there. */
    private List<String> wrongOrders() throws SQLException {
        Map<String, String> expected = expected();
        Map<String, String> orders = orders();
        Set<String> numbers = new TreeSet<>(expected.keySet());
        numbers.addAll(orders.keySet());
        return numbers.stream()
                .filter(n -> !Objects.equals(expected.get(n), orders.get(n)))
                .map(n -> n + ": " + expected.get(n) + " expected, is " + orders.get(n))
                .toList();
    }

    private Map<String, String> orders() throws SQLException {
        return rows.of(ORDERS, ledger.prefix() + "-%").stream()
                .collect(Collectors.toMap(
                        r -> r.substring(0, r.indexOf(' ')),
                        r -> r.substring(r.indexOf(' ') + 1),
                        (one, other) -> one + " TWICE " + other,
                        TreeMap::new));
    }

    private Map<String, String> expected() throws SQLException {
        Map<String, String> answers =
                rows.of(ANSWERS).stream().collect(Collectors.toMap(r -> r.split(" ")[0], r -> r.split(" ")[1]));
        return ledger.sent().values().stream()
                .collect(Collectors.toMap(
                        SentOrder::number,
                        o -> o.customer() + " " + o.lines() + " " + o.lines() + " 1 1 " + answers.get(o.customer())
                                + " " + answers.get(o.customer()),
                        (one, other) -> one,
                        TreeMap::new));
    }

    private void compareMails(SoftAssertions all) throws IOException, MessagingException {
        Map<String, List<String>> mails = Mails.messageIds(demo.mail().directory(), ledger.prefix());
        all.assertThat(missing(ledger.acknowledged().keySet(), mails.keySet()))
                .as("orders without a mail")
                .isEmpty();
        all.assertThat(missing(mails.keySet(), ledger.sent().keySet()))
                .as("mails about orders that nobody sent")
                .isEmpty();
        Set<String> different = mails.values().stream()
                .filter(ids -> new HashSet<>(ids).size() > 1)
                .map(List::toString)
                .collect(Collectors.toSet());
        all.assertThat(different)
                .as("mails about one order with different Message-IDs")
                .isEmpty();
    }
}
