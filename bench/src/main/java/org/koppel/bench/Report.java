package org.koppel.bench;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;

/** Figures as a table to read and as JSON. */
final class Report {
    private Report() {}

    /** Prints the table and writes {@code name.md} and {@code name.json} into the directory. */
    static void write(List<Figure> figures, Path directory, String name) throws IOException {
        StringBuilder table = new StringBuilder("| what | Koppel | peer or limit | ratio or value | goal | |\n");
        table.append("|---|---|---|---|---|---|\n");
        for (Figure f : figures) {
            table.append(text(
                    "| %s | %s | %s | %.2f | %s | %s |%n",
                    f.what(), f.ours(), f.peer(), f.value(), f.goal(), verdict(f)));
        }
        System.out.println();
        System.out.println(table);
        Files.createDirectories(directory);
        Files.writeString(directory.resolve(name + ".md"), table);
        new ObjectMapper()
                .writerWithDefaultPrettyPrinter()
                .writeValue(directory.resolve(name + ".json").toFile(), figures);
    }

    static String text(String format, Object... values) {
        return String.format(Locale.ROOT, format, values);
    }

    private static String verdict(Figure figure) {
        if (figure.goal().isEmpty()) {
            return "";
        }
        return figure.reached() ? "reached" : "MISSED";
    }
}
