package org.koppel.operations;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.persistence.EntityManager;
import java.sql.SQLException;
import java.time.Duration;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.koppel.platform.DatabaseReady;

class ConsoleLoginTest {
    private static final String PASSWORD = "a long enough one";
    private OperationsDatabase database;

    @BeforeEach
    void anna() throws SQLException {
        database = new OperationsDatabase();
        database.transaction(() -> {
            database.users.put("anna", OperationsFixture.quickHash(PASSWORD));
            return null;
        });
    }

    @AfterEach
    void close() {
        System.clearProperty("KOPPEL_CONSOLE_USER");
        System.clearProperty("KOPPEL_CONSOLE_PASSWORD");
        database.close();
    }

    private void setUp(String user, String password) {
        System.setProperty("KOPPEL_CONSOLE_USER", user);
        System.setProperty("KOPPEL_CONSOLE_PASSWORD", password);
        database.transaction(() -> {
            database.login.setUp(new DatabaseReady(false));
            return null;
        });
    }

    private ConsoleLogin.Outcome login(String user, String password) {
        return loginFrom("192.0.2.1", user, password);
    }

    private ConsoleLogin.Outcome loginFrom(String address, String user, String password) {
        return database.transaction(() -> database.login.login(user, password, address));
    }

    @Test
    void theRightPasswordOpensASessionWhateverTheCaseOfTheName() {
        String token = login(" ANNA ", PASSWORD).token().orElseThrow();
        assertThat(database.transaction(() -> database.sessions.user(token))).contains("anna");
        assertThat(database.transaction(() -> database.sessions.user(token + "x")))
                .isEmpty();
    }

    @Test
    void theTokenItselfIsNotInTheDatabase() {
        String token = login("anna", PASSWORD).token().orElseThrow();
        assertThat(database.transaction(() -> new Select(
                                "select count(*) from console_session where encode(token_hash," + " 'escape') = :token")
                        .with("token", token)
                        .rows(entities(), Row::number)))
                .containsExactly(0);
    }

    private EntityManager entities() {
        return database.sessions.em;
    }

    @Test
    void wrongPasswordAndUnknownNameAreAnsweredAlike() {
        assertThat(login("anna", "wrong")).isEqualTo(login("nobody", "wrong"));
    }

    @Test
    void afterFiveFailuresEvenTheRightPasswordIsLockedOutForAQuarterOfAnHour() {
        for (int i = 0; i < 5; i++) {
            assertThat(login("anna", "wrong").lockedUntil()).isEmpty();
        }
        assertThat(login("anna", PASSWORD).lockedUntil()).contains(OperationsDatabase.MONDAY.plus(ConsoleUsers.LOCK));
        database.pass(ConsoleUsers.LOCK);
        assertThat(login("anna", PASSWORD).token()).isPresent();
    }

    @Test
    void anUnknownNameIsLockedOutAlikeAndNobodyElseWithIt() {
        for (int i = 0; i < 5; i++) { // as a login does before it compares passwords, which takes its time
            database.transaction(() -> database.users.attempt("nobody", "192.0.2.1"));
        }
        assertThat(login("nobody", "wrong").lockedUntil()).isPresent();
        assertThat(login("anna", PASSWORD).token()).isPresent();
    }

    @Test
    void nobodyLocksOutAPersonWhoSitsElsewhere() {
        for (int i = 0; i < 30; i++) {
            loginFrom("203.0.113.9", "anna", "wrong");
        }
        assertThat(loginFrom("203.0.113.9", "anna", PASSWORD).lockedUntil()).isPresent();
        assertThat(login("anna", PASSWORD).token()).isPresent();
    }

    @Test
    void whileANameIsGuessedFromManyAddressesEachHasOneAttemptOnly() {
        for (int i = 0; i < 5; i++) {
            for (int guess = 0; guess < 4; guess++) {
                assertThat(loginFrom("203.0.113." + i, "anna", "wrong").lockedUntil())
                        .isEmpty();
            }
        }
        assertThat(loginFrom("198.51.100.1", "anna", "wrong").lockedUntil()).isEmpty();
        assertThat(loginFrom("198.51.100.1", "anna", PASSWORD).lockedUntil()).isPresent();
        assertThat(login("anna", PASSWORD).token())
                .as("the right password at once")
                .isPresent();
    }

    @Test
    void oneNetworkOfIpv6IsOneAddress() {
        for (int i = 0; i < 5; i++) {
            loginFrom("2001:db8:1:2::" + i, "anna", "wrong");
        }
        assertThat(loginFrom("2001:db8:1:2:ffff::1", "anna", PASSWORD).lockedUntil())
                .isPresent();
        assertThat(loginFrom("2001:db8:1:3::1", "anna", PASSWORD).token()).isPresent();
    }

    @Test
    void aLockCannotBeKeptAliveByTryingAgain() {
        for (int i = 0; i < 6; i++) {
            login("anna", "wrong");
        }
        database.pass(Duration.ofMinutes(14));
        assertThat(login("anna", "wrong").lockedUntil()).contains(OperationsDatabase.MONDAY.plus(ConsoleUsers.LOCK));
    }

    @Test
    void aGoodLoginForgetsTheFailuresBeforeIt() {
        for (int i = 0; i < 4; i++) {
            login("anna", "wrong");
        }
        assertThat(login("anna", PASSWORD).token()).isPresent();
        for (int i = 0; i < 5; i++) {
            assertThat(login("anna", "wrong").lockedUntil()).isEmpty();
        }
    }

    @Test
    void aSessionEndsByLogout() {
        String token = login("anna", PASSWORD).token().orElseThrow();
        database.transaction(() -> {
            database.sessions.close(token);
            return null;
        });
        assertThat(database.transaction(() -> database.sessions.user(token))).isEmpty();
    }

    @Test
    void aSessionEndsTwoHoursAfterItsLastUse() {
        String token = login("anna", PASSWORD).token().orElseThrow();
        database.pass(Duration.ofMinutes(119));
        assertThat(database.transaction(() -> database.sessions.user(token))).isPresent();
        database.pass(Duration.ofMinutes(119));
        assertThat(database.transaction(() -> database.sessions.user(token))).isPresent();
        database.pass(Duration.ofMinutes(120));
        assertThat(database.transaction(() -> database.sessions.user(token))).isEmpty();
    }

    @Test
    void aSessionEndsAfterEightHoursHoweverBusy() {
        String token = login("anna", PASSWORD).token().orElseThrow();
        for (int hour = 1; hour < 8; hour++) {
            database.pass(Duration.ofHours(1));
            assertThat(database.transaction(() -> database.sessions.user(token)))
                    .isPresent();
        }
        database.pass(Duration.ofHours(1));
        assertThat(database.transaction(() -> database.sessions.user(token))).isEmpty();
    }

    @Test
    void theEnvironmentSetsUpTheFirstUserOnly() {
        database.run("delete from console_user");
        setUp("Anna", PASSWORD);
        setUp("mallory", PASSWORD);
        assertThat(login("anna", PASSWORD).token()).isPresent();
        assertThat(login("mallory", PASSWORD).token()).isEmpty();
    }

    @Test
    void aShortPasswordSetsUpNobody() {
        database.run("delete from console_user");
        setUp("anna", "short");
        assertThat(database.transaction(() -> database.login.needsSetUp())).isTrue();
    }
}
