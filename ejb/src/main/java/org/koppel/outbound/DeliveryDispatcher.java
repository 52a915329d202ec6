package org.koppel.outbound;

import jakarta.annotation.PostConstruct;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.io.IOException;
import java.lang.System.Logger.Level;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.koppel.archive.ArchivedDocument;
import org.koppel.codec.DocumentException;
import org.koppel.codec.FormatId;
import org.koppel.codec.FormatSettings;
import org.koppel.codec.Problem;
import org.koppel.codec.Shortening;
import org.koppel.platform.Settings;
import org.koppel.shared.PartyId;
import org.koppel.transport.Delivery;
import org.koppel.transport.DeliveryOutcome;
import org.koppel.transport.Part;
import org.koppel.transport.Transport;
import org.koppel.transport.TransportRegistry;

/**
 * Last stage: claim, render, deliver, record. One delivery per turn: whoever finishes sends the id of the next one that waits for
 * a place to the end of the queue, so all partners take turns, and those that answer slowly hold up only themselves
 * ({@link DeliveryPlaces}). Deliveries without a place wait in the database and hold no thread.
 */
@ApplicationScoped
@Transactional(Transactional.TxType.NEVER)
public class DeliveryDispatcher {
    private static final System.Logger LOG = System.getLogger(DeliveryDispatcher.class.getName());

    @Inject
    DeliveryDesk desk;

    @Inject
    Recipients recipients;

    @Inject
    Rendering rendering;

    @Inject
    Enclosures enclosures;

    @Inject
    Joiners joiners;

    @Inject
    Subjects subjects;

    @Inject
    TransportRegistry transports;

    @Inject
    ChannelSecrets secrets;

    @Inject
    PartnerAnswers answers;

    @Inject
    DeliveryQueue queue;

    @Inject
    Settings settings;

    private DeliveryPlaces places;

    @PostConstruct
    void open() {
        places = new DeliveryPlaces(
                settings.number("KOPPEL_MDB_SESSIONS", 8),
                settings.number("KOPPEL_DELIVERIES_PER_PARTNER", 4),
                Duration.ofSeconds(settings.number("KOPPEL_SLOW_DELIVERY_SECONDS", 3)),
                System::nanoTime);
    }

    /** Works on a delivery if it is due and its partner has a place; if somebody else took it, on another one of that partner. */
    public void dispatch(UUID id) {
        Optional<DeliveryPlaces.Place> place = recipients.of(id).flatMap(places::enter);
        if (place.isEmpty()) {
            return;
        }
        try {
            desk.claim(id).or(() -> desk.claimNext(place.get().partner())).ifPresent(this::attempt);
        } finally {
            places.leave(place.get());
        }
        callNext();
    }

    /** Whether the partner has a place now; otherwise whoever leaves one calls its next delivery, and nobody else needs to. */
    @Transactional(Transactional.TxType.SUPPORTS)
    public boolean admits(PartyId partner) {
        return places.admits(partner);
    }

    /** Partners whose backlog goes on by itself on this node, one delivery after the other. */
    public Set<PartyId> attended() {
        return places.attended();
    }

    /** The place that was left is for the partner that waits longest and still has something to send. */
    private void callNext() {
        for (Optional<DeliveryPlaces.Call> call = places.next(); call.isPresent(); call = places.next()) {
            Optional<UUID> delivery = desk.next(call.get().partner());
            if (delivery.isPresent()) {
                queue.send(List.of(delivery.get()));
                return;
            }
            places.nothingFor(call.get());
        }
    }

    private void attempt(DeliveryDesk.Claim claim) {
        Sent sent = Sent.NOTHING;
        DeliveryOutcome outcome;
        try {
            sent = sent(claim);
            outcome = deliver(claim, sent.parts());
        } catch (DocumentException e) {
            outcome = DeliveryOutcome.rejected("DOES_NOT_FIT", e.getMessage());
        } catch (IOException e) {
            outcome = DeliveryOutcome.retry("NOT_REACHED", String.valueOf(e.getMessage()));
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            outcome = DeliveryOutcome.retry("INTERRUPTED", "The server was stopped during the attempt");
            // one of the few broad catches: whatever a transport or a writer does, the attempt is recorded
        } catch (RuntimeException e) {
            LOG.log(Level.ERROR, "Delivery " + claim.id() + " failed", e);
            outcome = DeliveryOutcome.failed("FAILED", e, claim.id().toString());
        }
        LOG.log(Level.DEBUG, "Delivery {0} attempt {1}: {2}", claim.id(), claim.attempt(), outcome.code());
        List<Part> kept = rendering.masked(claim.document(), claim.channel().formats(), sent.parts());
        desk.record(claim, new Sent(kept, sent.shortened()), outcome);
    }

    /** What earlier attempts sent, or all formats rendered now: all of them or none, so that no half of them is ever kept. */
    private Sent sent(DeliveryDesk.Claim claim) throws DocumentException {
        if (!claim.parts().isEmpty()) {
            return Sent.of(rendering.unmasked(
                    claim.document(), claim.channel().formats(), claim.parts(), secrets.open(claim.channel())));
        }
        Map<UUID, List<Shortening>> shortened = new HashMap<>();
        Map<String, String> clear = secrets.open(claim.channel());
        List<Part> rendered = new ArrayList<>();
        List<ArchivedDocument> documents = new ArrayList<>(List.of(claim.document()));
        documents.addAll(claim.others());
        for (FormatId format : claim.channel().formats()) {
            List<Part> files = new ArrayList<>();
            for (ArchivedDocument document : documents) {
                files.add(rendering.render(
                        document,
                        format,
                        clear,
                        note -> shortened
                                .computeIfAbsent(document.id(), d -> new ArrayList<>())
                                .add(note)));
            }
            FormatSettings written = new FormatSettings("en", clear);
            rendered.addAll(claim.others().isEmpty() ? files : joiners.join(format, files, written));
        }
        rendered.addAll(enclosures.of(documents, claim.channel().transport()));
        return new Sent(rendered, shortened);
    }

    private DeliveryOutcome deliver(DeliveryDesk.Claim claim, List<Part> parts)
            throws IOException, InterruptedException {
        Optional<Transport> transport = transports.byId(claim.channel().transport());
        if (transport.isEmpty()) {
            return DeliveryOutcome.rejected(
                    "NO_TRANSPORT", "There is no transport " + claim.channel().transport() + ": mend the channel");
        }
        Map<String, String> clear = secrets.open(claim.channel());
        List<Problem> warnings = claim.others().isEmpty()
                ? rendering.warnings(claim.document(), claim.channel().formats(), parts)
                : List.of();
        DeliveryOutcome outcome = transport
                .get()
                .deliver(new Delivery(claim.id(), claim.document().customer(), subject(claim), clear, parts));
        return answers.judged(outcome, claim.channel().formats())
                .warning(warnings.stream().map(Problem::toString).toList());
    }

    private String subject(DeliveryDesk.Claim claim) {
        String first = subjects.of(claim.document());
        return claim.others().isEmpty() ? first : first + " (+" + claim.others().size() + ")";
    }
}
