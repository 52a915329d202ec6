package org.koppel.web.console;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Properties;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.koppel.codec.Shortening;
import org.koppel.operations.DeliveryQueries;
import org.koppel.operations.MessageQueries;
import org.koppel.operations.OrderQueries;
import org.koppel.web.view.Texts;

class ConsoleTextsTest {
    private static final Pattern USED = Pattern.compile("t\\(\\)\\s*\\.get\\(\\s*\"([^\"]+)\"\\s*[,)]");
    private static final Pattern INCOMING = Pattern.compile("new Incoming\\(\\s*\"([^\"]+)\"");
    private static final Pattern NOTED = Pattern.compile("audit\\.note\\w*\\(([^;]*)\\);");
    private static final Pattern CODE = Pattern.compile("\"([A-Z_]{4,})\"");
    private static final Pattern ARGUMENT = Pattern.compile("\\{\\d}");

    private static Properties bundle(String suffix) {
        Properties texts = new Properties();
        try (InputStream in =
                ConsoleTextsTest.class.getResourceAsStream("/org/koppel/web/console" + suffix + ".properties")) {
            texts.load(new InputStreamReader(in, StandardCharsets.UTF_8));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return texts;
    }

    private static List<String> arguments(String text) {
        return ARGUMENT.matcher(text).results().map(r -> r.group()).sorted().toList();
    }

    @ParameterizedTest
    @ValueSource(strings = {"_nl", "_fr", "_de"})
    void everyLanguageHasEveryTextWithTheSameArguments(String suffix) {
        Properties english = bundle("");
        Properties other = bundle(suffix);
        assertThat(other.keySet()).isEqualTo(english.keySet());
        english.forEach((key, text) -> assertThat(arguments(other.getProperty((String) key)))
                .as((String) key)
                .isEqualTo(arguments((String) text)));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "_nl", "_fr", "_de"})
    void noTextHasAStraightApostropheWhichMessageFormatWouldSwallow(String suffix) {
        assertThat(bundle(suffix).values()).noneMatch(text -> ((String) text).contains("'"));
    }

    @Test
    void everyTextAPageAsksForIsThere() throws IOException {
        Properties english = bundle("");
        List<String> used = new ArrayList<>();
        for (String tree : List.of("src/main/jte/console", "src/main/java/org/koppel/web/console")) {
            try (Stream<Path> files = Files.walk(Path.of(tree))) {
                for (Path file : files.filter(Files::isRegularFile).toList()) {
                    Matcher key = USED.matcher(Files.readString(file));
                    while (key.find()) {
                        used.add(key.group(1));
                    }
                }
            }
        }
        assertThat(used).hasSizeGreaterThan(100);
        assertThat(english.stringPropertyNames()).containsAll(used);
    }

    @Test
    void everyWayByWhichAMessageComesHasAWord() throws IOException {
        List<String> ways = new ArrayList<>(inSources(INCOMING));
        assertThat(ways).contains("api", "http-cebeo", "shop");
        ways.addAll(List.of("as2", "folder", "ftp", "imap", "jms", "sftp"));

        assertThat(bundle("").stringPropertyNames())
                .containsAll(ways.stream().map(way -> "channel." + way).toList());
    }

    @Test
    void everythingThatPeopleDoHasAWord() throws IOException {
        List<String> deeds = inSources(NOTED).stream()
                .flatMap(noted -> CODE.matcher(noted).results().map(code -> code.group(1)))
                .toList();

        assertThat(deeds).contains("SHOP_POLICY", "ASSORTMENT_ONLY").hasSizeGreaterThan(30);
        assertThat(bundle("").stringPropertyNames())
                .containsAll(deeds.stream().map(deed -> "action." + deed).toList());
    }

    /** The first group of each place in the sources that matches. */
    private static List<String> inSources(Pattern pattern) throws IOException {
        List<String> found = new ArrayList<>();
        for (String tree : List.of("src/main/java", "../ejb/src/main/java")) {
            try (Stream<Path> files = Files.walk(Path.of(tree))) {
                for (Path file : files.filter(Files::isRegularFile).toList()) {
                    pattern.matcher(Files.readString(file)).results().forEach(m -> found.add(m.group(1)));
                }
            }
        }
        return found;
    }

    @Test
    void everyKindOfTextThatCanBeShortenedHasAWord() {
        Properties english = bundle("");
        Stream.of(Shortening.Kind.values()).forEach(kind -> assertThat(english).containsKey("shortened." + kind));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "en|Line 3, description (DESCRIPT): 35 of 52 characters written",
                "nl|Regel 3, omschrijving (DESCRIPT): 35 van 52 tekens geschreven",
                "fr|Ligne 3, description (DESCRIPT) : 35 caractères écrits sur 52",
                "de|Zeile 3, Beschreibung (DESCRIPT): 35 von 52 Zeichen geschrieben"
            })
    void whatWasShortenedIsSaidInTheLanguageOfTheReader(String language, String sentence) {
        Texts t = Texts.of("console", language);
        assertThat(t.get("shortened.line", "3", t.get("shortened.DESCRIPTION"), "DESCRIPT", 35, 52))
                .isEqualTo(sentence);
    }

    @Test
    void everyStateHasAWord() {
        Properties english = bundle("");
        Stream.of(MessageQueries.STATUSES, OrderQueries.STATUSES, DeliveryQueries.STATUSES)
                .flatMap(List::stream)
                .forEach(status -> assertThat(english).containsKey("status." + status));
    }
}
