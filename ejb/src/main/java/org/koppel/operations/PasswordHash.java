package org.koppel.operations;

import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.security.SecureRandom;
import java.util.Base64;
import javax.crypto.SecretKeyFactory;
import javax.crypto.spec.PBEKeySpec;

/**
 * Passwords of people at rest: PBKDF2 with HMAC-SHA-512, 210,000 iterations (OWASP Password Storage Cheat Sheet), a salt of 16
 * bytes, stored as {@code pbkdf2-sha512$iterations$salt$hash} so that the number of iterations can grow.
 */
public final class PasswordHash {
    private static final String NAME = "pbkdf2-sha512";
    private static final int ITERATIONS = 210_000;
    private static final int ITERATIONS_OF_GENERATED = 1_000;
    private static final int SALT_BYTES = 16;
    private static final int HASH_BITS = 512;
    private static final SecureRandom RANDOM = new SecureRandom();
    /** What an unknown user's password is compared with, so that it takes as long as a known one's. No password has this hash. */
    public static final String NOBODYS = text(ITERATIONS, random(SALT_BYTES), random(HASH_BITS / 8));

    private PasswordHash() {}

    public static String of(String password) {
        return of(password, ITERATIONS);
    }

    /**
     * Of a password that was generated from 112 random bits or more, which nobody guesses however fast he tries: such secrets need no slow hash
     * (NIST SP 800-63B, 5.1.2.2).
     */
    public static String ofGenerated(String password) {
        return of(password, ITERATIONS_OF_GENERATED);
    }

    static String of(String password, int iterations) {
        byte[] salt = random(SALT_BYTES);
        return text(iterations, salt, derive(password, salt, iterations));
    }

    private static String text(int iterations, byte[] salt, byte[] hash) {
        Base64.Encoder base64 = Base64.getEncoder();
        return String.join(
                "$", NAME, Integer.toString(iterations), base64.encodeToString(salt), base64.encodeToString(hash));
    }

    /** @throws IllegalStateException when the stored text was not made by {@link #of} */
    public static boolean verify(String password, String stored) {
        String[] parts = stored.split("\\$");
        if (parts.length != 4 || !NAME.equals(parts[0])) {
            throw new IllegalStateException("A stored password hash is of an unknown kind");
        }
        byte[] salt = Base64.getDecoder().decode(parts[2]);
        byte[] known = Base64.getDecoder().decode(parts[3]);
        return MessageDigest.isEqual(known, derive(password, salt, Integer.parseInt(parts[1])));
    }

    private static byte[] random(int length) {
        byte[] bytes = new byte[length];
        RANDOM.nextBytes(bytes);
        return bytes;
    }

    private static byte[] derive(String password, byte[] salt, int iterations) {
        PBEKeySpec spec = new PBEKeySpec(password.toCharArray(), salt, iterations, HASH_BITS);
        try {
            return SecretKeyFactory.getInstance("PBKDF2WithHmacSHA512")
                    .generateSecret(spec)
                    .getEncoded();
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("This Java has no PBKDF2WithHmacSHA512", e);
        } finally {
            spec.clearPassword();
        }
    }
}
