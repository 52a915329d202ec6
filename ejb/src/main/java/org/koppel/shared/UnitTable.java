package org.koppel.shared;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/** Lists of unit codes that lie beside the class which needs them. Lines that begin with {@code #} are for people. */
public final class UnitTable {
    private UnitTable() {}

    /**
     * What codes mean, in the order of the file: one a line, with the code, the unit in Rec 20 and, for people, its name.
     *
     * @throws IllegalStateException when a code stands there twice, or its unit is none of {@code units.txt}
     */
    public static Map<String, UnitCode> meanings(Class<?> beside, String file) {
        Map<String, UnitCode> meanings = new LinkedHashMap<>();
        for (String line : lines(beside, file)) {
            String[] words = line.split(" ", 3);
            if (!Units.isListed(words[1]) || meanings.put(words[0], new UnitCode(words[1])) != null) {
                throw new IllegalStateException(file + " has no unit, or a second one, in its line " + line);
            }
        }
        return meanings;
    }

    static List<String> lines(Class<?> beside, String file) {
        try (BufferedReader text = new BufferedReader(
                new InputStreamReader(beside.getResourceAsStream(file), StandardCharsets.US_ASCII))) {
            Stream<String> all = text.lines();
            return all.filter(line -> !line.startsWith("#")).toList();
        } catch (IOException e) {
            throw new UncheckedIOException("Cannot read " + file, e);
        }
    }
}
