package org.koppel.outbound;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import jakarta.transaction.Transactional;
import java.util.Optional;
import java.util.UUID;
import org.koppel.shared.PartyId;

/** Whom a delivery is for; asked before it is claimed, without a lock. */
@ApplicationScoped
@Transactional(Transactional.TxType.SUPPORTS)
class Recipients {
    @PersistenceContext
    EntityManager em;

    public Optional<PartyId> of(UUID delivery) {
        return em.createQuery("select d.customer from OutboundDelivery d where d.id = :id", String.class)
                .setParameter("id", delivery)
                .getResultStream()
                .findFirst()
                .map(PartyId::new);
    }
}
