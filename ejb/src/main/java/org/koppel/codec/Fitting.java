package org.koppel.codec;

import java.util.List;
import java.util.function.Consumer;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What becomes of values that are longer than their places, while one document is written: a text that people read is refused, or
 * shortened and noted where the customer agreed to that ({@link #OPTION}); any other value is refused, because a number or a
 * reference that is cut is another one. Everything that is refused is collected, so that all of it is said at once.
 */
public final class Fitting {
    /** Of a channel, whatever its formats: {@value #SHORTENED}, or anything else for refusing. */
    public static final String OPTION = "texts.long";

    public static final String SHORTENED = "shortened";

    /** What a reader takes for one character, with its accents and joiners (Unicode UAX 29, extended grapheme cluster). */
    private static final Pattern CHARACTER = Pattern.compile("\\X");

    private final boolean shortens;
    private final Consumer<Shortening> notes;
    private final Problems refused = new Problems();
    private String line;

    /**
     * Where a text goes.
     *
     * @param name in the partner's own terms: {@code DESCRIPT}, {@code N1 BY}
     * @param width characters that it takes, each time
     * @param times how often it stands there, one piece of the text each
     */
    public record Place(Shortening.Kind kind, String name, int width, int times) {

        /** One that stands there once. */
        public Place(Shortening.Kind kind, String name, int width) {
            this(kind, name, width, 1);
        }
    }

    public Fitting(FormatSettings settings) {
        this.shortens = settings.option(OPTION, "").equals(SHORTENED);
        this.notes = settings.shortened();
    }

    /** From now on it is about this line; null for the document as a whole. */
    public void inLine(String number) {
        line = number;
    }

    /** The text as far as it fits; as it is when it is null. When it is refused, what comes back is only there to go on with. */
    public String text(String text, Place place) {
        if (text == null || text.length() <= place.width()) {
            return text;
        }
        String written = beginning(text, place.width()).stripTrailing();
        cut(place, written.length(), text.length());
        return written;
    }

    /**
     * Of a text only its beginning can be written.
     *
     * @param written characters of it
     * @param length of all of it
     */
    void cut(Place place, int written, int length) {
        if (shortens) {
            notes.accept(new Shortening(line, place.kind(), place.name(), written, length));
        } else {
            refuse(
                    line == null ? place.name() : "line " + line + ", " + place.name(),
                    place.width() * place.times(),
                    length,
                    "shorten it, or let this channel shorten texts");
        }
    }

    /**
     * Refuses a value that must not be shortened when it is too long.
     *
     * @param place all of it, with the line where there is one
     * @param cure what to do about it
     */
    public void exact(int length, int width, String place, String cure) {
        if (length > width) {
            refuse(place, width, length, cure);
        }
    }

    private void refuse(String place, int width, int length, String cure) {
        refused.add(
                "TOO_LONG",
                place,
                "The value has " + length + " characters and the field takes " + width + "; " + cure);
    }

    /** What does not fit and was not shortened. */
    public List<Problem> refused() {
        return refused.all();
    }

    /**
     * Ends what cannot be written.
     *
     * @throws DocumentException with all that was refused, when there is any
     */
    public void throwIfAny() throws DocumentException {
        refused.throwIfAny();
    }

    /** Where accents are heaped up so that not even one character fits. */
    private static int wholeCodePoints(String text, int width) {
        return Character.isSurrogatePair(text.charAt(width - 1), text.charAt(width)) ? width - 1 : width;
    }

    /** The longest beginning of at most so many characters (UTF-16) that parts none of what a reader takes for one. */
    public static String beginning(String text, int width) {
        if (text.length() <= width) {
            return text;
        }
        Matcher character = CHARACTER.matcher(text);
        int end = 0;
        while (character.find() && character.end() <= width) {
            end = character.end();
        }
        return text.substring(0, end == 0 ? wholeCodePoints(text, width) : end);
    }
}
