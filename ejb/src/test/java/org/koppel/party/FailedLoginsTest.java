package org.koppel.party;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.koppel.punchout.PunchoutDatabase;

class FailedLoginsTest {
    private PunchoutDatabase database;
    private FailedLogins logins;

    @BeforeEach
    void open() {
        database = new PunchoutDatabase();
        logins = new FailedLogins(database.entities(), database.clock());
    }

    @AfterEach
    void close() {
        database.close();
    }

    @Test
    void tenFailuresCloseTheDoorForThatNameAndAddressForAQuarterOfAnHour() {
        fail("Buyer", FailedLogins.ALLOWED - 1);
        assertThat(tooMany("buyer", "10.0.0.1")).isFalse();
        fail("buyer", 1);
        assertThat(tooMany("BUYER ", "10.0.0.1")).isTrue();
        assertThat(tooMany("buyer", "10.0.0.2")).isFalse();
        assertThat(tooMany("other", "10.0.0.1")).isFalse();
        database.pass(FailedLogins.WINDOW.plus(Duration.ofSeconds(1)));
        assertThat(tooMany("buyer", "10.0.0.1")).isFalse();
    }

    @Test
    void aGoodLoginForgetsTheFailures() {
        fail("buyer", FailedLogins.ALLOWED - 1);
        database.transaction(() -> logins.succeeded("buyer", "10.0.0.1"));
        fail("buyer", 1);
        assertThat(tooMany("buyer", "10.0.0.1")).isFalse();
    }

    @Test
    void twoNodesCountTogether() {
        FailedLogins other = new FailedLogins(database.entities(), database.clock());
        fail("buyer", FailedLogins.ALLOWED - 1);
        database.transaction(() -> other.failed("buyer", "10.0.0.1"));
        assertThat(tooMany("buyer", "10.0.0.1")).isTrue();
        assertThat(database.transaction(() -> other.tooMany("buyer", "10.0.0.1")))
                .isTrue();
    }

    @Test
    void whoTriesOneNameAfterAnotherIsStoppedAtThatAddress() {
        for (int i = 0; i < FailedLogins.ALLOWED_BY_ADDRESS - 1; i++) {
            fail("name " + i, 1);
        }
        assertThat(tooMany("one more", "10.0.0.1")).isFalse();

        fail("one more", 1);

        assertThat(tooMany("another", "10.0.0.1")).isTrue();
        assertThat(tooMany("another", "10.0.0.2")).isFalse();
        database.pass(FailedLogins.WINDOW.plus(Duration.ofSeconds(1)));
        assertThat(tooMany("another", "10.0.0.1")).isFalse();
    }

    @Test
    void aGoodLoginTakesNothingOffTheCountOfItsAddressAndGoesOnWhileOthersAreStopped() {
        for (int i = 0; i < FailedLogins.ALLOWED_BY_ADDRESS; i++) {
            fail("name " + i, 1);
            database.transaction(() -> logins.succeeded("buyer", "10.0.0.1"));
        }

        assertThat(tooMany("another", "10.0.0.1")).isTrue();
        assertThat(tooMany("buyer", "10.0.0.1")).isFalse();
        fail("buyer", FailedLogins.ALLOWED);
        assertThat(tooMany("buyer", "10.0.0.1"))
                .as("guessed at like any other name")
                .isTrue();
    }

    @Test
    void aCallWithSeveralNamesIsOneFailureOfItsAddress() {
        for (int i = 0; i < FailedLogins.ALLOWED_BY_ADDRESS / 2; i++) {
            int call = i;
            database.transaction(() -> logins.failed(List.of("from " + call, "sender " + call), "10.0.0.1"));
        }
        assertThat(tooMany("another", "10.0.0.1")).isFalse();
    }

    private void fail(String login, int times) {
        for (int i = 0; i < times; i++) {
            database.transaction(() -> logins.failed(login, "10.0.0.1"));
        }
    }

    private boolean tooMany(String login, String address) {
        return database.transaction(() -> logins.tooMany(login, address));
    }
}
