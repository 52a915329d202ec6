package org.koppel.punchout;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import jakarta.transaction.Transactional;
import java.math.BigDecimal;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.stream.Stream;
import org.koppel.catalogue.Offer;
import org.koppel.catalogue.Offers;
import org.koppel.catalogue.Wanted;
import org.koppel.platform.Json;
import org.koppel.punchout.QuickLine.Outcome;
import org.koppel.punchout.quick.QuickRow;

/** What became of the rows of quick orders, kept for some hours so that the page which says so can be loaded again on any node. */
@ApplicationScoped
@Transactional
public class QuickResults {
    private static final Duration LIFE = Duration.ofHours(4);

    @PersistenceContext
    EntityManager em;

    @Inject
    Offers offers;

    @Inject
    CartTerms terms = CartTerms.USUAL;

    @Inject
    Clock clock;

    /** A line without what the catalogue says; {@code article} is null where none was meant. */
    record Kept(QuickRow row, Outcome outcome, String article, BigDecimal quantity) {
        static Kept of(QuickLine line) {
            String article = line.offer() == null ? null : line.offer().article();
            return new Kept(line.row(), line.outcome(), article, line.quantity());
        }
    }

    /** Also forgets some of what is old. @return under which the lines are found again */
    public UUID keep(Visit visit, List<QuickLine> lines) {
        Instant now = clock.instant();
        em.createNativeQuery("delete from quick_result where id in (select id from quick_result where made_at < :old"
                        + " limit 100 for update skip locked)")
                .setParameter("old", now.minus(LIFE))
                .executeUpdate();
        UUID id = UUID.randomUUID();
        em.createNativeQuery("insert into quick_result (id, visit, lines, made_at) values (:id, :visit, :lines, :at)")
                .setParameter("id", id)
                .setParameter("visit", visit.id())
                .setParameter("lines", Json.write(lines.stream().map(Kept::of).toList()))
                .setParameter("at", now)
                .executeUpdate();
        return id;
    }

    /** As the catalogue has the articles now; empty when there is no such result of this visit any more. */
    public List<QuickLine> of(Visit visit, UUID result) {
        List<?> rows = em.createNativeQuery(
                        "select lines from quick_result where id = :id and visit = :visit", String.class)
                .setParameter("id", result)
                .setParameter("visit", visit.id())
                .getResultList();
        List<Kept> kept = rows.stream()
                .flatMap(json -> Arrays.stream(Json.read((String) json, Kept[].class)))
                .toList();
        Map<String, Offer> known = known(visit, kept.stream().map(Kept::article));
        return kept.stream()
                .map(k -> new QuickLine(
                        k.row(), k.outcome(), k.article() == null ? null : known.get(k.article()), k.quantity()))
                .toList();
    }

    private Map<String, Offer> known(Visit visit, Stream<String> articles) {
        List<Wanted> wanted = articles.filter(Objects::nonNull)
                .distinct()
                .map(a -> Wanted.article(a, null))
                .toList();
        return wanted.isEmpty() ? Map.of() : offers.offers(terms.audience(visit), wanted, visit.language());
    }
}
