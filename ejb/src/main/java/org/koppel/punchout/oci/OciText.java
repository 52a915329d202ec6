package org.koppel.punchout.oci;

import java.nio.charset.Charset;
import java.nio.charset.CharsetEncoder;
import java.nio.charset.IllegalCharsetNameException;
import java.nio.charset.StandardCharsets;
import java.nio.charset.UnsupportedCharsetException;
import java.text.Normalizer;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/**
 * Texts as the buyer's system can take them: in its charset, on one line, not longer than the field. What the charset lacks is
 * spelt differently ({@code €} becomes {@code EUR}, {@code č} becomes {@code c}) by {@link Transliteration}, and never becomes {@code ?}.
 */
final class OciText {
    /** OCI's own default, where the buyer does not say. */
    static final Charset DEFAULT = StandardCharsets.ISO_8859_1;

    private static final Pattern BLANKS = Pattern.compile("[\\s\\p{Cntrl}]+");
    private static final Pattern CONTROLS = Pattern.compile("[\\p{Cntrl}&&[^\n]]+");

    /** Whole printable ASCII. */
    private static final String PLAIN =
            IntStream.rangeClosed(' ', '~').mapToObj(Character::toString).collect(Collectors.joining());

    private final Charset charset;
    private final CharsetEncoder encoder;
    private final boolean takesPlain;

    OciText(Charset charset) {
        this.charset = charset;
        this.encoder = charset.newEncoder();
        this.takesPlain = encoder.canEncode(PLAIN);
    }

    /** The charset a buyer named; {@link #DEFAULT} when it named none that this Java can write. */
    static Charset charset(String name) {
        if (name == null || name.isBlank()) {
            return DEFAULT;
        }
        try {
            Charset known = Charset.forName(name.strip());
            return known.canEncode() && isForForms(known) ? known : DEFAULT;
        } catch (IllegalCharsetNameException | UnsupportedCharsetException e) {
            return DEFAULT; // the buyer learns nothing from a refusal; the default is what OCI prescribes
        }
    }

    /** Browsers post no form in UTF-16, UTF-32 or a shifting charset. */
    private static boolean isForForms(Charset charset) {
        return charset.newEncoder().canEncode('A')
                && "A".getBytes(charset).length == 1
                && !charset.name().startsWith("ISO-2022");
    }

    /** On one line, without control characters, in the charset, cut to the length; may become empty. */
    String line(String text, int length) {
        if (text == null) {
            return "";
        }
        if (isPlain(text)) {
            return cut(text, length).strip();
        }
        String one = BLANKS.matcher(text).replaceAll(" ").strip();
        return cut(fitted(one), length).strip();
    }

    /** Whether it is on one line of printable ASCII with single blanks inside only: most texts are, and need no more looking at. */
    private boolean isPlain(String text) {
        char before = ' ';
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (c < ' ' || c > '~' || c == ' ' && before == ' ') {
                return false;
            }
            before = c;
        }
        return takesPlain && before != ' ';
    }

    /** In the charset, of any length; keeps line ends. */
    String block(String text) {
        String plain = text == null ? "" : text.replace("\r\n", "\n").replace('\r', '\n');
        return fitted(CONTROLS.matcher(plain).replaceAll(" ")).strip();
    }

    /** The same, cut to the length. */
    String block(String text, int length) {
        return cut(block(text), length).strip();
    }

    /** An identifier, which must not be cut or spelt differently: empty when it does not fit as it is. */
    String identifier(String text, int length) {
        String plain = text == null ? "" : text.strip();
        boolean fits = plain.length() <= length && line(plain, length).equals(plain);
        return fits ? plain : "";
    }

    /** As it is but for what the charset lacks; used for values that are only handed through. */
    String handedThrough(String text) {
        return encoder.canEncode(text) ? text : fitted(text);
    }

    Charset charset() {
        return charset;
    }

    private String fitted(String text) {
        String composed = Normalizer.normalize(text, Normalizer.Form.NFC);
        if (encoder.canEncode(composed)) {
            return composed;
        }
        return Transliteration.of(composed, encoder);
    }

    private static String cut(String text, int length) {
        if (text.length() <= length) {
            return text;
        }
        boolean splitsPair = Character.isHighSurrogate(text.charAt(length - 1));
        return text.substring(0, splitsPair ? length - 1 : length);
    }
}
