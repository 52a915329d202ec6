package org.koppel.transport.ftp;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.security.MessageDigest;
import java.util.HexFormat;

/** A key with a certificate that nobody signed, in a PKCS#12 file. */
record TestCertificate(Path store, String fingerprint) {
    static final String PASSWORD = "changeit";

    static TestCertificate in(Path directory) throws IOException, InterruptedException, GeneralSecurityException {
        Path file = directory.resolve("keys.p12");
        new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "keytool")
                                .toString(),
                        "-genkeypair",
                        "-alias",
                        "ftp",
                        "-keyalg",
                        "EC",
                        "-dname",
                        "CN=ftp.example",
                        "-validity",
                        "30",
                        "-storetype",
                        "PKCS12",
                        "-keystore",
                        file.toString(),
                        "-storepass",
                        PASSWORD)
                .redirectErrorStream(true)
                .start()
                .waitFor();
        KeyStore store = KeyStore.getInstance("PKCS12");
        try (InputStream in = Files.newInputStream(file)) {
            store.load(in, PASSWORD.toCharArray());
        }
        byte[] hash = MessageDigest.getInstance("SHA-256")
                .digest(store.getCertificate("ftp").getEncoded());
        return new TestCertificate(file, HexFormat.of().formatHex(hash));
    }
}
