package org.koppel.codec;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;

/** Which references do not come back, as the pages below docs/formats say: the tables under one headline. */
final class DocumentedLosses {
    private static final Path PAGES = Path.of("../docs/formats");
    private static final String HEADLINE = "## References that do not come back";
    private static final Map<String, List<Asked>> GROUPS = Map.of(
            "every reference of the order", Asked.OF_ORDER,
            "every reference of lines", Asked.OF_LINE);

    private final Map<String, Map<String, String>> losses = new TreeMap<>();

    static DocumentedLosses read() throws IOException {
        DocumentedLosses all = new DocumentedLosses();
        try (Stream<Path> pages = Files.list(PAGES)) {
            for (Path page : pages.toList()) {
                all.read(page);
            }
        }
        return all;
    }

    private void read(Path page) throws IOException {
        boolean inside = false;
        for (String row : Files.readAllLines(page)) {
            inside = row.startsWith("## ") ? row.equals(HEADLINE) : inside;
            if (inside && row.startsWith("| ") && !row.startsWith("| Format |")) {
                String[] cells = row.split(" *\\| *");
                assertThat(cells).as(page + ": " + row).hasSize(6);
                assertThat(cells[5]).as("reason in " + page + ": " + row).isNotBlank();
                row(cells);
            }
        }
    }

    /** Format, document, reference, what becomes of it, why. */
    private void row(String[] cells) {
        for (String format : cells[1].replace("`", "").split(", ")) {
            for (String document : cells[2].split(", ")) {
                for (String words : cells[3].split(", ")) {
                    Stream<String> meant = GROUPS.containsKey(words)
                            ? GROUPS.get(words).stream().map(Asked::words)
                            : Stream.of(words);
                    meant.forEach(w -> losses.computeIfAbsent(format + ' ' + document, key -> new TreeMap<>())
                            .put(w, cells[4]));
                }
            }
        }
    }

    /** By what is asked, what becomes of it. */
    Map<String, String> of(String format, String document) {
        return losses.getOrDefault(format + ' ' + document, Map.of());
    }

    /** Every pair of format and document that a page speaks of. */
    List<String> pairs() {
        return List.copyOf(losses.keySet());
    }
}
