package org.koppel.operations;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import org.koppel.outbound.ChannelDesk;
import org.koppel.party.Channel;

/** What a person does with ways out: the deed and the note of it, or neither. */
@ApplicationScoped
@Transactional
public class ChannelActions {
    @Inject
    ChannelDesk desk;

    @Inject
    Audit audit;

    /** Keeps a new or changed way out; secrets that are left empty stay as they were. */
    public void save(Channel channel, String who) {
        desk.save(channel);
        audit.noteOfCustomer(who, "CHANNEL", channel.customer(), channel.documentType() + " " + channel.transport());
    }
}
