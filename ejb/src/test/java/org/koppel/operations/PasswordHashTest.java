package org.koppel.operations;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;

class PasswordHashTest {
    private static final String STORED = PasswordHash.of("correct horse battery");

    @Test
    void theRightPasswordVerifiesAndAnyOtherDoesNot() {
        assertThat(PasswordHash.verify("correct horse battery", STORED)).isTrue();
        assertThat(PasswordHash.verify("correct horse batterz", STORED)).isFalse();
        assertThat(PasswordHash.verify("", STORED)).isFalse();
    }

    @Test
    void theSamePasswordIsStoredDifferentlyEachTimeAndNeverInClear() {
        assertThat(PasswordHash.of("correct horse battery")).isNotEqualTo(STORED);
        assertThat(STORED).startsWith("pbkdf2-sha512$210000$").doesNotContain("horse");
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
