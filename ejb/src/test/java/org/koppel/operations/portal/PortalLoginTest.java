package org.koppel.operations.portal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.koppel.operations.portal.PortalDatabase.BOUWGROEP;
import static org.koppel.operations.portal.PortalDatabase.ZORGGROEP;

import java.time.Duration;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.koppel.operations.LoginFailures;
import org.koppel.operations.OperationsFixture;

class PortalLoginTest {
    private static final String PASSWORD = "a long enough one";
    private PortalDatabase database;

    @BeforeEach
    void open() {
        database = new PortalDatabase();
    }

    @AfterEach
    void close() {
        database.close();
    }

    private String invite(String name) {
        return database.transaction(() -> database.invitations.invite(BOUWGROEP, name, "Lies Baert", "", "operator"));
    }

    private Optional<PortalPerson> accept(String token) {
        return database.transaction(() -> database.invitations.accept(token, PASSWORD, PASSWORD));
    }

    private PortalLogin.Outcome login(String name, String password) {
        return loginFrom("192.0.2.1", name, password);
    }

    private PortalLogin.Outcome loginFrom(String address, String name, String password) {
        return database.transaction(() -> database.login.login(name, password, address));
    }

    private Optional<PortalPerson> person(String token) {
        return database.transaction(() -> database.sessions.person(token));
    }

    /** As if she had accepted an invitation, without the work of hashing what she chose. */
    private String lies() {
        database.transaction(() -> {
            database.users.put(BOUWGROEP, "lies", "Lies Baert");
            database.users.password("lies", OperationsFixture.quickHash(PASSWORD));
            return null;
        });
        return login("lies", PASSWORD).token().orElseThrow();
    }

    @Test
    void whoTakesAnInvitationLogsInForTheCustomerThatWasInvited() {
        assertThat(accept(invite(" Lies "))).isPresent();
        String token = login("LIES", PASSWORD).token().orElseThrow();
        assertThat(person(token)).contains(new PortalPerson("lies", "Lies Baert", BOUWGROEP));
        assertThat(database.noted(BOUWGROEP)).containsExactly("PORTAL_INVITE", "PORTAL_LOGIN", "PORTAL_PASSWORD");
        assertThat(database.noted(ZORGGROEP)).isEmpty();
    }

    @Test
    void aLinkHoldsOnce() {
        String token = invite("lies");
        accept(token);
        assertThat(accept(token)).isEmpty();
        assertThat(database.transaction(() -> database.invitations.invited(token)))
                .isEmpty();
    }

    @Test
    void aLinkHoldsForThreeDays() {
        String token = invite("lies");
        database.pass(PortalInvitations.LIFE);
        assertThat(accept(token)).isEmpty();
        assertThat(login("lies", PASSWORD).token()).isEmpty();
    }

    @Test
    void aNewLinkReplacesTheOneBeforeAndEndsTheSessionsWhenItIsTaken() {
        String session = lies();
        String first = invite("lies");
        String second = invite("lies");
        assertThat(accept(first)).isEmpty();
        assertThat(person(session))
                .as("the old password holds until the link is used")
                .isPresent();
        accept(second);
        assertThat(person(session)).isEmpty();
    }

    @Test
    void withoutAnAcceptedInvitationNobodyComesIn() {
        invite("lies");
        for (String password : new String[] {"", "null", PASSWORD}) {
            assertThat(login("lies", password).token()).isEmpty();
        }
    }

    @Test
    void aShortPasswordAndTwoThatDifferAreRefusedAndTheLinkStillHolds() {
        String token = invite("lies");
        assertThatThrownBy(() -> database.transaction(() -> database.invitations.accept(token, "short", "short")))
                .isInstanceOfSatisfying(
                        PortalRefusedException.class,
                        e -> assertThat(e.reason()).isEqualTo("PASSWORD_LENGTH"));
        assertThatThrownBy(
                        () -> database.transaction(() -> database.invitations.accept(token, PASSWORD, PASSWORD + "!")))
                .isInstanceOfSatisfying(
                        PortalRefusedException.class,
                        e -> assertThat(e.reason()).isEqualTo("PASSWORDS_DIFFER"));
        assertThat(accept(token)).isPresent();
    }

    @Test
    void theAddressOfAnInvitationIsKeptForTheNextOneAndMustBeOne() {
        String token = database.transaction(() ->
                database.invitations.invite(BOUWGROEP, " Lies ", "Lies Baert", " lies@bouwgroep.example", "operator"));
        assertThat(database.mailed.get("lies@bouwgroep.example")).satisfies(told -> {
            assertThat(told)
                    .isEqualTo(new InvitationMail.Told(
                            BOUWGROEP,
                            "lies",
                            "Lies Baert",
                            token,
                            PortalDatabase.MONDAY.plus(PortalInvitations.LIFE)));
            assertThat(told.toString()).doesNotContain(token);
        });
        assertThat(database.transaction(() -> database.invitations.of(BOUWGROEP)))
                .extracting(PortalAccount::email)
                .containsExactly("lies@bouwgroep.example");
        assertThatThrownBy(() -> database.transaction(() -> database.invitations.invite(
                        BOUWGROEP, "lies", "Lies Baert", "lies@x, all@example.com", "operator")))
                .isInstanceOfSatisfying(
                        PortalRefusedException.class,
                        e -> assertThat(e.reason()).isEqualTo("MAIL"));
    }

    @Test
    void aNameOfAnotherCustomersAdministratorIsRefused() {
        invite("lies");
        assertThatThrownBy(() -> database.transaction(
                        () -> database.invitations.invite(ZORGGROEP, "Lies", "Somebody", "", "operator")))
                .isInstanceOfSatisfying(
                        PortalRefusedException.class,
                        e -> assertThat(e.reason()).isEqualTo("TAKEN"));
        assertThat(database.transaction(() -> database.invitations.of(ZORGGROEP)))
                .isEmpty();
    }

    @Test
    void whoIsSwitchedOffIsOutAtOnceAndStaysOut() {
        String session = lies();
        String link = invite("lies");
        database.transaction(() -> database.invitations.switchTo(BOUWGROEP, "lies", false, "operator"));
        assertThat(person(session)).isEmpty();
        assertThat(login("lies", PASSWORD).token()).isEmpty();
        assertThat(accept(link)).isEmpty();
        database.transaction(() -> database.invitations.switchTo(BOUWGROEP, "lies", true, "operator"));
        assertThat(person(session)).as("old sessions do not come back").isEmpty();
        assertThat(login("lies", PASSWORD).token()).isPresent();
    }

    @Test
    void anotherCustomersAdministratorIsNotSwitched() {
        String session = lies();
        assertThat(database.transaction(() -> database.invitations.switchTo(ZORGGROEP, "lies", false, "operator")))
                .isFalse();
        assertThat(person(session)).isPresent();
        assertThat(database.noted(ZORGGROEP)).isEmpty();
    }

    @Test
    void wrongPasswordAndUnknownNameAreAnsweredAlike() {
        lies();
        assertThat(login("lies", "wrong")).isEqualTo(login("nobody", "wrong"));
    }

    @Test
    void afterFiveFailuresTheNameIsLockedAtThatAddressOnlyForAQuarterOfAnHour() {
        lies();
        for (int i = 0; i < 5; i++) {
            assertThat(login("lies", "wrong").lockedUntil()).isEmpty();
        }
        assertThat(login("lies", PASSWORD).lockedUntil()).contains(PortalDatabase.MONDAY.plus(LoginFailures.LOCK));
        assertThat(loginFrom("192.0.2.99", "lies", PASSWORD).token()).isPresent();
        database.pass(LoginFailures.LOCK);
        assertThat(login("lies", PASSWORD).token()).isPresent();
    }

    @Test
    void aSessionEndsWithoutUseAndAfterADayOfWorkInAnyCase() {
        String idle = lies();
        database.pass(PortalSessions.IDLE);
        assertThat(person(idle)).isEmpty();
        String busy = login("lies", PASSWORD).token().orElseThrow();
        for (int hour = 1; hour < 8; hour++) {
            database.pass(Duration.ofHours(1));
            assertThat(person(busy)).isPresent();
        }
        database.pass(Duration.ofHours(1));
        assertThat(person(busy)).isEmpty();
    }

    @Test
    void loggingOutEndsTheSession() {
        String session = lies();
        database.transaction(() -> {
            database.sessions.close(session);
            return null;
        });
        assertThat(person(session)).isEmpty();
    }
}
