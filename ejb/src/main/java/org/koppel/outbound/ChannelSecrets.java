package org.koppel.outbound;

import jakarta.annotation.Priority;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.util.Base64;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.UnaryOperator;
import org.koppel.codec.CodecRegistry;
import org.koppel.party.Channel;
import org.koppel.party.Channels;
import org.koppel.platform.DatabaseReady;
import org.koppel.platform.Secrets;
import org.koppel.transport.Setting;
import org.koppel.transport.Transport;
import org.koppel.transport.TransportRegistry;

/**
 * Settings that a transport or a format marks as secret: encrypted in the database, in clear only while a delivery is made. Whatever wrote a
 * channel in clear (an administrator by SQL, the demo) is encrypted at the next start.
 */
@ApplicationScoped
class ChannelSecrets {
    /** Stands before an encrypted value, which is Base64. */
    private static final String SEALED = "{aes-gcm}";

    @Inject
    TransportRegistry transports;

    @Inject
    CodecRegistry codecs;

    @Inject
    Channels channels;

    @Inject
    Secrets secrets;

    @Transactional
    public void sealAll(@Observes @Priority(900) DatabaseReady ready) {
        for (Channel channel : channels.all()) {
            Map<String, String> sealed = seal(channel);
            if (!sealed.equals(channel.settings())) {
                channels.change(channel.id(), sealed);
            }
        }
    }

    /** The channel's settings as they are kept. */
    Map<String, String> seal(Channel channel) {
        return secretsOf(channel, this::sealed);
    }

    /**
     * The channel's settings as its transport needs them.
     *
     * @throws IllegalStateException when a secret was encrypted with another {@code KOPPEL_SECRET_KEY}
     */
    Map<String, String> open(Channel channel) {
        return secretsOf(channel, this::opened);
    }

    private Map<String, String> secretsOf(Channel channel, UnaryOperator<String> turn) {
        Set<String> secret = new HashSet<>();
        transports.byId(channel.transport()).map(Transport::settings).stream()
                .flatMap(List::stream)
                .filter(Setting::secret)
                .forEach(s -> secret.add(s.name()));
        codecs.writersOf(channel.documentType()).forEach(w -> secret.addAll(w.secretOptions()));
        Map<String, String> settings = new TreeMap<>(channel.settings());
        settings.replaceAll((name, value) -> secret.contains(name) ? turn.apply(value) : value);
        return settings;
    }

    private String sealed(String value) {
        return value.startsWith(SEALED) ? value : SEALED + Base64.getEncoder().encodeToString(secrets.encrypt(value));
    }

    private String opened(String value) {
        return value.startsWith(SEALED)
                ? secrets.decrypt(Base64.getDecoder().decode(value.substring(SEALED.length())))
                : value;
    }
}
