package org.koppel.web.help;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.koppel.web.view.Texts;

class ManualTest {
    private static final Pattern LINK = Pattern.compile("<a href=\"([^\"#]+)");
    private static final Path DOCS = Path.of("../docs");

    private final Manual manual = new Manual();

    @BeforeEach
    void read() {
        manual.read();
    }

    @Test
    void everyDocumentForReadersIsAChapter() throws IOException {
        try (Stream<Path> files = Files.walk(DOCS)) {
            List<String> written = files.filter(f -> f.toString().endsWith(".md"))
                    .map(f -> DOCS.relativize(f).toString())
                    .filter(f -> !f.startsWith("decisions") && !f.equals("worklog.md"))
                    .toList();
            assertThat(Manual.PARTS.values().stream().flatMap(List::stream))
                    .containsExactlyInAnyOrderElementsOf(written);
        }
    }

    @Test
    void everyLinkOfAChapterLeadsToAPageOfThisServer() {
        for (Manual.Part part : manual.all()) {
            for (Manual.Chapter chapter : part.chapters()) {
                List<String> links = LINK.matcher(chapter.html())
                        .results()
                        .map(m -> m.group(1))
                        .collect(Collectors.toList());
                assertThat(links)
                        .as(chapter.name())
                        .allMatch(l -> l.startsWith("http") || l.startsWith("/") || leads(chapter, l));
            }
        }
        assertThat(manual.chapter("oci.md").orElseThrow().html()).contains("<a href=\"dialects.md");
    }

    private boolean leads(Manual.Chapter from, String link) {
        Path chapter = Path.of(from.name()).resolveSibling(link).normalize();
        return manual.chapter(chapter.toString()).isPresent();
    }

    @Test
    void aChapterHasItsTitleItsTablesAndNoMarkupOfItsText() {
        Manual.Chapter chapter = manual.chapter("formats/cxml.md").orElseThrow();

        assertThat(chapter.title()).isEqualTo("cXML (cxml-1.2)");
        assertThat(chapter.html()).contains("<table tabindex=\"0\">", "<code>").doesNotContain("<script", "<key>");
    }

    @Test
    void whatIsNoChapterIsNotThere() {
        assertThat(manual.chapter("worklog.md")).isEmpty();
        assertThat(manual.chapter("../worklog.md")).isEmpty();
        assertThat(manual.chapter("decisions/0041-cxml-is-judged-by-our-part-of-the-dtd.md"))
                .isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"nl", "fr", "de", "en"})
    void everyPartHasAName(String language) {
        Texts texts = Texts.of("help", language);
        for (Manual.Part part : manual.all()) {
            assertThat(texts.get("part." + part.key())).doesNotStartWith("[");
        }
        assertThat(texts.get("title") + texts.get("files.text") + texts.get("skip"))
                .doesNotContain("[");
    }
}
