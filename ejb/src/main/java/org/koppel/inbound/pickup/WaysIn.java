package org.koppel.inbound.pickup;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import jakarta.persistence.Query;
import jakarta.transaction.Transactional;
import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.UUID;
import org.koppel.codec.FormatId;
import org.koppel.platform.Json;
import org.koppel.shared.PartyId;
import org.koppel.transport.TransportId;

/** The agreed ways in, and who visits them now. */
@ApplicationScoped
@Transactional(Transactional.TxType.SUPPORTS)
class WaysIn {
    private static final String COLUMNS = "id, customer, name, transport, settings, format, pattern, ready, marker,"
            + " settle_seconds, archive_folder, error_folder, every_seconds, timeout_seconds, active";

    @PersistenceContext
    EntityManager em;

    public List<WayIn> all() {
        List<?> rows = em.createNativeQuery("select " + COLUMNS + " from way_in order by name, id")
                .getResultList();
        return rows.stream().map(Object[].class::cast).map(WaysIn::way).toList();
    }

    public Optional<WayIn> byId(UUID id) {
        List<?> rows = em.createNativeQuery("select " + COLUMNS + " from way_in where id = :id")
                .setParameter("id", id)
                .getResultList();
        return rows.stream().map(Object[].class::cast).map(WaysIn::way).findFirst();
    }

    /** Those that are on, by which partners come by themselves. */
    public List<WayIn> open(TransportId transport) {
        List<?> rows = em.createNativeQuery(
                        "select " + COLUMNS + " from way_in where transport = :transport and active order by id")
                .setParameter("transport", transport.value())
                .getResultList();
        return rows.stream().map(Object[].class::cast).map(WaysIn::way).toList();
    }

    /** Writes it, new or changed; what failed before counts no more, and its next run is due. */
    @Transactional
    public void save(WayIn way, Instant now) {
        Query query = em.createNativeQuery("insert into way_in (" + COLUMNS + ", changed_at, next_run_at)"
                        + " values (:id, cast(:customer as text), :name, :transport, :settings, cast(:format as text), :pattern, :ready,"
                        + " :marker, :settle, :archive, :error, :every, :timeout, :active, :now, :now)"
                        + " on conflict (id) do update set customer = excluded.customer, name = excluded.name,"
                        + " settings = excluded.settings, format = excluded.format, pattern = excluded.pattern,"
                        + " ready = excluded.ready, marker = excluded.marker, settle_seconds = excluded.settle_seconds,"
                        + " archive_folder = excluded.archive_folder, error_folder = excluded.error_folder,"
                        + " every_seconds = excluded.every_seconds, timeout_seconds = excluded.timeout_seconds,"
                        + " active = excluded.active, changed_at = excluded.changed_at, next_run_at = excluded.next_run_at,"
                        + " failures = 0, needs_person = false")
                .setParameter("id", way.id())
                .setParameter("customer", way.customer().map(PartyId::value).orElse(null))
                .setParameter("name", way.name())
                .setParameter("transport", way.transport().value())
                .setParameter("settings", Json.write(way.settings()))
                .setParameter("format", way.format().map(FormatId::value).orElse(null))
                .setParameter("archive", way.archive())
                .setParameter("error", way.error())
                .setParameter("every", (int) way.every().toSeconds())
                .setParameter("timeout", (int) way.timeout().toSeconds())
                .setParameter("active", way.active())
                .setParameter("now", now);
        bind(query, way.selection()).executeUpdate();
    }

    private static Query bind(Query query, WayIn.Selection selection) {
        return query.setParameter("pattern", selection.pattern())
                .setParameter("ready", selection.ready().name())
                .setParameter("marker", selection.marker())
                .setParameter("settle", (int) selection.settle().toSeconds());
    }

    /** Gives it other settings and leaves its schedule alone. */
    @Transactional
    public void change(UUID id, Map<String, String> settings) {
        em.createNativeQuery("update way_in set settings = :settings where id = :id")
                .setParameter("settings", Json.write(settings))
                .setParameter("id", id)
                .executeUpdate();
    }

    @Transactional
    public boolean switchTo(UUID id, boolean active, Instant now) {
        return em.createNativeQuery("update way_in set active = :active, next_run_at = :now, failures = 0,"
                                + " needs_person = false where id = :id")
                        .setParameter("active", active)
                        .setParameter("now", now)
                        .setParameter("id", id)
                        .executeUpdate()
                > 0;
    }

    /** Makes its next run due. @return false when there is no such way, or it is switched off */
    @Transactional
    public boolean askForRun(UUID id, String who, Instant now) {
        return em.createNativeQuery("update way_in set next_run_at = :now, asked_by = :who where id = :id and active")
                        .setParameter("now", now)
                        .setParameter("who", who)
                        .setParameter("id", id)
                        .executeUpdate()
                > 0;
    }

    /** What is due and nobody has; {@code run} is the run that had it and never ended, or null. */
    record Due(UUID id, UUID run, String askedBy) {}

    /** Those among the ways whose run has lost its lease and did not end; locked until the transaction ends. */
    List<Due> overdue(Set<UUID> ways, Instant now) {
        List<?> rows = em.createNativeQuery("select id, run, asked_by from way_in where id = any(cast(:ways as uuid[]))"
                        + " and run is not null and lease_until < :now for update skip locked")
                .setParameter("ways", texts(ways))
                .setParameter("now", now)
                .getResultList();
        return rows.stream().map(WaysIn::due).toList();
    }

    private static String[] texts(Set<UUID> ids) {
        return ids.stream().map(UUID::toString).toArray(String[]::new);
    }

    private static Due due(Object row) {
        Object[] columns = (Object[]) row;
        return new Due((UUID) columns[0], (UUID) columns[1], (String) columns[2]);
    }

    /**
     * Locks the one that waits longest until the transaction ends.
     *
     * @param visited transports whose places are visited
     * @param but ways that are not looked for
     */
    Optional<Due> lockDue(Collection<String> visited, Set<UUID> but, Instant now) {
        List<?> rows = em.createNativeQuery("select id, run, asked_by from way_in where active and next_run_at <= :now"
                        + " and transport in (:visited) and not id = any(cast(:but as uuid[]))"
                        + " and (lease_until is null or lease_until < :now) order by next_run_at limit 1"
                        + " for update skip locked")
                .setParameter("visited", visited)
                .setParameter("but", texts(but))
                .setParameter("now", now)
                .getResultList();
        return rows.stream().map(WaysIn::due).findFirst();
    }

    /** Gives it to a run. */
    void lease(UUID id, UUID run, Instant until) {
        em.createNativeQuery("update way_in set run = :run, lease_until = :until, asked_by = null where id = :id")
                .setParameter("run", run)
                .setParameter("until", until)
                .setParameter("id", id)
                .executeUpdate();
    }

    /** Ends the leases of a node that has just begun. */
    void giveBack(String node, Instant now) {
        em.createNativeQuery("update way_in set lease_until = :now, next_run_at = :now where run in"
                        + " (select id from way_in_run where node = :node and status = 'RUNNING')")
                .setParameter("now", now.minusSeconds(1))
                .setParameter("node", node)
                .executeUpdate();
    }

    /** Keeps it for the run and locks it until the transaction ends. @return false when another run has it by now */
    boolean hold(UUID id, UUID run, Instant until) {
        return em.createNativeQuery("update way_in set lease_until = :until where id = :id and run = :run")
                        .setParameter("until", until)
                        .setParameter("id", id)
                        .setParameter("run", run)
                        .executeUpdate()
                > 0;
    }

    /** Gives it back; a wish for a run that came in between stays. */
    void release(UUID id, UUID run, Instant next, boolean failed, boolean needsPerson, Instant now) {
        em.createNativeQuery("update way_in set run = null, lease_until = null,"
                        + " next_run_at = case when asked_by is null then :next else next_run_at end,"
                        + " failures = case when :failed then failures + 1 else 0 end,"
                        + " needs_person = :failed and (:person or failures >= 2),"
                        + " last_success_at = case when :failed then last_success_at else :now end"
                        + " where id = :id and run = :run")
                .setParameter("next", next)
                .setParameter("failed", failed)
                .setParameter("person", needsPerson)
                .setParameter("now", now)
                .setParameter("id", id)
                .setParameter("run", run)
                .executeUpdate();
    }

    private static WayIn way(Object[] row) {
        return new WayIn(
                (UUID) row[0],
                Optional.ofNullable((String) row[1]).map(PartyId::new),
                (String) row[2],
                new TransportId((String) row[3]),
                settings((String) row[4]),
                Optional.ofNullable((String) row[5]).map(FormatId::new),
                new WayIn.Selection(
                        (String) row[6], Readiness.valueOf((String) row[7]), (String) row[8], seconds(row[9])),
                (String) row[10],
                (String) row[11],
                seconds(row[12]),
                seconds(row[13]),
                (Boolean) row[14]);
    }

    private static Duration seconds(Object number) {
        return Duration.ofSeconds(((Number) number).longValue());
    }

    private static Map<String, String> settings(String json) {
        Map<String, String> settings = new TreeMap<>();
        Json.read(json, Map.class).forEach((name, value) -> settings.put(String.valueOf(name), String.valueOf(value)));
        return settings;
    }
}
