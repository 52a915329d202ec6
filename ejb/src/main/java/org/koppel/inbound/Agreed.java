package org.koppel.inbound;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import org.koppel.codec.EnvelopeReader;
import org.koppel.codec.FormatSettings;
import org.koppel.party.FileAgreements;
import org.koppel.shared.PartyId;

/** How a message is to be read: by what its sender agreed, where the format leaves something to agree on. */
@ApplicationScoped
public class Agreed {
    @Inject
    FileAgreements agreements;

    /** @param wayIn the agreed way in that it came by */
    public FormatSettings settings(
            EnvelopeReader format, Optional<PartyId> sender, Optional<UUID> wayIn, Instant receivedAt) {
        if (!format.dependsOnAgreement()) {
            return FormatSettings.DEFAULT;
        }
        return sender.map(s -> new FormatSettings("en", agreements.holding(s, wayIn)))
                .orElse(FormatSettings.DEFAULT)
                .receivedAt(receivedAt);
    }
}
