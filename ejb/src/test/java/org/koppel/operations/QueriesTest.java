package org.koppel.operations;

import static org.assertj.core.api.Assertions.assertThat;
import static org.koppel.operations.OperationsDatabase.MONDAY;

import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.koppel.shared.PartyId;

class QueriesTest {
    private static final PartyId BOUWGROEP = new PartyId("bouwgroep");
    private static final PartyId ZORGGROEP = new PartyId("zorggroep");
    private OperationsDatabase database;

    @BeforeEach
    void open() throws SQLException {
        database = new OperationsDatabase();
    }

    @AfterEach
    void close() {
        database.close();
    }

    private List<UUID> messages(ListFilter filter) {
        return database.messages.list(filter).items().stream()
                .map(MessageRow::id)
                .toList();
    }

    private List<String> orders(ListFilter filter) {
        return database.orders.list(filter).items().stream()
                .map(OrderRow::number)
                .toList();
    }

    @Test
    void pagingVisitsEveryMessageOnceNewestFirstEvenAtTheSameInstant() {
        for (int i = 0; i < 5; i++) {
            database.message("bouwgroep", "same-" + i, "PROCESSED", MONDAY);
            database.message("bouwgroep", "later-" + i, "PROCESSED", MONDAY.plusSeconds(1));
        }
        List<MessageRow> seen = new ArrayList<>();
        String next = "";
        while (next != null) {
            Page<MessageRow> page = database.messages.list(ListFilter.NONE.after(next, 3));
            seen.addAll(page.items());
            next = page.next();
        }
        Set<UUID> ids = new HashSet<>(seen.stream().map(MessageRow::id).toList());
        assertThat(seen).hasSize(10);
        assertThat(ids).hasSize(10);
        assertThat(seen.subList(0, 5)).allMatch(m -> m.reference().startsWith("later"));
    }

    @Test
    void messagesAreFoundByReferenceIdAndNumberOfADocument() {
        UUID message = database.message("bouwgroep", "payload-1", "PROCESSED", MONDAY);
        database.message("bouwgroep", "payload-2", "PROCESSED", MONDAY);
        database.document("bouwgroep", "Order", "4711", message, "PROCESSED");
        assertThat(messages(ListFilter.NONE.withText("payload-1"))).containsExactly(message);
        assertThat(messages(ListFilter.NONE.withText(message.toString()))).containsExactly(message);
        assertThat(messages(ListFilter.NONE.withText("4711"))).containsExactly(message);
        assertThat(messages(ListFilter.NONE.withText("payload"))).isEmpty();
    }

    @Test
    void attentionFindsFailedMessagesAndThoseWithAFailedDocument() {
        UUID failed = database.message("bouwgroep", "a", "FAILED", MONDAY);
        UUID split = database.message("bouwgroep", "b", "SPLIT", MONDAY.plusSeconds(1));
        database.document("bouwgroep", "Order", "1", split, "FAILED");
        UUID fine = database.message("bouwgroep", "c", "PROCESSED", MONDAY.plusSeconds(2));
        database.document("bouwgroep", "Order", "2", fine, "PROCESSED");
        assertThat(messages(ListFilter.NONE.ofStatus("ATTENTION"))).containsExactly(split, failed);
    }

    @Test
    void aTenantSeesNothingOfAnother() {
        UUID message = database.message("bouwgroep", "a", "PROCESSED", MONDAY);
        UUID order = database.order("bouwgroep", "4711", "CONFIRMED", MONDAY);
        UUID delivery = database.delivery(order, "OR-4711", "DELIVERED", "DELIVERED");
        assertThat(database.messages.byId(message, Optional.of(ZORGGROEP))).isEmpty();
        assertThat(database.messages.content(message, Optional.of(ZORGGROEP))).isEmpty();
        assertThat(database.orders.byId(order, Optional.of(ZORGGROEP))).isEmpty();
        assertThat(database.deliveries.byId(delivery, Optional.of(ZORGGROEP))).isEmpty();
        assertThat(orders(ListFilter.NONE.ofCustomer(ZORGGROEP))).isEmpty();
        assertThat(orders(ListFilter.NONE.ofCustomer(BOUWGROEP))).containsExactly("4711");
        assertThat(database.orders.byId(order, Optional.of(BOUWGROEP))).isPresent();
    }

    @Test
    void aMessageOfAnUnknownSenderIsSeenByTheSupplierOnly() {
        UUID message = database.message(null, null, "REJECTED", MONDAY);
        assertThat(database.messages.byId(message, Optional.empty())).isPresent();
        assertThat(database.messages.byId(message, Optional.of(BOUWGROEP))).isEmpty();
    }

    @Test
    void ordersAreFoundByTheBeginningOfTheirNumberInAnyCaseAndWildcardsMeanThemselves() {
        database.order("bouwgroep", "PO-100", "CONFIRMED", MONDAY);
        database.order("bouwgroep", "PO_200", "HELD", MONDAY.plusSeconds(1));
        assertThat(orders(ListFilter.NONE.withText("po-1"))).containsExactly("PO-100");
        assertThat(orders(ListFilter.NONE.withText("po_"))).containsExactly("PO_200");
        assertThat(orders(ListFilter.NONE.withText("%"))).isEmpty();
        assertThat(orders(ListFilter.NONE.ofStatus("held,confirmed"))).containsExactly("PO_200", "PO-100");
        assertThat(database.orders.byNumber("PO-10", ListFilter.NONE).items()).isEmpty();
        assertThat(database.orders.byNumber("PO-100", ListFilter.NONE).items()).hasSize(1);
    }

    @Test
    void daysBoundAListFromTheFirstIncludedToTheLastExcluded() {
        database.order("bouwgroep", "before", "CONFIRMED", MONDAY.minusSeconds(1));
        database.order("bouwgroep", "first", "CONFIRMED", MONDAY);
        database.order("bouwgroep", "after", "CONFIRMED", MONDAY.plus(Duration.ofDays(1)));
        ListFilter monday = new ListFilter(null, null, null, MONDAY, MONDAY.plus(Duration.ofDays(1)), null, null);
        assertThat(orders(monday)).containsExactly("first");
    }

    @Test
    void anOrderShowsItsLinesDocumentsDeliveriesAndAttempts() {
        UUID id = database.order("bouwgroep", "4711", "CONFIRMED_WITH_CHANGES", MONDAY);
        database.delivery(id, "OR-4711", "RETRY", "RETRY", "RETRY");
        OrderDetail order = database.orders.byId(id, Optional.empty()).orElseThrow();
        assertThat(order.content().number().value()).isEqualTo("4711");
        assertThat(order.message().reference()).isEqualTo("message of 4711");
        OrderLineRow line = order.lines().get(0);
        assertThat(line.priceDiffers()).isTrue();
        assertThat(line.reasons()).extracting("code").containsExactly("PRICE_DIFFERS");
        assertThat(order.documents()).extracting(DocumentRow::type).containsExactly("Order", "OrderResponse");
        assertThat(order.deliveries()).extracting(DeliveryRow::formats).containsExactly(List.of("html", "pdf"));
        assertThat(order.attempts()).extracting(AttemptRow::code).containsExactly("CODE_0", "CODE_1");
    }

    @Test
    void deliveriesAreFoundByDocumentOrderAndStatusAndSayWhenTheyAreTriedNext() {
        UUID order = database.order("bouwgroep", "4711", "CONFIRMED", MONDAY);
        UUID retry = database.delivery(order, "OR-4711", "RETRY", "RETRY");
        UUID parked = database.delivery(order, "OR-4711-2", "PARKED", "REJECTED");
        assertThat(database.deliveries.ids(ListFilter.NONE.ofStatus("PARKED"), 10))
                .containsExactly(parked);
        assertThat(database.deliveries.ids(ListFilter.NONE.withText("4711"), 10))
                .contains(retry, parked);
        assertThat(database.deliveries.ids(ListFilter.NONE.withText("or-4711-"), 10))
                .containsExactly(parked);
        assertThat(delivery(retry).nextAttemptAt()).isEqualTo(MONDAY.plusSeconds(300));
        assertThat(delivery(parked).nextAttemptAt()).isNull();
    }

    @Test
    void whatWentAlongIsSentAgainWithTheOneThatHasItsFileOnce() {
        UUID order = database.order("bouwgroep", "4711", "CONFIRMED", MONDAY);
        UUID leader = database.delivery(order, "OR-1", "PARKED", "REJECTED");
        UUID follower = database.delivery(order, "OR-2", "PARKED", "REJECTED");
        database.run("update delivery set bundle = '" + leader + "' where id = '" + follower + "'");

        assertThat(database.deliveries.ids(ListFilter.NONE.ofStatus("PARKED"), 10))
                .containsExactly(leader);
        assertThat(database.deliveries.ids(ListFilter.NONE.withText("or-2"), 10))
                .containsExactly(leader);
    }

    private DeliveryRow delivery(UUID id) {
        return database.deliveries.byId(id, Optional.empty()).orElseThrow().row();
    }

    @Test
    void theDashboardCountsWhatNeedsAPerson() {
        assertThat(database.dashboard.attention(MONDAY).quiet()).isTrue();
        database.message("bouwgroep", "a", "FAILED", MONDAY);
        UUID split = database.message("bouwgroep", "b", "SPLIT", MONDAY);
        database.document("bouwgroep", "Order", "1", split, "FAILED");
        database.message("bouwgroep", "c", "CONFLICT", MONDAY);
        database.message("bouwgroep", "d", "REJECTED", MONDAY);
        database.message("bouwgroep", "e", "REJECTED", MONDAY.minusSeconds(1));
        UUID order = database.order("bouwgroep", "4711", "HELD", MONDAY);
        database.delivery(order, "OR-1", "PARKED", "REJECTED");
        database.delivery(order, "OR-2", "RETRY", "RETRY");
        assertThat(database.dashboard.attention(MONDAY)).isEqualTo(new Attention(2, 1, 1, 1, 1, 1, 0, 0));
    }

    @Test
    void theFlowCountsByHourAndEndsWithTheHourThatRuns() {
        database.order("bouwgroep", "1", "CONFIRMED", MONDAY);
        UUID order = database.order("bouwgroep", "2", "CONFIRMED", MONDAY.minus(Duration.ofHours(3)));
        database.order("bouwgroep", "3", "CONFIRMED", MONDAY.minus(Duration.ofHours(30)));
        database.delivery(order, "OR-2", "DELIVERED", "RETRY", "DELIVERED");
        List<FlowHour> flow = database.dashboard.flow();
        assertThat(flow).hasSize(24);
        assertThat(flow.get(23)).isEqualTo(new FlowHour(MONDAY, 1, 1));
        assertThat(flow.get(20)).isEqualTo(new FlowHour(MONDAY.minus(Duration.ofHours(3)), 1, 0));
        assertThat(flow.stream().mapToInt(FlowHour::orders).sum()).isEqualTo(2);
    }

    @Test
    void oneSearchFindsOrdersMessagesAndDeliveries() {
        UUID order = database.order("bouwgroep", "4711", "CONFIRMED", MONDAY);
        database.delivery(order, "OR-4711", "DELIVERED", "DELIVERED");
        SearchQueries.Found found = database.search.find("4711");
        assertThat(found.orders()).hasSize(1);
        assertThat(found.messages()).hasSize(1);
        assertThat(found.deliveries()).hasSize(1);
        assertThat(database.search.find("nothing like it").count()).isZero();
    }

    @Test
    void theAuditKeepsWhoDidWhatToWhichNewestFirst() {
        UUID subject = UUID.randomUUID();
        database.transaction(() -> {
            database.audit.note("anna", "RESEND", subject, null);
            database.audit.note("bert", "RESEND", subject, "again");
            database.audit.note("anna", "LOGIN", null, null);
            return null;
        });
        assertThat(database.audit.of(subject)).extracting(AuditEntry::who).containsExactly("bert", "anna");
    }
}
