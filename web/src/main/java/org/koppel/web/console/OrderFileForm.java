package org.koppel.web.console;

import jakarta.ws.rs.core.EntityPart;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.koppel.codec.RowAgreements;

/**
 * What is agreed about a customer's files, as it stands in the form: {@code options} by name, {@code units} as lines
 * {@code theirs=ours}, and a sample, pasted ({@code pasted}) or as a file, which goes before.
 */
public record OrderFileForm(Map<String, String> options, String units, String pasted, byte[] file) {
    private static final int LONGEST_VALUE = 200;
    private static final int LONGEST_TEXT = 100_000;
    private static final int LARGEST_FILE = 5 * 1024 * 1024;
    private static final String UNITS = "units";
    private static final String SAMPLE = "sample";
    private static final String FILE = "file";

    static OrderFileForm of(Map<String, String> agreed) {
        StringBuilder units = new StringBuilder();
        Map<String, String> options = new TreeMap<>();
        agreed.forEach((name, value) -> {
            if (name.startsWith(RowAgreements.UNIT)) {
                units.append(name.substring(RowAgreements.UNIT.length()))
                        .append('=')
                        .append(value)
                        .append('\n');
            } else {
                options.put(name, value);
            }
        });
        return new OrderFileForm(options, units.toString(), "", new byte[0]);
    }

    /** What a person typed. @param known names of fields of the form that are options */
    static OrderFileForm read(List<EntityPart> parts, List<String> known) throws IOException {
        Map<String, String> options = new TreeMap<>();
        String units = "";
        String pasted = "";
        byte[] file = new byte[0];
        for (EntityPart part : parts) {
            if (part.getName().equals(FILE)) {
                try (InputStream in = part.getContent()) {
                    file = in.readNBytes(LARGEST_FILE);
                }
                continue;
            }
            String typed = text(part);
            if (part.getName().equals(UNITS)) {
                units = typed;
            } else if (part.getName().equals(SAMPLE)) {
                pasted = typed;
            } else if (known.contains(part.getName()) && !typed.isEmpty()) {
                options.put(part.getName(), cut(typed, LONGEST_VALUE));
            }
        }
        return new OrderFileForm(options, units, pasted, file);
    }

    private static String text(EntityPart part) throws IOException {
        try (InputStream in = part.getContent()) {
            String text = new String(in.readNBytes(LONGEST_TEXT), StandardCharsets.UTF_8);
            return (part.getName().equals("csv.thousands") ? text : text.strip()).replace("\0", "");
        }
    }

    private static String cut(String text, int most) {
        return text.substring(0, Math.min(text.length(), most));
    }

    /** The value of an option; empty when there is none. */
    public String value(String option) {
        return options.getOrDefault(option, "");
    }

    /** Options and units together. A line of units that is none stays, so that it is refused by name. */
    Map<String, String> agreed() {
        Map<String, String> all = new TreeMap<>(options);
        for (String line : units.split("\\R")) {
            int sign = line.indexOf('=');
            if (!line.isBlank()) {
                String theirs = cut(sign < 0 ? line.strip() : line.substring(0, sign).strip(), LONGEST_VALUE);
                all.put(
                        RowAgreements.UNIT + theirs,
                        sign < 0 ? "" : cut(line.substring(sign + 1).strip(), LONGEST_VALUE));
            }
        }
        return all;
    }

    /** Empty when none was given. */
    byte[] sample() {
        return file.length > 0 ? file : pasted.getBytes(StandardCharsets.UTF_8);
    }
}
