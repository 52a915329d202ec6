package org.koppel.inbound;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;

/** The senders' own ids of their messages, for answers that are given later. All methods take part in the caller's transaction. */
@ApplicationScoped
public class MessageReferences {
    @PersistenceContext
    private EntityManager em;

    /** For CDI. */
    public MessageReferences() {}

    /** Outside a container. */
    public MessageReferences(EntityManager em) {
        this.em = em;
    }

    /** Empty when there is no such message, or its sender gave it no id. */
    @SuppressWarnings("unchecked")
    public Optional<String> of(UUID message) {
        return em.createNativeQuery("select reference from inbound_message where id = :id", String.class)
                .setParameter("id", message)
                .getResultStream()
                .filter(Objects::nonNull)
                .findFirst();
    }
}
