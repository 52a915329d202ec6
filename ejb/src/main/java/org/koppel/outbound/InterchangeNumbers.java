package org.koppel.outbound;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import jakarta.transaction.Transactional;

/** Counts the interchanges that go out, over all nodes. */
@ApplicationScoped
@Transactional(Transactional.TxType.SUPPORTS)
class InterchangeNumbers {
    @PersistenceContext
    private EntityManager em;

    /** Never the same twice; some are left out. */
    public long next() {
        return ((Number) em.createNativeQuery("select nextval('interchange_number')", Long.class)
                        .getSingleResult())
                .longValue();
    }
}
