package org.koppel.punchout;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.koppel.platform.Json;
import org.koppel.shared.PartyId;

/** The carts that visits began with, and which of ours they are. */
@ApplicationScoped
class StoredFormerCarts {
    @PersistenceContext
    EntityManager em;

    void keep(UUID visit, String reference, FormerCart cart) {
        em.createNativeQuery("insert into former_cart (visit, reference, lines) values (:visit, :reference, :lines)")
                .setParameter("visit", visit)
                .setParameter("reference", reference)
                .setParameter("lines", Json.write(cart.lines()))
                .executeUpdate();
    }

    Optional<FormerCart> of(UUID visit) {
        return text("select lines from former_cart where visit = :visit", visit)
                .map(j -> new FormerCart(List.of(Json.read(j, FormerLine[].class))));
    }

    /** Under which the visit's carts go home. */
    Optional<String> reference(UUID visit) {
        return text("select reference from former_cart where visit = :visit", visit);
    }

    /** Of the references, the one of the customer's cart that left the shop last. */
    Optional<String> handedOver(PartyId customer, Set<String> references) {
        if (references.isEmpty()) {
            return Optional.empty();
        }
        List<?> rows = em.createNativeQuery(
                        "select reference from cart where customer = :customer and reference in (:references)"
                                + " and status <> 'OPEN' order by changed_at desc, id limit 1",
                        String.class)
                .setParameter("customer", customer.value())
                .setParameter("references", references)
                .getResultList();
        return rows.stream().map(String.class::cast).findFirst();
    }

    /** Closes the parked carts that another one of the same reference replaces. */
    void replace(PartyId customer, String reference, UUID by, Instant at) {
        em.createNativeQuery(
                        "update cart set status = 'CANCELLED', changed_at = :at, version = version + 1"
                                + " where customer = :customer and reference = :reference and status = 'TRANSFERRED' and id <> :by")
                .setParameter("at", at)
                .setParameter("customer", customer.value())
                .setParameter("reference", reference)
                .setParameter("by", by)
                .executeUpdate();
    }

    private Optional<String> text(String sql, UUID visit) {
        List<?> rows = em.createNativeQuery(sql, String.class)
                .setParameter("visit", visit)
                .getResultList();
        return rows.stream().map(String.class::cast).findFirst();
    }
}
