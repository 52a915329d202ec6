package org.koppel.outbound;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.koppel.document.PartnerReceipt;
import org.koppel.shared.PartyId;

/** What partners say afterwards about what was delivered to them. All methods take part in the caller's transaction. */
@ApplicationScoped
@Transactional(Transactional.TxType.MANDATORY)
public class DeliveryReceipts {
    private static final int WORDS = 4_000;

    @PersistenceContext
    EntityManager em;

    @Inject
    OutboundDeliveries deliveries;

    @Inject
    Clock clock;

    /**
     * Notes what a partner says about one of its deliveries; one that it refused is parked for a person. The same receipt counts
     * once.
     *
     * @param document the archived receipt
     * @return the delivery; empty when no delivery to this partner has that reference
     */
    public Optional<UUID> note(PartyId customer, UUID document, PartnerReceipt receipt) {
        Optional<UUID> delivery = find(customer, receipt);
        delivery.filter(d -> keep(d, document, receipt) && !receipt.accepted())
                .flatMap(deliveries::lock)
                .ifPresent(
                        d -> d.park("REFUSED_BY_PARTNER: " + receipt.kind() + ' ' + words(receipt), clock.instant()));
        return delivery;
    }

    @SuppressWarnings("unchecked")
    private Optional<UUID> find(PartyId customer, PartnerReceipt receipt) {
        List<UUID> found = em.createNativeQuery(
                        "select d.id from delivery d where d.customer = :customer and (exists (select 1 from delivery_part p"
                                + " where p.delivery = d.id and p.control = :control) or d.document_number = :number)"
                                + " order by d.created_at desc limit 1",
                        UUID.class)
                .setParameter("customer", customer.value())
                .setParameter("control", counted(receipt.control()))
                .setParameter(
                        "number",
                        receipt.answers() == null ? "" : receipt.answers().value())
                .getResultList();
        return found.stream().findFirst();
    }

    /** Standards fill control references up with zeros. */
    private static String counted(String control) {
        return control == null ? "" : control.replaceFirst("^0+(?=.)", "");
    }

    private boolean keep(UUID delivery, UUID document, PartnerReceipt receipt) {
        return em.createNativeQuery("insert into delivery_receipt (id, delivery, document, kind, accepted, detail,"
                                + " received_at) values (:id, :delivery, :document, :kind, :accepted, :detail, :now)"
                                + " on conflict (delivery, document) do nothing")
                        .setParameter("id", UUID.randomUUID())
                        .setParameter("delivery", delivery)
                        .setParameter("document", document)
                        .setParameter("kind", receipt.kind())
                        .setParameter("accepted", receipt.accepted())
                        .setParameter("detail", words(receipt))
                        .setParameter("now", clock.instant())
                        .executeUpdate()
                > 0;
    }

    private static String words(PartnerReceipt receipt) {
        String words = String.join("; ", receipt.details());
        return words.length() > WORDS ? words.substring(0, WORDS) : words;
    }
}
