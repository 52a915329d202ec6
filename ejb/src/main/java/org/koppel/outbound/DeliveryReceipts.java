package org.koppel.outbound;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.koppel.document.PartnerReceipt;
import org.koppel.shared.PartyId;

/** What partners say afterwards about what was delivered to them. All methods take part in the caller's transaction. */
@ApplicationScoped
@Transactional(Transactional.TxType.MANDATORY)
public class DeliveryReceipts {
    /** How the cause of what a partner refused begins; its kind of receipt and its words follow. */
    static final String REFUSED = "REFUSED_BY_PARTNER: ";

    private static final int WORDS = 4_000;

    /** The formats that a kind of receipt answers. */
    private static final Map<String, String> FAMILIES = Map.of(
            "CONTRL", "^edifact-",
            "APERAK", "^edifact-",
            "997", "^x12-",
            "999", "^x12-",
            "824", "^x12-",
            "ApplicationResponse", "^(ubl|peppol)-",
            "StatusUpdateRequest", "^cxml-");

    @PersistenceContext
    EntityManager em;

    @Inject
    OutboundDeliveries deliveries;

    @Inject
    Clock clock;

    /**
     * Notes what a partner says about deliveries to it; those that it refused are parked for a person. The same receipt counts once.
     *
     * @param document the archived receipt
     * @return the deliveries; empty when none to this partner has that reference
     */
    public List<UUID> note(PartyId customer, UUID document, PartnerReceipt receipt) {
        List<UUID> meant = receipt.control() == null ? ofDocument(customer, receipt) : ofInterchange(customer, receipt);
        for (UUID delivery : meant) {
            if (keep(delivery, document, receipt) && !receipt.accepted()) {
                deliveries
                        .lock(delivery)
                        .ifPresent(d -> d.park(REFUSED + receipt.kind() + ' ' + words(receipt), clock.instant()));
            }
        }
        return meant;
    }

    /** The one that brought the interchange, and what went along with it unless only some of it is refused. */
    @SuppressWarnings("unchecked")
    private List<UUID> ofInterchange(PartyId customer, PartnerReceipt receipt) {
        return em.createNativeQuery(
                        "with brought as (select d.id from delivery_part p join delivery d on d.id = p.delivery"
                                + " where p.control = :control and d.customer = :customer"
                                + " order by p.format ~ :family desc, d.created_at desc limit 1)"
                                + " select d.id from delivery d join brought b on d.id = b.id"
                                + " or not :partly and d.bundle = b.id order by d.created_at, d.id",
                        UUID.class)
                .setParameter("customer", customer.value())
                .setParameter("control", counted(receipt.control()))
                .setParameter("family", FAMILIES.getOrDefault(receipt.kind(), ""))
                .setParameter("partly", receipt.partly())
                .getResultList();
    }

    /**
     * Those of the document in the receipt's own family of formats: the mail with its PDF is not refused by an APERAK. All of the
     * document where none is; of several documents of that number the type that the receipt tells counts, then the newest.
     */
    @SuppressWarnings("unchecked")
    private List<UUID> ofDocument(PartyId customer, PartnerReceipt receipt) {
        return em.createNativeQuery(
                        "with sent as (select d.id, d.document, d.created_at, d.document_type = :type as told,"
                                + " exists (select from delivery_part p where p.delivery in (d.id, d.bundle)"
                                + " and p.format ~ :family) as spoken from delivery d where d.customer = :customer"
                                + " and d.document in (select o.id from document o where o.number = :number)),"
                                + " best as (select * from sent order by told desc, spoken desc, created_at desc limit 1)"
                                + " select s.id from sent s join best b on s.document = b.document"
                                + " and s.spoken = b.spoken order by s.created_at, s.id",
                        UUID.class)
                .setParameter("customer", customer.value())
                .setParameter("type", Objects.requireNonNullElse(receipt.answeredType(), ""))
                .setParameter("family", FAMILIES.getOrDefault(receipt.kind(), ""))
                .setParameter("number", receipt.answers().value())
                .getResultList();
    }

    /** Standards fill control references up with zeros. */
    private static String counted(String control) {
        return control.replaceFirst("^0+(?=.)", "");
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
