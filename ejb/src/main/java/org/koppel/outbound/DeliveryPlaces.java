package org.koppel.outbound;

import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.LongSupplier;
import java.util.stream.Collectors;
import org.koppel.shared.PartyId;

/**
 * Who may use this node's delivery sessions, so that partners who answer slowly never hold them all:
 *
 * <ul>
 *   <li>a partner has so many places at most;
 *   <li>partners known to be slow share half of the sessions, however many they are;
 *   <li>a partner of whom nothing is known yet takes a further place only while more are free than it holds.
 * </ul>
 *
 * Whoever finds no place leaves without waiting; its partner is remembered, the longest waiting first, for the next one that
 * leaves a place.
 */
final class DeliveryPlaces {
    private final int sessions;
    private final int perPartner;
    private final long slow;
    private final LongSupplier nanos;
    private final Map<PartyId, Partner> partners = new HashMap<>();
    private final Map<PartyId, Long> waiting = new LinkedHashMap<>();
    private long calls;

    /** A place that is taken; {@code since} in nanoseconds. */
    record Place(PartyId partner, long since) {}

    /** A partner that is to be called; {@code since} counts how often somebody found no place. */
    record Call(PartyId partner, long since) {}

    private static final class Partner {
        private final List<Place> taken = new ArrayList<>();
        private boolean wasSlow;
    }

    /**
     * @param sessions how many deliveries run at once on this node
     * @param perPartner how many of them to one partner; 0 pauses all
     * @param slow a partner whose delivery takes this long or longer is slow
     * @param nanos a clock of nanoseconds that never goes back
     */
    DeliveryPlaces(int sessions, int perPartner, Duration slow, LongSupplier nanos) {
        this.sessions = sessions;
        this.perPartner = perPartner;
        this.slow = slow.toNanos();
        this.nanos = nanos;
    }

    /** Takes a place, if there is one; otherwise the partner waits. */
    synchronized Optional<Place> enter(PartyId partner) {
        if (!admits(partner)) {
            return Optional.empty();
        }
        Place place = new Place(partner, nanos.getAsLong());
        partners.computeIfAbsent(partner, p -> new Partner()).taken.add(place);
        return Optional.of(place);
    }

    /** Whether the partner has a place now, which is not taken; otherwise it waits. */
    synchronized boolean admits(PartyId partner) {
        boolean admitted = hasPlaceFor(partner);
        if (!admitted) {
            calls++;
            waiting.put(partner, calls);
        }
        return admitted;
    }

    /** Gives the place back and notes whether its partner was slow this time. */
    synchronized void leave(Place place) {
        Partner partner = partners.get(place.partner());
        partner.taken.remove(place);
        partner.wasSlow = isLong(place);
        if (partner.taken.isEmpty() && !partner.wasSlow) {
            partners.remove(place.partner());
        }
    }

    /**
     * The partner that waits longest among those that now have a place; it goes to the end of the line. It stays in it while its
     * deliveries are looked for: others who leave a place meanwhile have to find it, or a backlog would lose their places one after
     * the other.
     */
    synchronized Optional<Call> next() {
        Optional<PartyId> first =
                waiting.keySet().stream().filter(this::hasPlaceFor).findFirst();
        return first.map(partner -> {
            long since = waiting.remove(partner);
            waiting.put(partner, since);
            return new Call(partner, since);
        });
    }

    /** Nothing is due for who was called: it waits no longer, unless it found no place once more since then. */
    synchronized void nothingFor(Call call) {
        waiting.remove(call.partner(), call.since());
    }

    /**
     * Partners who wait and hold a place: who leaves it calls the next one. While all are paused, everybody who waits, as nobody
     * could be served.
     */
    synchronized Set<PartyId> attended() {
        return waiting.keySet().stream()
                .filter(p -> perPartner == 0
                        || partners.containsKey(p) && !partners.get(p).taken.isEmpty())
                .collect(Collectors.toUnmodifiableSet());
    }

    private boolean hasPlaceFor(PartyId id) {
        Partner partner = partners.getOrDefault(id, new Partner());
        int held = partner.taken.size();
        if (held >= perPartner) {
            return false;
        }
        return isSlow(partner) ? heldBySlow() < Math.max(1, sessions / 2) : held == 0 || held < free();
    }

    private int free() {
        return sessions
                - partners.values().stream().mapToInt(p -> p.taken.size()).sum();
    }

    private int heldBySlow() {
        return partners.values().stream()
                .filter(this::isSlow)
                .mapToInt(p -> p.taken.size())
                .sum();
    }

    private boolean isSlow(Partner partner) {
        return partner.wasSlow || partner.taken.stream().anyMatch(this::isLong);
    }

    private boolean isLong(Place place) {
        return nanos.getAsLong() - place.since() >= slow;
    }
}
