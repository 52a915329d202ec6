package org.koppel.operations;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.util.List;
import java.util.UUID;
import org.koppel.shared.PartyId;

/** The book of what people did; entries are added and never changed. */
@ApplicationScoped
@Transactional
public class Audit {
    @PersistenceContext
    EntityManager em;

    @Inject
    Clock clock;

    /** @param subject the row it was done to, or null; {@code detail} may be null */
    public void note(String who, String action, UUID subject, String detail) {
        em.createNativeQuery("insert into audit_entry (at, who, action, subject, detail)"
                        + " values (:at, :who, :action, cast(cast(:subject as text) as uuid), cast(:detail as text))")
                .setParameter("at", clock.instant())
                .setParameter("who", who)
                .setParameter("action", action)
                .setParameter("subject", subject == null ? null : subject.toString())
                .setParameter("detail", detail)
                .executeUpdate();
    }

    /** Notes what somebody did to what belongs to a customer; that customer can read it. */
    public void noteOfCustomer(String who, String action, PartyId customer, String detail) {
        em.createNativeQuery("insert into audit_entry (at, who, action, customer, detail)"
                        + " values (:at, :who, :action, :customer, cast(:detail as text))")
                .setParameter("at", clock.instant())
                .setParameter("who", who)
                .setParameter("action", action)
                .setParameter("customer", customer.value())
                .setParameter("detail", detail)
                .executeUpdate();
    }

    /** The newest entries about a customer's own settings, newest first. */
    public List<AuditEntry> of(PartyId customer) {
        return new Select(
                        "select e.at, e.who, e.action, e.subject, e.detail from audit_entry e where e.customer = :customer")
                .with("customer", customer.value())
                .then("order by e.id desc limit 50")
                .rows(em, r -> new AuditEntry(r.instant(), r.text(), r.text(), r.uuid(), r.text()));
    }

    /** The newest entries about a row, newest first. */
    public List<AuditEntry> of(UUID subject) {
        return new Select(
                        "select e.at, e.who, e.action, e.subject, e.detail from audit_entry e where e.subject = :subject")
                .with("subject", subject)
                .then("order by e.id desc limit 50")
                .rows(em, r -> new AuditEntry(r.instant(), r.text(), r.text(), r.uuid(), r.text()));
    }
}
