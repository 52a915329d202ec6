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
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
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
 * about it in {@code problems.csv} beside them ({@code file|code|place|message}), and a file for every code that the format can give.
 */
public abstract class BrokenFilesContract {

    /** The folder below {@code golden}. */
    protected abstract String folder();

    /** Who looks at the outside of a file, by its name. */
    protected abstract EnvelopeReader envelope(String file);

    /** All readers of the format; the first one reads what the outside does not tell the kind of. */
    protected abstract List<DocumentReader<?>> readers();

    /** Every code that the readers of the format can give, but those that need a file too large to be kept. */
    protected abstract Set<String> codes();

    @TestFactory
    Stream<DynamicTest> everyProblemIsNamedWithCodePlaceAndCure() {
        return expected().entrySet().stream()
                .map(e -> DynamicTest.dynamicTest(
                        e.getKey(),
                        () -> assertThat(problems(e.getKey())).as(e.getKey()).containsExactlyElementsOf(e.getValue())));
    }

    @Test
    void everyBrokenFileIsListed() {
        assertThat(files()).containsExactlyElementsOf(new TreeSet<>(expected().keySet()));
    }

    @Test
    void everyCodeHasAFile() {
        Set<String> covered = expected().values().stream()
                .flatMap(List::stream)
                .map(p -> p.split("\\|", 2)[0])
                .collect(Collectors.toCollection(TreeSet::new));

        assertThat(covered).containsExactlyElementsOf(new TreeSet<>(codes()));
    }

    @Test
    void everyProblemSaysWhatToDo() {
        expected().values().stream().flatMap(List::stream).forEach(p -> {
            String[] parts = p.split("\\|", 3);
            assertThat(parts[1]).as(p).isNotBlank();
            assertThat(parts[2]).as(p).isNotBlank().doesNotContain("null");
        });
    }

    private Map<String, List<String>> expected() {
        Map<String, List<String>> expected = new LinkedHashMap<>();
        String list = new String(BackOfficeDocuments.golden(folder() + "/problems.csv"), StandardCharsets.UTF_8);
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
        try (Stream<Path> files =
                Files.list(Path.of(getClass().getResource("/golden/" + folder()).toURI()))) {
            return files.map(f -> f.getFileName().toString())
                    .filter(f -> f.startsWith("broken-"))
                    .sorted()
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (URISyntaxException e) {
            throw new IllegalStateException(e);
        }
    }

    /** {@code code|place|message} of everything that is wrong with a file, of its documents first. */
    @SuppressWarnings("unchecked")
    private List<String> problems(String file) {
        List<Problem> found = new ArrayList<>();
        byte[] content = BackOfficeDocuments.golden(folder() + '/' + file);
        try {
            ((DocumentReader<Document>) reader(file, content))
                    .read(new ByteArrayInputStream(content), FormatSettings.DEFAULT, new Refusals(found));
        } catch (DocumentException e) {
            found.addAll(e.problems());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return found.stream()
                .map(p -> p.code() + '|' + p.location() + '|' + p.message())
                .toList();
    }

    /** As the inbox finds it. */
    private DocumentReader<?> reader(String file, byte[] content) throws DocumentException, IOException {
        EnvelopeReader outside = envelope(file);
        Optional<Class<? extends Document>> kind =
                outside.read(new ByteArrayInputStream(content)).documentClass();
        return readers().stream()
                .filter(r -> r.format().equals(outside.format()))
                .filter(r -> kind.filter(r.documentClass()::equals).isPresent())
                .findFirst()
                .orElse(readers().get(0));
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
