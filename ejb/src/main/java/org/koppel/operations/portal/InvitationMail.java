package org.koppel.operations.portal;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.koppel.codec.FormatId;
import org.koppel.document.Invitation;
import org.koppel.outbound.ChannelDesk;
import org.koppel.outbound.Outbox;
import org.koppel.party.Channel;
import org.koppel.party.Customer;
import org.koppel.party.Customers;
import org.koppel.platform.Settings;
import org.koppel.shared.DocumentNumber;
import org.koppel.shared.PartyId;
import org.koppel.transport.TransportId;

/**
 * Lays the mail with an invitation's link in the outbox, with its attempts and all. Every person has a channel of its own: it knows the address,
 * and the link that holds now, encrypted. Document and kept files are without the link.
 */
@ApplicationScoped
class InvitationMail {
    @Inject
    ChannelDesk channels;

    @Inject
    Outbox outbox;

    @Inject
    Customers customers;

    @Inject
    Settings settings;

    /** An invitation as it is told: {@code name} is the person's user name, {@code token} what the link ends with. */
    record Told(PartyId customer, String name, String fullName, String token, Instant until) {
        /** Never the token. */
        @Override
        public String toString() {
            return "Invitation of " + name + " until " + until;
        }
    }

    /** In the customer's language. @param to the person's address */
    @Transactional(Transactional.TxType.MANDATORY)
    public void send(Told told, String to) {
        DocumentNumber number = new DocumentNumber("invitation-" + told.name());
        Channel own = new Channel(
                UUID.nameUUIDFromBytes(number.value().getBytes(StandardCharsets.UTF_8)),
                told.customer(),
                Invitation.class.getSimpleName(),
                List.of(new FormatId("html")),
                new TransportId("mail"),
                Map.of("to", to, Invitation.LINK, settings.publicUrl() + "/portal/invitation/" + told.token()));
        channels.save(own);
        String customer = customers.byId(told.customer()).map(Customer::name).orElse("");
        outbox.add(null, new Invitation(number, told.fullName(), customer, told.until()), own);
    }
}
