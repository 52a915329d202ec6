package org.koppel.run;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Finds in the server's log what a person needs to know about a start. */
public final class ServerLog {
    private static final Pattern JOURNAL = Pattern.compile("AMQ22101[23]: Using (\\w+) Journal");
    private static final Pattern CAUSE = Pattern.compile("(?m)^.*(?:Caused by:|\\bERROR\\b|\\bFATAL\\b)\\s*(.+)$");
    private static final int LONGEST = 300;

    private ServerLog() {}

    /** The journal that the broker really uses, {@code NIO} or {@code AIO}: it falls back to NIO where libaio is missing. */
    public static Optional<String> journal(Path log) throws IOException {
        Matcher line = JOURNAL.matcher(text(log));
        String found = null;
        while (line.find()) {
            found = line.group(1);
        }
        return Optional.ofNullable(found);
    }

    /** The most telling line about a failure and where to read on: the innermost cause, else the last error. */
    static String cause(Path log) throws IOException {
        Matcher line = CAUSE.matcher(text(log));
        String found = "";
        while (line.find()) {
            found = line.group(1).strip();
        }
        String shortened = found.length() > LONGEST ? found.substring(0, LONGEST) + " ..." : found;
        return shortened.isEmpty() ? "see " + log : shortened + " (see " + log + ")";
    }

    private static String text(Path log) throws IOException {
        return Files.exists(log) ? Files.readString(log, StandardCharsets.UTF_8) : "";
    }
}
