package org.koppel.punchout.cxml;

import static org.assertj.core.api.Assertions.assertThat;
import static org.koppel.punchout.PunchoutDatabase.BOUWGROEP;
import static org.koppel.punchout.PunchoutDatabase.ZORGGROEP;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.koppel.punchout.PunchoutDatabase;

class CxmlConnectionsTest {

    @Test
    void anAgreementIsKeptAndWithoutOneThePlainRulesHold() {
        CxmlConnection agreed = new CxmlConnection(
                "cXML-base64", "1.2.023", "1.2.021", "NZI", true, "inspect", List.of("CostCenter", "Plant"), true);
        CxmlConnections connections = new CxmlConnections();
        try (PunchoutDatabase database = new PunchoutDatabase()) {
            connections.em = database.entities();
            database.transaction(() -> connections.agree(ZORGGROEP, agreed));

            assertThat(database.transaction(() -> connections.of(ZORGGROEP))).isEqualTo(agreed);
            assertThat(agreed.base64()).isTrue();
            assertThat(database.transaction(() -> connections.of(BOUWGROEP))).isEqualTo(CxmlConnection.PLAIN);

            database.transaction(() -> connections.agree(ZORGGROEP, CxmlConnection.PLAIN));
            assertThat(database.transaction(() -> connections.of(ZORGGROEP))).isEqualTo(agreed);
            database.transaction(() -> connections.change(ZORGGROEP, CxmlConnection.PLAIN));
            assertThat(database.transaction(() -> connections.of(ZORGGROEP))).isEqualTo(CxmlConnection.PLAIN);
        }
    }
}
