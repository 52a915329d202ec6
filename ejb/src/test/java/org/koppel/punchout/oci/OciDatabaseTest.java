package org.koppel.punchout.oci;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.koppel.punchout.PunchoutDatabase.BOUWGROEP;
import static org.koppel.punchout.PunchoutDatabase.ZORGGROEP;

import java.time.Duration;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.koppel.punchout.PunchoutDatabase;

class OciDatabaseTest {
    private PunchoutDatabase database;
    private final LoginThrottle throttle = new LoginThrottle();
    private final OciConnections connections = new OciConnections();

    @BeforeEach
    void open() {
        database = new PunchoutDatabase();
        throttle.em = database.entities();
        throttle.clock = database.clock();
        connections.em = database.entities();
    }

    @AfterEach
    void close() {
        database.close();
    }

    @Test
    void tenFailuresCloseTheDoorForThatNameAndAddressOnly() {
        fail("Buyer", LoginThrottle.ALLOWED - 1);
        assertThat(closed("buyer", "10.0.0.1")).isFalse();
        fail("buyer", 1);
        assertThat(closed("BUYER ", "10.0.0.1")).isTrue();
        assertThat(closed("buyer", "10.0.0.2")).isFalse();
        assertThat(closed("other", "10.0.0.1")).isFalse();
    }

    @Test
    void theDoorOpensAgainAfterAQuarterOfAnHour() {
        fail("buyer", LoginThrottle.ALLOWED);
        database.pass(LoginThrottle.WINDOW.plus(Duration.ofSeconds(1)));
        assertThat(closed("buyer", "10.0.0.1")).isFalse();
        fail("buyer", 1);
        assertThat(closed("buyer", "10.0.0.1")).isFalse();
    }

    @Test
    void aGoodLoginForgetsTheFailures() {
        fail("buyer", LoginThrottle.ALLOWED - 1);
        database.transaction(() -> throttle.succeeded("buyer", "10.0.0.1"));
        fail("buyer", LoginThrottle.ALLOWED - 1);
        assertThat(closed("buyer", "10.0.0.1")).isFalse();
    }

    @Test
    void anAgreementIsKeptAndWithoutOneThePlainRulesHold() {
        OciConnection agreed = new OciConnection("0000100234", "ETIM", "UNSPSC", 18, 22);
        database.transaction(() -> connections.agree(BOUWGROEP, agreed));
        database.transaction(() -> connections.agree(BOUWGROEP, new OciConnection("1", "ETIM", "ETIM", 40, 40)));
        assertThat(database.transaction(() -> connections.of(BOUWGROEP))).isEqualTo(agreed);
        assertThat(database.transaction(() -> connections.of(ZORGGROEP))).isEqualTo(OciConnection.PLAIN);
    }

    @Test
    void aDialectComesBackAsItWasWrittenAndWithoutOneTheAgreementHolds() {
        Dialects dialects = new Dialects();
        dialects.em = database.entities();
        dialects.connections = connections;
        dialects.clock = database.clock();
        OciConnection agreed = new OciConnection("0000100234", "ETIM", null, 18, 22);
        database.transaction(() -> connections.agree(BOUWGROEP, agreed));
        assertThat(database.transaction(() -> dialects.of(BOUWGROEP))
                        .field("VENDOR")
                        .orElseThrow()
                        .constant())
                .isEqualTo("0000100234");
        String file = "# as agreed in March\nbase: onventis\n";
        database.transaction(() -> dialects.save(BOUWGROEP, "base: coupa", "an"));
        database.transaction(() -> dialects.save(BOUWGROEP, file, "an"));
        assertThat(database.transaction(() -> dialects.yaml(BOUWGROEP))).isEqualTo(file);
        assertThat(database.transaction(() -> dialects.of(BOUWGROEP)).title()).isEqualTo("Onventis");
        assertThat(database.transaction(() -> dialects.of(ZORGGROEP)).title()).isEqualTo("Generic OCI");
        assertThatThrownBy(() -> dialects.save(BOUWGROEP, "base: nowhere", "an"))
                .isInstanceOf(DialectRefusedException.class);
    }

    private void fail(String login, int times) {
        for (int i = 0; i < times; i++) {
            database.transaction(() -> throttle.failed(login, "10.0.0.1"));
        }
    }

    private boolean closed(String login, String address) {
        return database.transaction(() -> throttle.isClosed(login, address));
    }
}
