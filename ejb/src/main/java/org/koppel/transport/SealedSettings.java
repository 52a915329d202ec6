package org.koppel.transport;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import org.koppel.platform.Secrets;

/** Settings whose secrets are encrypted: as they are kept, and as a transport needs them. */
@ApplicationScoped
public class SealedSettings {
    /** Stands before an encrypted value, which is Base64. */
    private static final String SEALED = "{aes-gcm}";

    @Inject
    private Secrets secrets;

    /** For CDI. */
    public SealedSettings() {}

    /** Outside a container. */
    public SealedSettings(Secrets secrets) {
        this.secrets = secrets;
    }

    /** As they are kept; what is encrypted already stays as it is. */
    public Map<String, String> seal(List<Setting> known, Map<String, String> settings) {
        return seal(names(known), settings);
    }

    /** As they are kept. @param secret the names of the settings that are encrypted */
    public Map<String, String> seal(Set<String> secret, Map<String, String> settings) {
        return secretsOf(secret, settings, this::sealed);
    }

    /** In clear. @throws IllegalStateException when a secret was encrypted with another {@code KOPPEL_SECRET_KEY} */
    public Map<String, String> open(List<Setting> known, Map<String, String> settings) {
        return open(names(known), settings);
    }

    /** In clear. @throws IllegalStateException when a secret was encrypted with another {@code KOPPEL_SECRET_KEY} */
    public Map<String, String> open(Set<String> secret, Map<String, String> settings) {
        return secretsOf(secret, settings, this::opened);
    }

    /** The names of those that are secret. */
    public static Set<String> names(List<Setting> known) {
        return known.stream().filter(Setting::secret).map(Setting::name).collect(Collectors.toSet());
    }

    private static Map<String, String> secretsOf(
            Set<String> secret, Map<String, String> settings, UnaryOperator<String> turn) {
        Map<String, String> all = new TreeMap<>(settings);
        all.replaceAll((name, value) -> secret.contains(name) ? turn.apply(value) : value);
        return all;
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
