package org.koppel.codec;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** {@code docs/formats/matrix.md} says what is there: writers by their classes, readers by what golden files were read as. */
class FormatMatrixTest {
    private static final Path EJB = Path.of(System.getProperty("basedir", "")).toAbsolutePath();
    private static final Path PAGE = EJB.resolveSibling("docs/formats/matrix.md");
    private static final Path GOLDEN = EJB.resolve("src/test/resources/golden");
    private static final String RECEIPT = "Receipt";
    private static final Pattern TYPE = Pattern.compile("(?m)^  \"type\" : \"(\\w+)\"");
    private static final Map<String, String> KINDS = Map.of(
            "Acknowledgement", RECEIPT,
            "ApplicationResponse", RECEIPT,
            "InterchangeReceipt", RECEIPT,
            "PartnerReceipt", RECEIPT);

    @Test
    void thePageSaysWhatIsReadAndWritten() throws IOException {
        List<String[]> rows = Files.readAllLines(PAGE).stream()
                .filter(l -> l.startsWith("| "))
                .map(l -> l.substring(2, l.length() - 2).split(" \\| "))
                .toList();
        List<String> kinds = Arrays.asList(rows.get(0));
        Map<String, Set<String>> said = new TreeMap<>();
        for (String[] row : rows.subList(1, rows.size())) {
            String format = row[0].replaceAll(".*`(.*)`.*", "$1");
            for (int i = 1; i < row.length; i++) {
                String kind = kinds.get(i);
                Stream.of(row[i].split(", "))
                        .filter(way -> !way.matches("\\d"))
                        .forEach(way -> said.computeIfAbsent(format, f -> new TreeSet<>())
                                .add(kind + ' ' + way));
            }
        }
        assertThat(said).isEqualTo(there(kinds));
    }

    @Test
    void everyEmptyCellHasAReason() throws IOException {
        String page = Files.readString(PAGE);
        Matcher cells = Pattern.compile("(?<=\\| )\\d(?= \\|)").matcher(page);
        List<String> reasons = new ArrayList<>();
        while (cells.find()) {
            reasons.add(cells.group());
        }
        assertThat(reasons).isNotEmpty().allSatisfy(r -> assertThat(page).contains("\n" + r + ". "));
    }

    private static Map<String, Set<String>> there(List<String> kinds) throws IOException {
        Map<String, Set<String>> there = new TreeMap<>();
        for (DocumentWriter<?> writer : new Codecs().writers()) {
            add(there, kinds, writer.format().value(), writer.documentClass().getSimpleName(), "out");
        }
        try (Stream<Path> read = Files.walk(GOLDEN, 3)) {
            for (Path file : read.filter(f -> f.getParent().endsWith("in")).toList()) {
                Matcher types = TYPE.matcher(Files.readString(file));
                while (types.find()) {
                    String type = types.group(1);
                    if (!type.equals("InterchangeReceipt")) { // what is to be told of it
                        add(
                                there,
                                kinds,
                                file.getParent().getParent().getFileName().toString(),
                                type,
                                "in");
                    }
                }
            }
        }
        return there;
    }

    private static void add(
            Map<String, Set<String>> there, List<String> kinds, String format, String type, String way) {
        String kind = KINDS.getOrDefault(type, type);
        if (kinds.contains(kind)) {
            there.computeIfAbsent(format, f -> new TreeSet<>()).add(kind + ' ' + way);
        }
    }
}
