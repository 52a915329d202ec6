package org.koppel.inbound;

import jakarta.enterprise.event.Event;
import jakarta.enterprise.inject.Instance;
import jakarta.persistence.EntityManager;
import jakarta.persistence.LockModeType;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.reflect.Proxy;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.hibernate.SessionFactory;
import org.koppel.archive.AnswerDue;
import org.koppel.archive.Archive;
import org.koppel.archive.ArchivedDocument;
import org.koppel.archive.DocumentFiles;
import org.koppel.codec.CodecRegistry;
import org.koppel.codec.DocumentReader;
import org.koppel.codec.Envelope;
import org.koppel.codec.EnvelopeReader;
import org.koppel.codec.FormatId;
import org.koppel.codec.edifact.EdifactD96AEnvelopeReader;
import org.koppel.codec.edifact.EdifactD96AReader;
import org.koppel.codec.table.CsvEnvelopeReader;
import org.koppel.codec.table.OrderCsvReader;
import org.koppel.codec.ubl.UblApplicationResponseReader;
import org.koppel.codec.ubl.UblEnvelopeReader;
import org.koppel.codec.ubl.UblOrderReader;
import org.koppel.document.ApplicationResponse;
import org.koppel.document.Document;
import org.koppel.party.Authentication;
import org.koppel.party.Caller;
import org.koppel.party.Channels;
import org.koppel.party.Customer;
import org.koppel.party.Customers;
import org.koppel.party.FileAgreements;
import org.koppel.platform.Secrets;
import org.koppel.platform.Settings;
import org.koppel.platform.StoredFile;
import org.koppel.platform.TestDatabase;
import org.koppel.shared.PartyId;

/** The inbox of one customer over a real PostgreSQL: files are stored, read and handled by a handler that a test makes. */
final class InboundDesk implements AutoCloseable {
    static final PartyId BUYER = new PartyId("buyer-1");
    static final Instant MONDAY = Instant.parse("2026-01-05T08:00:00Z");

    /** What was laid in the outbox. */
    final List<AnswerDue> told = new ArrayList<>();

    final EntityManager em;
    private final SessionFactory factory;
    private final InboundMessages messages = new InboundMessages();
    private final Clock clock = Clock.fixed(MONDAY, ZoneOffset.UTC);
    private final RefusalAnswers refusals = new RefusalAnswers();
    private final Archive archive;
    private final UUID way = UUID.randomUUID();
    private DocumentHandler<?> handler;

    InboundDesk() {
        factory = TestDatabase.sessions(
                TestDatabase.fresh(), InboundMessage.class, ArchivedDocument.class, Customer.class);
        em = factory.createEntityManager();
        messages.em = em;
        archive = archive();
        refusals.channels = new Channels(em);
        refusals.customers = new Customers() {
            @Override
            public Optional<Customer> byId(PartyId id) {
                return Optional.ofNullable(em.find(Customer.class, id.value()));
            }
        };
        refusals.answers = event(told);
        refusals.clock = clock;
        run(
                "insert into customer (id, name, language, currency, gln) values ('buyer-1', 'Buyer 1', 'nl', 'EUR', '5412345000013')");
        run(
                "insert into way_in (id, customer, name, transport, ready, every_seconds, timeout_seconds, changed_at, next_run_at)"
                        + " values ('" + way + "', 'buyer-1', 'Folder', 'folder', 'NAME', 60, 60, now(), now())");
    }

    /** The customer agrees on a way for what was refused. */
    InboundDesk agreeing() {
        run("insert into channel (id, customer, document_type, formats, transport) values ('" + UUID.randomUUID()
                + "', 'buyer-1', 'ApplicationResponse', 'ubl-2.1', 'folder')");
        return this;
    }

    /** The customer's confirmations go out with these units ({@code XCT=KAR}). */
    InboundDesk confirmingIn(String units) {
        run("insert into channel (id, customer, document_type, formats, transport, settings) values ('"
                + UUID.randomUUID() + "', 'buyer-1', 'OrderResponse', 'edifact-d96a', 'folder', '{\"units\":\"" + units
                + "\"}')");
        return this;
    }

    /** What the order desk agreed of this customer's files. */
    InboundDesk agreeing(Map<String, String> options) {
        transaction(() -> {
            new FileAgreements(em, clock).save(BUYER, Optional.empty(), options, "desk");
            return null;
        });
        return this;
    }

    InboundDesk handling(DocumentHandler<?> by) {
        handler = by;
        return this;
    }

    /** A message with one document that waits for its turn. @return the document's id */
    UUID pending(PartyId sender, Document document, boolean test) {
        UUID message = UUID.randomUUID();
        run("insert into inbound_message (id, received_at, channel, customer, reference, content, size, sha256, status,"
                + " changed_at, test) values ('" + message + "', now(), 'ftp', '" + sender + "', 'M-77', '', 0, '',"
                + " 'SPLIT', now(), " + test + ")");
        ArchivedDocument archived = ArchivedDocument.in(message, 0, sender, document, MONDAY);
        transaction(() -> {
            em.persist(archived);
            return null;
        });
        return archived.id();
    }

    void process(UUID document) {
        transaction(() -> {
            pipeline().process(document);
            return null;
        });
    }

    /** A person has it tried again. */
    void replay(UUID document) {
        transaction(() -> messages.again(Work.DOCUMENT, document, MONDAY));
        process(document);
    }

    /** A file that was fetched from the customer's place: stored, and read when it was taken. @return its status */
    String fetch(String name, byte[] content) {
        UUID id = transaction(() -> store(incoming(name, content, Optional.of(way)), content));
        transaction(() -> reading().split(id));
        return status(id);
    }

    /** The same content by HTTP, whose sender is answered at once. */
    String post(byte[] content) {
        return status(transaction(() -> store(incoming("post", content, Optional.empty()), content)));
    }

    /** The same of somebody whom the message itself has to name, as the buyer. */
    String postByAStranger(byte[] content) {
        Incoming incoming = incoming("post", content, Optional.empty(), Optional.empty());
        return status(transaction(() -> store(incoming, content)));
    }

    List<ApplicationResponse> refusals() {
        return told.stream()
                .map(AnswerDue::answer)
                .filter(ApplicationResponse.class::isInstance)
                .map(ApplicationResponse.class::cast)
                .toList();
    }

    static byte[] golden(String file) {
        try {
            return Files.readAllBytes(Path.of("src/test/resources/golden", file));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public void close() {
        em.close();
        factory.close();
    }

    private String status(UUID message) {
        return String.valueOf(
                em.createNativeQuery("select status from inbound_message where id = '" + message + "'", String.class)
                        .getSingleResult());
    }

    private static Incoming incoming(String name, byte[] content, Optional<UUID> way) {
        return incoming(name, content, way, Optional.of(new Caller(Optional.of(BUYER))));
    }

    private static Incoming incoming(String name, byte[] content, Optional<UUID> way, Optional<Caller> caller) {
        return new Incoming(
                "folder",
                Optional.empty(),
                "application/octet-stream",
                caller,
                Optional.empty(),
                "folder in " + name,
                new ByteArrayInputStream(content),
                content.length,
                way);
    }

    private UUID store(Incoming incoming, byte[] content) {
        Inspection inspection = new Inspection();
        inspection.codecs = codecs();
        inspection.agreed = agreed();
        inspection.system = new Settings() {
            @Override
            public Optional<String> text(String name) {
                return Optional.empty();
            }
        };
        inspection.authentication = new Authentication() {
            @Override
            public Optional<PartyId> named(Envelope envelope) {
                return Optional.empty();
            }

            @Override
            public Optional<PartyId> bySender(Envelope envelope) {
                return Optional.of(BUYER);
            }
        };
        inspection.clock = clock;
        inspection.handlers = instance(handler);
        inspection.requestHandlers = instance(null);
        Intake intake = new Intake();
        intake.messages = messages;
        intake.secrets = new Secrets(inspection.system);
        intake.stored = event(new ArrayList<>());
        intake.answers = refusals.answers;
        intake.refusals = refusals;
        Body body = new Body(content, content.length, false);
        try {
            return intake.store(incoming, body, inspection.inspect(incoming, body), MONDAY)
                    .id();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private MessagePipeline reading() {
        MessagePipeline reading = new MessagePipeline();
        reading.messages = messages;
        reading.archive = archive;
        reading.files = new DocumentFiles() {
            @Override
            public void keep(UUID document, PartyId owner, Map<UUID, StoredFile> embedded, Instant at) {
                // orders of these tests hold none
            }
        };
        reading.codecs = codecs();
        reading.customers = refusals.customers;
        reading.agreed = agreed();
        reading.documents = pipeline();
        reading.refusals = refusals;
        reading.answers = refusals.answers;
        reading.clock = clock;
        return reading;
    }

    private DocumentPipeline pipeline() {
        DocumentPipeline pipeline = new DocumentPipeline();
        pipeline.handlers = instance(handler);
        pipeline.archive = archive;
        pipeline.messages = messages;
        pipeline.turns = new Turns() {
            @Override
            void pass(UUID document, Instant now) {
                // whose turn is next is no question here
            }
        };
        pipeline.refusals = refusals;
        pipeline.clock = clock;
        return pipeline;
    }

    private Archive archive() {
        return new Archive() {
            @Override
            public void add(ArchivedDocument document) {
                em.persist(document);
            }

            @Override
            public void flush() {
                em.flush();
            }

            @Override
            public void letGo(ArchivedDocument document) {
                em.detach(document);
            }

            @Override
            public Optional<ArchivedDocument> lock(UUID id) {
                return Optional.ofNullable(em.find(ArchivedDocument.class, id, LockModeType.PESSIMISTIC_WRITE));
            }

            @Override
            public List<UUID> queuedOf(UUID message) {
                return List.of();
            }
        };
    }

    private Agreed agreed() {
        Agreed agreed = new Agreed();
        agreed.agreements = new FileAgreements(em, clock);
        agreed.channels = new Channels(em);
        return agreed;
    }

    private static CodecRegistry codecs() {
        return new CodecRegistry() {
            @Override
            public Optional<EnvelopeReader> recognise(String contentType, byte[] head) {
                return envelopes().filter(e -> e.recognises(contentType, head)).findFirst();
            }

            @Override
            public Optional<EnvelopeReader> envelope(FormatId format) {
                return envelopes().filter(e -> e.format().equals(format)).findFirst();
            }

            @Override
            @SuppressWarnings("unchecked")
            public <T extends Document> Optional<DocumentReader<T>> reader(FormatId format, Class<T> documentClass) {
                return Stream.of(
                                new UblOrderReader(),
                                new UblApplicationResponseReader(),
                                new OrderCsvReader(),
                                new EdifactD96AReader())
                        .filter(r ->
                                r.format().equals(format) && r.documentClass().equals(documentClass))
                        .map(r -> (DocumentReader<T>) r)
                        .findFirst();
            }
        };
    }

    private static Stream<EnvelopeReader> envelopes() {
        return Stream.of(new UblEnvelopeReader(), new EdifactD96AEnvelopeReader(), new CsvEnvelopeReader());
    }

    @SuppressWarnings("unchecked")
    private static <T> Event<T> event(List<T> fired) {
        return (Event<T>) Proxy.newProxyInstance(
                Event.class.getClassLoader(), new Class<?>[] {Event.class}, (proxy, method, arguments) -> {
                    fired.add((T) arguments[0]);
                    return null;
                });
    }

    @SuppressWarnings("unchecked")
    private static <T> Instance<T> instance(T only) {
        List<T> all = only == null ? List.of() : List.of(only);
        return (Instance<T>) Proxy.newProxyInstance(
                Instance.class.getClassLoader(),
                new Class<?>[] {Instance.class},
                (proxy, method, arguments) -> method.getName().equals("stream") ? all.stream() : all.iterator());
    }

    private void run(String sql) {
        transaction(() -> em.createNativeQuery(sql).executeUpdate());
    }

    private <T> T transaction(Supplier<T> work) {
        em.clear();
        em.getTransaction().begin();
        try {
            T result = work.get();
            em.getTransaction().commit();
            return result;
        } finally {
            if (em.getTransaction().isActive()) {
                em.getTransaction().rollback();
            }
        }
    }

    static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }
}
