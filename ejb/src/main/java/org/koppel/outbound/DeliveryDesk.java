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
import org.koppel.archive.Archive;
import org.koppel.archive.ArchivedDocument;
import org.koppel.codec.FormatId;
import org.koppel.party.Channel;
import org.koppel.party.ChannelTiming;
import org.koppel.party.Channels;
import org.koppel.platform.Settings;
import org.koppel.shared.PartyId;
import org.koppel.transport.DeliveryOutcome;
import org.koppel.transport.Part;

/** The short database transactions around an attempt: claim before, record after. Nothing is open while the partner answers. */
@ApplicationScoped
@Transactional
class DeliveryDesk {
    /** Seconds; longer than any transport takes, so that a lease only ends when its node is gone. */
    private static final int LEASE = 180;

    private static final FormatId ENCLOSED = new FormatId("file");

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

    /** What an attempt needs; {@code parts} is empty before the first one; {@code others} are documents that go along. */
    record Claim(
            UUID id,
            int attempt,
            Instant started,
            ArchivedDocument document,
            Channel channel,
            List<Part> parts,
            List<ArchivedDocument> others) {}

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
        if (delivery.isBrokenOff(now) && isGivenUpOrLater(delivery, now)) {
            return Optional.empty();
        }
        delivery.claim(now, Duration.ofSeconds(settings.number("KOPPEL_DELIVERY_LEASE_SECONDS", LEASE)));
        Channel channel = channels.byId(delivery.channel()).orElseThrow();
        List<Part> parts = deliveries.parts(delivery.id());
        return Optional.of(new Claim(
                delivery.id(),
                delivery.attempts(),
                now,
                archive.byId(delivery.document()).orElseThrow(),
                channel,
                parts,
                others(delivery, channel, parts, now)));
    }

    /** What has gathered for the channel, for as long as nothing was rendered; afterwards it is in the files. */
    private List<ArchivedDocument> others(OutboundDelivery leader, Channel channel, List<Part> parts, Instant now) {
        if (channel.timing().bundle() == ChannelTiming.Bundle.NONE || !parts.isEmpty()) {
            return List.of();
        }
        deliveries.gather(leader.id(), channel.id(), now);
        return deliveries.gathered(leader.id()).stream()
                .map(d -> archive.byId(d).orElseThrow())
                .toList();
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
        return !delivery.isDue(now);
    }

    /**
     * Notes how an attempt ended and what was sent; decides about the next one. Of an attempt that outlived its lease only
     * success still counts: somebody else has taken the delivery since.
     */
    public void record(Claim claim, Sent sent, DeliveryOutcome outcome) {
        Instant now = clock.instant();
        if (claim.parts().isEmpty()) {
            keep(claim, sent);
        }
        deliveries.keepAttempt(claim.id(), claim.attempt(), claim.started(), now, outcome);
        deliveries
                .lock(claim.id())
                .filter(d -> d.isInAttempt(claim.attempt()) || outcome.kind() == DeliveryOutcome.Kind.DELIVERED)
                .ifPresent(d -> settle(d, outcome, now, now));
        if (claim.channel().timing().bundle() != ChannelTiming.Bundle.NONE) {
            deliveries.follow(claim.id(), claim.attempt());
        }
    }

    private void keep(Claim claim, Sent sent) {
        List<Part> parts = sent.parts();
        for (int i = 0; i < parts.size(); i++) {
            deliveries.keepPart(claim.id(), i, format(claim.channel(), i), parts.get(i));
        }
        sent.shortened().forEach((document, notes) -> deliveries.keepShortened(claim.id(), document, notes));
    }

    /** Behind the formats of the channel stand files that go along. */
    private static FormatId format(Channel channel, int position) {
        return position < channel.formats().size() ? channel.formats().get(position) : ENCLOSED;
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
     * Makes the delivery due again.
     *
     * @return whom it is for
     * @throws UnknownDeliveryException when there is none
     * @throws IllegalDeliveryStateException while an attempt is running
     */
    public PartyId reopen(UUID id) {
        OutboundDelivery delivery = deliveries.lock(id).orElseThrow(() -> new UnknownDeliveryException(id));
        Instant now = clock.instant();
        if (delivery.status() == OutboundDelivery.Status.IN_FLIGHT && !delivery.isDue(now)) {
            throw new IllegalDeliveryStateException(id);
        }
        delivery.resend(now);
        return delivery.customer();
    }

    /** Ids of deliveries that are due and that no queue holds any more. @param attended see {@link OutboundDeliveries#takeDue} */
    public List<UUID> waiting(Collection<PartyId> attended) {
        Instant now = clock.instant();
        return deliveries.takeDue(now.minus(settings.sweepAfter()), now, attended);
    }
}
