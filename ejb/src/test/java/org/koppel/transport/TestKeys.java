package org.koppel.transport;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.security.KeyStoreException;
import java.security.MessageDigest;
import java.security.cert.X509Certificate;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/** A key with a certificate that nobody signed, in a PKCS#12 file; made once for each name. */
public record TestKeys(Path file) {
    public static final String PASSWORD = "changeit";

    private static final String ALIAS = "key";
    private static final Map<String, TestKeys> MADE = new ConcurrentHashMap<>();

    public static TestKeys of(String commonName) {
        return MADE.computeIfAbsent(commonName, name -> make(name, "EC", "-0d"));
    }

    /** Of this machine, as clients see it that compare the host's name. */
    public static TestKeys local(String commonName) {
        return MADE.computeIfAbsent(
                "local " + commonName, name -> make(commonName, "EC", "-0d", "-ext", "san=ip:127.0.0.1"));
    }

    /** An RSA key, as S/MIME needs it. */
    public static TestKeys rsa(String commonName) {
        return MADE.computeIfAbsent("RSA " + commonName, name -> make(commonName, "RSA", "-0d"));
    }

    /** An RSA key whose certificate ended yesterday. */
    public static TestKeys ended(String commonName) {
        return MADE.computeIfAbsent("ended " + commonName, name -> make(commonName, "RSA", "-31d"));
    }

    private static TestKeys make(String commonName, String algorithm, String start, String... more) {
        try {
            Path file = Files.createTempDirectory("koppel-keys").resolve("keys.p12");
            List<String> command = new ArrayList<>(List.of(
                    Path.of(System.getProperty("java.home"), "bin", "keytool").toString(),
                    "-genkeypair",
                    "-alias",
                    ALIAS,
                    "-keyalg",
                    algorithm,
                    "-startdate",
                    start,
                    "-dname",
                    "CN=" + commonName,
                    "-validity",
                    "30",
                    "-storetype",
                    "PKCS12",
                    "-keystore",
                    file.toString(),
                    "-storepass",
                    PASSWORD));
            command.addAll(List.of(more));
            int code = new ProcessBuilder(command)
                    .redirectErrorStream(true)
                    .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                    .start()
                    .waitFor();
            if (code != 0) {
                throw new IllegalStateException("keytool ended with " + code);
            }
            file.getParent().toFile().deleteOnExit();
            file.toFile().deleteOnExit();
            return new TestKeys(file);
        } catch (IOException e) {
            throw new UncheckedIOException("Cannot make a key", e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("Interrupted while a key was made", e);
        }
    }

    public KeyStore open() {
        try (InputStream in = Files.newInputStream(file)) {
            KeyStore store = KeyStore.getInstance("PKCS12");
            store.load(in, PASSWORD.toCharArray());
            return store;
        } catch (IOException | GeneralSecurityException e) {
            throw new IllegalStateException("Cannot open " + file, e);
        }
    }

    public X509Certificate certificate() {
        try {
            return (X509Certificate) open().getCertificate(ALIAS);
        } catch (KeyStoreException e) {
            throw new IllegalStateException("No certificate in " + file, e);
        }
    }

    /** SHA-256 of the certificate in hexadecimal digits. */
    public String fingerprint() {
        try {
            byte[] hash =
                    MessageDigest.getInstance("SHA-256").digest(certificate().getEncoded());
            return HexFormat.of().formatHex(hash);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("No fingerprint of " + file, e);
        }
    }
}
