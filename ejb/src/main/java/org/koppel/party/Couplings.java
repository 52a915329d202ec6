package org.koppel.party;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.time.Clock;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.Arrays;
import java.util.List;
import java.util.UUID;
import org.koppel.shared.PartyId;

/**
 * Which couplings a customer has, and the switch of each. A coupling that is switched off answers as if its credential were not
 * known, within two seconds on every node. Part of the caller's transaction.
 */
@ApplicationScoped
public class Couplings {
    @PersistenceContext
    private EntityManager em;

    @Inject
    private Clock clock;

    /** For CDI. */
    public Couplings() {}

    /** Outside a container. */
    public Couplings(EntityManager em, Clock clock) {
        this.em = em;
        this.clock = clock;
    }

    /** One for each kind of credential, in their order. */
    public List<Coupling> of(PartyId customer) {
        return Arrays.stream(Credentials.Kind.values())
                .map(kind -> of(customer, kind))
                .toList();
    }

    private Coupling of(PartyId customer, Credentials.Kind kind) {
        Object[] row = (Object[]) em.createNativeQuery(
                        "select exists (select from credential c where c.customer = :customer and c.kind = :kind),"
                                + " (select o.since from coupling_off o where o.customer = :customer and o.kind = :kind),"
                                + " (select o.who from coupling_off o where o.customer = :customer and o.kind = :kind)")
                .setParameter("customer", customer.value())
                .setParameter("kind", kind.name())
                .getSingleResult();
        return new Coupling(kind, (Boolean) row[0], instant(row[1]), (String) row[2]);
    }

    /** The driver's type for {@code timestamptz} depends on the mapping in force. */
    private static Instant instant(Object value) {
        return value instanceof OffsetDateTime time ? time.toInstant() : (Instant) value;
    }

    public void switchOff(PartyId customer, Credentials.Kind kind, String who) {
        em.createNativeQuery("insert into coupling_off (customer, kind, since, who)"
                        + " values (:customer, :kind, :since, :who) on conflict do nothing")
                .setParameter("customer", customer.value())
                .setParameter("kind", kind.name())
                .setParameter("since", clock.instant())
                .setParameter("who", who)
                .executeUpdate();
    }

    public void switchOn(PartyId customer, Credentials.Kind kind) {
        em.createNativeQuery("delete from coupling_off where customer = :customer and kind = :kind")
                .setParameter("customer", customer.value())
                .setParameter("kind", kind.name())
                .executeUpdate();
        forgive(customer, kind);
    }

    /** A system that kept trying while its coupling was off is not locked out for it. The names are those of {@link FailedLogins}. */
    private void forgive(PartyId customer, Credentials.Kind kind) {
        em.createNativeQuery("delete from punchout_failure f using credential c"
                        + " where c.customer = :customer and c.kind = :kind and f.login in (lower(c.identity),"
                        + " lower('api ' || c.identity), lower('cxml ' || c.domain || ' ' || c.identity))")
                .setParameter("customer", customer.value())
                .setParameter("kind", kind.name())
                .executeUpdate();
    }

    /** Every agreed way of a document to the customer, those switched off included; without the ways of invitations and notices, which are persons' own. */
    public List<AnswerWay> answers(PartyId customer) {
        List<?> rows = em.createNativeQuery(
                        "select id, document_type, formats, transport, settings, active from channel"
                                + " where customer = :customer and document_type not in ('Invitation', '"
                                + Channel.BUYERS_NOTICE
                                + "') order by document_type, transport, id")
                .setParameter("customer", customer.value())
                .getResultList();
        return rows.stream()
                .map(Object[].class::cast)
                .map(r -> new AnswerWay(
                        UUID.fromString(r[0].toString()),
                        (String) r[1],
                        Arrays.stream(((String) r[2]).split(","))
                                .map(String::strip)
                                .toList(),
                        (String) r[3],
                        Channels.settings((String) r[4]),
                        (Boolean) r[5]))
                .toList();
    }

    /** @return false when the customer has no such channel */
    public boolean switchAnswer(PartyId customer, UUID channel, boolean active) {
        return em.createNativeQuery("update channel set active = :active where customer = :customer and id = :id")
                        .setParameter("active", active)
                        .setParameter("customer", customer.value())
                        .setParameter("id", channel)
                        .executeUpdate()
                > 0;
    }
}
