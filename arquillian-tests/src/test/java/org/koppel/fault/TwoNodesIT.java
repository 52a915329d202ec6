package org.koppel.fault;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.koppel.run.Demo;
import org.koppel.run.Ports;
import org.koppel.run.Server;

/**
 * Two nodes on one database behind a load balancer without stickiness. Each has its own broker: what one node's queue does not hold, only the
 * database tells the other.
 */
@BreaksKoppel
class TwoNodesIT {
    private static final int NEXT_PORTS = 50;
    private static final int ORDERS = 12;
    private static final String SECOND = "second";
    private static final Pattern FIELD =
            Pattern.compile("<input type=\"hidden\" name=\"([^\"]*)\" value=\"([^\"]*)\">");

    private static Server second;
    private static Walker walker;

    private final Demo demo = BreakableKoppel.demo();
    private final Rows rows = new Rows(demo.database());

    @BeforeAll
    static void startTheSecondNode() throws Exception {
        Demo demo = BreakableKoppel.demo();
        Ports ports = new Ports(demo.ports().offset() + NEXT_PORTS);
        second = demo.node(SECOND, ports);
        second.start();
        walker = new Walker(List.of(demo.baseUrl(), "http://127.0.0.1:" + ports.http()));
    }

    @AfterAll
    static void stopTheSecondNode() {
        second.stop();
    }

    @Test
    void filesThatBothNodesSeeBecomeOneOrderEach() throws Exception {
        String mark = Long.toString(System.nanoTime(), 36).toUpperCase(Locale.ROOT);
        String number = mark.substring(mark.length() - 6);
        Path place = demo.folder().resolve("ediplus/in");
        for (int i = 0; i < ORDERS; i++) {
            Files.writeString(
                    place.resolve(number + i + ".edi"), FiledOrder.edifact(number + i, "N" + number + "-" + i));
        }

        Eventually.see(
                "the orders",
                () -> rows.count("select count(*) from purchase_order where number like ?", "N" + number + "-%"),
                n -> n == ORDERS);
        assertThat(rows.count("select count(*) from inbound_message where remote like ?", "%" + number + "%"))
                .isEqualTo(ORDERS);
        Eventually.see(
                "the files to be away",
                () -> rows.count(
                        "select count(*) from way_in_file where name like ? and moved_at is not null", number + "%"),
                n -> n == ORDERS);
    }

    @Test
    void aVisitIsServedByBothNodesInTurnAndItsOrderIsConfirmedOnce() throws Exception {
        String shop = enter();

        for (String page : List.of("", "search?q=kabel", "articles/100001", "quick", "lists", "cart")) {
            assertThat(walker.get(shop + page).statusCode()).as(page).isEqualTo(200);
            assertThat(walker.get(shop + page).statusCode()).as(page).isEqualTo(200);
        }
        assertThat(walker.post(shop + "language", Map.of("language", "fr")).statusCode())
                .isEqualTo(303);
        assertThat(walker.get(shop).body()).contains("<html lang=\"fr\"");
        assertThat(walker.get(shop).body()).contains("<html lang=\"fr\"");
        assertThat(add(shop, "100001", "2")).isEqualTo(303);
        assertThat(add(shop, "100002", "100")).isEqualTo(303);
        assertThat(add(shop, "100001", "3")).isEqualTo(303);
        assertThat(walker.get(shop + "cart").body()).contains("100001", "100002", "value=\"5\"");
        assertThat(walker.get(shop + "cart").body()).contains("100001", "100002", "value=\"5\"");
        assertThat(walker.post(shop + "cart/lines/100002/remove", Map.of()).statusCode())
                .isEqualTo(303);
        assertThat(walker.post(shop + "transfer", Map.of()).statusCode()).isEqualTo(303);
        List<String> home = fields(walker.get(shop + "transfer"));
        assertThat(fields(walker.get(shop + "transfer"))).isEqualTo(home);
        assertThat(walker.post(shop + "transfer", Map.of()).statusCode()).isEqualTo(303); // pressed twice
        assertThat(fields(walker.get(shop + "transfer"))).isEqualTo(home);
        assertThat(home).contains("NEW_ITEM-VENDORMAT[1]=100001").noneMatch(f -> f.endsWith("=100002"));

        SentOrder order = SentOrder.of(demo.properties(), "bouwgroep", "TWO-1", 1);
        assertThat(walker.postCxml(order.document()).body()).contains("<Status code=\"200\"");
        assertThat(walker.postCxml(order.document()).body()).contains("<Status code=\"20");
        confirmedOnce("TWO");
    }

    @Test
    void ordersThatComeToBothAreAnsweredOnceEach() throws Exception {
        for (int i = 1; i <= ORDERS; i++) {
            SentOrder order = SentOrder.of(demo.properties(), "bouwgroep", "BOTH-" + i, 1);
            assertThat(walker.postCxml(order.document()).body()).contains("<Status code=\"20");
            assertThat(walker.postCxml(order.document()).body()).contains("<Status code=\"20"); // the other node
        }
        confirmedOnce("BOTH");
    }

    /** The ids of all deliveries are lost at once: both sweepers find all of them, and each is sent by one. */
    @Test
    void whatBothSweepersFindIsDoneByOne() throws Exception {
        for (int i = 1; i <= ORDERS; i++) {
            SentOrder order = SentOrder.of(demo.properties(), "bouwgroep", "SWEEP-" + i, 1);
            assertThat(walker.postCxml(order.document()).body()).contains("<Status code=\"20");
        }
        Eventually.see("first deliveries", () -> attempts("SWEEP"), n -> n == ORDERS);
        rows.of(
                "update delivery set status = 'RETRY', queued_at = null, next_attempt_at = now() where document_number like"
                        + " 'OR-SWEEP-%' returning id");

        Eventually.see("second deliveries", () -> attempts("SWEEP"), n -> n >= 2 * ORDERS);
        Eventually.see("all is done", () -> undelivered("SWEEP"), n -> n == 0);
        assertThat(attempts("SWEEP")).isEqualTo(2 * ORDERS);
        assertThat(rows.of("select distinct attempts from delivery where document_number like 'OR-SWEEP-%'"))
                .containsExactly("2");
    }

    private String enter() throws Exception {
        HttpResponse<String> entered = walker.post(
                "/oci",
                Map.of(
                        "USERNAME",
                        demo.properties().get("customer.bouwgroep.oci.username"),
                        "PASSWORD",
                        demo.properties().get("customer.bouwgroep.oci.password"),
                        "HOOK_URL",
                        "http://127.0.0.1:9/inbound?sap-client=100",
                        "LANGUAGE",
                        "en"));
        assertThat(entered.statusCode()).isEqualTo(303);
        return entered.headers().firstValue("Location").orElseThrow();
    }

    private static int add(String shop, String article, String quantity) throws Exception {
        return walker.post(shop + "cart/lines", Map.of("article", article, "quantity", quantity))
                .statusCode();
    }

    private static List<String> fields(HttpResponse<String> page) {
        assertThat(page.statusCode()).isEqualTo(200);
        List<String> fields = new ArrayList<>();
        Matcher field = FIELD.matcher(page.body());
        while (field.find()) {
            fields.add(field.group(1) + "=" + field.group(2));
        }
        return fields;
    }

    private void confirmedOnce(String prefix) throws Exception {
        long sent = rows.count("select count(*) from inbound_message where reference like ?", prefix + "-%");
        Eventually.see(
                "every order is answered",
                () -> rows.count(
                        "select count(*) from delivery where status = 'DELIVERED' and document_number like ?",
                        "OR-" + prefix + "-%"),
                n -> n == sent);
        assertThat(rows.count("select count(*) from purchase_order where number like ?", prefix + "-%"))
                .isEqualTo(sent);
        assertThat(attempts(prefix)).isEqualTo(sent);
        assertThat(rows.count(
                        "select count(*) from document where type = 'OrderResponse' and number like ?",
                        "OR-" + prefix + "-%"))
                .isEqualTo(sent);
    }

    private long attempts(String prefix) throws Exception {
        return rows.count(
                "select count(*) from delivery_attempt a join delivery v on v.id = a.delivery where v.document_number like ?",
                "OR-" + prefix + "-%");
    }

    private long undelivered(String prefix) throws Exception {
        return rows.count(
                "select count(*) from delivery where status <> 'DELIVERED' and document_number like ?",
                "OR-" + prefix + "-%");
    }
}
