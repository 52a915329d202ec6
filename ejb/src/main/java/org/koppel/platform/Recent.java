package org.koppel.platform;

import java.time.Duration;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Function;

/**
 * Remembers for two seconds what is read with every message and changes a few times a day: agreements, credentials, channels. Only
 * for values that nobody changes in memory. A change reaches every node within those two seconds; nothing is lost with a node.
 */
public final class Recent<K, V> {
    private static final long KEPT = Duration.ofSeconds(2).toNanos();
    /** More keys than any installation has partners; strangers who try names must not fill the memory. */
    private static final int MOST = 2_000;

    private final Map<K, Kept<V>> values = new ConcurrentHashMap<>();

    private record Kept<V>(V value, long since) {}

    /** The remembered value, or a fresh one from {@code source}, which must not give null. */
    public V get(K key, Function<K, V> source) {
        Kept<V> kept = values.get(key);
        long now = System.nanoTime();
        if (kept != null && now - kept.since() < KEPT) {
            return kept.value();
        }
        V fresh = source.apply(key);
        if (values.size() >= MOST) {
            values.clear();
        }
        values.put(key, new Kept<>(fresh, now));
        return fresh;
    }

    /** It was changed here: this node, at least, shall know at once. */
    public void forget(K key) {
        values.remove(key);
    }
}
