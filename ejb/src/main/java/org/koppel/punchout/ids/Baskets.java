package org.koppel.punchout.ids;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import jakarta.transaction.Transactional;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.koppel.platform.Json;

/** Baskets that came with a call, by visit, and baskets that went home, by the cart's reference. */
@ApplicationScoped
@Transactional
class Baskets {
    @PersistenceContext
    EntityManager em;

    void keep(UUID visit, Basket basket) {
        em.createNativeQuery("insert into ids_basket (visit, basket) values (:visit, :basket)")
                .setParameter("visit", visit)
                .setParameter("basket", Json.write(basket))
                .executeUpdate();
    }

    /** The basket the visit began with. */
    Optional<Basket> of(UUID visit) {
        List<?> rows = em.createNativeQuery("select basket from ids_basket where visit = :visit", String.class)
                .setParameter("visit", visit)
                .getResultList();
        return rows.stream()
                .map(String.class::cast)
                .map(j -> Json.read(j, Basket.class))
                .findFirst();
    }

    Optional<String> answer(String reference) {
        List<?> rows = em.createNativeQuery(
                        "select document from ids_answer where reference = :reference", String.class)
                .setParameter("reference", reference)
                .getResultList();
        return rows.stream().map(String.class::cast).findFirst();
    }

    /** Keeps the first answer of a cart. @return the one that is kept, which another click may have written */
    String answered(String reference, String document) {
        em.createNativeQuery("insert into ids_answer (reference, document) values (:reference, :document)"
                        + " on conflict do nothing")
                .setParameter("reference", reference)
                .setParameter("document", document)
                .executeUpdate();
        return answer(reference).orElse(document);
    }
}
