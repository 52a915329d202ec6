package org.koppel.web.portal;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Properties;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PortalTextsTest {
    private static final Pattern OWN = Pattern.compile("(?:t|texts)\\(\\)\\s*\\.get\\(\\s*\"([^\"]+)\"\\s*[,)]");
    private static final Pattern SHARED = Pattern.compile("c\\(\\)\\s*\\.get\\(\\s*\"([^\"]+)\"\\s*[,)]");
    private static final Pattern REFUSED =
            Pattern.compile("(?:PortalRefusedException\\([^,()]+|matching\\(.*), \"([A-Z_]{3,})\"\\)");
    private static final Pattern NOTED = Pattern.compile("note[A-Za-z]*\\((?:[^;]*?)((?:\"[A-Z_]+\"(?: : )?)+)");
    private static final Pattern ARGUMENT = Pattern.compile("\\{\\d}");

    private static Properties bundle(String name) {
        Properties texts = new Properties();
        try (InputStream in = PortalTextsTest.class.getResourceAsStream("/org/koppel/web/" + name + ".properties")) {
            texts.load(new InputStreamReader(in, StandardCharsets.UTF_8));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return texts;
    }

    private static List<String> arguments(String text) {
        return ARGUMENT.matcher(text).results().map(MatchResult::group).sorted().toList();
    }

    /** The first group of each match in all files below a folder. */
    private static Set<String> used(Pattern pattern, String... trees) throws IOException {
        Set<String> found = new TreeSet<>();
        for (String tree : trees) {
            try (Stream<Path> files = Files.walk(Path.of(tree))) {
                for (Path file : files.filter(Files::isRegularFile).toList()) {
                    Matcher key = pattern.matcher(Files.readString(file));
                    while (key.find()) {
                        found.add(key.group(1));
                    }
                }
            }
        }
        return found;
    }

    @ParameterizedTest
    @ValueSource(strings = {"_nl", "_fr", "_de"})
    void everyLanguageHasEveryTextWithTheSameArguments(String suffix) {
        Properties english = bundle("portal");
        Properties other = bundle("portal" + suffix);
        assertThat(other.keySet()).isEqualTo(english.keySet());
        english.forEach((key, text) -> assertThat(arguments(other.getProperty((String) key)))
                .as((String) key)
                .isEqualTo(arguments((String) text)));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "_nl", "_fr", "_de"})
    void noTextHasAStraightApostropheWhichMessageFormatWouldSwallow(String suffix) {
        assertThat(bundle("portal" + suffix).values()).noneMatch(text -> ((String) text).contains("'"));
    }

    @Test
    void everyTextAPageAsksForIsThere() throws IOException {
        Set<String> own = used(OWN, "src/main/jte/portal", "src/main/java/org/koppel/web/portal");
        Set<String> shared = used(SHARED, "src/main/jte/portal");
        assertThat(own).hasSizeGreaterThan(50);
        assertThat(shared).hasSizeGreaterThan(30);
        assertThat(bundle("portal").stringPropertyNames()).containsAll(own);
        assertThat(bundle("console").stringPropertyNames()).containsAll(shared);
    }

    @Test
    void everyRefusalHasWords() throws IOException {
        Set<String> reasons = used(REFUSED, "../ejb/src/main/java/org/koppel/operations/portal");
        assertThat(reasons).contains("MAIL", "TAKEN", "ORDERED_TO", "NAME", "SWITCHED_OFF");
        Set<String> portal = bundle("portal").stringPropertyNames();
        Set<String> console = bundle("console").stringPropertyNames();
        assertThat(reasons).allMatch(r -> portal.contains("refused." + r) || console.contains("refused." + r));
    }

    @Test
    void everyDeedHasAWord() throws IOException {
        Set<String> deeds = new TreeSet<>();
        for (String group : used(NOTED, "../ejb/src/main/java/org/koppel/operations/portal")) {
            deeds.addAll(List.of(group.replace("\"", "").split(" : ")));
        }
        assertThat(deeds).contains("SITE_ON", "SITE_OFF", "NOTIFY", "BUYER_CREDENTIAL", "CHANNEL_OFF");
        assertThat(bundle("console").stringPropertyNames())
                .containsAll(deeds.stream().map(deed -> "action." + deed).toList());
    }
}
