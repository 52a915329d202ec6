package org.koppel.inbound;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Any;
import jakarta.enterprise.inject.Instance;
import jakarta.inject.Inject;
import jakarta.persistence.PersistenceException;
import java.io.IOException;
import java.io.InputStream;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.hibernate.exception.ConstraintViolationException;
import org.koppel.codec.CodecRegistry;
import org.koppel.codec.DocumentException;
import org.koppel.codec.DocumentReader;
import org.koppel.codec.Envelope;
import org.koppel.codec.FormatId;
import org.koppel.codec.FormatSettings;
import org.koppel.codec.Problem;
import org.koppel.document.Document;
import org.koppel.platform.Settings;
import org.koppel.shared.PartyId;

/** The door for everything that comes in: stores it durably, then acknowledges. */
@ApplicationScoped
public class Inbox {
    private static final int DEFAULT_MESSAGE = 25 * 1024 * 1024;
    private static final int DEFAULT_INTERCHANGE = 100 * 1024 * 1024;

    @Inject
    private Inspection inspection;

    @Inject
    private Intake intake;

    @Inject
    private Answers answers;

    @Inject
    private CodecRegistry codecs;

    @Inject
    @Any
    private Instance<RequestHandler<?, ?>> requestHandlers;

    @Inject
    private BodyBudget budget;

    @Inject
    private Settings settings;

    @Inject
    private Clock clock;

    /**
     * Checks what can be refused at once, stores the message (refused ones too) and says what to answer. When it returns, the
     * message is committed.
     *
     * @throws IOException when the content cannot be read; {@link SlowBodyException} when it took too long
     * @throws InboxFullException when too many large messages come in at once; nothing is stored then
     */
    public Receipt receive(Incoming incoming) throws IOException {
        try (BodyBudget.Share memory = share(incoming)) {
            Body body = Body.read(new TimedBody(incoming.content()), incoming.length(), largest(incoming), memory);
            return receive(incoming, body);
        }
    }

    /**
     * Keeps that a message came whose size was announced and which the server did not read because of it; what to answer says so in
     * the sender's format.
     *
     * @throws IOException never, there is nothing to read
     */
    public Receipt unread(Incoming incoming) throws IOException {
        return receive(incoming, new Body(new byte[0], Math.max(0, incoming.length()), true));
    }

    /**
     * Keeps what no reader knows for a person of the order desk.
     *
     * @param kind what it is, for that person
     * @throws IOException when the content cannot be read
     * @throws InboxFullException when too many large messages come in at once; nothing is stored then
     */
    public Receipt hold(Incoming incoming, String kind) throws IOException {
        try (BodyBudget.Share memory = share(incoming)) {
            Body body = Body.read(new TimedBody(incoming.content()), incoming.length(), largest(incoming), memory);
            Intake.Stored stored = intake.hold(incoming, body, kind, clock.instant());
            return new Receipt(stored.id(), stored.outcome(), stored.repeated(), List.of(), Optional.empty());
        }
    }

    /**
     * Keeps what cannot be taken, so that the order desk sees it; of a stranger's only the beginning.
     *
     * @param why what is wrong, for the sender and the desk
     * @throws IOException when the content cannot be read
     * @throws InboxFullException when too many large messages come in at once; nothing is stored then
     */
    public Receipt refuse(Incoming incoming, Problem why) throws IOException {
        try (BodyBudget.Share memory = share(incoming)) {
            int most = incoming.caller().isPresent() ? largest(incoming) : Body.HEAD;
            Body body = Body.read(new TimedBody(incoming.content()), incoming.length(), most, memory);
            Intake.Stored stored = intake.refuse(incoming, body, why, clock.instant());
            return new Receipt(stored.id(), stored.outcome(), false, stored.problems(), Optional.empty());
        }
    }

    /** In bytes: what is larger is refused, and only its beginning is kept. */
    public static int largestMessage(Settings settings) {
        return settings.number("KOPPEL_MAX_MESSAGE_BYTES", DEFAULT_MESSAGE);
    }

    /** The same of what holds many documents ({@link org.koppel.codec.EnvelopeReader#holdsMany}) and comes from somebody who is known. */
    public static int largestInterchange(Settings settings) {
        return Math.max(largestMessage(settings), settings.number("KOPPEL_MAX_INTERCHANGE_BYTES", DEFAULT_INTERCHANGE));
    }

    private BodyBudget.Share share(Incoming incoming) {
        return budget.share(incoming.caller().isPresent());
    }

    /** What a stranger sends is never taken for an interchange. */
    private int largest(Incoming incoming) {
        return incoming.caller().isPresent() ? largestInterchange(settings) : largestMessage(settings);
    }

    private Receipt receive(Incoming incoming, Body body) throws IOException {
        Inspection.Finding finding = inspection.inspect(incoming, body);
        Intake.Stored stored = store(incoming, body, finding, clock.instant());
        Optional<Receipt.Answer> answer =
                finding.question() ? answerAtOnce(body.document(incoming.contentType()), finding) : Optional.empty();
        return new Receipt(
                stored.id(),
                stored.outcome(),
                stored.repeated(),
                stored.problems(),
                answer.or(() -> answers.acknowledge(finding, stored, stored.problems())));
    }

    /** Two deliveries of one message at the same moment: the unique index lets one through, the other finds it then. */
    private Intake.Stored store(Incoming incoming, Body body, Inspection.Finding finding, Instant now) {
        try {
            return intake.store(incoming, body, finding, now);
        } catch (PersistenceException e) {
            if (!(e instanceof ConstraintViolationException)) {
                throw e;
            }
            return intake.store(incoming, body, finding, now);
        }
    }

    private Optional<Receipt.Answer> answerAtOnce(InputStream content, Inspection.Finding finding) throws IOException {
        Class<? extends Document> asked =
                finding.envelope().flatMap(Envelope::documentClass).orElseThrow();
        for (RequestHandler<?, ?> handler : requestHandlers) {
            if (handler.requestClass().equals(asked)) {
                return Optional.of(answer(handler, content, finding));
            }
        }
        return Optional.empty();
    }

    private <Q extends Document, A extends Document> Receipt.Answer answer(
            RequestHandler<Q, A> handler, InputStream content, Inspection.Finding finding) throws IOException {
        FormatId format = finding.format().orElseThrow().format();
        DocumentReader<Q> reader = codecs.reader(format, handler.requestClass()).orElseThrow();
        List<Q> asked = new ArrayList<>();
        try {
            reader.read(content, FormatSettings.DEFAULT, asked::add);
        } catch (DocumentException e) {
            throw new IllegalStateException("A message that was read before cannot be read again", e);
        }
        String reference = finding.envelope().map(Envelope::reference).orElse(null);
        PartyId customer = finding.customer().orElseThrow();
        A answer = handler.answer(asked.get(0), customer, reference);
        return answers.render(format, handler.answerClass(), answer, handler.settings(customer));
    }
}
