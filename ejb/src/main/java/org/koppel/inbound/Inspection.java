package org.koppel.inbound;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Any;
import jakarta.enterprise.inject.Instance;
import jakarta.inject.Inject;
import java.io.IOException;
import java.io.InputStream;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.koppel.codec.CodecRegistry;
import org.koppel.codec.DocumentException;
import org.koppel.codec.DocumentReader;
import org.koppel.codec.Envelope;
import org.koppel.codec.EnvelopeReader;
import org.koppel.codec.FormatSettings;
import org.koppel.codec.IncompleteEnvelopeException;
import org.koppel.codec.Packed;
import org.koppel.codec.Problem;
import org.koppel.document.Acknowledgement.Outcome;
import org.koppel.document.Document;
import org.koppel.document.InterchangeReceipt;
import org.koppel.party.Authentication;
import org.koppel.party.BackOffice;
import org.koppel.party.Caller;
import org.koppel.party.FailedLogins;
import org.koppel.platform.Settings;
import org.koppel.shared.PartyId;

/** Everything that can be said about a message before it is stored: its format, its sender, what is wrong with it. Writes nothing. */
@ApplicationScoped
class Inspection {
    @Inject
    CodecRegistry codecs;

    @Inject
    Authentication authentication;

    @Inject
    FailedLogins failedLogins;

    @Inject
    Agreed agreed;

    @Inject
    Settings system;

    @Inject
    Clock clock;

    @Inject
    @Any
    Instance<RequestHandler<?, ?>> requestHandlers;

    @Inject
    @Any
    Instance<DocumentHandler<?>> handlers;

    /**
     * What was found out. {@code envelope} and {@code customer} are there as far as they could be read, also for a refused
     * message; {@code question} tells a request that is answered at once from a document that is worked on; {@code receipt} is
     * what the sender of an interchange is to be told, {@code number} that of the only document inside, as far as it could be read.
     */
    record Finding(
            Optional<EnvelopeReader> format,
            Optional<Envelope> envelope,
            Optional<PartyId> customer,
            boolean question,
            Outcome outcome,
            List<Problem> problems,
            Optional<InterchangeReceipt> receipt,
            Optional<String> number) {

        Finding(
                Optional<EnvelopeReader> format,
                Optional<Envelope> envelope,
                Optional<PartyId> customer,
                boolean question,
                Outcome outcome,
                List<Problem> problems) {
            this(
                    format,
                    envelope,
                    customer,
                    question,
                    outcome,
                    problems,
                    Optional.empty(),
                    envelope.map(Envelope::number));
        }
    }

    Finding inspect(Incoming incoming, Body body) throws IOException {
        byte[] head = body.head(incoming.contentType());
        Optional<EnvelopeReader> format = incoming.format().isPresent()
                ? codecs.envelope(incoming.format().get())
                : codecs.recognise(incoming.contentType(), head);
        boolean many = incoming.caller().isPresent()
                && format.filter(EnvelopeReader::holdsMany).isPresent();
        int limit = many ? Inbox.largestInterchange(system) : Inbox.largestMessage(system);
        if (body.tooLarge() || body.size() > limit) {
            return refused(incoming, format, Outcome.TOO_LARGE, Refusals.tooLarge(body.size(), limit));
        }
        Optional<String> packed =
                format.filter(EnvelopeReader::isPacked).isPresent() ? Optional.empty() : Packed.kind(head);
        if (packed.isPresent()) {
            return refused(incoming, format, Outcome.UNSUPPORTED, Refusals.packed(packed.get()));
        }
        if (format.isEmpty()) {
            return refused(incoming, format, Outcome.UNSUPPORTED, Refusals.unknownFormat(incoming, codecs.formats()));
        }
        try {
            FormatSettings settings = settings(incoming, format.get(), author(incoming));
            Envelope envelope = format.get().read(body.document(incoming.contentType()), settings);
            return inspect(incoming, body, format.get(), envelope);
        } catch (IncompleteEnvelopeException e) {
            return incomplete(incoming, body, format.get(), e);
        } catch (DocumentException e) {
            return new Finding(
                    format, Optional.empty(), customer(incoming), false, refusal(e.problems()), e.problems());
        }
    }

    private FormatSettings settings(Incoming incoming, EnvelopeReader format, Optional<PartyId> sender) {
        return agreed.settings(format, sender, incoming.wayIn(), clock.instant());
    }

    /** Whose files these are: a customer's or the back office's; empty for a stranger's. */
    private static Optional<PartyId> author(Incoming incoming) {
        return incoming.caller().map(c -> c.customer().orElse(BackOffice.ID));
    }

    /** Refused in any case; whoever proves to be the sender is told what is wrong with the rest in the same answer. */
    private Finding incomplete(
            Incoming incoming, Body body, EnvelopeReader format, IncompleteEnvelopeException incomplete)
            throws IOException {
        Finding rest = inspect(incoming, body, format, incomplete.envelope());
        List<Problem> problems = new ArrayList<>(incomplete.problems());
        if (rest.customer().isEmpty()) {
            return new Finding(
                    Optional.of(format), Optional.empty(), customer(incoming), false, refusal(problems), problems);
        }
        rest.problems().stream().filter(p -> !problems.contains(p)).forEach(problems::add);
        return new Finding(rest.format(), rest.envelope(), rest.customer(), false, refusal(problems), problems);
    }

    private Finding inspect(Incoming incoming, Body body, EnvelopeReader format, Envelope envelope) throws IOException {
        List<String> names = incoming.caller().isPresent() ? List.of() : names(envelope);
        if (names.stream().anyMatch(n -> failedLogins.tooMany(n, incoming.remote()))) {
            return refused(format, envelope, Optional.empty(), Outcome.THROTTLED, Refusals.tooManyAttempts());
        }
        Optional<PartyId> customer = sender(incoming, envelope);
        if (customer.isEmpty()) {
            if (!names.isEmpty()) {
                failedLogins.failed(names, incoming.remote());
            }
            return refused(format, envelope, customer, Outcome.UNAUTHENTICATED, Refusals.unknownSender(envelope));
        }
        names.forEach(n -> failedLogins.succeeded(n, incoming.remote()));
        if (envelope.documentClass().isEmpty()) {
            return refused(format, envelope, customer, Outcome.UNSUPPORTED, Refusals.unsupported(envelope));
        }
        Class<? extends Document> type = envelope.documentClass().get();
        boolean handledAtAll = handlers.stream().anyMatch(h -> h.documentClass().equals(type));
        if (handledAtAll && !handled(type, customer.get())) {
            Problem problem = Refusals.wrongSender(type.getSimpleName(), customer.get());
            return refused(format, envelope, customer, Outcome.INVALID, problem);
        }
        FormatSettings settings = settings(incoming, format, customer);
        TrialSink<?> trial = trial(body.document(incoming.contentType()), format, settings, type);
        List<Problem> problems = trial.problems();
        Outcome outcome = problems.isEmpty() ? Outcome.RECEIVED : refusal(problems);
        return new Finding(
                Optional.of(format),
                Optional.of(envelope),
                customer,
                outcome == Outcome.RECEIVED && isQuestion(envelope),
                outcome,
                problems,
                trial.receipt(),
                trial.refused().map(r -> r.number().value()).or(() -> Optional.ofNullable(envelope.number())));
    }

    private <T extends Document> TrialSink<T> trial(
            InputStream content, EnvelopeReader format, FormatSettings settings, Class<T> documentClass)
            throws IOException {
        DocumentReader<T> reader = codecs.reader(format.format(), documentClass)
                .orElseThrow(
                        () -> new IllegalStateException("No reader for " + documentClass + " in " + format.format()));
        TrialSink<T> trial = new TrialSink<>();
        try {
            reader.read(content, settings, trial);
        } catch (DocumentException e) {
            trial.failed(e.problems());
        }
        return trial;
    }

    /** An API key says who sends; without one the message must prove it. The back office may bring messages of any customer. */
    private Optional<PartyId> sender(Incoming incoming, Envelope envelope) {
        if (incoming.caller().isEmpty()) {
            return authentication.bySender(envelope);
        }
        Caller caller = incoming.caller().get();
        Optional<PartyId> named = authentication.named(envelope);
        if (named.isPresent()) {
            return named.filter(caller::maySee);
        }
        return caller.customer().or(() -> backOffice(envelope));
    }

    /** What names no customer is the back office's own, where it can be: its documents name the order instead. */
    private Optional<PartyId> backOffice(Envelope envelope) {
        boolean its = envelope.documentClass()
                .filter(c -> c.equals(Document.class) || handled(c, BackOffice.ID))
                .isPresent();
        return its ? Optional.of(BackOffice.ID) : Optional.empty();
    }

    private boolean handled(Class<? extends Document> type, PartyId sender) {
        return handlers.stream().anyMatch(h -> h.documentClass().equals(type) && h.takesFrom(sender));
    }

    private boolean isQuestion(Envelope envelope) {
        return requestHandlers.stream()
                .anyMatch(h -> envelope.documentClass()
                        .filter(h.requestClass()::equals)
                        .isPresent());
    }

    private static Optional<PartyId> customer(Incoming incoming) {
        return incoming.caller().flatMap(Caller::customer);
    }

    /** Unreadable as a whole (no XML, not in its charset), or readable and wrong. */
    private static Outcome refusal(List<Problem> problems) {
        boolean unreadable = problems.stream()
                .anyMatch(p -> p.code().startsWith("MALFORMED") || p.code().equals("WRONG_CHARSET"));
        return unreadable ? Outcome.MALFORMED : Outcome.INVALID;
    }

    /** Under which failures are counted. */
    private static List<String> names(Envelope envelope) {
        return Authentication.judged(envelope)
                .map(p -> "cxml " + p.identity().domain() + ' ' + p.identity().value())
                .distinct()
                .toList();
    }

    private static Finding refused(
            EnvelopeReader format, Envelope envelope, Optional<PartyId> sender, Outcome outcome, Problem problem) {
        return new Finding(Optional.of(format), Optional.of(envelope), sender, false, outcome, List.of(problem));
    }

    private static Finding refused(
            Incoming incoming, Optional<EnvelopeReader> format, Outcome outcome, Problem problem) {
        return new Finding(format, Optional.empty(), customer(incoming), false, outcome, List.of(problem));
    }
}
