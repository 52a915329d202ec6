package org.koppel.transport;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Supplier;

/** Remembers when certificates end: a key store takes a while to open, and settings change a few times a year. */
@ApplicationScoped
public class CertificateEnds {
    /** More than any installation has channels. */
    private static final int MOST = 5_000;

    private final Map<Map<String, String>, Optional<Instant>> known = new ConcurrentHashMap<>();

    /**
     * @param kept the settings as they are kept, secrets encrypted
     * @param source looks into them
     */
    public Optional<Instant> of(Map<String, String> kept, Supplier<Optional<Instant>> source) {
        Optional<Instant> end = known.get(kept);
        if (end == null) {
            end = source.get();
            if (known.size() >= MOST) {
                known.clear();
            }
            known.put(Map.copyOf(kept), end);
        }
        return end;
    }
}
