package org.koppel.codec;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.StringReader;
import java.io.UncheckedIOException;
import java.net.URISyntaxException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVParser;
import org.apache.commons.csv.CSVRecord;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.koppel.document.Document;
import org.koppel.document.RefusedDocument;

/**
 * The broken files of a format: each file {@code broken-*} of its folder below {@code golden}, with everything that its reader must say
 * about it in {@code problems.csv} beside them ({@code file|code|place|message}), and for every reader a file for every code that it can
 * give. The codes are not listed here: {@link ReachableCodes} finds them in the readers, so that a new one without a file fails.
 *
 * <p>A file that would be too large to keep says what is repeated: <code>&#123;repeat 10001}…&#123;end}</code>, with the count of
 * six digits in place of {@code {n}}.
 */
public abstract class BrokenFilesContract {
    private static final Pattern REPEATED = Pattern.compile("\\{repeat (\\d+)}(.*?)\\{end}", Pattern.DOTALL);

    /** Constants that look like codes of problems and say something else. */
    private static final Set<String> OTHER_WORDS = Set.of("SELLER_NOTE", "CREDIT_NOTE");

    /** The broken files of some readers, which must say the same about them. */
    protected static final class Kind {
        private final Pattern files;
        private final List<?> readers;
        private final boolean whole;
        private final Set<String> codes;
        private final Set<String> never = new TreeSet<>();

        private Kind(String files, List<?> readers, boolean whole, Set<String> codes) {
            this.files = Pattern.compile(files);
            this.readers = readers;
            this.whole = whole;
            this.codes = codes;
        }

        /** @param why these codes, with blanks between them, cannot come from these readers although the code for them is shared */
        public Kind without(String why, String codes) {
            assertThat(why).isNotBlank();
            never.addAll(List.of(codes.split("\\s+")));
            return this;
        }

        private Set<Class<?>> types() {
            return readers.stream().map(Object::getClass).collect(Collectors.toSet());
        }

        @Override
        public String toString() {
            return readers.stream().map(r -> r.getClass().getSimpleName()).collect(Collectors.joining(", ")) + " of "
                    + files;
        }
    }

    /** @param files a pattern of their names; of several that match, the first one declared counts */
    protected static Kind kind(String files, DocumentReader<?>... readers) {
        return new Kind(files, List.of(readers), true, reachable(List.of(readers)));
    }

    /** What is read from the outside of a message. */
    protected static Kind envelope(String files, EnvelopeReader... readers) {
        return new Kind(files, List.of(readers), true, reachable(List.of(readers)));
    }

    /** One message of interchanges. @param message what reads it, beside what is common to all messages */
    protected static Kind message(String files, Class<? extends EdiMessage<?>> message, DocumentReader<?>... readers) {
        return new Kind(files, List.of(readers), false, ReachableCodes.of(message, "take", "finish"));
    }

    private static Set<String> reachable(List<?> readers) {
        return readers.stream()
                .flatMap(r -> ReachableCodes.of(r.getClass(), "read").stream())
                .collect(Collectors.toCollection(TreeSet::new));
    }

    private final String folder;
    private final List<Kind> kinds;

    /** @param folder below {@code golden} */
    protected BrokenFilesContract(String folder, Kind... kinds) {
        this.folder = folder;
        this.kinds = List.of(kinds);
    }

    /** The file as this reader takes it. */
    protected byte[] as(Object reader, byte[] content) throws IOException {
        return content;
    }

    @TestFactory
    Stream<DynamicTest> everyProblemIsNamedWithCodePlaceAndCure() {
        return expected().entrySet().stream()
                .flatMap(e -> kind(e.getKey()).readers.stream()
                        .map(r -> DynamicTest.dynamicTest(
                                e.getKey() + ", " + r.getClass().getSimpleName(),
                                () -> assertThat(problems(e.getKey(), r))
                                        .as(e.getKey())
                                        .containsExactlyElementsOf(e.getValue()))));
    }

    @Test
    void everyBrokenFileIsListed() {
        assertThat(files()).containsExactlyElementsOf(new TreeSet<>(expected().keySet()));
    }

    @TestFactory
    Stream<DynamicTest> everyCodeOfEveryReaderHasAFile() {
        return kinds.stream()
                .map(k -> DynamicTest.dynamicTest(k.toString(), () -> {
                    Set<String> codes = new TreeSet<>(k.codes);
                    codes.removeAll(OTHER_WORDS);
                    assertThat(codes).as("what is excused").containsAll(k.never);
                    codes.removeAll(k.never);
                    if (k.whole) {
                        assertThat(covered(k)).containsExactlyElementsOf(codes);
                    } else {
                        assertThat(covered(k)).containsAll(codes);
                    }
                }));
    }

    @Test
    void everyReaderHasItsFiles() throws ClassNotFoundException {
        Set<Class<?>> declared = kinds.stream().flatMap(k -> k.types().stream()).collect(Collectors.toSet());
        for (String name : readers()) {
            Class<?> type = Class.forName(getClass().getPackageName() + '.' + name);
            if (DocumentReader.class.isAssignableFrom(type) || EnvelopeReader.class.isAssignableFrom(type)) {
                assertThat(declared.contains(type) || belongsElsewhere(type))
                        .as(name)
                        .isTrue();
            }
        }
    }

    /** Whether another folder has the files of a reader of this package. */
    protected boolean belongsElsewhere(Class<?> reader) {
        return false;
    }

    @Test
    void everyProblemSaysWhatToDo() {
        expected().values().stream().flatMap(List::stream).forEach(p -> {
            String[] parts = p.split("\\|", 3);
            assertThat(parts[1]).as(p).isNotBlank();
            assertThat(parts[2]).as(p).isNotBlank().doesNotContain("null");
        });
    }

    private Kind kind(String file) {
        return kinds.stream()
                .filter(k -> k.files.matcher(file).matches())
                .findFirst()
                .orElseThrow(() -> new AssertionError("No reader for " + file));
    }

    /** By its own files; a reader of whole messages has those of every kind that it reads. */
    private Set<String> covered(Kind kind) {
        return expected().entrySet().stream()
                .filter(e -> kind.whole ? kind(e.getKey()).types().containsAll(kind.types()) : kind(e.getKey()) == kind)
                .flatMap(e -> e.getValue().stream())
                .map(p -> p.split("\\|", 2)[0])
                .collect(Collectors.toCollection(TreeSet::new));
    }

    private Map<String, List<String>> expected() {
        Map<String, List<String>> expected = new LinkedHashMap<>();
        String list = new String(BackOfficeDocuments.golden(folder + "/problems.csv"), StandardCharsets.UTF_8);
        try (CSVParser rows = CSVFormat.RFC4180
                .builder()
                .setDelimiter('|')
                .setIgnoreEmptyLines(true)
                .get()
                .parse(new StringReader(list))) {
            for (CSVRecord row : rows) {
                expected.computeIfAbsent(row.get(0), f -> new ArrayList<>())
                        .add(row.get(1) + '|' + row.get(2) + '|' + row.get(3));
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return expected;
    }

    private List<String> files() {
        return names(getClass(), "/golden/" + folder)
                .filter(f -> f.startsWith("broken-"))
                .toList();
    }

    /** Of the package that is tested. */
    private List<String> readers() {
        return names(EdiMessage.class, "/" + getClass().getPackageName().replace('.', '/'))
                .filter(f -> f.endsWith("Reader.class"))
                .map(f -> f.replace(".class", ""))
                .toList();
    }

    private static Stream<String> names(Class<?> beside, String folder) {
        try {
            Path root = Path.of(
                    beside.getProtectionDomain().getCodeSource().getLocation().toURI());
            Path found = folder.startsWith("/golden")
                    ? Path.of(beside.getResource(folder).toURI())
                    : root.resolve(folder.substring(1));
            try (Stream<Path> files = Files.list(found)) {
                return files.map(f -> f.getFileName().toString()).sorted().toList().stream();
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (URISyntaxException e) {
            throw new IllegalStateException(e);
        }
    }

    /** {@code code|place|message} of everything that is wrong with a file, of its documents first. */
    @SuppressWarnings("unchecked")
    private List<String> problems(String file, Object reader) {
        List<Problem> found = new ArrayList<>();
        try {
            byte[] content = as(reader, content(file));
            if (reader instanceof EnvelopeReader envelope) {
                envelope.read(new ByteArrayInputStream(content), FormatSettings.DEFAULT);
            } else {
                ((DocumentReader<Document>) reader)
                        .read(new ByteArrayInputStream(content), FormatSettings.DEFAULT, new Refusals(found));
            }
        } catch (DocumentException e) {
            found.addAll(e.problems());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return found.stream()
                .map(p -> p.code() + '|' + p.location() + '|' + p.message())
                .toList();
    }

    /** The file with all that it says is repeated. */
    private byte[] content(String file) {
        byte[] kept = BackOfficeDocuments.golden(folder + '/' + file);
        String text = new String(kept, StandardCharsets.ISO_8859_1);
        Matcher repeated = REPEATED.matcher(text);
        return repeated.find()
                ? repeated.replaceAll(r ->
                                Matcher.quoteReplacement(IntStream.rangeClosed(1, Integer.parseInt(r.group(1)))
                                        .mapToObj(n -> r.group(2).replace("{n}", String.format("%06d", n)))
                                        .collect(Collectors.joining())))
                        .getBytes(StandardCharsets.ISO_8859_1)
                : kept;
    }

    /** Keeps what is refused; what is taken beside it is another test's. */
    private record Refusals(List<Problem> found) implements DocumentSink<Document> {
        @Override
        public void accept(Document document) {
            assertThat(document.number()).isNotNull();
        }

        @Override
        public void refuse(RefusedDocument document, List<Problem> why) {
            found.addAll(why);
        }
    }
}
