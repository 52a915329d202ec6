package org.koppel.platform;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Base64;
import java.util.HexFormat;
import java.util.Optional;
import java.util.function.Function;
import org.junit.jupiter.api.Test;

class SecretsTest {
    private static final String KEY = key((byte) 1);

    private static String key(byte filler) {
        byte[] bytes = new byte[32];
        Arrays.fill(bytes, filler);
        return Base64.getEncoder().encodeToString(bytes);
    }

    private static Secrets with(String key) {
        return new Secrets(new Settings() {
            @Override
            public Optional<String> text(String name) {
                return name.equals("KOPPEL_SECRET_KEY") ? Optional.ofNullable(key) : Optional.empty();
            }
        });
    }

    @Test
    void whatWasEncryptedComesBack() {
        byte[] sealed = with(KEY).encrypt("gehéim");

        assertThat(new String(sealed, StandardCharsets.UTF_8)).doesNotContain("geh");
        assertThat(with(KEY).decrypt(sealed)).isEqualTo("gehéim");
    }

    @Test
    void theSameSecretLooksDifferentEveryTime() {
        assertThat(with(KEY).encrypt("x")).isNotEqualTo(with(KEY).encrypt("x"));
    }

    @Test
    void anotherKeyOrAChangedByteIsNoticed() {
        byte[] sealed = with(KEY).encrypt("x");

        assertThatThrownBy(() -> with(key((byte) 2)).decrypt(sealed))
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContaining("KOPPEL_SECRET_KEY is not the key");
        sealed[sealed.length - 1] ^= 1;
        assertThatThrownBy(() -> with(KEY).decrypt(sealed)).isInstanceOf(IllegalStateException.class);
    }

    @Test
    void aMissingOrShortKeyIsNamedWithItsCure() {
        assertThatThrownBy(() -> with(null).encrypt("x"))
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContaining("openssl rand -base64 32");
        assertThatThrownBy(() -> with("c2hvcnQ=").encrypt("x"))
                .isInstanceOf(IllegalStateException.class)
                .hasMessageStartingWith("KOPPEL_SECRET_KEY must be Base64 of 32 bytes, but has 5: give it");
        assertThatThrownBy(() -> with("my own pass phrase!").check())
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContaining("KOPPEL_SECRET_KEY is no Base64")
                .hasMessageContaining("openssl rand -base64 32")
                .hasNoCause();
    }

    @Test
    void theHashIsSha256() {
        assertThat(HexFormat.of().formatHex(Secrets.sha256("abc")))
                .isEqualTo("ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad");
        assertThat(Secrets.same(Secrets.sha256("a"), Secrets.sha256("a"))).isTrue();
        assertThat(Secrets.same(Secrets.sha256("a"), Secrets.sha256("b"))).isFalse();
    }

    @Test
    void aSignatureIsTheSameEveryTimeForItsTextItsPurposeAndItsKeyOnly() {
        Function<String, byte[]> signer = with(KEY).signer("picture");
        byte[] signature = signer.apply("x");

        assertThat(signature)
                .hasSize(32)
                .isEqualTo(signer.apply("x"))
                .isEqualTo(with(KEY).signer("picture").apply("x"))
                .isNotEqualTo(signer.apply("y"))
                .isNotEqualTo(with(KEY).signer("file").apply("x"))
                .isNotEqualTo(with(key((byte) 2)).signer("picture").apply("x"));
    }

    @Test
    void generatedSecretsAreLongAndNeverTheSame() {
        assertThat(Secrets.generate()).matches("[A-Za-z0-9_-]{43}").isNotEqualTo(Secrets.generate());
    }
}
