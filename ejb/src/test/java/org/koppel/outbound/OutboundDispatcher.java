package org.koppel.outbound;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Consumer;
import java.util.function.Predicate;
import org.koppel.archive.ArchivedDocument;
import org.koppel.codec.AnswerReader;
import org.koppel.codec.CodecRegistry;
import org.koppel.codec.DocumentException;
import org.koppel.codec.DocumentWriter;
import org.koppel.codec.FormatId;
import org.koppel.codec.FormatSettings;
import org.koppel.codec.Problem;
import org.koppel.codec.Shortening;
import org.koppel.platform.Secrets;
import org.koppel.shared.PartyId;
import org.koppel.transport.Delivery;
import org.koppel.transport.DeliveryOutcome;
import org.koppel.transport.Part;
import org.koppel.transport.SealedSettings;
import org.koppel.transport.Setting;
import org.koppel.transport.Transport;
import org.koppel.transport.TransportId;
import org.koppel.transport.TransportRegistry;

/** The dispatcher on a real PostgreSQL, with formats that write their names and partners that a test leads. */
final class OutboundDispatcher {
    static final Shortening CUT = new Shortening("3", Shortening.Kind.DESCRIPTION, "DESCRIPT", 35, 52);

    final BlockingQueue<UUID> queue = new LinkedBlockingQueue<>();
    final List<UUID> sent = new CopyOnWriteArrayList<>();
    final Partners partners = new Partners();
    /** Whether a document can be written at all. */
    volatile Predicate<ArchivedDocument> fits = document -> true;
    /** Whether its writer can be relied on. */
    volatile Predicate<ArchivedDocument> sound = document -> true;
    /** What happens while a document is written. */
    volatile Runnable writing = () -> {};
    /** Whether the server ends when the partner has answered, before that is noted. */
    volatile boolean dies;

    final DeliveryDispatcher dispatcher;
    private final OutboundDatabase database;
    private final AtomicInteger counted = new AtomicInteger();

    OutboundDispatcher(OutboundDatabase database) {
        this.database = database;
        this.dispatcher = dispatcher();
    }

    void dispatch(UUID delivery) {
        dispatcher.dispatch(delivery);
    }

    private DeliveryDispatcher dispatcher() {
        DeliveryDispatcher built = new DeliveryDispatcher();
        built.desk = new OwnTransactions();
        built.recipients = new Recipients() {
            @Override
            public Optional<PartyId> of(UUID delivery) {
                return Optional.of(new PartyId(database.column(delivery, "customer")));
            }
        };
        built.rendering = new NamesOfFormats();
        built.packing = new Packing();
        built.packing.desk = built.desk;
        built.packing.rendering = built.rendering;
        built.packing.enclosures = new Enclosures() {
            @Override
            List<Part> of(List<ArchivedDocument> documents, TransportId transport) {
                return List.of();
            }
        };
        built.subjects = new Subjects() {
            @Override
            String of(ArchivedDocument document) {
                return "subject";
            }
        };
        built.transports = new TransportRegistry() {
            @Override
            public Optional<Transport> byId(TransportId id) {
                return Optional.of(partners);
            }
        };
        built.packing.joiners = new Joiners() {
            @Override
            List<Part> join(FormatId format, List<Part> parts, FormatSettings settings) {
                if (parts.size() < 2) {
                    return parts;
                }
                ByteArrayOutputStream all = new ByteArrayOutputStream();
                parts.forEach(p -> all.writeBytes(p.content()));
                return List.of(new Part("text/plain", "all." + format, all.toByteArray()));
            }
        };
        built.secrets = new ChannelSecrets();
        built.secrets.transports = built.transports;
        built.secrets.codecs = new TestFormats();
        built.secrets.sealed = new SealedSettings(new Secrets(database.settings()));
        built.packing.secrets = built.secrets;
        built.packing.transports = built.transports;
        built.answers = new PartnerAnswers();
        built.answers.codecs = new TestFormats();
        built.queue = new DeliveryQueue() {
            @Override
            void send(List<UUID> ids) {
                sent.addAll(ids);
                queue.addAll(ids);
            }
        };
        built.queue.dispatcher = built;
        built.settings = database.settings();
        built.open();
        return built;
    }

    /** Writes the name of the format, the document and a number into each file; what is to be {@code broken} fails. */
    private final class NamesOfFormats extends Rendering {
        @Override
        List<Written> masked(ArchivedDocument archived, List<Written> files) {
            return files;
        }

        @Override
        List<Written> unmasked(ArchivedDocument archived, List<Written> files, Map<String, String> options) {
            return files;
        }

        @Override
        List<Problem> warnings(ArchivedDocument archived, List<Written> files) {
            return files.stream().anyMatch(f -> f.format().value().equals("ruled"))
                    ? List.of(new Problem("R001", "Order/ID", "From 2027-02-15 on: too long"))
                    : List.of();
        }

        @Override
        Part render(
                ArchivedDocument archived, FormatId format, Map<String, String> options, Consumer<Shortening> shortened)
                throws DocumentException {
            writing.run();
            if (format.value().equals("broken") || !fits.test(archived)) {
                throw new DocumentException(new Problem("TEXT_TOO_LONG", "Name", archived.number() + " does not fit"));
            }
            if (!sound.test(archived)) {
                throw new WriterFailedException("it", new IllegalStateException("a fault of the writer"));
            }
            if (format.value().equals("narrow")) {
                shortened.accept(CUT);
            }
            String text = format + " " + archived.number() + " interchange " + counted.incrementAndGet() + "\n";
            return new Part("text/plain", archived.number() + "." + format, text.getBytes(StandardCharsets.UTF_8));
        }
    }

    /** Without secrets, and each with the same answers. */
    private static final class TestFormats extends CodecRegistry {
        @Override
        public List<DocumentWriter<?>> writersOf(String documentType) {
            return List.of();
        }

        @Override
        public Optional<AnswerReader> answers(FormatId format) {
            return Optional.of(new SaysNo());
        }
    }

    /** A format whose answers begin with NO. */
    private static final class SaysNo implements AnswerReader {
        @Override
        public FormatId format() {
            return new FormatId("test");
        }

        @Override
        public Optional<Answer> read(byte[] body) {
            String said = new String(body, StandardCharsets.UTF_8);
            return said.startsWith("NO") ? Optional.of(new Answer(Verdict.REFUSED, "NO", said)) : Optional.empty();
        }
    }

    /** As the container has it: one transaction per call. */
    private final class OwnTransactions extends DeliveryDesk {
        @Override
        public Optional<Claim> claim(UUID id) {
            return database.desk(desk -> desk.claim(id));
        }

        @Override
        public Optional<Claim> claimNext(PartyId customer) {
            return database.desk(desk -> desk.claimNext(customer));
        }

        @Override
        public Optional<UUID> next(PartyId customer) {
            return database.desk(desk -> desk.next(customer));
        }

        @Override
        public boolean renew(Claim claim) {
            return database.desk(desk -> desk.renew(claim));
        }

        @Override
        public boolean keep(Claim claim, Sent sent) {
            return database.desk(desk -> desk.keep(claim, sent));
        }

        @Override
        public void record(Claim claim, DeliveryOutcome outcome) {
            if (dies) {
                throw new IllegalStateException("The server ends");
            }
            database.desk(desk -> {
                desk.record(claim, outcome);
                return null;
            });
        }
    }

    /** Partners whose name begins with slow answer only when they are told to. */
    static final class Partners implements Transport {
        final CountDownLatch answer = new CountDownLatch(1);
        final List<Delivery> received = new CopyOnWriteArrayList<>();
        volatile boolean sideBySide;
        volatile CountDownLatch served = new CountDownLatch(0);
        volatile DeliveryOutcome says = DeliveryOutcome.delivered("taken");

        @Override
        public TransportId id() {
            return new TransportId("test");
        }

        @Override
        public List<Setting> settings() {
            return List.of(new Setting("to", true, false), new Setting("password", true, true));
        }

        @Override
        public boolean sideBySide() {
            return sideBySide;
        }

        @Override
        public DeliveryOutcome check(Map<String, String> settings) {
            return DeliveryOutcome.delivered("");
        }

        @Override
        public DeliveryOutcome deliver(Delivery delivery) throws IOException, InterruptedException {
            if (delivery.recipient().value().startsWith("slow")) {
                answer.await();
            }
            if (delivery.recipient().value().equals("quoting")) {
                throw new IllegalArgumentException("invalid header value: \"Bearer s3cret\"");
            }
            received.add(delivery);
            served.countDown();
            return says;
        }
    }
}
