package org.koppel.inbound.pickup;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import jakarta.transaction.Transactional;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.koppel.transport.WaitingFile;

/** Since when files look as they do, whichever node looked. */
@ApplicationScoped
class SeenFiles {
    @PersistenceContext
    EntityManager em;

    /**
     * Notes how the files of a way look now and forgets those that are gone.
     *
     * @return those that have looked the same since {@code before}
     */
    @Transactional
    public List<WaitingFile> look(UUID way, List<WaitingFile> files, Instant now, Instant before) {
        List<String> names = files.stream().map(WaitingFile::name).toList();
        em.createNativeQuery("delete from way_in_seen where way = :way and not name = any(cast(:names as text[]))")
                .setParameter("way", way)
                .setParameter("names", names.toArray(new String[0]))
                .executeUpdate();
        List<WaitingFile> same = new ArrayList<>();
        for (WaitingFile file : files) {
            if (isSame(way, file, now, before)) {
                same.add(file);
            }
        }
        return same;
    }

    private boolean isSame(UUID way, WaitingFile file, Instant now, Instant before) {
        return (Boolean) em.createNativeQuery("insert into way_in_seen as s (way, name, size, modified, since)"
                        + " values (:way, :name, :size, :modified, :now) on conflict (way, name) do update set"
                        + " since = case when s.size = excluded.size and s.modified = excluded.modified then s.since"
                        + " else excluded.since end, size = excluded.size, modified = excluded.modified"
                        + " returning since <= :before")
                .setParameter("way", way)
                .setParameter("name", file.name())
                .setParameter("size", file.size())
                .setParameter("modified", file.modified())
                .setParameter("now", now)
                .setParameter("before", before)
                .getSingleResult();
    }
}
