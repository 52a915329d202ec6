package org.koppel.inbound.pickup;

import jakarta.annotation.Priority;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.UUID;
import org.koppel.platform.DatabaseReady;
import org.koppel.transport.CertificateEnd;
import org.koppel.transport.CertificateEnds;
import org.koppel.transport.DeliveryOutcome;
import org.koppel.transport.Pickup;
import org.koppel.transport.PickupRegistry;
import org.koppel.transport.Reception;
import org.koppel.transport.SealedSettings;
import org.koppel.transport.Setting;
import org.koppel.transport.TransportId;

/** What a person sees of the ways in and does with them. Secrets never leave it. */
@ApplicationScoped
public class WaysInDesk {
    @Inject
    WaysIn ways;

    @Inject
    WayInStates states;

    @Inject
    WayInRuns runs;

    @Inject
    PickedFiles files;

    @Inject
    PickupRegistry pickups;

    @Inject
    SealedSettings sealed;

    @Inject
    PickupRun run;

    @Inject
    CertificateEnds ends;

    @Inject
    Clock clock;

    /** A way in and how it does; {@code visited} where it is a place, else partners come by themselves. */
    public record Listed(WayIn way, WayInState state, boolean visited) {}

    /** Whatever wrote a way in with a secret in clear (the demo, an administrator by SQL), it is encrypted at the next start. */
    @Transactional
    public void sealAll(@Observes @Priority(910) DatabaseReady ready) {
        for (WayIn way : ways.all()) {
            Map<String, String> kept = sealed.seal(settingsOf(way.transport()), way.settings());
            if (!kept.equals(way.settings())) {
                ways.change(way.id(), kept);
            }
        }
    }

    /** By name; the settings without secrets. */
    @Transactional
    public List<Listed> all() {
        Map<UUID, WayInState> all = states.all(clock.instant());
        return ways.all().stream()
                .map(w -> new Listed(withoutSecrets(w), all.get(w.id()), isVisited(w.transport())))
                .toList();
    }

    @Transactional
    public Optional<Listed> byId(UUID id) {
        return all().stream().filter(l -> l.way().id().equals(id)).findFirst();
    }

    /** The newest first. */
    public List<WayInRun> runs(UUID way, int most) {
        return runs.of(way, most);
    }

    /** The newest first. */
    public List<PickedFile> files(UUID way, int most) {
        return files.of(way, most);
    }

    /** Certificates that the ways in hold that are switched on. */
    @Transactional
    public List<CertificateEnd> certificates() {
        return ways.all().stream()
                .filter(WayIn::active)
                .flatMap(w -> ends.of(w.settings(), () -> end(w)).stream()
                        .map(end ->
                                new CertificateEnd(true, w.id(), w.customer().orElse(null), w.transport(), end)))
                .toList();
    }

    private Optional<Instant> end(WayIn way) {
        return pickups.byId(way.transport()).flatMap(p -> p.certificatesEnd(sealed.open(p.settings(), way.settings())));
    }

    /** Protocols by which something can be picked up. */
    public List<TransportId> transports() {
        return pickups.all().stream().map(Pickup::id).toList();
    }

    /** Whether its places are visited; else partners come by themselves. */
    public boolean isVisited(TransportId transport) {
        return pickups.byId(transport).map(Pickup::isVisited).orElse(true);
    }

    /** Whether partners who come by themselves could not tell it from another one that is on: the names are the same. */
    @Transactional
    public boolean isTaken(WayIn way) {
        Optional<Reception> reception = reception(way);
        return way.active()
                && reception.isPresent()
                && ways.open(way.transport()).stream()
                        .filter(w -> !w.id().equals(way.id()))
                        .anyMatch(w -> reception
                                .get()
                                .route(w.settings())
                                .equals(reception.get().route(way.settings())));
    }

    private Optional<Reception> reception(WayIn way) {
        return pickups.byId(way.transport()).filter(Reception.class::isInstance).map(Reception.class::cast);
    }

    /** What a way in over this transport must say; empty for one that is not known. */
    public List<Setting> settingsOf(TransportId transport) {
        return pickups.byId(transport).map(Pickup::settings).orElse(List.of());
    }

    /**
     * Keeps it. Secrets that are missing or empty stay as they were.
     *
     * @param way its settings in clear
     */
    @Transactional
    public void save(WayIn way) {
        ways.save(complete(way), clock.instant());
    }

    /** With the secrets that are kept already, everything encrypted. */
    private WayIn complete(WayIn way) {
        List<Setting> known = settingsOf(way.transport());
        Map<String, String> settings = new TreeMap<>(way.settings());
        Map<String, String> before = ways.byId(way.id()).map(WayIn::settings).orElse(Map.of());
        for (Setting setting : known) {
            if (setting.secret() && settings.getOrDefault(setting.name(), "").isEmpty()) {
                settings.remove(setting.name());
                Optional.ofNullable(before.get(setting.name())).ifPresent(kept -> settings.put(setting.name(), kept));
            }
        }
        return way.with(sealed.seal(known, settings));
    }

    /** Makes the next run due at once. @throws UnknownWayInException when there is none that is on */
    @Transactional
    public void runNow(UUID id, String who) {
        if (!ways.askForRun(id, who, clock.instant())) {
            throw new UnknownWayInException(id);
        }
    }

    /** @throws UnknownWayInException when there is none */
    @Transactional
    public void switchTo(UUID id, boolean active) {
        if (!ways.switchTo(id, active, clock.instant())) {
            throw new UnknownWayInException(id);
        }
    }

    /**
     * Reaches the partner and takes nothing; lasts up to the way's time, and no longer than {@link org.koppel.transport.Deadline#ATTEMPT}.
     *
     * @throws UnknownWayInException when there is none
     */
    public DeliveryOutcome test(UUID id) {
        WayIn way = ways.byId(id).orElseThrow(() -> new UnknownWayInException(id));
        return reception(way)
                .map(r -> r.check(sealed.open(r.settings(), way.settings())))
                .orElseGet(() -> run.test(way));
    }

    private WayIn withoutSecrets(WayIn way) {
        Map<String, String> shown = new TreeMap<>(way.settings());
        settingsOf(way.transport()).stream()
                .filter(Setting::secret)
                .forEach(s -> shown.computeIfPresent(s.name(), (name, value) -> ""));
        return way.with(shown);
    }
}
