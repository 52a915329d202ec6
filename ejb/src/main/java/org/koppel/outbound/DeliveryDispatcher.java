package org.koppel.outbound;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.io.IOException;
import java.lang.System.Logger.Level;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import org.koppel.codec.DocumentException;
import org.koppel.codec.FormatId;
import org.koppel.platform.Settings;
import org.koppel.shared.PartyId;
import org.koppel.transport.Delivery;
import org.koppel.transport.DeliveryOutcome;
import org.koppel.transport.Part;
import org.koppel.transport.Transport;
import org.koppel.transport.TransportRegistry;

/**
 * Last stage: claim, render, deliver, record. A slow partner holds up only itself: at most so many of its deliveries run at once
 * on a node ({@code KOPPEL_DELIVERIES_PER_PARTNER}), the others wait in the database without holding a thread, and whoever
 * finishes takes the next one.
 */
@ApplicationScoped
@Transactional(Transactional.TxType.NEVER)
public class DeliveryDispatcher {
    private static final System.Logger LOG = System.getLogger(DeliveryDispatcher.class.getName());
    private final Map<PartyId, PartnerPlaces> places = new ConcurrentHashMap<>();

    @Inject
    private DeliveryDesk desk;

    @Inject
    private Recipients recipients;

    @Inject
    private Rendering rendering;

    @Inject
    private Subjects subjects;

    @Inject
    private TransportRegistry transports;

    @Inject
    private Settings settings;

    /** Works on a delivery if it is due and its partner has a place, and then on what else waits for that partner. */
    public void dispatch(UUID id) {
        Optional<PartyId> customer = recipients.of(id);
        if (customer.isEmpty()) {
            return;
        }
        PartnerPlaces place = places.computeIfAbsent(
                customer.get(), c -> new PartnerPlaces(settings.number("KOPPEL_DELIVERIES_PER_PARTNER", 4)));
        while (place.enter()) {
            long before = place.turnedAway();
            try {
                desk.claim(id).ifPresent(this::attempt);
                workOff(customer.get());
            } finally {
                place.leave();
            }
            if (place.turnedAway() == before) {
                return;
            }
        }
    }

    private void workOff(PartyId customer) {
        Optional<DeliveryDesk.Claim> next = desk.claimNext(customer);
        while (next.isPresent()) {
            attempt(next.get());
            next = desk.claimNext(customer);
        }
    }

    private void attempt(DeliveryDesk.Claim claim) {
        List<Part> parts = List.of();
        DeliveryOutcome outcome;
        try {
            parts = parts(claim);
            outcome = deliver(claim, parts);
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
            outcome = DeliveryOutcome.retry("FAILED", e.getClass().getSimpleName() + ": " + e.getMessage());
        }
        LOG.log(Level.DEBUG, "Delivery {0} attempt {1}: {2}", claim.id(), claim.attempt(), outcome.code());
        desk.record(claim, parts, outcome);
    }

    /** What earlier attempts sent, or all formats rendered now: all of them or none, so that no half of them is ever kept. */
    private List<Part> parts(DeliveryDesk.Claim claim) throws DocumentException {
        if (!claim.parts().isEmpty()) {
            return claim.parts();
        }
        List<Part> rendered = new ArrayList<>();
        for (FormatId format : claim.channel().formats()) {
            rendered.add(rendering.render(claim.document(), format, null));
        }
        return rendered;
    }

    private DeliveryOutcome deliver(DeliveryDesk.Claim claim, List<Part> parts)
            throws IOException, InterruptedException {
        Optional<Transport> transport = transports.byId(claim.channel().transport());
        if (transport.isEmpty()) {
            return DeliveryOutcome.rejected(
                    "NO_TRANSPORT", "There is no transport " + claim.channel().transport() + ": mend the channel");
        }
        Map<String, String> clear = new HashMap<>(claim.channel().settings());
        return transport
                .get()
                .deliver(new Delivery(
                        claim.id(), claim.document().customer(), subjects.of(claim.document()), clear, parts));
    }
}
