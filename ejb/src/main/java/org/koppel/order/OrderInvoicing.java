package org.koppel.order;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.math.BigDecimal;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.koppel.archive.Archive;
import org.koppel.document.Order;
import org.koppel.inbound.MessageReferences;
import org.koppel.party.Customers;
import org.koppel.shared.DocumentNumber;
import org.koppel.shared.PartyId;

/** What was ordered and sold, for whoever charges it. Takes part in the caller's transaction. */
@ApplicationScoped
@Transactional(Transactional.TxType.MANDATORY)
public class OrderInvoicing {
    @Inject
    PurchaseOrders orders;

    @Inject
    RevisedOrders revised;

    @Inject
    Customers customers;

    @Inject
    Archive archive;

    @Inject
    MessageReferences references;

    @Inject
    Clock clock;

    /**
     * What an invoice needs of an order: {@code order} as its buyer wants it now, {@code messageId} of the message it came in (may
     * be null), whether anything of it was {@code sold}, its {@code status} in words, the lines as they stand.
     */
    public record Billable(
            UUID id, Order order, String messageId, boolean sold, String status, List<OrderLineState> lines) {

        public Billable {
            lines = List.copyOf(lines);
        }
    }

    /** The order of that number, locked until the transaction ends. */
    public Optional<Billable> find(PartyId customer, DocumentNumber number) {
        return orders.byNumber(customer, number)
                .flatMap(o -> orders.lock(o.id()))
                .map(this::billable);
    }

    private Billable billable(PurchaseOrder order) {
        List<OrderRevision> revisions = orders.revisions(order.id());
        String messageId = revisions.stream()
                .filter(OrderRevision::stands)
                .reduce((first, second) -> second)
                .map(OrderRevision::messageReference)
                .orElseGet(() -> archive.byId(order.document())
                        .flatMap(d -> references.of(d.message()))
                        .orElse(null));
        return new Billable(
                order.id(),
                revised.completed(
                        order, revisions, customers.byId(order.customer()).orElseThrow()),
                messageId,
                order.isSold(),
                order.status().name(),
                order.lineStates());
    }

    /** Tells the order how much of it has been charged, by the buyer's line number, what was given back taken off. */
    public void invoiced(UUID order, Map<String, BigDecimal> charged) {
        orders.lock(order).ifPresent(o -> o.invoice(charged, clock.instant()));
    }
}
