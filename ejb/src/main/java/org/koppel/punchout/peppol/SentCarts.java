package org.koppel.punchout.peppol;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import jakarta.transaction.Transactional;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.koppel.codec.ubl.PeppolFinding;
import org.koppel.platform.Json;
import org.koppel.shared.PartyId;

/** The documents of carts that went home, by the cart's reference, with what the rules said to them. */
@ApplicationScoped
@Transactional
class SentCarts {
    @PersistenceContext
    EntityManager em;

    Optional<String> document(PartyId customer, String reference) {
        List<?> rows = em.createNativeQuery(
                        "select document from peppol_cart where customer = :customer and reference = :reference",
                        String.class)
                .setParameter("customer", customer.value())
                .setParameter("reference", reference)
                .getResultList();
        return rows.stream().map(String.class::cast).findFirst();
    }

    /** Keeps the first document of a cart. @return the one that is kept, which another click may have made */
    String keep(PartyId customer, String reference, Instant at, String document, List<PeppolFinding> findings) {
        em.createNativeQuery("insert into peppol_cart (reference, customer, issued_at, document, findings)"
                        + " values (:reference, :customer, :at, :document, :findings) on conflict do nothing")
                .setParameter("reference", reference)
                .setParameter("customer", customer.value())
                .setParameter("at", at)
                .setParameter("document", document)
                .setParameter("findings", Json.write(findings))
                .executeUpdate();
        return document(customer, reference).orElse(document);
    }
}
