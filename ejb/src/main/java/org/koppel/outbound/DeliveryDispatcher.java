package org.koppel.outbound;

import jakarta.annotation.PostConstruct;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.io.IOException;
import java.lang.System.Logger.Level;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.koppel.codec.DocumentException;
import org.koppel.codec.Problem;
import org.koppel.platform.Settings;
import org.koppel.shared.PartyId;
import org.koppel.transport.Delivery;
import org.koppel.transport.DeliveryOutcome;
import org.koppel.transport.Transport;
import org.koppel.transport.TransportRegistry;

/**
 * Last stage: claim, render, keep, deliver, record. One delivery per turn: whoever finishes sends the id of the next one that waits for
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
    Packing packing;

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
        DeliveryOutcome outcome;
        try {
            Optional<Sent> sent = sent(claim);
            if (sent.isEmpty()) {
                return;
            }
            outcome = deliver(claim, sent.get());
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
        desk.record(claim, outcome);
    }

    /**
     * What earlier attempts sent, or what is written now and kept before any of it leaves. Empty when nothing is to leave: the document
     * does not fit, or somebody else has taken the delivery meanwhile.
     */
    private Optional<Sent> sent(DeliveryDesk.Claim claim) throws DocumentException {
        if (!claim.files().isEmpty()) {
            return Optional.of(packing.again(claim));
        }
        Sent written = packing.write(claim);
        return desk.keep(claim, packing.masked(claim, written)) ? Optional.of(written) : Optional.empty();
    }

    private DeliveryOutcome deliver(DeliveryDesk.Claim claim, Sent sent) throws IOException, InterruptedException {
        Optional<Transport> transport = transports.byId(claim.channel().transport());
        if (transport.isEmpty()) {
            return DeliveryOutcome.rejected(
                    "NO_TRANSPORT", "There is no transport " + claim.channel().transport() + ": mend the channel");
        }
        Map<String, String> clear = secrets.open(claim.channel());
        int others = claim.along() - sent.misfits().size();
        List<Problem> warnings = others == 0 ? rendering.warnings(claim.document(), sent.files()) : List.of();
        String subject = subjects.of(claim.document()) + (others == 0 ? "" : " (+" + others + ")");
        DeliveryOutcome outcome = transport
                .get()
                .deliver(new Delivery(claim.id(), claim.document().customer(), subject, clear, sent.parts()));
        return answers.judged(outcome, claim.channel().formats())
                .warning(warnings.stream().map(Problem::toString).toList());
    }
}
