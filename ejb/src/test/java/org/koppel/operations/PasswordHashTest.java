package org.koppel.operations;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;

class PasswordHashTest {
    private final String stored = PasswordHash.of("correct horse battery");

    @Test
    void theRightPasswordVerifiesAndAnyOtherDoesNot() {
        assertThat(PasswordHash.verify("correct horse battery", stored)).isTrue();
        assertThat(PasswordHash.verify("correct horse batterz", stored)).isFalse();
        assertThat(PasswordHash.verify("", stored)).isFalse();
    }

    @Test
    void theSamePasswordIsStoredDifferentlyEachTimeAndNeverInClear() {
        assertThat(PasswordHash.of("correct horse battery")).isNotEqualTo(stored);
        assertThat(stored).startsWith("pbkdf2-sha512$210000$").doesNotContain("horse");
    }

    @Test
    void nobodysPasswordIsMadeLikeEverybodys() {
        assertThat(PasswordHash.NOBODYS).startsWith("pbkdf2-sha512$210000$");
        assertThat(PasswordHash.verify("anything", PasswordHash.NOBODYS)).isFalse();
    }

    @Test
    void aHashOfAnUnknownKindIsAnErrorAndNotAWrongPassword() {
        assertThatThrownBy(() -> PasswordHash.verify("x", "{plain}x")).isInstanceOf(IllegalStateException.class);
    }
}
