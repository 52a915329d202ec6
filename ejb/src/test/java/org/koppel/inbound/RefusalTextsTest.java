package org.koppel.inbound;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Properties;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.koppel.codec.Problem;

/** Why something is refused, for customers of four languages. */
class RefusalTextsTest {
    private static final Path GOLDEN = Path.of("src/test/resources/golden");
    private final Problem missing = new Problem("MISSING_FIELD", "line 3", "line 3 has no quantity; say how many");

    @Test
    void theKindOfFaultIsSaidInTheLanguageAndTheDetailBehindIt() {
        assertThat(new RefusalTexts("nl").of(missing))
                .isEqualTo("Een verplicht gegeven ontbreekt. (line 3 has no quantity; say how many)");
        assertThat(new RefusalTexts("fr").of(missing)).startsWith("Une donnée obligatoire manque. (");
        assertThat(new RefusalTexts("de").of(missing)).startsWith("Eine Pflichtangabe fehlt. (");
    }

    @ParameterizedTest
    @ValueSource(strings = {"en", "es"})
    void othersAreToldInEnglish(String language) {
        assertThat(new RefusalTexts(language).of(missing)).isEqualTo(missing.message());
    }

    @ParameterizedTest
    @ValueSource(strings = {"en", "nl", "fr", "de"})
    void whatIsSaidToTheOrderDeskIsSaidToTheCustomerInOtherWords(String language) {
        Problem used = new Problem("ORDER_NUMBER_USED", "order 4711", "This customer already sent order 4711");

        assertThat(new RefusalTexts(language).of(used)).doesNotContain("This customer");
    }

    @Test
    void whatWasSaidInTheLanguageStaysAsItIs() {
        Problem said =
                new Problem("ORDER_CLOSED", "order 4711", "Bestelling 4711 is al onderweg; wijzigen kan niet meer.");

        assertThat(new RefusalTexts("nl").of(said)).isEqualTo(said.message());
    }

    @ParameterizedTest
    @ValueSource(strings = {"nl", "fr", "de"})
    void everyFaultThatAReaderCanFindHasItsSentence(String language) throws IOException {
        assertThat(texts("refusals_" + language)).containsAll(codesOfReaders());
        assertThat(texts("refusals_" + language)).containsAll(texts("refusals"));
    }

    private static Set<String> codesOfReaders() throws IOException {
        try (Stream<Path> lists = Files.walk(GOLDEN)) {
            return lists.filter(p -> p.endsWith("problems.csv"))
                    .flatMap(RefusalTextsTest::lines)
                    .map(line -> line.split("\\|"))
                    .filter(columns -> columns.length > 2)
                    .map(columns -> columns[1])
                    .filter(code -> code.matches("[A-Z_]+"))
                    .collect(Collectors.toSet());
        }
    }

    private static Stream<String> lines(Path list) {
        try {
            return Files.readAllLines(list).stream();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Set<String> texts(String bundle) throws IOException {
        Properties texts = new Properties();
        try (InputStream in = RefusalTexts.class.getResourceAsStream("/org/koppel/inbound/" + bundle + ".properties")) {
            texts.load(in);
        }
        return texts.stringPropertyNames();
    }
}
