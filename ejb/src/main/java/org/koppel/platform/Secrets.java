package org.koppel.platform;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.security.SecureRandom;
import java.util.Base64;
import java.util.function.Function;
import javax.crypto.Cipher;
import javax.crypto.Mac;
import javax.crypto.spec.GCMParameterSpec;
import javax.crypto.spec.SecretKeySpec;

/**
 * Secrets at rest. What must be read again (cXML shared secrets, outgoing passwords) is encrypted by AES-256-GCM with
 * {@code KOPPEL_SECRET_KEY} (Base64 of 32 bytes); generated keys, which are only compared, are kept as SHA-256. What leaves the house
 * and has to be known again is signed by a key that is derived from it.
 */
@ApplicationScoped
public class Secrets {
    private static final int NONCE_BYTES = 12;
    private static final int TAG_BITS = 128;
    private static final String HMAC = "HmacSHA256";
    private static final String CURE = "Base64 of 32 random bytes (openssl rand -base64 32)";
    private static final SecureRandom RANDOM = new SecureRandom();

    @Inject
    private Settings settings;

    /** For CDI. */
    public Secrets() {}

    /** With the settings given, outside a container. */
    public Secrets(Settings settings) {
        this.settings = settings;
    }

    /** @throws SecretKeyException when {@code KOPPEL_SECRET_KEY} is missing or no Base64 of 32 bytes; says how to cure it */
    public void check() {
        key();
    }

    /** Nonce and cipher text. @throws SecretKeyException when {@code KOPPEL_SECRET_KEY} is missing or no 32 bytes */
    public byte[] encrypt(String plain) {
        byte[] nonce = new byte[NONCE_BYTES];
        RANDOM.nextBytes(nonce);
        try {
            byte[] sealed = cipher(Cipher.ENCRYPT_MODE, nonce).doFinal(plain.getBytes(StandardCharsets.UTF_8));
            return ByteBuffer.allocate(nonce.length + sealed.length)
                    .put(nonce)
                    .put(sealed)
                    .array();
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("Cannot encrypt a secret", e);
        }
    }

    /** @throws SecretKeyException when the key is not the one it was encrypted with */
    public String decrypt(byte[] sealed) {
        byte[] nonce = java.util.Arrays.copyOf(sealed, NONCE_BYTES);
        try {
            byte[] plain = cipher(Cipher.DECRYPT_MODE, nonce).doFinal(sealed, NONCE_BYTES, sealed.length - NONCE_BYTES);
            return new String(plain, StandardCharsets.UTF_8);
        } catch (GeneralSecurityException e) {
            throw new SecretKeyException(
                    "Cannot decrypt a secret: KOPPEL_SECRET_KEY is not the key it was stored with;"
                            + " set the key that belongs to this database",
                    e);
        }
    }

    /**
     * Signs texts, every node alike, by HMAC-SHA256. A signature for one purpose is none for another.
     *
     * @return for one thread
     * @throws SecretKeyException when {@code KOPPEL_SECRET_KEY} is missing or no 32 bytes
     */
    public Function<String, byte[]> signer(String purpose) {
        Mac derived = mac(mac(key().getEncoded()).doFinal(purpose.getBytes(StandardCharsets.UTF_8)));
        return text -> derived.doFinal(text.getBytes(StandardCharsets.UTF_8));
    }

    private static Mac mac(byte[] key) {
        try {
            Mac mac = Mac.getInstance(HMAC);
            mac.init(new SecretKeySpec(key, HMAC));
            return mac;
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("This Java has no " + HMAC, e);
        }
    }

    private Cipher cipher(int mode, byte[] nonce) throws GeneralSecurityException {
        Cipher cipher = Cipher.getInstance("AES/GCM/NoPadding");
        cipher.init(mode, key(), new GCMParameterSpec(TAG_BITS, nonce));
        return cipher;
    }

    private SecretKeySpec key() {
        byte[] key = decoded(settings.text("KOPPEL_SECRET_KEY")
                .orElseThrow(() -> new SecretKeyException("KOPPEL_SECRET_KEY is not set: give it " + CURE)));
        if (key.length != 32) {
            throw new SecretKeyException(
                    "KOPPEL_SECRET_KEY must be Base64 of 32 bytes, but has " + key.length + ": give it " + CURE);
        }
        return new SecretKeySpec(key, "AES");
    }

    private static byte[] decoded(String key) {
        try {
            return Base64.getDecoder().decode(key);
        } catch (IllegalArgumentException e) { // whose message shows a piece of the key
            throw new SecretKeyException("KOPPEL_SECRET_KEY is no Base64: give it " + CURE);
        }
    }

    /** SHA-256 of a text; fast, for secrets of high entropy that Koppel generated, and for contents. */
    public static byte[] sha256(String text) {
        return sha256(text.getBytes(StandardCharsets.UTF_8));
    }

    public static byte[] sha256(byte[] content) {
        try {
            return MessageDigest.getInstance("SHA-256").digest(content);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("This Java has no SHA-256", e);
        }
    }

    /** Compares in constant time. */
    public static boolean same(byte[] one, byte[] other) {
        return MessageDigest.isEqual(one, other);
    }

    /** A new secret of 256 random bits: letters, digits, {@code -} and {@code _}, 43 characters. */
    public static String generate() {
        byte[] bytes = new byte[32];
        RANDOM.nextBytes(bytes);
        return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
    }
}
