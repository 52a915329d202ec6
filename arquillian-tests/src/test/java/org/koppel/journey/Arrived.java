package org.koppel.journey;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** Files that came to a partner's directory, where each has the beginning of its delivery's id behind the document's number. */
final class Arrived {
    private Arrived() {}

    /** @param name without that: {@code OR-1.csv} is there as {@code OR-1-1a2b3c4d.csv}. @return once it is there, below the directory */
    static Path in(Path directory, String name) throws Exception {
        int end = name.lastIndexOf('.');
        Pattern own = Pattern.compile(
                Pattern.quote(name.substring(0, end)) + "-[0-9a-f]{8}(-[0-9]+)?" + Pattern.quote(name.substring(end)));
        return Koppel.await(name + " below " + directory, () -> find(directory, own), Optional::isPresent)
                .orElseThrow();
    }

    private static Optional<Path> find(Path directory, Pattern name) throws IOException {
        try (Stream<Path> files = Files.walk(directory)) {
            return files.filter(f -> name.matcher(f.getFileName().toString()).matches())
                    .findFirst();
        } catch (UncheckedIOException e) {
            if (e.getCause() instanceof NoSuchFileException) { // got its name at this moment
                return Optional.empty();
            }
            throw e;
        }
    }
}
