package org.koppel.codec.edifact;

import jakarta.enterprise.context.ApplicationScoped;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import org.koppel.codec.FileJoiner;
import org.koppel.codec.FormatId;
import org.koppel.codec.FormatSettings;

/** The messages of all files in the interchange of the first, numbered anew; tests in one of their own. */
@ApplicationScoped
public class EdifactJoiner implements FileJoiner {
    private static final String UNA = "UNA:+.? '";
    /** Of UNB: the test indicator (0035) is its last element where it is given, behind four empty ones. */
    private static final String TEST = "++++++1";

    @Override
    public Collection<FormatId> formats() {
        return List.of(new FormatId("edifact-d96a"), new FormatId("edifact-d01b"));
    }

    @Override
    public String kind(byte[] file) {
        return segments(file).get(0).endsWith(TEST) ? "test" : "";
    }

    @Override
    public byte[] join(List<byte[]> files, FormatSettings settings) {
        List<List<String>> interchanges =
                files.stream().map(EdifactJoiner::segments).toList();
        List<String> first = interchanges.get(0);
        StringBuilder out = new StringBuilder(UNA).append(first.get(0)).append('\'');
        int messages = 0;
        for (List<String> interchange : interchanges) {
            for (String segment : interchange.subList(1, interchange.size() - 1)) {
                String numbered = segment;
                if (segment.startsWith("UNH+")) {
                    messages++;
                    numbered = "UNH+" + messages + segment.substring(segment.indexOf('+', 4));
                } else if (segment.startsWith("UNT+")) {
                    numbered = segment.substring(0, segment.lastIndexOf('+') + 1) + messages;
                }
                out.append(numbered).append('\'');
            }
        }
        String end = first.get(first.size() - 1);
        out.append("UNZ+")
                .append(messages)
                .append(end.substring(end.lastIndexOf('+')))
                .append('\'');
        return out.toString().getBytes(StandardCharsets.ISO_8859_1);
    }

    /** Ends of segments that are released by ? are part of the text. */
    private static List<String> segments(byte[] file) {
        // separators are ASCII in every charset that is written; the bytes between stay as they are
        String all = new String(file, StandardCharsets.ISO_8859_1);
        String text = all.startsWith(UNA) ? all.substring(UNA.length()) : all;
        List<String> segments = new ArrayList<>();
        StringBuilder segment = new StringBuilder();
        boolean released = false;
        for (char c : text.toCharArray()) {
            if (c == '\'' && !released) {
                segments.add(segment.toString());
                segment.setLength(0);
            } else if (!segment.isEmpty() || c > ' ') { // line ends between segments mean nothing
                segment.append(c);
            }
            released = c == '?' && !released;
        }
        return segments;
    }
}
