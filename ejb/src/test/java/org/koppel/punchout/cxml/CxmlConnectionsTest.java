package org.koppel.punchout.cxml;

import static org.assertj.core.api.Assertions.assertThat;
import static org.koppel.punchout.PunchoutDatabase.BOUWGROEP;
import static org.koppel.punchout.PunchoutDatabase.ZORGGROEP;

import org.junit.jupiter.api.Test;
import org.koppel.punchout.PunchoutDatabase;

class CxmlConnectionsTest {

    @Test
    void anAgreementIsKeptAndWithoutOneThePlainRulesHold() {
        CxmlConnection agreed = new CxmlConnection("cXML-base64", "1.2.023", "NZI", true);
        CxmlConnections connections = new CxmlConnections();
        try (PunchoutDatabase database = new PunchoutDatabase()) {
            connections.em = database.entities();
            database.transaction(() -> connections.agree(ZORGGROEP, agreed));

            assertThat(database.transaction(() -> connections.of(ZORGGROEP))).isEqualTo(agreed);
            assertThat(agreed.base64()).isTrue();
            assertThat(database.transaction(() -> connections.of(BOUWGROEP))).isEqualTo(CxmlConnection.PLAIN);
        }
    }
}
