package org.koppel.punchout.oci;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.koppel.punchout.PunchoutDatabase.BOUWGROEP;
import static org.koppel.punchout.PunchoutDatabase.ZORGGROEP;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.koppel.punchout.PunchoutDatabase;

class OciDatabaseTest {
    private PunchoutDatabase database;
    private final OciConnections connections = new OciConnections();

    @BeforeEach
    void open() {
        database = new PunchoutDatabase();
        connections.em = database.entities();
    }

    @AfterEach
    void close() {
        database.close();
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
}
