package org.koppel.codec.x12;

import jakarta.enterprise.context.ApplicationScoped;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.regex.Pattern;
import org.koppel.codec.FileJoiner;
import org.koppel.codec.FormatId;
import org.koppel.codec.FormatSettings;

/** The sets of all files in the group of the first, numbered anew; tests, and files with other separators, in one of their own. */
@ApplicationScoped
public class X12Joiner implements FileJoiner {
    private static final int ISA_LENGTH = 106;
    private static final int ELEMENT = 3;
    private static final int USAGE = 102;

    @Override
    public Collection<FormatId> formats() {
        return List.of(new FormatId("x12-4010"));
    }

    @Override
    public String kind(byte[] file) {
        String text = text(file);
        return text.substring(USAGE, ISA_LENGTH) + text.charAt(ELEMENT);
    }

    /** One byte, one character: nothing is lost. */
    private static String text(byte[] file) {
        return new String(file, StandardCharsets.ISO_8859_1);
    }

    @Override
    public byte[] join(List<byte[]> files, FormatSettings settings) {
        List<String> interchanges = files.stream().map(X12Joiner::text).toList();
        String first = interchanges.get(0);
        char element = first.charAt(ELEMENT);
        String end = String.valueOf(first.charAt(ISA_LENGTH - 1));
        StringBuilder out = new StringBuilder();
        int sets = 0;
        for (String interchange : interchanges) {
            for (String segment : interchange.split(Pattern.quote(end))) {
                List<String> elements =
                        Arrays.asList(segment.strip().split(Pattern.quote(String.valueOf(element)), -1));
                boolean inFirst = out.isEmpty() || sets == 0;
                switch (elements.get(0)) {
                    case "ISA", "GS" -> append(out, inFirst, segment, end);
                    case "ST" -> {
                        elements.set(2, "%04d".formatted(++sets));
                        append(out, true, String.join(String.valueOf(element), elements), end);
                    }
                    case "SE" -> {
                        elements.set(2, "%04d".formatted(sets));
                        append(out, true, String.join(String.valueOf(element), elements), end);
                    }
                    case "GE", "IEA" -> append(out, false, segment, end);
                    default -> append(out, !segment.isBlank(), segment, end);
                }
            }
        }
        return trailer(out, first, element, end, sets).getBytes(StandardCharsets.ISO_8859_1);
    }

    private static void append(StringBuilder out, boolean wanted, String segment, String end) {
        if (wanted) {
            out.append(segment).append(end);
        }
    }

    private static String trailer(StringBuilder out, String first, char element, String end, int sets) {
        String group = first.substring(first.indexOf(end + "GE" + element) + 1, first.indexOf(end + "IEA" + element));
        String interchange =
                first.substring(first.indexOf(end + "IEA" + element) + 1).strip();
        return out.append("GE")
                .append(element)
                .append(sets)
                .append(group.substring(group.lastIndexOf(element)))
                .append(end)
                .append(interchange)
                .toString();
    }
}
