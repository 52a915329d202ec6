package org.koppel.outbound;

import jakarta.annotation.Priority;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.koppel.codec.CodecRegistry;
import org.koppel.party.Channel;
import org.koppel.party.Channels;
import org.koppel.platform.DatabaseReady;
import org.koppel.transport.SealedSettings;
import org.koppel.transport.Setting;
import org.koppel.transport.Transport;
import org.koppel.transport.TransportRegistry;

/**
 * Settings that a transport or a format marks as secret: encrypted in the database, in clear only while a delivery is made. Whatever wrote a
 * channel in clear (an administrator by SQL, the demo) is encrypted at the next start.
 */
@ApplicationScoped
class ChannelSecrets {
    @Inject
    TransportRegistry transports;

    @Inject
    CodecRegistry codecs;

    @Inject
    Channels channels;

    @Inject
    SealedSettings sealed;

    @Transactional
    public void sealAll(@Observes @Priority(900) DatabaseReady ready) {
        for (Channel channel : channels.all()) {
            Map<String, String> kept = seal(channel);
            if (!kept.equals(channel.settings())) {
                channels.change(channel.id(), kept);
            }
        }
    }

    /** The channel's settings as they are kept. */
    Map<String, String> seal(Channel channel) {
        return sealed.seal(secret(channel), channel.settings());
    }

    /**
     * The channel's settings as its transport needs them.
     *
     * @throws IllegalStateException when a secret was encrypted with another {@code KOPPEL_SECRET_KEY}
     */
    Map<String, String> open(Channel channel) {
        return sealed.open(secret(channel), channel.settings());
    }

    /** Names of settings that are secret: those of the transport, and those of formats that have some. */
    Set<String> secret(Channel channel) {
        List<Setting> known =
                transports.byId(channel.transport()).map(Transport::settings).orElse(List.of());
        Set<String> names = new HashSet<>(SealedSettings.names(known));
        codecs.writersOf(channel.documentType()).forEach(w -> names.addAll(w.secretOptions()));
        return names;
    }
}
