package org.koppel.punchout;

import java.security.SecureRandom;

/** References of carts: 12 letters and digits that cannot be mistaken for each other, 60 random bits. */
final class CartReference {
    private static final String ALPHABET = "0123456789ABCDEFGHJKMNPQRSTVWXYZ"; // Crockford's base 32
    private static final int LENGTH = 12;
    private static final SecureRandom RANDOM = new SecureRandom();

    private CartReference() {}

    static String next() {
        StringBuilder reference = new StringBuilder(LENGTH);
        for (int i = 0; i < LENGTH; i++) {
            reference.append(ALPHABET.charAt(RANDOM.nextInt(ALPHABET.length())));
        }
        return reference.toString();
    }
}
