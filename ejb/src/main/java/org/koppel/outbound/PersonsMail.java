package org.koppel.outbound;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.koppel.codec.FormatId;
import org.koppel.document.Document;
import org.koppel.document.OrderResponse;
import org.koppel.party.Channel;
import org.koppel.party.Channels;
import org.koppel.shared.PartyId;
import org.koppel.transport.TransportId;

/** Mails to single people of a customer with whom no channel is agreed for the document. */
@ApplicationScoped
@Transactional(Transactional.TxType.MANDATORY)
public class PersonsMail {
    private static final TransportId MAIL = new TransportId("mail");

    @Inject
    ChannelDesk desk;

    @Inject
    Channels channels;

    @Inject
    Outbox outbox;

    /** Where the customer's confirmations are mailed; empty when they go other ways. */
    public Optional<String> ofConfirmations(PartyId customer) {
        return channels.of(customer, OrderResponse.class.getSimpleName()).stream()
                .filter(c -> c.transport().equals(MAIL))
                .flatMap(c -> Optional.ofNullable(c.settings().get("to")).stream())
                .findFirst();
    }

    /** Keeps the document and queues it for the address. Every address has a channel of its own, as deliveries need one; nobody agreed on it. */
    public void add(PartyId customer, String to, Document document) {
        String name = Channel.BUYERS_NOTICE + " " + customer + " " + to;
        Channel own = new Channel(
                UUID.nameUUIDFromBytes(name.getBytes(StandardCharsets.UTF_8)),
                customer,
                Channel.BUYERS_NOTICE,
                List.of(new FormatId("html")),
                MAIL,
                Map.of("to", to));
        desk.save(own);
        outbox.add(null, document, own);
    }
}
