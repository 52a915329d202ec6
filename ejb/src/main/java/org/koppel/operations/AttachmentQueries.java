package org.koppel.operations;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import jakarta.transaction.Transactional;
import java.util.Optional;
import java.util.UUID;
import org.koppel.shared.PartyId;

/** Finds files that buyers gave along with lines of carts that went home, or that came inside orders. A tenant sees its own only. */
@ApplicationScoped
@Transactional
public class AttachmentQueries {
    @PersistenceContext
    EntityManager em;

    /** @param tenant whose it must be; empty: anybody's */
    public Optional<Content> byId(UUID id, Optional<PartyId> tenant) {
        return new Select("select f.media_type, f.name, f.content from stored_file f where f.id = :id"
                        + " and (exists (select 1 from cart_attachment a join cart c on c.id = a.cart"
                        + " where a.file = f.id and c.transferred_at is not null)"
                        + " or exists (select 1 from document_file d where d.file = f.id))")
                        .with("id", id)
                        .and(
                                "f.owner = :tenant",
                                "tenant",
                                tenant.map(PartyId::value).orElse(null))
                        .rows(em, r -> new Content(r.text(), r.text(), r.bytes()))
                        .stream()
                        .findFirst();
    }
}
