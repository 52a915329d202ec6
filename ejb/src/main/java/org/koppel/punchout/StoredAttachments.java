package org.koppel.punchout;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import jakarta.persistence.Query;
import java.util.List;
import java.util.UUID;
import org.koppel.shared.PartyId;

/** Which files belong to which lines of a cart. */
@ApplicationScoped
class StoredAttachments {
    private static final String OF_CART = "select f.id, a.article, f.name, f.media_type, length(f.content)"
            + " from cart_attachment a join stored_file f on f.id = a.file"
            + " join cart_line l on l.cart = a.cart and l.article = a.article where ";
    private static final String IN_ORDER = " order by l.position, f.created_at, f.id";

    @PersistenceContext
    EntityManager em;

    /** By line, as they stand in the cart, and by name. Files of articles that were taken out are not among them. */
    List<Attachment> of(UUID cart) {
        return attachments(
                em.createNativeQuery(OF_CART + "a.cart = :cart" + IN_ORDER).setParameter("cart", cart));
    }

    /** Likewise of the cart that left the shop last under the reference. */
    List<Attachment> of(PartyId customer, String reference) {
        return attachments(em.createNativeQuery(OF_CART
                        + "a.cart = (select c.id from cart c where c.customer = :customer and c.reference = :reference"
                        + " and c.transferred_at is not null order by c.transferred_at desc limit 1)" + IN_ORDER)
                .setParameter("customer", customer.value())
                .setParameter("reference", reference));
    }

    private static List<Attachment> attachments(Query query) {
        List<?> rows = query.getResultList();
        return rows.stream()
                .map(Object[].class::cast)
                .map(r -> new Attachment(
                        (UUID) r[0], (String) r[1], (String) r[2], (String) r[3], ((Number) r[4]).intValue()))
                .toList();
    }

    void add(UUID cart, String article, UUID file) {
        em.createNativeQuery("insert into cart_attachment (cart, article, file) values (:cart, :article, :file)")
                .setParameter("cart", cart)
                .setParameter("article", article)
                .setParameter("file", file)
                .executeUpdate();
    }

    /** @return whether no other cart has it */
    boolean remove(UUID cart, UUID file) {
        em.createNativeQuery("delete from cart_attachment where cart = :cart and file = :file")
                .setParameter("cart", cart)
                .setParameter("file", file)
                .executeUpdate();
        return em.createNativeQuery("select 1 from cart_attachment where file = :file limit 1")
                .setParameter("file", file)
                .getResultList()
                .isEmpty();
    }

    /** Gives a cart the files of the one it replaces. */
    void copy(UUID from, UUID to) {
        em.createNativeQuery("insert into cart_attachment (cart, article, file)"
                        + " select :to, article, file from cart_attachment where cart = :from on conflict do nothing")
                .setParameter("from", from)
                .setParameter("to", to)
                .executeUpdate();
    }
}
