package org.koppel.catalogue;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import jakarta.persistence.EntityManager;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.function.Supplier;
import javax.sql.DataSource;
import org.hibernate.SessionFactory;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.koppel.catalogue.Synonym.Outcome;
import org.koppel.platform.TestDatabase;
import org.koppel.shared.PartyId;

class SynonymsTest {
    private static final PartyId ALL = new PartyId("b");
    private final DataSource source = TestDatabase.fresh();
    private final TestCatalogue catalogue = new TestCatalogue(source);
    private SessionFactory factory;
    private EntityManager em;
    private Synonyms synonyms;

    @BeforeEach
    void open() {
        factory = TestDatabase.sessions(source);
        em = factory.createEntityManager();
        synonyms = new Synonyms(em);
        catalogue.execute("insert into customer (id, name) values ('b', 'B')");
        catalogue.execute("insert into article (number, unit, list_price) values ('1', 'H87', 1)");
        catalogue.execute(
                "insert into article_text (article, language, name) values ('1', 'nl', 'Inbouw stopcontact wit')");
    }

    @AfterEach
    void close() {
        em.close();
        factory.close();
    }

    @Test
    void theNextSearchKnowsWhatWasAddedAndForgetsWhatWasRemoved() {
        assertThat(found("wcd")).isZero();
        assertThat(add("NL", " WCD ", "Stopcontact")).isEqualTo(Outcome.ADDED);
        assertThat(found("wcd")).isEqualTo(1);
        assertThat(add("nl", "wcd", "stopcontact")).isEqualTo(Outcome.KNOWN);
        transaction(() -> {
            synonyms.remove(new Synonym("nl", "wcd", "stopcontact"));
            return null;
        });
        assertThat(found("wcd")).isZero();
    }

    @Test
    void answersThatAreRememberedAreForgottenWithEveryChangeAndOnlyThen() {
        long before = version();
        add("nl", "wcd", "stopcontact");
        long added = version();
        add("nl", "wcd", "stopcontact");
        transaction(() -> synonyms.addAll(List.of(new Synonym("nl", "wcd", "stopcontact"))));
        assertThat(version()).isEqualTo(added).isGreaterThan(before);
        transaction(() -> synonyms.addAll(List.of(new Synonym("nl", "ale", "automaat"), new Synonym("nl", "x", "y"))));
        long imported = version();
        assertThat(imported).isGreaterThan(added);
        transaction(() -> {
            synonyms.remove(new Synonym("nl", "wcd", "stopcontact"));
            return null;
        });
        assertThat(version()).isGreaterThan(imported);
    }

    private long version() {
        return transaction(() -> ((Number) em.createNativeQuery("select sum(version) from catalogue_version")
                        .getSingleResult())
                .longValue());
    }

    @ParameterizedTest
    @CsvSource({
        "es, wcd, stopcontact, LANGUAGE",
        "nl, '', stopcontact, WORD",
        "nl, two words, stopcontact, WORD",
        "nl, 'x'')--', stopcontact, WORD",
        "nl, wcd, '', MEANS",
        "nl, wcd, '<>', MEANS",
        "nl, WCD, wcd, SAME",
        "nl, ÉCLAIR, licht, ADDED",
        "nl, ½, half, WORD"
    })
    void whatCannotBeASynonymIsRefusedWithTheReason(String language, String word, String means, Outcome outcome) {
        assertThat(add(language, word, means)).isEqualTo(outcome);
    }

    @Test
    void theListIsByWordAndNarrowedByItsBeginning() {
        add("nl", "wcd", "stopcontact");
        add("nl", "Éclair", "licht");
        add("fr", "wcd", "prise");
        assertThat(list("nl", "")).containsExactly("eclair=licht", "wcd=stopcontact");
        assertThat(list("nl", "ÉC")).containsExactly("eclair=licht");
        assertThat(list("nl", "%")).isEmpty();
    }

    @Test
    void everyLineOfAFileSaysWhatBecameOfIt() throws CsvRows.UnreadableException {
        byte[] file =
                "Sprache;Wort;Bedeutung\r\nnl;wcd;stopcontact\r\n\r\nnl;wcd;stopcontact\r\nde;zwei Wörter;x\r\nxx;a;b\r\nnl;kabel\r\n"
                        .getBytes(Charset.forName("windows-1252"));
        List<Synonyms.Line> lines = transaction(() -> synonyms.addAll(read(file)));
        assertThat(lines)
                .extracting(Synonyms.Line::outcome)
                .containsExactly(Outcome.ADDED, Outcome.KNOWN, Outcome.WORD, Outcome.LANGUAGE, Outcome.MEANS);
        assertThat(lines.get(2).said().word()).isEqualTo("zwei Wörter");
        assertThat(SynonymFile.read("nl,a,b\nfr,c,\"d, e\"".getBytes(StandardCharsets.UTF_8)))
                .containsExactly(new Synonym("nl", "a", "b"), new Synonym("fr", "c", "d, e"));
    }

    @Test
    void theSampleFileCanBeImportedAsItIs() {
        List<Synonyms.Line> lines =
                transaction(() -> synonyms.addAll(read(SynonymFile.SAMPLE.getBytes(StandardCharsets.UTF_8))));
        assertThat(lines).hasSize(4).extracting(Synonyms.Line::outcome).containsOnly(Outcome.ADDED);
    }

    @Test
    void aFileThatIsNoneIsRefusedAsAWhole() {
        refused(CsvRows.Problem.EMPTY, new byte[0]);
        refused(CsvRows.Problem.EMPTY, "language;word;means\r\n".getBytes(StandardCharsets.UTF_8));
        refused(CsvRows.Problem.TOO_LARGE, new byte[CsvRows.MOST_BYTES + 1]);
        refused(CsvRows.Problem.UNREADABLE, new byte[] {'P', 'K', 0, 1, 2});
        refused(CsvRows.Problem.TOO_MANY_ROWS, "nl;a;b\n".repeat(5_001).getBytes(StandardCharsets.UTF_8));
    }

    private static void refused(CsvRows.Problem problem, byte[] content) {
        assertThatThrownBy(() -> SynonymFile.read(content))
                .isInstanceOfSatisfying(
                        CsvRows.UnreadableException.class,
                        e -> assertThat(e.problem()).isEqualTo(problem));
    }

    private static List<Synonym> read(byte[] file) {
        try {
            return SynonymFile.read(file);
        } catch (CsvRows.UnreadableException e) {
            throw new AssertionError(e);
        }
    }

    private int found(String text) {
        return catalogue.search().search(ALL, SearchQuery.of(text, "nl")).total();
    }

    private Outcome add(String language, String word, String means) {
        return transaction(() -> synonyms.add(new Synonym(language, word, means)));
    }

    private List<String> list(String language, String beginning) {
        return transaction(() -> synonyms.of(language, beginning, 10)).stream()
                .map(s -> s.word() + "=" + s.means())
                .toList();
    }

    private <T> T transaction(Supplier<T> work) {
        em.getTransaction().begin();
        try {
            T result = work.get();
            em.getTransaction().commit();
            return result;
        } finally {
            if (em.getTransaction().isActive()) {
                em.getTransaction().rollback();
            }
        }
    }
}
