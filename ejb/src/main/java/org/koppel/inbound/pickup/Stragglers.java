package org.koppel.inbound.pickup;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Collectors;

/**
 * Files that could not be taken when this node tried. They come after those that were never tried, or some that can never be taken would
 * use up each visit; each node learns them by itself.
 */
@ApplicationScoped
class Stragglers {
    private final Map<UUID, Set<String>> names = new ConcurrentHashMap<>();

    /** In the order in which they are tried: new files, those that failed before, and at last what has only to be moved. */
    List<Candidate> last(UUID way, List<Candidate> files) {
        Set<String> failed = names.computeIfAbsent(way, w -> ConcurrentHashMap.newKeySet());
        failed.retainAll(files.stream().map(c -> c.file().name()).collect(Collectors.toSet()));
        return files.stream().sorted(Comparator.comparing(c -> rank(c, failed))).toList();
    }

    private static int rank(Candidate candidate, Set<String> failed) {
        if (candidate.stored().isPresent()) {
            return 2;
        }
        return candidate.maybe() || failed.contains(candidate.file().name()) ? 1 : 0;
    }

    void failed(UUID way, String name) {
        names.computeIfAbsent(way, w -> ConcurrentHashMap.newKeySet()).add(name);
    }
}
