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

    /** What can be wrong with every document, by the names of the codes with blanks between them. */
    protected static final String LINES = "DUPLICATE_LINE_NUMBER MISSING_FIELD QUANTITY_NOT_POSITIVE";

    /** Texts that stand for a day, a number or a unit. */
    protected static final String VALUES = "UNKNOWN_UNIT UNREADABLE_DATE UNREADABLE_NUMBER";

    /** Every invoice is checked for these, also what comes as a tree of values. */
    protected static final String INVOICES =
            "BAD_IBAN BAD_PAYMENT_REFERENCE BAD_TAX NUMBER_OUT_OF_RANGE TOTAL_WRONG UNKNOWN_CURRENCY";

    /** Whatever is XML. */
    protected static final String XML = "ENTITY_NOT_ALLOWED MALFORMED_XML TEXT_TOO_LONG WRONG_CHARSET WRONG_ROOT";

    /** Interchanges of both kinds. */
    protected static final String EDI = """
            BAD_CHARACTER CONTROL_COUNT_WRONG CONTROL_REFERENCE_WRONG DUPLICATE_REFERENCE ELEMENT_MISSING ELEMENT_TOO_LONG
            ELEMENT_UNEXPECTED LINE_COUNT_DIFFERS MALFORMED_EDI NO_MESSAGE SEGMENT_MISSING SEGMENT_TOO_LARGE SEGMENT_TOO_OFTEN
            SEGMENT_UNEXPECTED SEVERAL_INTERCHANGES SEVERAL_ORDERS TAX_WRONG UNSUPPORTED_FUNCTION UNSUPPORTED_MESSAGE
            UNSUPPORTED_VERSION WRONG_CHARSET""";

    /** Files of rows and columns. */
    protected static final String TABLES = """
            BAD_VALUE CONTROL_CHARACTER DUPLICATE_COLUMN LINE_AMOUNT_WRONG MISSING_COLUMN ROWS_APART TEXT_TOO_LONG
            UNKNOWN_COLUMNS""";

    private final String folder;
    private final EnvelopeReader envelope;
    private final List<DocumentReader<?>> readers;
    private final Set<String> codes;

    /**
     * @param folder below {@code golden}
     * @param readers of the format, all; the first one reads what the outside does not tell the kind of
     * @param codes that these can give, but those that need a file too large to be kept
     */
    protected BrokenFilesContract(
            String folder, EnvelopeReader envelope, List<DocumentReader<?>> readers, String... codes) {
        this.folder = folder;
        this.envelope = envelope;
        this.readers = readers;
        this.codes = new TreeSet<>(List.of(String.join(" ", codes).split("\\s+")));
    }

    /** Who looks at the outside of a file, by its name. */
    protected EnvelopeReader envelope(String file) {
        return envelope;
    }

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

        assertThat(covered).containsExactlyElementsOf(codes);
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
        try (Stream<Path> files =
                Files.list(Path.of(getClass().getResource("/golden/" + folder).toURI()))) {
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
        byte[] content = BackOfficeDocuments.golden(folder + '/' + file);
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
        return readers.stream()
                .filter(r -> r.format().equals(outside.format()))
                .filter(r -> kind.filter(r.documentClass()::equals).isPresent())
                .findFirst()
                .orElse(readers.get(0));
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
