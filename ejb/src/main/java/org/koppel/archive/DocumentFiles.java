package org.koppel.archive;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.time.Instant;
import java.util.Map;
import java.util.UUID;
import org.koppel.platform.StoredFile;
import org.koppel.platform.StoredFiles;
import org.koppel.shared.PartyId;

/** Files that came inside documents. Part of the caller's transaction. */
@ApplicationScoped
public class DocumentFiles {
    @PersistenceContext
    EntityManager em;

    @Inject
    StoredFiles files;

    /** @param embedded by the id that the document calls them by */
    public void keep(UUID document, PartyId owner, Map<UUID, StoredFile> embedded, Instant at) {
        embedded.forEach((id, file) -> {
            files.add(id, owner.value(), file, at);
            em.createNativeQuery("insert into document_file (document, file) values (:document, :file)")
                    .setParameter("document", document)
                    .setParameter("file", id)
                    .executeUpdate();
        });
    }
}
