package org.koppel.codec.cxml;

/** Whether a text is a number as cXML wants it: digits and a decimal point. No exponent, no separators. */
final class Decimals {
    private static final int INTEGER_DIGITS = 11;
    private static final int DECIMALS = 6;
    private static final int LONGEST = 40;

    private Decimals() {}

    enum Verdict {
        PLAIN,
        COMMA,
        TOO_LARGE,
        TOO_FINE,
        UNREADABLE
    }

    /** Zeros that do not change the value (in front, or at the end of the decimals) do not count as digits. */
    static Verdict judge(String text) {
        int start = text.startsWith("-") || text.startsWith("+") ? 1 : 0;
        int point = text.indexOf('.', start);
        int whole = point < 0 ? text.length() : point;
        int digits = 0;
        for (int i = start; i < text.length(); i++) {
            char c = text.charAt(i);
            if (c >= '0' && c <= '9') {
                digits++;
            } else if (i != point) {
                return c == ',' ? Verdict.COMMA : Verdict.UNREADABLE;
            }
        }
        if (digits == 0 || text.length() > LONGEST) {
            return Verdict.UNREADABLE;
        }
        if (whole - firstNot('0', text, start) > INTEGER_DIGITS) {
            return Verdict.TOO_LARGE;
        }
        return point >= 0 && lastNot('0', text) - point > DECIMALS ? Verdict.TOO_FINE : Verdict.PLAIN;
    }

    private static int firstNot(char c, String text, int start) {
        int i = start;
        while (i < text.length() && text.charAt(i) == c) {
            i++;
        }
        return i;
    }

    private static int lastNot(char c, String text) {
        int i = text.length() - 1;
        while (i > 0 && text.charAt(i) == c) {
            i--;
        }
        return i;
    }
}
