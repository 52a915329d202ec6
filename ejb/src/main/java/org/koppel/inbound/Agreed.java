package org.koppel.inbound;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import org.koppel.codec.EnvelopeReader;
import org.koppel.codec.FormatSettings;
import org.koppel.codec.UnitSpelling;
import org.koppel.party.Channels;
import org.koppel.party.FileAgreements;
import org.koppel.platform.Recent;
import org.koppel.shared.PartyId;

/**
 * How a message is to be read: by what was agreed of its sender's files, and by the units that its ways out have ({@link UnitSpelling#OPTION}), for a partner writes
 * them as it is written to.
 */
@ApplicationScoped
public class Agreed {
    @Inject
    FileAgreements agreements;

    @Inject
    Channels channels;

    private final Recent<Sender, Map<String, String>> recent = new Recent<>();

    private record Sender(PartyId id, Optional<UUID> wayIn) {}

    /** @param wayIn the agreed way in that it came by */
    public FormatSettings settings(
            EnvelopeReader format, Optional<PartyId> sender, Optional<UUID> wayIn, Instant receivedAt) {
        Map<String, String> options = sender.map(id -> new Sender(id, wayIn))
                .map(s -> format.dependsOnAgreement() ? read(s) : recent.get(s, this::read))
                .orElse(Map.of());
        return new FormatSettings("en", options).receivedAt(receivedAt);
    }

    private Map<String, String> read(Sender sender) {
        return completed(sender.id(), agreements.holding(sender.id(), sender.wayIn()));
    }

    /** What would count if these options were what is agreed of the sender's files. */
    public Map<String, String> completed(PartyId sender, Map<String, String> files) {
        Map<String, String> options = new HashMap<>(files);
        String units = channels.of(sender).stream()
                .map(channel -> channel.settings().getOrDefault(UnitSpelling.OPTION, ""))
                .filter(said -> !said.isBlank())
                .collect(Collectors.joining(","));
        options.put(UnitSpelling.OPTION, units);
        return options;
    }
}
