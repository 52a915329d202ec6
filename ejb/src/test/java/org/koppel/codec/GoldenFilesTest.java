package org.koppel.codec;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.koppel.document.Document;
import org.koppel.document.InterchangeReceipt;
import org.koppel.document.RefusedDocument;
import org.koppel.platform.Json;

/**
 * What every writer writes and every reader reads, as files to look at: {@code golden/<format>/out} has each kind of document as it is
 * written, {@code golden/<format>/in} what is read of each good file of {@code golden}. What was written is read again and is the same
 * document, but for what {@code golden/losses.csv} says and explains. With {@code -Dkoppel.golden.write=true} the files are written anew:
 * the difference is looked at before it is committed.
 */
class GoldenFilesTest {
    private static final Path GOLDEN = Path.of(System.getProperty("basedir", ""), "src/test/resources/golden");
    private static final boolean WRITE = Boolean.getBoolean("koppel.golden.write");
    private static final FormatSettings ARRIVED =
            FormatSettings.DEFAULT.receivedAt(Instant.parse("2026-01-05T08:00:00Z"));
    private static final Codecs CODECS = new Codecs();

    /** No documents, or read in {@code OrderFilesTest} by what was agreed. */
    private static final Pattern NOT_GOOD = Pattern.compile("broken-.*|problems\\.csv|.*\\.dtd|order-mapped\\.csv");

    @TestFactory
    Stream<DynamicTest> whatIsWrittenIsTheGoldenFile() {
        return written()
                .map(w -> DynamicTest.dynamicTest(
                        w.toString(), () -> same(w.file(), GoldenText.of(w.writer.fileExtension(), w.content()))));
    }

    @TestFactory
    Stream<DynamicTest> whatIsWrittenIsReadAgain() {
        return written()
                .map(w -> DynamicTest.dynamicTest(
                        w.toString(),
                        () -> assertThat(lost(w).stream()
                                        .filter(l -> losses().noneMatch(known -> known.covers(w, l)))
                                        .toList())
                                .as("What %s loses, and golden/losses.csv does not explain", w)
                                .isEmpty()));
    }

    @Test
    void everyLossIsOne() throws IOException {
        List<Loss> open = new ArrayList<>(losses().toList());
        for (Written w : written().toList()) {
            Set<String> lost = lost(w);
            open.removeIf(known -> lost.stream().anyMatch(l -> known.covers(w, l)));
        }
        assertThat(open).as("golden/losses.csv explains what is not lost").isEmpty();
        assertThat(losses()).allSatisfy(l -> assertThat(l.why).isNotBlank());
    }

    @TestFactory
    Stream<DynamicTest> whatIsReadIsTheGoldenDocument() {
        return inputs().map(f -> DynamicTest.dynamicTest(
                f.getParent().getFileName() + "/" + f.getFileName(), () -> same(target(f), read(f).text())));
    }

    @Test
    void everyWriterHasADocumentToWrite() {
        assertThat(CODECS.writers())
                .isNotEmpty()
                .allSatisfy(w -> assertThat(GoldenDocuments.of(w))
                        .as("documents for %s", w.getClass())
                        .isNotEmpty());
    }

    @Test
    void everyReaderHasAFileToRead() throws IOException {
        Set<DocumentReader<?>> used = new HashSet<>();
        for (Path file : inputs().toList()) {
            used.add(reader(envelope(file, Files.readAllBytes(file)), Files.readAllBytes(file))
                    .orElseThrow());
        }
        assertThat(CODECS.readers().stream().filter(Predicate.not(used::contains)))
                .as("readers without a file in golden")
                .isEmpty();
    }

    @Test
    void noGoldenFileIsLeftOver() throws IOException {
        Set<Path> expected = Stream.concat(written().map(Written::file), inputs().map(GoldenFilesTest::target))
                .collect(Collectors.toCollection(TreeSet::new));
        try (Stream<Path> files = Files.walk(GOLDEN)) {
            assertThat(files.filter(Files::isRegularFile)
                            .filter(f -> Set.of("in", "out")
                                    .contains(f.getParent().getFileName().toString()))
                            .filter(Predicate.not(expected::contains)))
                    .isEmpty();
        }
    }

    /** A document as one writer writes it. */
    private record Written(DocumentWriter<?> writer, String name, Document document) {
        Path file() {
            return GOLDEN.resolve(writer.format().value())
                    .resolve("out")
                    .resolve(name + '.' + GoldenText.extension(writer.fileExtension()));
        }

        @SuppressWarnings("unchecked")
        byte[] content() throws DocumentException, IOException {
            ByteArrayOutputStream out = new ByteArrayOutputStream();
            ((DocumentWriter<Document>) writer).write(document, GoldenDocuments.SETTINGS, out);
            return out.toByteArray();
        }

        @Override
        public String toString() {
            return writer.format() + "/" + name;
        }
    }

    private static Stream<Written> written() {
        return CODECS.writers().stream()
                .flatMap(w ->
                        GoldenDocuments.of(w).entrySet().stream().map(d -> new Written(w, d.getKey(), d.getValue())));
    }

    /**
     * A line of {@code losses.csv}: in which documents of which formats which field, with all below it, does not come back; {@code *} as
     * the field: nobody here reads it.
     */
    private record Loss(String formats, String documents, String field, String why) {
        boolean covers(Written written, String lost) {
            return (lost.equals(field) || lost.startsWith(field + '.'))
                    && is(formats, written.writer.format().value())
                    && is(documents, written.name);
        }

        private static boolean is(String glob, String value) {
            return FileSystems.getDefault().getPathMatcher("glob:" + glob).matches(Path.of(value));
        }
    }

    private static Stream<Loss> losses() {
        try {
            return Files.readAllLines(GOLDEN.resolve("losses.csv")).stream()
                    .skip(1)
                    .filter(l -> !l.isBlank())
                    .map(l -> l.split("\\|", 4))
                    .flatMap(l -> Arrays.stream(l[2].split(" ")).map(field -> new Loss(l[0], l[1], field, l[3])));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The fields that are not as they were, by their paths without the places in lists; {@code *} where nobody reads it. */
    private static Set<String> lost(Written written) {
        Optional<Document> again = again(written);
        if (again.filter(written.document.getClass()::isInstance).isEmpty()) {
            return Set.of("*");
        }
        Map<String, String> before = DocumentTree.values(written.document);
        Map<String, String> after = DocumentTree.values(again.get());
        Set<String> paths = new TreeSet<>(before.keySet());
        paths.addAll(after.keySet());
        return paths.stream()
                .filter(p -> !Objects.equals(before.get(p), after.get(p)))
                .map(p -> p.replaceAll("\\[\\d+]", ""))
                .collect(Collectors.toCollection(TreeSet::new));
    }

    private static Optional<Document> again(Written written) {
        try {
            byte[] content = written.content();
            Optional<EnvelopeReader> envelope = CODECS.envelope(written.writer.format());
            Optional<DocumentReader<Document>> reader =
                    envelope.isEmpty() ? Optional.empty() : reader(envelope.get(), content);
            if (reader.isEmpty()) {
                return Optional.empty();
            }
            Sink sink = new Sink();
            reader.get().read(new ByteArrayInputStream(content), ARRIVED, sink);
            assertThat(sink.documents).as("documents read of %s", written).hasSizeLessThan(2);
            return sink.documents.stream().findFirst();
        } catch (DocumentException e) {
            throw new AssertionError(written + " is refused: " + e.problems(), e);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Who reads it in the inbox. */
    private static Optional<DocumentReader<Document>> reader(EnvelopeReader envelope, byte[] content)
            throws IOException {
        try {
            return envelope.read(new ByteArrayInputStream(content))
                    .documentClass()
                    .flatMap(c -> CODECS.reader(envelope.format(), c));
        } catch (DocumentException e) {
            return Optional.empty();
        }
    }

    /** The good files that are read, all formats. */
    private static Stream<Path> inputs() {
        try (Stream<Path> files = Files.walk(GOLDEN, 2)) {
            return files
                    .filter(Files::isRegularFile)
                    .filter(f -> !f.getParent().equals(GOLDEN))
                    .filter(f -> !f.getParent().endsWith("ids"))
                    .filter(f -> !NOT_GOOD.matcher(f.getFileName().toString()).matches())
                    .sorted()
                    .toList()
                    .stream();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Path target(Path input) {
        try {
            return GOLDEN.resolve(
                            envelope(input, Files.readAllBytes(input)).format().value())
                    .resolve("in")
                    .resolve(input.getFileName() + ".json");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Of the format that has the name of the folder, else of the one that knows the file by its beginning. */
    private static EnvelopeReader envelope(Path file, byte[] content) {
        FormatId folder = new FormatId(file.getParent().getFileName().toString());
        return CODECS.envelope(folder).orElseGet(() -> {
            byte[] head = Arrays.copyOf(content, Math.min(content.length, 4096));
            List<EnvelopeReader> known = CODECS.envelopes().stream()
                    .filter(e -> e.recognises(null, head))
                    .toList();
            assertThat(known).as("formats that know %s", file).hasSize(1);
            return known.get(0);
        });
    }

    private static Sink read(Path file) throws IOException, DocumentException {
        byte[] content = Files.readAllBytes(file);
        Sink sink = new Sink();
        reader(envelope(file, content), content)
                .orElseThrow(() -> new AssertionError("Nobody reads " + file))
                .read(new ByteArrayInputStream(content), ARRIVED, sink);
        return sink;
    }

    /** Takes all that a reader says. */
    private static final class Sink implements DocumentSink<Document> {
        private final ArrayNode said = Json.mapper().createArrayNode();
        private final List<Document> documents = new ArrayList<>();

        @Override
        public void accept(Document document) {
            documents.add(document);
            said.add(DocumentTree.of(document));
        }

        @Override
        public void refuse(RefusedDocument document, List<Problem> problems) {
            ObjectNode refused = said.addObject();
            refused.set("refused", DocumentTree.of(document));
            refused.set("problems", Json.mapper().valueToTree(problems));
        }

        @Override
        public void receipt(InterchangeReceipt receipt) {
            said.add(DocumentTree.of(receipt));
        }

        String text() {
            return DocumentTree.text(said);
        }
    }

    private static void same(Path file, String content) throws IOException {
        if (WRITE) {
            Files.createDirectories(file.getParent());
            Files.writeString(file, content);
        }
        assertThat(file)
                .as("write it with -Dkoppel.golden.write=true and look at it")
                .exists();
        String[] expected = Files.readString(file, StandardCharsets.UTF_8).split("(?<=\n)");
        String[] actual = content.split("(?<=\n)");
        for (int i = 0; i < Math.max(expected.length, actual.length); i++) {
            assertThat(i < actual.length ? actual[i] : "(end)")
                    .as("%s, line %d", file, i + 1)
                    .isEqualTo(i < expected.length ? expected[i] : "(end)");
        }
    }
}
