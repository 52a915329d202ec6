package org.koppel.outbound;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.io.IOException;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.UUID;
import org.koppel.codec.FormatId;
import org.koppel.party.Channel;
import org.koppel.party.Channels;
import org.koppel.transport.CertificateEnd;
import org.koppel.transport.CertificateEnds;
import org.koppel.transport.DeliveryOutcome;
import org.koppel.transport.Setting;
import org.koppel.transport.Transport;
import org.koppel.transport.TransportId;
import org.koppel.transport.TransportRegistry;

/** What a person sees of the ways out and does with them. Secrets never leave it. */
@ApplicationScoped
public class ChannelDesk {
    private static final TransportId LETTER = new TransportId("mail");

    @Inject
    Channels channels;

    @Inject
    ChannelSecrets secrets;

    @Inject
    TransportRegistry transports;

    @Inject
    Joiners joiners;

    @Inject
    CertificateEnds ends;

    /** The settings without secrets, which are empty texts where they are given. */
    @Transactional
    public Optional<Channel> byId(UUID id) {
        return channels.byId(id).map(this::withoutSecrets);
    }

    /** By name. */
    public List<TransportId> transports() {
        return transports.all().stream()
                .map(Transport::id)
                .sorted(Comparator.comparing(TransportId::value))
                .toList();
    }

    /** What a channel over this transport must say; empty for one that is not known. */
    public List<Setting> settingsOf(TransportId transport) {
        return transports.byId(transport).map(Transport::settings).orElse(List.of());
    }

    /**
     * Whether several documents may wait for each other: where one file holds them all, or where the transport is a letter that takes
     * several files along.
     */
    public boolean bundles(FormatId format, TransportId transport) {
        return transport.equals(LETTER) || joiners.joins(format);
    }

    /** Keeps it, new or changed. Secrets that are missing or empty stay as they were. @param channel its settings in clear */
    @Transactional
    public void save(Channel channel) {
        Map<String, String> settings = new TreeMap<>(channel.settings());
        Map<String, String> before =
                channels.byId(channel.id()).map(Channel::settings).orElse(Map.of());
        for (String name : secrets.secret(channel)) {
            if (settings.getOrDefault(name, "").isEmpty()) {
                settings.remove(name);
                Optional.ofNullable(before.get(name)).ifPresent(kept -> settings.put(name, kept));
            }
        }
        channels.save(with(channel, secrets.seal(with(channel, settings))));
    }

    /** Certificates that the channels in use hold. */
    @Transactional
    public List<CertificateEnd> certificates() {
        return channels.active().stream()
                .flatMap(c -> ends.of(c.settings(), () -> end(c)).stream()
                        .map(end -> new CertificateEnd(false, c.id(), c.customer(), c.transport(), end)))
                .toList();
    }

    private Optional<Instant> end(Channel channel) {
        return transports.byId(channel.transport()).flatMap(t -> t.certificatesEnd(secrets.open(channel)));
    }

    /** Reaches the partner and sends nothing; lasts up to a minute. */
    public DeliveryOutcome test(Channel channel) {
        Optional<Transport> transport = transports.byId(channel.transport());
        Optional<Channel> kept = channels.byId(channel.id());
        if (transport.isEmpty() || kept.isEmpty()) {
            return DeliveryOutcome.rejected("NO_TRANSPORT", "There is no transport " + channel.transport());
        }
        try {
            return transport.get().check(secrets.open(kept.get()));
        } catch (IOException e) {
            return DeliveryOutcome.retry("NOT_REACHED", String.valueOf(e.getMessage()));
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return DeliveryOutcome.retry("INTERRUPTED", "The server is being stopped");
        }
    }

    private Channel withoutSecrets(Channel channel) {
        Map<String, String> shown = new TreeMap<>(channel.settings());
        secrets.secret(channel).forEach(name -> shown.computeIfPresent(name, (same, value) -> ""));
        return with(channel, shown);
    }

    private static Channel with(Channel channel, Map<String, String> settings) {
        return new Channel(
                channel.id(),
                channel.customer(),
                channel.documentType(),
                channel.formats(),
                channel.transport(),
                settings,
                channel.timing());
    }
}
