package org.koppel.inbound.pickup;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import jakarta.transaction.Transactional;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.hibernate.query.NativeQuery;

/** How the ways in do. */
@ApplicationScoped
@Transactional(Transactional.TxType.SUPPORTS)
class WayInStates {
    @PersistenceContext
    EntityManager em;

    /** All of them, by the way's id. */
    @SuppressWarnings("unchecked")
    public Map<UUID, WayInState> all(Instant now) {
        List<Object[]> rows = em.createNativeQuery("select w.id, w.next_run_at, w.run is not null and w.lease_until >="
                        + " :now as running, w.failures, w.needs_person, case when w.failures > 0 then r.code end as code,"
                        + " case when w.failures > 0 then r.detail end as detail, r.started_at, w.last_success_at from"
                        + " way_in w left join lateral (select code, detail, started_at from way_in_run where way ="
                        + " w.id and status <> 'RUNNING' order by started_at desc limit 1) r on true")
                .unwrap(NativeQuery.class)
                .addScalar("id", UUID.class)
                .addScalar("next_run_at", Instant.class)
                .addScalar("running", Boolean.class)
                .addScalar("failures", Integer.class)
                .addScalar("needs_person", Boolean.class)
                .addScalar("code", String.class)
                .addScalar("detail", String.class)
                .addScalar("started_at", Instant.class)
                .addScalar("last_success_at", Instant.class)
                .setParameter("now", now)
                .getResultList();
        return rows.stream().map(WayInStates::state).collect(Collectors.toMap(WayInState::id, Function.identity()));
    }

    private static WayInState state(Object[] row) {
        return new WayInState(
                (UUID) row[0],
                (Instant) row[1],
                (Boolean) row[2],
                (Integer) row[3],
                (Boolean) row[4],
                (String) row[5],
                (String) row[6],
                (Instant) row[7],
                (Instant) row[8]);
    }
}
