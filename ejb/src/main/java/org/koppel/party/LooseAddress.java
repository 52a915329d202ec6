package org.koppel.party;

import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.Optional;

/**
 * Makes a return address strict that a buyer's system wrote loosely: the fragment is cut, which no server ever sees, and what has no place
 * in a query is percent-encoded there. All that decides about where it leads, which is all before the first question mark, stays as it was.
 */
final class LooseAddress {
    private static final String PLAIN = "._~:/?[]@!$&()*+,;=-";
    private static final String DIGITS = "0123456789ABCDEF";

    private LooseAddress() {}

    /** Empty when there is a sign that browsers read otherwise than they show it: a control character or a backslash, wherever it stands. */
    static Optional<String> strict(String address) {
        int fragment = address.indexOf('#');
        String whole = fragment < 0 ? address : address.substring(0, fragment);
        if (address.chars().anyMatch(c -> Character.isISOControl(c) || c == '\\')) {
            return Optional.empty();
        }
        int question = whole.indexOf('?');
        return question < 0
                ? Optional.of(whole)
                : encoded(whole.substring(question + 1)).map(q -> whole.substring(0, question + 1) + q);
    }

    private static Optional<String> encoded(String query) {
        StringBuilder strict = new StringBuilder(query.length());
        try {
            ByteBuffer bytes = StandardCharsets.UTF_8.newEncoder().encode(CharBuffer.wrap(query));
            while (bytes.hasRemaining()) {
                byte sign = bytes.get();
                boolean stays = sign == '%' ? isEscape(bytes) : isPlain(sign);
                if (stays) {
                    strict.append((char) sign);
                } else {
                    strict.append('%').append(DIGITS.charAt(sign >> 4 & 15)).append(DIGITS.charAt(sign & 15));
                }
            }
            return Optional.of(strict.toString());
        } catch (CharacterCodingException e) {
            return Optional.empty(); // half a character: nobody can say what was meant
        }
    }

    private static boolean isPlain(byte sign) {
        return sign >= 'a' && sign <= 'z'
                || sign >= 'A' && sign <= 'Z'
                || sign >= '0' && sign <= '9'
                || sign > 0 && PLAIN.indexOf(sign) >= 0;
    }

    private static boolean isEscape(ByteBuffer following) {
        int at = following.position();
        return following.remaining() >= 2
                && Character.digit(following.get(at), 16) >= 0
                && Character.digit(following.get(at + 1), 16) >= 0;
    }
}
