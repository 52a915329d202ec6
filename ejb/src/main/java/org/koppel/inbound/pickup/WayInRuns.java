package org.koppel.inbound.pickup;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import jakarta.transaction.Transactional;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.hibernate.query.NativeQuery;

/** The book of visits. */
@ApplicationScoped
@Transactional(Transactional.TxType.SUPPORTS)
class WayInRuns {
    /** Visits that found nothing are told for a while only. */
    private static final int EMPTY_KEPT = 20;

    @PersistenceContext
    EntityManager em;

    void begin(UUID run, UUID way, String node, String askedBy, Instant at) {
        em.createNativeQuery("insert into way_in_run (id, way, node, asked_by, started_at, status)"
                        + " values (:id, :way, :node, cast(:who as text), :at, 'RUNNING')")
                .setParameter("id", run)
                .setParameter("way", way)
                .setParameter("node", node)
                .setParameter("who", askedBy)
                .setParameter("at", at)
                .executeUpdate();
    }

    void end(UUID run, WayInRun.Status status, String code, String detail, Progress progress, Instant at) {
        em.createNativeQuery("update way_in_run set ended_at = :at, status = :status, code = cast(:code as text),"
                        + " detail = cast(:detail as text), taken = :taken, refused = :refused, waiting = :waiting"
                        + " where id = :id and status = 'RUNNING'")
                .setParameter("at", at)
                .setParameter("status", status.name())
                .setParameter("code", code)
                .setParameter("detail", detail)
                .setParameter("taken", progress.taken())
                .setParameter("refused", progress.refused())
                .setParameter("waiting", progress.waiting())
                .setParameter("id", run)
                .executeUpdate();
    }

    /** Forgets old visits of the way that found nothing. */
    void forgetEmpty(UUID way) {
        em.createNativeQuery("delete from way_in_run where way = :way and status = 'DONE' and taken + refused = 0"
                        + " and asked_by is null and id not in (select id from way_in_run where way = :way"
                        + " and status = 'DONE' and taken + refused = 0 order by started_at desc limit " + EMPTY_KEPT
                        + ")")
                .setParameter("way", way)
                .executeUpdate();
    }

    /** The newest first. */
    @SuppressWarnings("unchecked")
    public List<WayInRun> of(UUID way, int most) {
        List<Object[]> rows = em.createNativeQuery("select id, node, asked_by, started_at, ended_at, status, code,"
                        + " detail, taken, refused, waiting from way_in_run where way = :way"
                        + " order by started_at desc, id limit :most")
                .unwrap(NativeQuery.class)
                .addScalar("id", UUID.class)
                .addScalar("node", String.class)
                .addScalar("asked_by", String.class)
                .addScalar("started_at", Instant.class)
                .addScalar("ended_at", Instant.class)
                .addScalar("status", String.class)
                .addScalar("code", String.class)
                .addScalar("detail", String.class)
                .addScalar("taken", Integer.class)
                .addScalar("refused", Integer.class)
                .addScalar("waiting", Integer.class)
                .setParameter("way", way)
                .setParameter("most", most)
                .getResultList();
        return rows.stream().map(WayInRuns::run).toList();
    }

    private static WayInRun run(Object[] row) {
        return new WayInRun(
                (UUID) row[0],
                (String) row[1],
                (String) row[2],
                (Instant) row[3],
                (Instant) row[4],
                WayInRun.Status.valueOf((String) row[5]),
                (String) row[6],
                (String) row[7],
                (Integer) row[8],
                (Integer) row[9],
                (Integer) row[10]);
    }
}
