package org.koppel.codec;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.math.BigDecimal;
import java.nio.CharBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.CharsetEncoder;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;

/**
 * Writes the segments of an interchange. Before anything leaves, all of it is read again by its description: what does not fit
 * is named with its segment and element, and nothing is written.
 */
public final class EdiOutput {
    private static final Pattern CONTROL = Pattern.compile("\\p{Cntrl}+");

    private final Separators separators;
    private final Fitting fitting;
    private final StringBuilder text = new StringBuilder();
    private int segments;

    /** {@code release} is 0 where the standard has none. */
    public record Separators(char component, char element, char terminator, char release) {

        boolean isOne(char c) {
            return c == component || c == element || c == terminator || release != 0 && c == release;
        }
    }

    /** @param fitting of the texts that are written; what it refuses is said with the rest */
    public EdiOutput(Separators separators, Fitting fitting) {
        this.separators = separators;
        this.fitting = fitting;
    }

    public Fitting fitting() {
        return fitting;
    }

    /** A composite element of these components; null when all of them are missing. */
    public static Object of(String... components) {
        int last = components.length;
        while (last > 0 && missing(components[last - 1])) {
            last--;
        }
        return last == 0 ? null : List.of(components).subList(0, last);
    }

    /** A composite whose components may be null. */
    public static Object of(List<String> components) {
        List<String> all = new ArrayList<>();
        components.forEach(c -> all.add(c == null ? "" : c));
        return of(all.toArray(new String[0]));
    }

    /** A number without what it does not need: {@code 12.5}, {@code 100}. */
    public static String plain(BigDecimal number) {
        BigDecimal stripped = number.stripTrailingZeros();
        return stripped.scale() < 0 ? stripped.toBigInteger().toString() : stripped.toPlainString();
    }

    private static boolean missing(String value) {
        return value == null || value.isBlank();
    }

    /** As it stands, for headers whose form is fixed. */
    public void raw(String header) {
        text.append(header);
        segments++;
    }

    /** @param elements texts, composites by {@link #of}, or null where nothing stands */
    public void segment(String tag, Object... elements) {
        segments++;
        text.append(tag);
        int last = elements.length;
        while (last > 0 && (elements[last - 1] == null || "".equals(elements[last - 1]))) {
            last--;
        }
        for (int i = 0; i < last; i++) {
            text.append(separators.element());
            if (elements[i] instanceof List<?> components) {
                for (int c = 0; c < components.size(); c++) {
                    text.append(c == 0 ? "" : String.valueOf(separators.component()));
                    value((String) components.get(c));
                }
            } else if (elements[i] != null) {
                value(elements[i].toString());
            }
        }
        text.append(separators.terminator());
    }

    private void value(String value) {
        String plain = CONTROL.matcher(value).replaceAll(" ").strip();
        for (int i = 0; i < plain.length(); i++) {
            char c = plain.charAt(i);
            if (separators.isOne(c) && separators.release() != 0) {
                text.append(separators.release());
            }
            text.append(c);
        }
    }

    /** How many segments were written since this was last asked. */
    public int takeCount() {
        int count = segments;
        segments = 0;
        return count;
    }

    /**
     * Checks the interchange and writes it.
     *
     * @throws DocumentException when a value does not fit, or a character is not of the charset
     */
    public void send(Charset charset, EdiDescription.Choice descriptions, OutputStream out)
            throws DocumentException, IOException {
        byte[] bytes = encoded(charset);
        EdiProblems problems = new EdiProblems("interchange");
        EdiCursor cursor = new EdiCursor(new ByteArrayInputStream(bytes), charset, descriptions);
        for (EdiSegment segment = cursor.next(); segment != null; segment = cursor.next()) {
            if (segment.tag().equals("LIN") || segment.tag().equals("PO1")) {
                problems.inLine(segment.at(1));
            }
            cursor.takeFaults().forEach(problems::add);
        }
        List<Problem> all = new ArrayList<>(fitting.refused());
        all.addAll(problems.all());
        if (!all.isEmpty()) {
            throw new DocumentException(all);
        }
        out.write(bytes);
    }

    private byte[] encoded(Charset charset) throws DocumentException {
        CharsetEncoder encoder = charset.newEncoder();
        try {
            var buffer = encoder.encode(CharBuffer.wrap(text));
            byte[] bytes = new byte[buffer.remaining()];
            buffer.get(bytes);
            return bytes;
        } catch (CharacterCodingException e) {
            throw new DocumentException(unmappable(charset), e);
        }
    }

    private Problem unmappable(Charset charset) {
        CharsetEncoder encoder = charset.newEncoder();
        int at = 0;
        while (encoder.canEncode(text.charAt(at))) {
            at++;
        }
        int begin = Math.max(text.lastIndexOf(String.valueOf(separators.terminator()), at) + 1, 0);
        return new Problem(
                "UNMAPPABLE_CHARACTER",
                "segment " + text.substring(begin, Math.min(begin + 3, text.length())),
                charset.name() + " has no \"" + text.substring(at, text.offsetByCodePoints(at, 1))
                        + "\"; choose another character set for this channel, or change the text");
    }
}
