package org.koppel.outbound;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.koppel.archive.Archive;
import org.koppel.archive.ArchivedDocument;
import org.koppel.document.Document;
import org.koppel.party.Channel;
import org.koppel.party.Channels;
import org.koppel.shared.PartyId;

/** Where features lay their documents for a partner: kept and due in the very transaction of the business change. */
@ApplicationScoped
@Transactional(Transactional.TxType.MANDATORY)
public class Outbox {
    @Inject
    private Archive archive;

    @Inject
    private Channels channels;

    @Inject
    private OutboundDeliveries deliveries;

    @Inject
    private Event<DeliveriesDue> due;

    @Inject
    private Clock clock;

    /** Deliveries of one partner that were added; news for whoever sends their ids on after the commit. */
    record DeliveriesDue(PartyId partner, List<UUID> ids) {}

    /**
     * Keeps the document and queues one delivery for each channel that is agreed for its type; none is not an error, the
     * document can still be fetched.
     *
     * @param order the purchase order it answers, or null
     * @return the document's id
     */
    public UUID add(PartyId customer, UUID order, Document document) {
        return add(customer, order, document, channels.of(customer, document.type()));
    }

    /**
     * Keeps the document and queues it for one channel, whatever others are agreed.
     *
     * @param order the purchase order it answers, or null
     * @param over says whose document it is
     * @return the document's id
     */
    public UUID add(UUID order, Document document, Channel over) {
        return add(over.customer(), order, document, List.of(over));
    }

    private UUID add(PartyId customer, UUID order, Document document, List<Channel> over) {
        Instant now = clock.instant();
        ArchivedDocument archived = ArchivedDocument.out(customer, order, document, now);
        archive.add(archived);
        List<UUID> ids = new ArrayList<>();
        for (Channel channel : over) {
            OutboundDelivery delivery = new OutboundDelivery(archived, channel, now);
            deliveries.add(delivery);
            if (delivery.isDue(now)) {
                ids.add(delivery.id());
            }
        }
        due.fire(new DeliveriesDue(customer, ids));
        return archived.id();
    }
}
