package org.koppel.inbound.pickup;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import jakarta.transaction.Transactional;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.hibernate.query.NativeQuery;
import org.koppel.transport.WaitingFile;

/** Every file that was taken, and what became of it. */
@ApplicationScoped
@Transactional(Transactional.TxType.SUPPORTS)
class PickedFiles {
    private static final String SELECT =
            "select id, name, size, taken_at, message, outcome, accepted, repeated, detail,"
                    + " moved_to, moved_at, listed from way_in_file where ";

    @PersistenceContext
    EntityManager em;

    /** What the newest file with this name, size and hash became. */
    Optional<PickedFile> last(UUID way, String name, long size, byte[] sha256) {
        return rows(em.createNativeQuery(SELECT + "way = :way and name = :name and size = :size and sha256 = :sha"
                                + " order by taken_at desc limit 1")
                        .setParameter("way", way)
                        .setParameter("name", name)
                        .setParameter("size", size)
                        .setParameter("sha", sha256)
                        .unwrap(NativeQuery.class))
                .stream()
                .findFirst();
    }

    /** Until the transaction ends, no other takes something of this name. */
    void waitFor(UUID way, String name) {
        em.createNativeQuery("select cast(pg_advisory_xact_lock(hashtextextended(:key, 0)) as text)")
                .setParameter("key", way + " " + name)
                .getResultList();
    }

    /** Whether anything of this name was accepted. */
    boolean wasTaken(UUID way, String name) {
        return !em.createNativeQuery("select 1 from way_in_file where way = :way and name = :name and accepted limit 1")
                .setParameter("way", way)
                .setParameter("name", name)
                .getResultList()
                .isEmpty();
    }

    /** The newest first. */
    public List<PickedFile> of(UUID way, int most) {
        return rows(em.createNativeQuery(SELECT + "way = :way order by taken_at desc, id limit :most")
                .setParameter("way", way)
                .setParameter("most", most)
                .unwrap(NativeQuery.class));
    }

    void add(UUID way, UUID run, byte[] sha256, PickedFile file) {
        add(way, run, sha256, new Noted(file, null));
    }

    void add(UUID way, UUID run, byte[] sha256, Noted noted) {
        PickedFile file = noted.file();
        em.createNativeQuery("insert into way_in_file (id, way, run, name, size, sha256, taken_at, message, outcome,"
                        + " accepted, repeated, detail, moved_to, moved_at, listed) values (:id, :way, :run, :name, :size,"
                        + " :sha, :at, cast(cast(:message as text) as uuid), :outcome, :accepted, :repeated,"
                        + " cast(:detail as text), cast(:to as text), cast(cast(:moved as text) as timestamptz),"
                        + " cast(:listed as text))")
                .setParameter("listed", noted.listed())
                .setParameter("to", file.movedTo())
                .setParameter(
                        "moved", file.movedAt() == null ? null : file.movedAt().toString())
                .setParameter("id", file.id())
                .setParameter("way", way)
                .setParameter("run", run)
                .setParameter("name", file.name())
                .setParameter("size", file.size())
                .setParameter("sha", sha256)
                .setParameter("at", file.takenAt())
                .setParameter(
                        "message",
                        file.message() == null ? null : file.message().toString())
                .setParameter("outcome", file.outcome())
                .setParameter("accepted", file.accepted())
                .setParameter("repeated", file.repeated())
                .setParameter("detail", file.detail())
                .executeUpdate();
    }

    @Transactional
    public void moved(UUID file, String to, Instant at) {
        em.createNativeQuery("update way_in_file set moved_to = :to, moved_at = :at where id = :id")
                .setParameter("to", to)
                .setParameter("at", at)
                .setParameter("id", file)
                .executeUpdate();
    }

    /** A file that was taken; {@code listed} is how it looked then ({@link WaitingFile#looks}), null where that is not known. */
    record Noted(PickedFile file, String listed) {}

    /** Those among the files that lie there now which were stored and are not known to have been moved away. */
    List<Noted> unmoved(UUID way, List<WaitingFile> there) {
        return noted(em.createNativeQuery(
                        SELECT + "way = :way and moved_at is null and name = any(cast(:names as text[]))")
                .setParameter("way", way)
                .setParameter("names", there.stream().map(WaitingFile::name).toArray(String[]::new))
                .unwrap(NativeQuery.class));
    }

    private static List<PickedFile> rows(NativeQuery<?> query) {
        return noted(query).stream().map(Noted::file).toList();
    }

    @SuppressWarnings("unchecked")
    private static List<Noted> noted(NativeQuery<?> query) {
        List<Object[]> rows = (List<Object[]>) query.addScalar("id", UUID.class)
                .addScalar("name", String.class)
                .addScalar("size", Long.class)
                .addScalar("taken_at", Instant.class)
                .addScalar("message", UUID.class)
                .addScalar("outcome", String.class)
                .addScalar("accepted", Boolean.class)
                .addScalar("repeated", Boolean.class)
                .addScalar("detail", String.class)
                .addScalar("moved_to", String.class)
                .addScalar("moved_at", Instant.class)
                .addScalar("listed", String.class)
                .getResultList();
        return rows.stream().map(r -> new Noted(file(r), (String) r[11])).toList();
    }

    private static PickedFile file(Object[] row) {
        return new PickedFile(
                (UUID) row[0],
                (String) row[1],
                (Long) row[2],
                (Instant) row[3],
                (UUID) row[4],
                (String) row[5],
                (Boolean) row[6],
                (Boolean) row[7],
                (String) row[8],
                (String) row[9],
                (Instant) row[10]);
    }
}
