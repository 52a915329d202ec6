package org.koppel.punchout.oci;

import java.nio.charset.CharsetEncoder;
import java.text.Normalizer;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Characters that a charset lacks, spelt with those it has. Numbers stay the numbers they are: {@code 1⅜} becomes {@code 1 3/8} and
 * {@code 10⁻³} becomes {@code 10^-3}. Nothing is lost without a trace: what has no spelling becomes {@code _}; only signs that
 * belong to the letter before them (accents, joiners, variation selectors) go.
 */
final class Transliteration {
    /** Where there is no spelling. */
    private static final String UNKNOWN = "_";

    private static final String RAISED = "⁰¹²³⁴⁵⁶⁷⁸⁹⁺⁻⁼⁽⁾ⁿⁱªº";
    private static final String AS_RAISED = "0123456789+-=()niao";
    private static final String LOWERED = "₀₁₂₃₄₅₆₇₈₉₊₋₌₍₎";
    private static final String AS_LOWERED = "0123456789+-=()";
    private static final int FRACTION_SLASH = 0x2044;
    private static final String NEGATED = "\u0338";

    /** Each line: characters, and how all of them are spelt. Letters of Greek and others that are not here go by their names. */
    private static final Map<Integer, String> SPELLINGS = table("""
            € EUR
            £ GBP
            ¥ JPY
            ¢ ct
            ‐‑‒–—―−•‣⁃─━ -
            ‘’‚‛′ʼʹ´` '
            “”„‟″«»¨ "
            ‹ <
            › >
            … ...
            ©Ⓒ (C)
            ®Ⓡ (R)
            ™ (TM)
            ℠ (SM)
            ×✕✖ x
            ÷⁄∕ /
            ± +/-
            ∓ -/+
            ·∙⋅∗‧ *
            ≤⩽≦ <=
            ≥⩾≧ >=
            ≈≃≅∼ ~
            ≡ ==
            → ->
            ← <-
            ↔ <->
            ⇒ =>
            ⇐ <==
            ⇔ <=>
            ∞ inf
            √ sqrt
            ∑ sum
            ∆ Delta
            ∅⌀ Ø
            Ω Ohm
            μ µ
            µ u
            ° deg
            ‰ permille
            § par.
            ¶ par.
            ¬ not
            ¦│┃ |
            ¡ !
            ¸ ,
            ¯ -
            † +
            ‡ ++
            ■□▪▫●○◆◇★☆◦ *
            ✓✔ v
            ✗✘ x
            ∥‖ ||
            ⊥ _|_
            Œ OE
            œ oe
            Æ AE
            æ ae
            Ø O
            ø o
            Ĳ IJ
            ĳ ij
            Ł L
            ł l
            ÐĐ D
            ðđ d
            Þ Th
            þ th
            ß ss
            ẞ SS
            ı i
            Ŋ Ng
            ŋ ng
            Ħ H
            ħ h
            Е E
            е e
            Ж Zh
            ж zh
            Ё Yo
            ё yo
            Ц Ts
            ц ts
            Ч Ch
            ч ch
            Ш Sh
            ш sh
            Щ Shch
            щ shch
            Ъъ "
            Ьь '
            Ы Y
            ы y
            Й J
            й j
            Ю Yu
            ю yu
            Я Ya
            я ya
            Б B
            б b
            В V
            в v
            Г G
            г g
            Д D
            д d
            З Z
            з z
            К K
            к k
            Л L
            л l
            М M
            м m
            Н N
            н n
            П P
            п p
            Р R
            р r
            С S
            с s
            Т T
            т t
            Ф F
            ф f
            Х Kh
            х kh
            """);

    private static final Pattern LETTER =
            Pattern.compile("([A-Z]+) (CAPITAL|SMALL) LETTER (?:[A-Z-]+ )*?([A-Z]+)(?: WITH .*)?");
    private static final Pattern MARKS = Pattern.compile("\\p{M}+");

    private final CharsetEncoder encoder;
    private final int[] text;
    private final StringBuilder done = new StringBuilder();
    /** Whether what was added last is spelt differently, so that a digit behind it must not join it. */
    private boolean respelt;

    private Transliteration(String text, CharsetEncoder encoder) {
        this.encoder = encoder;
        this.text = text.codePoints().toArray();
    }

    private static Map<Integer, String> table(String lines) {
        Map<Integer, String> table = new HashMap<>();
        lines.lines().forEach(line -> {
            int blank = line.indexOf(' ');
            String spelling = line.substring(blank + 1);
            line.substring(0, blank).codePoints().forEach(c -> table.put(c, spelling));
        });
        return table;
    }

    /** @param text composed (NFC) */
    static String of(String text, CharsetEncoder encoder) {
        return new Transliteration(text, encoder).whole();
    }

    private String whole() {
        int at = 0;
        while (at < text.length) {
            int raised = run(RAISED, at);
            int lowered = run(LOWERED, at);
            if (raised > at) {
                raised(at, raised);
            } else if (lowered > at) {
                lowered(at, lowered);
            } else {
                character(text[at]);
            }
            at = Math.max(at + 1, Math.max(raised, lowered));
        }
        return done.toString();
    }

    /** Where a run of these characters ends that begins here; here, when none does. */
    private int run(String of, int from) {
        int end = from;
        while (end < text.length && of.indexOf(text[end]) >= 0) {
            end++;
        }
        return end;
    }

    private void raised(int from, int end) {
        String run = new String(text, from, end - from);
        boolean numerator = end < text.length && text[end] == FRACTION_SLASH;
        if (!numerator && encoder.canEncode(run)) {
            add(run, false);
            return;
        }
        String plain = plain(run, RAISED, AS_RAISED);
        boolean exponent = endsWithDigit() || plain.chars().anyMatch(Character::isLetter);
        add(exponent && !numerator ? "^" + plain : plain, true);
    }

    private void lowered(int from, int end) {
        String run = new String(text, from, end - from);
        boolean whole = encoder.canEncode(run);
        String plain = plain(run, LOWERED, AS_LOWERED);
        add(whole ? run : endsWithDigit() ? "_" + plain : plain, !whole);
    }

    private static String plain(String run, String of, String as) {
        StringBuilder plain = new StringBuilder();
        run.chars().forEach(c -> plain.append(as.charAt(of.indexOf(c))));
        return plain.toString();
    }

    private void character(int c) {
        String plain = Character.toString(c);
        if (encoder.canEncode(plain)) {
            add(plain, false);
        } else if (Character.getType(c) == Character.DECIMAL_DIGIT_NUMBER) {
            add(String.valueOf(Character.digit(c, 10)), false); // a digit like any other, in another script
        } else {
            add(spelt(c), true);
        }
    }

    /** With a blank where two numbers would become one. */
    private void add(String chunk, boolean isRespelt) {
        if (chunk.isEmpty()) {
            return;
        }
        if ((isRespelt || respelt) && endsWithDigit() && isDigit(chunk.charAt(0))) {
            done.append(' ');
        }
        done.append(chunk);
        respelt = isRespelt;
    }

    private boolean endsWithDigit() {
        return !done.isEmpty() && isDigit(done.charAt(done.length() - 1));
    }

    private static boolean isDigit(char c) {
        return c >= '0' && c <= '9';
    }

    private String spelt(int c) {
        String plain = Character.toString(c);
        if (encoder.canEncode(plain)) {
            return plain;
        }
        String known = SPELLINGS.get(c);
        if (known != null) {
            return each(known);
        }
        if (belongsToNeighbour(c)) {
            return "";
        }
        if (Character.isSpaceChar(c) || Character.isWhitespace(c)) {
            return " ";
        }
        String apart = Normalizer.normalize(plain, Normalizer.Form.NFKD);
        String letters = MARKS.matcher(apart).replaceAll("");
        if (!apart.equals(plain) && !letters.isBlank()) {
            return (apart.contains(NEGATED) ? "!" : "") + each(letters);
        }
        return named(c);
    }

    private String each(String spelling) {
        StringBuilder each = new StringBuilder();
        spelling.codePoints().forEach(c -> each.append(spelt(c)));
        return each.toString();
    }

    private static boolean belongsToNeighbour(int c) {
        return switch (Character.getType(c)) {
            case Character.NON_SPACING_MARK,
                    Character.COMBINING_SPACING_MARK,
                    Character.ENCLOSING_MARK,
                    Character.FORMAT,
                    Character.CONTROL -> true;
            default -> false;
        };
    }

    /** Letters by their names: Latin and Cyrillic ones shaped unusually by the letter, Greek ones in full. */
    private static String named(int c) {
        String name = Character.getName(c);
        Matcher letter = LETTER.matcher(name == null ? "" : name);
        if (!letter.matches()) {
            return UNKNOWN;
        }
        String small = letter.group(3).toLowerCase(Locale.ROOT);
        if (letter.group(2).equals("SMALL")) {
            return small;
        }
        return small.substring(0, 1).toUpperCase(Locale.ROOT) + small.substring(1);
    }
}
