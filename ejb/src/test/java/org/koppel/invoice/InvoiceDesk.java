package org.koppel.invoice;

import jakarta.persistence.EntityManager;
import java.math.BigDecimal;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.hibernate.SessionFactory;
import org.koppel.archive.ArchivedDocument;
import org.koppel.codec.Envelope.Identity;
import org.koppel.codec.Problem;
import org.koppel.document.Address;
import org.koppel.document.Document;
import org.koppel.document.Invoice;
import org.koppel.document.InvoiceLine;
import org.koppel.document.Item;
import org.koppel.document.LineStatus;
import org.koppel.document.Order;
import org.koppel.document.OrderLine;
import org.koppel.document.Party;
import org.koppel.document.Price;
import org.koppel.document.Reference;
import org.koppel.inbound.EarlierMessages;
import org.koppel.inbound.Handled;
import org.koppel.inbound.Received;
import org.koppel.order.OrderInvoicing;
import org.koppel.order.OrderLineState;
import org.koppel.outbound.Outbox;
import org.koppel.outbound.Trial;
import org.koppel.party.Authentication;
import org.koppel.party.Customer;
import org.koppel.party.Customers;
import org.koppel.party.Site;
import org.koppel.party.Supplier;
import org.koppel.party.Suppliers;
import org.koppel.platform.TestDatabase;
import org.koppel.shared.DocumentNumber;
import org.koppel.shared.Money;
import org.koppel.shared.PartyId;
import org.koppel.shared.Quantity;

/** Invoicing over a real PostgreSQL: buyer-1 has order 4711 with four pieces on line 10, and an outbox that keeps what is sent. */
final class InvoiceDesk implements AutoCloseable {
    private static final PartyId BUYER = new PartyId("buyer-1");
    private static final Instant MONDAY = Instant.parse("2026-01-05T08:00:00Z");

    final List<Invoice> sent = new ArrayList<>();
    final Map<String, BigDecimal> charged = new HashMap<>();
    List<Problem> unfit = List.of();
    boolean sold = true;

    private final Invoicing invoicing = new Invoicing();
    private final EntityManager em;
    private final SessionFactory factory;
    private final Map<String, UUID> orders = new HashMap<>();

    InvoiceDesk() {
        factory = TestDatabase.sessions(
                TestDatabase.fresh(), IssuedInvoice.class, ArchivedDocument.class, Customer.class);
        em = factory.createEntityManager();
        transaction(this::rows);
        wire();
    }

    private void rows() {
        sql("insert into customer (id, name, language, vat_number, country) values ('buyer-1', 'Buyer One', 'nl',"
                + " 'BE0123456749', 'BE')");
        order("4711");
        order("4712");
    }

    private void order(String number) {
        ArchivedDocument document = ArchivedDocument.out(BUYER, null, ordered(new DocumentNumber(number)), MONDAY);
        em.persist(document);
        em.flush();
        UUID order = UUID.randomUUID();
        orders.put(number, order);
        sql("insert into purchase_order (id, version, customer, number, status, document, digest, currency, issued_at,"
                + " received_at, changed_at, line_count) values ('" + order + "', 0, 'buyer-1', '" + number
                + "', 'CONFIRMED', '"
                + document.id() + "', '\\x00', 'EUR', '" + MONDAY + "', '" + MONDAY + "', '" + MONDAY + "', 1)");
    }

    private static Order ordered(DocumentNumber number) {
        OrderLine line = new OrderLine(
                "10",
                new Item("100001", "B-7", null, null, null, "Kabel", List.of()),
                Quantity.of("4", "H87"),
                null,
                null,
                null,
                null,
                List.of(new Reference(Reference.Kind.OTHER, "Plant", "GENT")));
        return new Order(
                number,
                null,
                OffsetDateTime.parse("2026-01-04T16:05:00+01:00"),
                "EUR",
                "nl",
                false,
                Party.named("Buyer One"),
                null,
                new Address("YARD", null, "Werf", null, "Dokweg 14", "9300", "Aalst", "BE"),
                null,
                null,
                null,
                List.of(
                        Reference.of(Reference.Kind.REQUISITION, "BA-7"),
                        Reference.of(Reference.Kind.ACCOUNTING, "KP-1")),
                List.of(line));
    }

    Handled take(Invoice invoice) {
        Handled[] handled = new Handled[1];
        transaction(() -> {
            UUID message = UUID.randomUUID();
            sql("insert into inbound_message (id, received_at, channel, customer, kind, content, size, sha256, status,"
                    + " changed_at) values ('" + message + "', '" + MONDAY
                    + "', 'api', 'buyer-1', 'Invoice', 'x', 1, '\\x00', 'PROCESSED', '" + MONDAY + "')");
            ArchivedDocument archived = ArchivedDocument.in(message, 0, BUYER, invoice, MONDAY);
            em.persist(archived);
            em.flush();
            handled[0] = invoicing.take(invoice, new Received(archived.id(), message, null, BUYER, MONDAY, false));
        });
        return handled[0];
    }

    private void wire() {
        IssuedInvoices invoices = new IssuedInvoices();
        invoices.em = em;
        invoicing.invoices = invoices;
        invoicing.orders = new OrderInvoicing() {
            @Override
            public Optional<Billable> find(PartyId customer, DocumentNumber number) {
                return Optional.ofNullable(orders.get(number.value())).map(id -> billable(id, number));
            }

            @Override
            public void invoiced(UUID id, Map<String, BigDecimal> byLine) {
                charged.putAll(byLine);
            }
        };
        invoicing.earlier = new EarlierMessages(em);
        invoicing.authentication = new Authentication() {
            @Override
            public Optional<PartyId> named(List<Identity> names) {
                return names.stream()
                        .filter(n -> n.value().equals("buyer-1"))
                        .map(n -> BUYER)
                        .findFirst();
            }
        };
        invoicing.customers = new Customers() {
            @Override
            public Optional<Customer> byId(PartyId id) {
                return Optional.ofNullable(em.find(Customer.class, id.value()));
            }

            @Override
            public List<Site> sites(PartyId customer) {
                return List.of();
            }
        };
        invoicing.suppliers = new Suppliers() {
            @Override
            public Supplier get() {
                return new Supplier(
                        "Voltaris",
                        "BE0987654394",
                        null,
                        null,
                        null,
                        null,
                        null,
                        "BE",
                        null,
                        null,
                        null,
                        "BE68539007547034");
            }
        };
        invoicing.trial = new Trial() {
            @Override
            public <T extends Document> List<Problem> problems(
                    PartyId customer, Class<T> type, T document, String language) {
                return unfit;
            }
        };
        invoicing.outbox = new Outbox() {
            @Override
            public UUID add(PartyId customer, UUID itsOrder, Document document) {
                ArchivedDocument archived = ArchivedDocument.out(customer, itsOrder, document, MONDAY);
                em.persist(archived);
                em.flush();
                sent.add((Invoice) document);
                return archived.id();
            }
        };
        invoicing.clock = Clock.fixed(MONDAY, ZoneOffset.UTC);
    }

    private OrderInvoicing.Billable billable(UUID order, DocumentNumber number) {
        OrderLineState line = new OrderLineState(
                "10",
                "100001",
                "Kabel",
                new BigDecimal(4),
                "H87",
                null,
                null,
                LineStatus.ACCEPTED,
                new BigDecimal(4),
                null,
                BigDecimal.ZERO,
                null);
        return new OrderInvoicing.Billable(
                order, ordered(number), "payload-1", sold, sold ? "CONFIRMED" : "HELD", List.of(line));
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

    @Override
    public void close() {
        em.close();
        factory.close();
    }

    /** An invoice of one line as a back office writes it: nothing that Koppel knows. */
    static Draft invoice(String number, String quantity) {
        return new Draft(number, quantity);
    }

    /** Parts can be changed before {@link #build}. */
    static final class Draft {
        private final String number;
        private final String quantity;
        private Invoice.Kind kind = Invoice.Kind.INVOICE;
        private String customer = "buyer-1";
        private String order = "4711";
        private String orderLine = "10";
        private String unit = "H87";
        private String article = "100001";
        private String secondOrder;
        private String secondQuantity;

        private Draft(String number, String quantity) {
            this.number = number;
            this.quantity = quantity;
        }

        Draft credit() {
            kind = Invoice.Kind.CREDIT_NOTE;
            return this;
        }

        Draft customer(String wanted) {
            customer = wanted;
            return this;
        }

        Draft order(String wanted) {
            order = wanted;
            return this;
        }

        Draft orderLine(String wanted) {
            orderLine = wanted;
            return this;
        }

        Draft unit(String wanted) {
            unit = wanted;
            return this;
        }

        /** A line of another order; the orders stand at the lines then. */
        Draft and(String otherOrder, String itsQuantity) {
            secondOrder = otherOrder;
            secondQuantity = itsQuantity;
            return this;
        }

        Draft article(String wanted) {
            article = wanted;
            return this;
        }

        Invoice build() {
            List<InvoiceLine> lines = secondOrder == null
                    ? List.of(line("1", null, quantity))
                    : List.of(line("1", order, quantity), line("2", secondOrder, secondQuantity));
            return invoice(lines);
        }

        private InvoiceLine line(String itsNumber, String itsOrder, String itsQuantity) {
            return new InvoiceLine(
                    itsNumber,
                    itsOrder == null ? null : new DocumentNumber(itsOrder),
                    orderLine,
                    null,
                    new Item(article, null, null, null, null, null, List.of()),
                    Quantity.of(itsQuantity, unit),
                    Price.perUnit(Money.of("4.50", "EUR")),
                    List.of(),
                    null,
                    null,
                    new BigDecimal("21"),
                    null,
                    null,
                    List.of());
        }

        private Invoice invoice(List<InvoiceLine> lines) {
            return new Invoice(
                    new DocumentNumber(number),
                    kind,
                    customer,
                    LocalDate.of(2026, 1, 15),
                    LocalDate.of(2026, 2, 14),
                    null,
                    "EUR",
                    null,
                    false,
                    null,
                    null,
                    secondOrder == null ? new DocumentNumber(order) : null,
                    null,
                    null,
                    null,
                    null,
                    List.of(),
                    null,
                    null,
                    null,
                    null,
                    null,
                    null,
                    null,
                    List.of(),
                    List.of(),
                    lines,
                    List.of(),
                    null);
        }
    }
}
