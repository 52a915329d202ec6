package org.koppel.order;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.koppel.order.Orders.anOrder;
import static org.koppel.order.Orders.line;
import static org.koppel.order.Orders.offer;

import jakarta.persistence.EntityManager;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Properties;
import java.util.Set;
import java.util.UUID;
import org.hibernate.SessionFactory;
import org.hibernate.cfg.AvailableSettings;
import org.hibernate.cfg.Configuration;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.koppel.archive.Archive;
import org.koppel.archive.ArchivedDocument;
import org.koppel.catalogue.Offer;
import org.koppel.catalogue.Offers;
import org.koppel.catalogue.Surcharges;
import org.koppel.catalogue.Wanted;
import org.koppel.document.Document;
import org.koppel.document.LineStatus;
import org.koppel.document.Order;
import org.koppel.document.OrderResponse;
import org.koppel.document.Reason;
import org.koppel.inbound.MessageReferences;
import org.koppel.inbound.Received;
import org.koppel.outbound.Outbox;
import org.koppel.party.Customer;
import org.koppel.party.Customers;
import org.koppel.party.Site;
import org.koppel.party.Supplier;
import org.koppel.party.Suppliers;
import org.koppel.platform.TestDatabase;
import org.koppel.shared.PartyId;

/** What a person decides about a held order, on a real PostgreSQL. */
class HeldOrdersTest {
    private static final PartyId BUYER = new PartyId("buyer-1");
    private static final Instant MONDAY = Instant.parse("2026-01-05T08:00:00Z");

    private final SessionFactory factory = new Configuration()
            .addAnnotatedClass(PurchaseOrder.class)
            .addAnnotatedClass(ArchivedDocument.class)
            .addAnnotatedClass(Customer.class)
            .setProperty("hibernate.jdbc.time_zone", "UTC")
            .addProperties(source())
            .buildSessionFactory();
    private final EntityManager em = factory.createEntityManager();
    private final OrderConfirmation confirmation = new OrderConfirmation();
    private final OrderRejection rejection = new OrderRejection();
    private final List<OrderResponse> answers = new ArrayList<>();
    private final Order content = anOrder(line("1", "100001", "2", "4.50"), line("2", "100002", "4", "4.50"));
    private UUID order;

    private static Properties source() {
        Properties properties = new Properties();
        properties.put(AvailableSettings.JAKARTA_NON_JTA_DATASOURCE, TestDatabase.fresh());
        return properties;
    }

    @BeforeEach
    void aHeldOrder() {
        wire();
        UUID message = UUID.randomUUID();
        transaction(() -> {
            sql("insert into customer (id, name, order_policy) values ('buyer-1', 'Buyer', 'DESK')");
            sql(
                    "insert into inbound_message (id, received_at, channel, customer, reference, kind, content, size, sha256, status,"
                            + " changed_at) values ('" + message + "', '" + MONDAY
                            + "', 'http-cxml', 'buyer-1', 'payload-1@buyer', 'OrderRequest', 'x', 1, '\\x00', 'PROCESSED', '"
                            + MONDAY + "')");
            ArchivedDocument document = ArchivedDocument.in(message, 0, BUYER, content, MONDAY);
            em.persist(document);
            em.flush();
            PurchaseOrder held = new PurchaseOrder(
                    content,
                    OrderHandler.digest(content),
                    new Received(document.id(), message, "payload-1@buyer", BUYER, MONDAY, false));
            held.hold("DESK", MONDAY);
            em.persist(held);
            order = held.id();
        });
    }

    @AfterEach
    void close() {
        em.close();
        factory.close();
    }

    @Test
    void aConfirmedOrderIsAnsweredUnderTheIdOfTheMessageItCameIn() {
        transaction(() -> confirmation.confirm(order));

        assertThat(answers).singleElement().satisfies(answer -> {
            assertThat(answer.orderMessageId()).isEqualTo("payload-1@buyer");
            assertThat(answer.status()).isEqualTo(LineStatus.ACCEPTED);
        });
        assertThat(state()).isEqualTo("CONFIRMED null 27.00");
    }

    @Test
    void aRejectedOrderIsRefusedLineByLineWithTheReason() {
        transaction(() -> rejection.reject(order, "No deliveries in August."));

        assertThat(answers).singleElement().satisfies(answer -> {
            assertThat(answer.orderMessageId()).isEqualTo("payload-1@buyer");
            assertThat(answer.status()).isEqualTo(LineStatus.REJECTED);
            assertThat(answer.lines())
                    .hasSize(2)
                    .allSatisfy(line -> assertThat(line.reasons())
                            .containsExactly(new Reason("SELLER_REFUSES", "No deliveries in August.")));
        });
        assertThat(state()).isEqualTo("REJECTED null 0.00");
    }

    @Test
    void anOrderIsDecidedOnce() {
        transaction(() -> confirmation.confirm(order));

        assertThatThrownBy(() -> transaction(() -> rejection.reject(order, "Too late.")))
                .isInstanceOf(IllegalOrderStateException.class)
                .hasMessage("Order 4711 is CONFIRMED, cannot reject");
        assertThat(answers).hasSize(1);
    }

    @Test
    void anUnknownOrderIsNamed() {
        assertThatThrownBy(() -> transaction(() -> confirmation.confirm(new UUID(0, 1))))
                .isInstanceOf(UnknownOrderException.class);
    }

    private String state() {
        return String.valueOf(em.createNativeQuery(
                        "select status || ' ' || coalesce(held_for, 'null') || ' ' || net from purchase_order",
                        String.class)
                .getSingleResult());
    }

    private void sql(String sql) {
        em.createNativeQuery(sql).executeUpdate();
    }

    private void transaction(Runnable work) {
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

    private void wire() {
        HeldOrders held = new HeldOrders();
        held.orders = new PurchaseOrders();
        held.orders.em = em;
        held.archive = new Archive() {
            @Override
            public Optional<ArchivedDocument> byId(UUID id) {
                return Optional.ofNullable(em.find(ArchivedDocument.class, id));
            }
        };
        held.references = new MessageReferences(em);
        held.customers = customers();
        OrderAnswer answer = new OrderAnswer();
        answer.orders = held.orders;
        answer.customers = held.customers;
        answer.surcharges = new Surcharges() {
            @Override
            public Set<String> known(Collection<String> numbers) {
                return Set.of();
            }
        };
        answer.offers = new Offers() {
            @Override
            public Map<String, Offer> offers(PartyId customer, List<Wanted> wanted, String language) {
                return Map.of("1", offer("100001", "10", null), "2", offer("100002", "10", null));
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
                answers.add((OrderResponse) document);
                return UUID.randomUUID();
            }
        };
        answer.clock = Clock.fixed(MONDAY, ZoneOffset.UTC);
        confirmation.held = held;
        confirmation.answer = answer;
        rejection.held = held;
        rejection.answer = answer;
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
