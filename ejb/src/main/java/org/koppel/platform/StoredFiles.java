package org.koppel.platform;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import jakarta.transaction.Transactional;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** Files in the database, where every node finds them; each has one owner, without whose name it cannot be had. */
@ApplicationScoped
@Transactional(Transactional.TxType.SUPPORTS)
public class StoredFiles {
    @PersistenceContext
    private EntityManager em;

    /** For CDI. */
    public StoredFiles() {}

    /** Outside a container. */
    public StoredFiles(EntityManager em) {
        this.em = em;
    }

    /** Part of the caller's transaction. @return the file's id */
    public UUID add(String owner, StoredFile file, Instant at) {
        UUID id = UUID.randomUUID();
        add(id, owner, file, at);
        return id;
    }

    /** Under an id that was given away already. Part of the caller's transaction. */
    public void add(UUID id, String owner, StoredFile file, Instant at) {
        em.createNativeQuery("insert into stored_file (id, owner, name, media_type, content, created_at)"
                        + " values (:id, :owner, :name, :type, :content, :at)")
                .setParameter("id", id)
                .setParameter("owner", owner)
                .setParameter("name", file.name())
                .setParameter("type", file.mediaType())
                .setParameter("content", file.content())
                .setParameter("at", at)
                .executeUpdate();
    }

    /** Empty when the owner has no such file. */
    public Optional<StoredFile> byId(String owner, UUID id) {
        List<?> rows = em.createNativeQuery(
                        "select name, media_type, content from stored_file where id = :id and owner = :owner")
                .setParameter("id", id)
                .setParameter("owner", owner)
                .getResultList();
        return rows.stream()
                .map(Object[].class::cast)
                .map(r -> new StoredFile((String) r[0], (String) r[1], (byte[]) r[2]))
                .findFirst();
    }

    /** What a file is, without its bytes. {@code size} counts them. */
    public record Listed(UUID id, String name, long size) {}

    /** The same as {@link #byId} for who does not need the bytes. */
    public Optional<Listed> listed(String owner, UUID id) {
        List<?> rows = em.createNativeQuery(
                        "select name, octet_length(content) from stored_file where id = :id and owner = :owner")
                .setParameter("id", id)
                .setParameter("owner", owner)
                .getResultList();
        return rows.stream()
                .map(Object[].class::cast)
                .map(r -> new Listed(id, (String) r[0], ((Number) r[1]).longValue()))
                .findFirst();
    }

    /** Part of the caller's transaction. */
    public void remove(String owner, UUID id) {
        em.createNativeQuery("delete from stored_file where id = :id and owner = :owner")
                .setParameter("id", id)
                .setParameter("owner", owner)
                .executeUpdate();
    }
}
