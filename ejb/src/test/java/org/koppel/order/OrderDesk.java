package org.koppel.order;

import static org.assertj.core.api.Assertions.assertThat;
import static org.koppel.order.Orders.offer;

import jakarta.persistence.EntityManager;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.hibernate.SessionFactory;
import org.koppel.archive.Archive;
import org.koppel.archive.ArchivedDocument;
import org.koppel.catalogue.Offer;
import org.koppel.catalogue.Offers;
import org.koppel.catalogue.Surcharges;
import org.koppel.catalogue.Wanted;
import org.koppel.document.Document;
import org.koppel.document.OrderResponse;
import org.koppel.inbound.EarlierMessages;
import org.koppel.inbound.MessageReferences;
import org.koppel.inbound.Received;
import org.koppel.outbound.Outbox;
import org.koppel.party.BackOffice;
import org.koppel.party.Channel;
import org.koppel.party.Channels;
import org.koppel.party.Customer;
import org.koppel.party.Customers;
import org.koppel.party.Site;
import org.koppel.party.Supplier;
import org.koppel.party.Suppliers;
import org.koppel.platform.TestDatabase;
import org.koppel.shared.PartyId;
import org.koppel.transport.TransportId;

/** The services of this package over a real PostgreSQL, with articles 100001 to 100009 in stock and an outbox that keeps its answers. */
final class OrderDesk implements AutoCloseable {
    static final PartyId BUYER = new PartyId("buyer-1");
    static final Instant MONDAY = Instant.parse("2026-01-05T08:00:00Z");

    final OrderConfirmation confirmation = new OrderConfirmation();
    final OrderRejection rejection = new OrderRejection();
    final OrderChanges changes = new OrderChanges();
    final BackOfficeAnswers backOffice = new BackOfficeAnswers();
    final List<OrderResponse> answers = new ArrayList<>();
    /** What the back office was told. */
    final List<Document> told = new ArrayList<>();
    /** Whether channels to the back office are agreed. */
    boolean connected;

    final OrderAnswer answer = new OrderAnswer();
    final EntityManager em;
    private final SessionFactory factory;

    OrderDesk() {
        factory = TestDatabase.sessions(
                TestDatabase.fresh(), PurchaseOrder.class, OrderRevision.class, ArchivedDocument.class, Customer.class);
        em = factory.createEntityManager();
        wire();
    }

    /** A document as it came in a message of its own. */
    Received received(Document document, String reference) {
        return received(BUYER, document, reference);
    }

    Received received(PartyId sender, Document document, String reference) {
        UUID message = UUID.randomUUID();
        sql("insert into inbound_message (id, received_at, channel, customer, reference, kind, content, size, sha256,"
                + " status, changed_at) values ('" + message + "', '" + MONDAY + "', 'http-cxml', '" + sender + "', '"
                + reference + "', 'OrderRequest', 'x', 1, '\\x00', 'PROCESSED', '" + MONDAY + "')");
        ArchivedDocument archived = ArchivedDocument.in(message, 0, sender, document, MONDAY);
        em.persist(archived);
        em.flush();
        return new Received(archived.id(), message, reference, sender, MONDAY, false);
    }

    void sql(String sql) {
        em.createNativeQuery(sql).executeUpdate();
    }

    String text(String sql) {
        return String.valueOf(em.createNativeQuery(sql, String.class).getSingleResult());
    }

    void transaction(Runnable work) {
        em.clear();
        em.getTransaction().begin();
        try {
            work.run();
            em.getTransaction().commit();
        } finally {
            if (em.getTransaction().isActive()) {
                em.getTransaction().rollback();
            }
        }
    }

    @Override
    public void close() {
        em.close();
        factory.close();
    }

    private void wire() {
        PurchaseOrders orders = new PurchaseOrders();
        orders.em = em;
        Customers customers = customers();
        Archive archive = new Archive() {
            @Override
            public Optional<ArchivedDocument> byId(UUID id) {
                return Optional.ofNullable(em.find(ArchivedDocument.class, id));
            }

            @Override
            public boolean wasSent(UUID order, PartyId party, String type) {
                return told.stream().anyMatch(d -> d.type().equals(type));
            }

            @Override
            public Optional<ArchivedDocument> lastSent(UUID order, PartyId party, List<String> types) {
                return told.stream()
                        .filter(d -> types.contains(d.type()))
                        .reduce((earlier, later) -> later)
                        .map(d -> ArchivedDocument.out(party, order, d, MONDAY));
            }

            @Override
            public List<ArchivedDocument> takenFor(UUID order, String type) {
                return em.createQuery(
                                "select d from ArchivedDocument d where d.order = :order and d.type = :type"
                                        + " and d.status = :processed",
                                ArchivedDocument.class)
                        .setParameter("order", order)
                        .setParameter("type", type)
                        .setParameter("processed", ArchivedDocument.Status.PROCESSED)
                        .getResultList();
            }
        };
        answer(orders, customers);
        BackOfficeOrders telling = telling(archive);
        answer.backOffice = telling;
        changes.backOffice = telling;
        RevisedOrders revised = new RevisedOrders();
        revised.backOffice = telling;
        revised.orders = orders;
        revised.archive = archive;
        revised.answer = answer;
        revised.clock = answer.clock;
        HeldOrders held = new HeldOrders();
        held.orders = orders;
        held.archive = archive;
        held.references = new MessageReferences(em);
        held.customers = customers;
        held.revised = revised;
        confirmation.held = held;
        confirmation.answer = answer;
        confirmation.revised = revised;
        rejection.held = held;
        rejection.answer = answer;
        rejection.revised = revised;
        NamedOrders named = new NamedOrders();
        named.orders = orders;
        named.customers = customers;
        backOffice.named = named;
        backOffice.orders = orders;
        backOffice.held = held;
        backOffice.answer = answer;
        backOffice.revised = revised;
        backOffice.archive = archive;
        changes.orders = orders;
        changes.revised = revised;
        changes.answer = answer;
        changes.customers = customers;
        changes.earlier = new EarlierMessages(em);
        changes.clock = answer.clock;
    }

    private void answer(PurchaseOrders orders, Customers customers) {
        answer.orders = orders;
        answer.customers = customers;
        answer.offers = new Offers() {
            @Override
            public Map<String, Offer> offers(PartyId customer, List<Wanted> wanted, String language) {
                Map<String, Offer> found = new HashMap<>();
                wanted.stream()
                        .filter(w -> w.article().startsWith("10000"))
                        .forEach(w -> found.put(w.key(), offer(w.article(), "10", null)));
                return found;
            }
        };
        answer.surcharges = new Surcharges() {
            @Override
            public Set<String> known(Collection<String> numbers) {
                return Set.of();
            }
        };
        answer.suppliers = new Suppliers() {
            @Override
            public Supplier get() {
                return new Supplier("Seller", null, null, null, null, null, null, null, null, null, null, null);
            }
        };
        answer.outbox = new Outbox() {
            @Override
            public UUID add(PartyId customer, UUID purchaseOrder, Document document) {
                if (document instanceof OrderResponse response) {
                    answers.add(response);
                } else {
                    assertThat(customer).isEqualTo(BackOffice.ID);
                    told.add(document);
                }
                return UUID.randomUUID();
            }
        };
        answer.clock = Clock.fixed(MONDAY, ZoneOffset.UTC);
    }

    private BackOfficeOrders telling(Archive archive) {
        BackOfficeOrders telling = new BackOfficeOrders();
        telling.channels = new Channels() {
            @Override
            public List<Channel> of(PartyId customer, String documentType) {
                return connected
                        ? List.of(new Channel(
                                UUID.randomUUID(), customer, documentType, List.of(), new TransportId("x"), Map.of()))
                        : List.of();
            }
        };
        telling.outbox = answer.outbox;
        telling.archive = archive;
        telling.clock = answer.clock;
        return telling;
    }

    private Customers customers() {
        return new Customers() {
            @Override
            public Optional<Customer> byId(PartyId id) {
                return Optional.ofNullable(em.find(Customer.class, id.value()));
            }

            @Override
            public List<Site> sites(PartyId customer) {
                return List.of();
            }
        };
    }
}
