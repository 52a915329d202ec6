package org.koppel.run;

import java.io.IOException;
import java.io.Reader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.SecureRandom;
import java.util.Base64;
import java.util.Map;
import java.util.Properties;
import java.util.TreeMap;

/**
 * Passwords and keys of the demo, generated at its first start and kept in a file that only its owner may read: nothing that
 * Koppel ships has a default password.
 */
public final class DemoSecrets {
    private static final SecureRandom RANDOM = new SecureRandom();

    private final Path file;
    private final Map<String, String> values = new TreeMap<>();

    private DemoSecrets(Path file) {
        this.file = file;
    }

    /** Reads the file; what is missing in it is generated and added. */
    public static DemoSecrets in(Path file) throws IOException {
        DemoSecrets secrets = new DemoSecrets(file.toAbsolutePath());
        secrets.read();
        int before = secrets.values.size();
        secrets.generate();
        if (secrets.values.size() > before) {
            secrets.write();
        }
        return secrets;
    }

    public Path file() {
        return file;
    }

    /** @throws IllegalArgumentException when there is no such secret */
    public String get(String key) {
        String value = values.get(key);
        if (value == null) {
            throw new IllegalArgumentException("No secret " + key);
        }
        return value;
    }

    /** The customers' part, by key: what a script that plays a customer needs. */
    Map<String, String> ofCustomers() {
        Map<String, String> selected = new TreeMap<>(values);
        selected.keySet().removeIf(key -> !key.startsWith("customer."));
        return selected;
    }

    private void generate() {
        customer("bouwgroep", "NetworkId", "AN-BOUWGROEP");
        customer("zorggroep", "NetworkId", "AN-ZORGGROEP");
        customer("ediplus", "DUNS", "987654321");
        customer("amerco", "DUNS", "123456789");
        values.putIfAbsent("customer.bouwgroep.portal.user", "bouwgroep-admin");
        values.computeIfAbsent("customer.bouwgroep.portal.password", k -> secret());
        values.putIfAbsent("console.user", "operator");
        for (String key : new String[] {
            "console.password", "ftp.password", "sftp.password", "jdbc.password", "https.keystore.password"
        }) {
            values.computeIfAbsent(key, k -> secret());
        }
        values.computeIfAbsent("api.key", k -> "supplier_" + secret());
        values.computeIfAbsent("secret.key", k -> Base64.getEncoder().encodeToString(bytes()));
    }

    private void customer(String code, String domain, String identity) {
        String prefix = "customer." + code + ".";
        values.computeIfAbsent(prefix + "api.key", k -> code + "_" + secret());
        values.putIfAbsent(prefix + "oci.username", code);
        values.computeIfAbsent(prefix + "oci.password", k -> secret());
        values.putIfAbsent(prefix + "cxml.domain", domain);
        values.putIfAbsent(prefix + "cxml.identity", identity);
        values.computeIfAbsent(prefix + "cxml.secret", k -> secret());
    }

    private void read() throws IOException {
        if (!Files.exists(file)) {
            return;
        }
        Properties stored = new Properties();
        try (Reader in = Files.newBufferedReader(file)) {
            stored.load(in);
        }
        stored.stringPropertyNames().forEach(key -> values.put(key, stored.getProperty(key)));
    }

    private void write() throws IOException {
        StringBuilder lines = new StringBuilder();
        values.forEach(
                (key, value) -> lines.append(key).append('=').append(value).append('\n'));
        Files.createDirectories(file.getParent());
        Path parts = file.resolveSibling(file.getFileName() + ".part");
        Files.deleteIfExists(parts);
        Files.createFile(parts, PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
        Files.writeString(parts, lines);
        Files.move(parts, file, StandardCopyOption.ATOMIC_MOVE);
    }

    private static String secret() {
        return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes());
    }

    private static byte[] bytes() {
        byte[] bytes = new byte[32];
        RANDOM.nextBytes(bytes);
        return bytes;
    }
}
