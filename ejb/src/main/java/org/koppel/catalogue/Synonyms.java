package org.koppel.catalogue;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import jakarta.transaction.Transactional;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.koppel.catalogue.Synonym.Outcome;

/** Words that buyers use and the catalogue does not. The next question already knows what was added. */
@ApplicationScoped
@Transactional
public class Synonyms {
    /** In all languages together. */
    public static final int MOST = 20_000;

    private static final int LONGEST_WORD = 60;
    private static final int LONGEST_MEANS = 200;
    /** As the table keeps it. */
    private static final String PLAIN = "lower(unaccent(cast(:word as text)))";

    @PersistenceContext
    private EntityManager em;

    /** For CDI. */
    public Synonyms() {}

    /** Outside a container. */
    public Synonyms(EntityManager em) {
        this.em = em;
    }

    /** A line of a file, counted from 1, as it was read and what became of it. */
    public record Line(int number, Synonym said, Outcome outcome) {}

    /**
     * In the order of the words.
     *
     * @param beginning only words that begin so, accents and case do not matter; empty: all
     * @param most at most so many
     */
    public List<Synonym> of(String language, String beginning, int most) {
        List<?> rows = em.createNativeQuery("select language, word, means from synonym where language = :language"
                        + " and starts_with(word, " + PLAIN + ") order by word, means limit :most")
                .setParameter("language", language)
                .setParameter("word", beginning.replace('\0', ' ').strip())
                .setParameter("most", most)
                .getResultList();
        return rows.stream()
                .map(Object[].class::cast)
                .map(r -> new Synonym((String) r[0], (String) r[1], (String) r[2]))
                .toList();
    }

    /** Keeps it in the spelling that the search compares; signs around it do not matter. */
    public Outcome add(Synonym said) {
        Outcome outcome = kept(said);
        if (outcome == Outcome.ADDED) {
            forgetAnswers();
        }
        return outcome;
    }

    /** Answers of searches that are remembered belong to a version of the catalogue, of which synonyms are a part. */
    private void forgetAnswers() {
        em.createNativeQuery("select cast(count_catalogue_change() as text)").getSingleResult();
    }

    private Outcome kept(Synonym said) {
        String language = clean(said.language()).toLowerCase(Locale.ROOT);
        String word = clean(said.word());
        String means = clean(said.means());
        if (!Languages.all().contains(language)) {
            return Outcome.LANGUAGE;
        }
        if (!word.matches("[\\p{L}\\p{N}]{1," + LONGEST_WORD + "}")) {
            return Outcome.WORD;
        }
        if (means.length() > LONGEST_MEANS || !means.matches("(?s).*[\\p{L}\\p{N}].*")) {
            return Outcome.MEANS;
        }
        if (word.equalsIgnoreCase(means)) {
            return Outcome.SAME;
        }
        return inserted(new Synonym(language, word, means.replaceAll("\\s+", " ")));
    }

    private Outcome inserted(Synonym clean) {
        Number there =
                (Number) em.createNativeQuery("select count(*) from synonym").getSingleResult();
        if (there.longValue() >= MOST) {
            return Outcome.TOO_MANY;
        }
        boolean plain = (Boolean) em.createNativeQuery("select " + PLAIN + " ~ '^[[:alnum:]]+$'", Boolean.class)
                .setParameter("word", clean.word())
                .getSingleResult();
        if (!plain) { // a letter that takes several signs without its accent
            return Outcome.WORD;
        }
        int added = em.createNativeQuery("insert into synonym (language, word, means) values (:language, " + PLAIN
                        + ", lower(cast(:means as text))) on conflict do nothing")
                .setParameter("language", clean.language())
                .setParameter("word", clean.word())
                .setParameter("means", clean.means())
                .executeUpdate();
        return added > 0 ? Outcome.ADDED : Outcome.KNOWN;
    }

    /** Adds those of a file that can be; each line says what became of it. */
    public List<Line> addAll(List<Synonym> said) {
        List<Line> lines = new ArrayList<>();
        for (Synonym one : said) {
            lines.add(new Line(lines.size() + 1, one, kept(one)));
        }
        if (lines.stream().anyMatch(l -> l.outcome() == Outcome.ADDED)) {
            forgetAnswers();
        }
        return lines;
    }

    /** One that is not there is no error. */
    public void remove(Synonym synonym) {
        int removed = em.createNativeQuery(
                        "delete from synonym where language = :language and word = :word and means = :means")
                .setParameter("language", synonym.language().replace('\0', ' '))
                .setParameter("word", synonym.word().replace('\0', ' '))
                .setParameter("means", synonym.means().replace('\0', ' '))
                .executeUpdate();
        if (removed > 0) {
            forgetAnswers();
        }
    }

    private static String clean(String text) {
        return text == null ? "" : text.replaceAll("\\p{Cntrl}+", " ").strip();
    }
}
