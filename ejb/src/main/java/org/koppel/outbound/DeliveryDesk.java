package org.koppel.outbound;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;
import org.koppel.archive.Archive;
import org.koppel.archive.ArchivedDocument;
import org.koppel.party.Channel;
import org.koppel.party.ChannelTiming;
import org.koppel.party.Channels;
import org.koppel.platform.Settings;
import org.koppel.shared.PartyId;
import org.koppel.transport.DeliveryOutcome;

/**
 * The short database transactions around an attempt: claim before anything is written, keep before any of it leaves, record after. Nothing
 * is open while the partner answers.
 */
@ApplicationScoped
@Transactional
class DeliveryDesk {
    /** Seconds; longer than any transport takes, so that a lease only ends when its node is gone. */
    private static final int LEASE = 180;

    @Inject
    OutboundDeliveries deliveries;

    @Inject
    Archive archive;

    @Inject
    Channels channels;

    @Inject
    RetryPolicy retries;

    @Inject
    Settings settings;

    @Inject
    Clock clock;

    /**
     * What an attempt needs. {@code files} is empty until they are kept; {@code others} are the documents that go along, as long as it is;
     * {@code along} is how many go along.
     */
    record Claim(
            UUID id,
            int attempt,
            Instant started,
            ArchivedDocument document,
            Channel channel,
            List<Written> files,
            List<ArchivedDocument> others,
            int along) {

        List<ArchivedDocument> documents() {
            return Stream.concat(Stream.of(document), others.stream()).toList();
        }
    }

    /** Takes the delivery for one attempt, unless it is not due or somebody else has it. */
    public Optional<Claim> claim(UUID id) {
        if (channels.anyBundles()) {
            deliveries.lockBundle(id);
        }
        return deliveries.lock(id).flatMap(this::claim);
    }

    /** Takes the next delivery of the customer that is due. */
    public Optional<Claim> claimNext(PartyId customer) {
        return deliveries
                .takeNextDue(customer, clock.instant())
                .flatMap(deliveries::lock)
                .flatMap(this::claim);
    }

    /** The id of the customer's next delivery that is due, for whoever has the time. */
    public Optional<UUID> next(PartyId customer) {
        return deliveries.nextDue(customer, clock.instant());
    }

    private Optional<Claim> claim(OutboundDelivery delivery) {
        Instant now = clock.instant();
        if (!delivery.isDue(now)) {
            return Optional.empty();
        }
        Channel channel = channels.byId(delivery.channel()).orElseThrow();
        if (delivery.postpone(channel.timing(), now)) {
            return Optional.empty();
        }
        if (delivery.isBrokenOff(now) && isGivenUpOrLater(delivery, now)) {
            return Optional.empty();
        }
        delivery.claim(now, lease());
        List<Written> files = deliveries.files(delivery.id());
        List<UUID> along = along(delivery, channel, now);
        return Optional.of(new Claim(
                delivery.id(),
                delivery.attempts(),
                now,
                archive.byId(delivery.document()).orElseThrow(),
                channel,
                files,
                files.isEmpty() ? documents(along) : List.of(),
                along.size()));
    }

    /** What has gathered for the channel when the first attempt begins; the others have the same. */
    private List<UUID> along(OutboundDelivery leader, Channel channel, Instant now) {
        if (leader.attempts() == 1) {
            if (channel.timing().bundle() == ChannelTiming.Bundle.NONE) {
                return List.of();
            }
            deliveries.gather(leader.id(), channel.id(), now);
        }
        return deliveries.gathered(leader.id());
    }

    private List<ArchivedDocument> documents(List<UUID> ids) {
        return ids.stream().map(d -> archive.byId(d).orElseThrow()).toList();
    }

    private Duration lease() {
        return Duration.ofSeconds(settings.number("KOPPEL_DELIVERY_LEASE_SECONDS", LEASE));
    }

    /**
     * An attempt without an end took its server along, or was taken along: it counts as failed, so that a document that brings
     * servers down is parked as well. The time since its start counts as waiting.
     */
    private boolean isGivenUpOrLater(OutboundDelivery delivery, Instant now) {
        DeliveryOutcome outcome = DeliveryOutcome.retry(
                "BROKEN_OFF",
                "The server ended during the attempt; the partner may have it or not. If this repeats, look into the server's log of that time before you send it again");
        Instant started = delivery.changedAt();
        deliveries.keepAttempt(delivery.id(), delivery.attempts(), started, now, outcome);
        settle(delivery, outcome, started, now);
        deliveries.follow(delivery.id(), delivery.attempts());
        return !delivery.isDue(now);
    }

    /** Lets an attempt that has much to write go on. @return whether it still has the delivery */
    public boolean renew(Claim claim) {
        return deliveries.renew(claim.id(), claim.attempt(), clock.instant().plus(lease()));
    }

    /**
     * Keeps what is to be sent before any of it leaves: whatever happens then, the next attempt sends the same bytes. Documents that do
     * not fit are parked, each with its own reason; if the delivery's own is one of them, the others wait for another one.
     *
     * @param sent as it may be kept
     * @return whether to send it now; not when somebody else has taken the delivery since, or its own document does not fit
     */
    public boolean keep(Claim claim, Sent sent) {
        if (!renew(claim)) {
            return false;
        }
        Instant now = clock.instant();
        sent.misfits().forEach((document, why) -> deliveries.takeOut(claim, document, why, now));
        DeliveryOutcome misfit = sent.misfits().get(claim.document().id());
        if (misfit != null) {
            deliveries.release(claim.id(), now);
            record(claim, misfit);
            return false;
        }
        List<Written> files = sent.files();
        for (int i = 0; i < files.size(); i++) {
            deliveries.keepPart(claim.id(), i, files.get(i));
        }
        sent.shortened().forEach((document, notes) -> deliveries.keepShortened(claim.id(), document, notes));
        return true;
    }

    /**
     * Notes how an attempt ended and decides about the next one. Of an attempt that outlived its lease only success still counts:
     * somebody else has taken the delivery since. A partner may refuse what it got before its yes to having got it is noted here: the
     * refusal counts.
     */
    public void record(Claim claim, DeliveryOutcome outcome) {
        Instant now = clock.instant();
        deliveries.keepAttempt(claim.id(), claim.attempt(), claim.started(), now, outcome);
        deliveries
                .lock(claim.id())
                .filter(d -> d.isInAttempt(claim.attempt()) || outcome.kind() == DeliveryOutcome.Kind.DELIVERED)
                .ifPresent(d -> {
                    boolean alone = claim.along() == 0 && d.isInAttempt(claim.attempt());
                    settle(d, outcome, now, now);
                    if (claim.along() > 0) {
                        deliveries.follow(claim.id(), claim.attempt());
                    }
                    if (!alone) {
                        deliveries.parkRefused(claim.id(), claim.started());
                    }
                });
    }

    private void settle(OutboundDelivery delivery, DeliveryOutcome outcome, Instant waitsFrom, Instant now) {
        String why = outcome.code() + ": " + outcome.detail();
        switch (outcome.kind()) {
            case DELIVERED -> delivery.delivered(now);
            case REJECTED -> delivery.park(why, now);
            case RETRY ->
                retries.delayAfter(delivery.failed())
                        .ifPresentOrElse(
                                wait -> delivery.retryAt(timing(delivery).opens(waitsFrom.plus(wait)), why, now),
                                () -> delivery.park("Gave up. " + why, now));
        }
    }

    private ChannelTiming timing(OutboundDelivery delivery) {
        return channels.byId(delivery.channel()).map(Channel::timing).orElse(ChannelTiming.AT_ONCE);
    }

    /**
     * Makes the delivery due again. What went along with another one is in the files of that one: as long as those have not arrived they
     * are what is sent again, with all that is in them; afterwards it goes alone.
     *
     * @return what is due now
     * @throws UnknownDeliveryException when there is none
     * @throws IllegalDeliveryStateException while an attempt is running
     */
    public Outbox.DeliveriesDue reopen(UUID id) {
        UUID going = deliveries.undelivered(id).orElse(id);
        OutboundDelivery delivery = deliveries.lock(going).orElseThrow(() -> new UnknownDeliveryException(id));
        Instant now = clock.instant();
        if (delivery.status() == OutboundDelivery.Status.IN_FLIGHT && !delivery.isDue(now)) {
            throw new IllegalDeliveryStateException(id);
        }
        delivery.resend(now);
        deliveries.follow(going, delivery.attempts());
        return new Outbox.DeliveriesDue(delivery.customer(), List.of(going));
    }

    /** Ids of deliveries that are due and that no queue holds any more. @param attended see {@link OutboundDeliveries#takeDue} */
    public List<UUID> waiting(Collection<PartyId> attended) {
        Instant now = clock.instant();
        return deliveries.takeDue(now.minus(settings.sweepAfter()), now, attended);
    }
}
