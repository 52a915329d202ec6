package org.koppel.punchout.oci;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Optional;
import org.koppel.catalogue.Audience;
import org.koppel.platform.Json;

/** Runs of downloads, and the articles of each in blocks. */
@ApplicationScoped
class StoredDownloads {
    @PersistenceContext
    EntityManager em;

    /** {@code id} is the TRANSACTIONID, {@code total} the number of articles; those behind the first {@code living} are gone. */
    record Run(long id, long total, long living) {}

    long begin(Audience audience, OffsetDateTime at) {
        return ((Number) em.createNativeQuery("insert into oci_download (customer, rules, created_at)"
                                + " values (:customer, cast(:rules as text), :at) returning id")
                        .setParameter("customer", audience.customer().value())
                        .setParameter("rules", audience.rules())
                        .setParameter("at", at)
                        .getSingleResult())
                .longValue();
    }

    void note(long run, long from, List<String> numbers) {
        em.createNativeQuery("insert into oci_download_block (download, first, last, numbers)"
                        + " values (:run, :first, :last, :numbers)")
                .setParameter("run", run)
                .setParameter("first", from)
                .setParameter("last", from + numbers.size() - 1)
                .setParameter("numbers", Json.write(numbers))
                .executeUpdate();
    }

    void complete(Run run) {
        em.createNativeQuery("update oci_download set total = :total, living = :living where id = :run")
                .setParameter("total", run.total())
                .setParameter("living", run.living())
                .setParameter("run", run.id())
                .executeUpdate();
    }

    /** A run lists what its caller could see: only callers who see as much can go on with it. */
    Optional<Run> run(long id, Audience audience) {
        List<?> rows = em.createNativeQuery(
                        "select total, coalesce(living, total) from oci_download where id = :id and customer = :customer"
                                + " and rules is not distinct from cast(:rules as text)")
                .setParameter("id", id)
                .setParameter("customer", audience.customer().value())
                .setParameter("rules", audience.rules())
                .getResultList();
        return rows.stream()
                .map(Object[].class::cast)
                .map(r -> new Run(id, ((Number) r[0]).longValue(), ((Number) r[1]).longValue()))
                .findFirst();
    }

    /** At most to the end of the block that holds the position. */
    List<String> numbers(long run, long from, int most) {
        List<?> rows = em.createNativeQuery("select first, numbers from oci_download_block"
                        + " where download = :run and first <= :from and last >= :from")
                .setParameter("run", run)
                .setParameter("from", from)
                .getResultList();
        return rows.stream()
                .map(Object[].class::cast)
                .map(r -> cut(
                        List.of(Json.read((String) r[1], String[].class)), from - ((Number) r[0]).longValue(), most))
                .findFirst()
                .orElse(List.of());
    }

    private static List<String> cut(List<String> numbers, long from, int most) {
        return numbers.subList((int) from, (int) Math.min(from + most, numbers.size()));
    }

    /** What a delta from then on does not look at. */
    void forgetChanges(OffsetDateTime before) {
        em.createNativeQuery("delete from article_change where at < :before")
                .setParameter("before", before)
                .executeUpdate();
    }

    void forget(OffsetDateTime before) {
        em.createNativeQuery("delete from oci_download where created_at < :before")
                .setParameter("before", before)
                .executeUpdate();
    }
}
