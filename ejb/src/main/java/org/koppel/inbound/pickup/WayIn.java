package org.koppel.inbound.pickup;

import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.koppel.codec.FormatId;
import org.koppel.shared.PartyId;
import org.koppel.transport.TransportId;

/**
 * A place of a partner that is visited on a schedule. {@code customer} is empty for the supplier's own back office, which may bring
 * documents of any customer; {@code settings} are the transport's, secrets encrypted; {@code format} is there where the content does
 * not say it. Files go to {@code archive} or {@code error}, folders beside them. {@code timeout} is for the connection and for each
 * file.
 */
public record WayIn(
        UUID id,
        Optional<PartyId> customer,
        String name,
        TransportId transport,
        Map<String, String> settings,
        Optional<FormatId> format,
        Selection selection,
        String archive,
        String error,
        Duration every,
        Duration timeout,
        boolean active) {

    /**
     * Which files are taken, and when. {@code pattern} is a name with {@code *} and {@code ?}; {@code marker} is what a marker file's
     * name has more than the file's; {@code settle} is how long a file must stay the same.
     */
    public record Selection(String pattern, Readiness ready, String marker, Duration settle) {}

    public WayIn {
        settings = Map.copyOf(settings);
    }

    /** The same with other settings. */
    public WayIn with(Map<String, String> other) {
        return new WayIn(
                id, customer, name, transport, other, format, selection, archive, error, every, timeout, active);
    }

    @Override
    public String toString() {
        return "way in " + name + " (" + id + ")"; // no settings in logs
    }
}
