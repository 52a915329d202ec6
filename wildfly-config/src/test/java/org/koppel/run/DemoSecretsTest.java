package org.koppel.run;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Base64;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DemoSecretsTest {
    @TempDir
    Path directory;

    @Test
    void staysTheSameFromStartToStart() throws IOException {
        DemoSecrets first = DemoSecrets.in(directory.resolve("secrets.properties"));
        DemoSecrets second = DemoSecrets.in(directory.resolve("secrets.properties"));

        assertThat(second.ofCustomers()).isEqualTo(first.ofCustomers());
        assertThat(second.get("jdbc.password")).isEqualTo(first.get("jdbc.password"));
    }

    @Test
    void differsBetweenInstallations() throws IOException {
        DemoSecrets one = DemoSecrets.in(directory.resolve("one.properties"));
        DemoSecrets other = DemoSecrets.in(directory.resolve("other.properties"));

        assertThat(one.get("console.password")).isNotEqualTo(other.get("console.password"));
    }

    @Test
    void isReadableByItsOwnerOnly() throws IOException {
        DemoSecrets secrets = DemoSecrets.in(directory.resolve("secrets.properties"));

        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(secrets.file())))
                .isEqualTo("rw-------");
    }

    @Test
    void namesTheOwnerInApiKeysAndKeepsToHarmlessCharacters() throws IOException {
        DemoSecrets secrets = DemoSecrets.in(directory.resolve("secrets.properties"));

        assertThat(secrets.get("api.key")).matches("supplier_[A-Za-z0-9_-]{43}");
        assertThat(secrets.get("customer.amerco.api.key")).matches("amerco_[A-Za-z0-9_-]{43}");
        assertThat(secrets.get("console.password")).matches("[A-Za-z0-9_-]{43}");
        assertThat(Base64.getDecoder().decode(secrets.get("secret.key"))).hasSize(32);
    }

    @Test
    void addsWhatAnOlderFileLacks() throws IOException {
        Path file = directory.resolve("secrets.properties");
        Files.writeString(file, "console.password=kept\n");

        DemoSecrets secrets = DemoSecrets.in(file);

        assertThat(secrets.get("console.password")).isEqualTo("kept");
        assertThat(secrets.get("ftp.password")).isNotBlank();
    }
}
