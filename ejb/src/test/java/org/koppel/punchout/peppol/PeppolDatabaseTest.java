package org.koppel.punchout.peppol;

import static org.assertj.core.api.Assertions.assertThat;
import static org.koppel.punchout.PunchoutDatabase.BOUWGROEP;
import static org.koppel.punchout.PunchoutDatabase.ZORGGROEP;

import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.koppel.codec.ubl.PeppolFinding;
import org.koppel.punchout.PunchoutDatabase;

class PeppolDatabaseTest {
    private static final Instant MONDAY = Instant.parse("2026-11-16T09:05:07Z");
    private PunchoutDatabase database;
    private final PeppolConnections connections = new PeppolConnections();
    private final SentCarts sent = new SentCarts();

    @BeforeEach
    void open() {
        database = new PunchoutDatabase();
        connections.em = database.entities();
        sent.em = database.entities();
    }

    @AfterEach
    void close() {
        database.close();
    }

    @Test
    void anAgreementIsKeptAndWithoutOneThePlainRulesHold() {
        PeppolConnection agreed = new PeppolConnection(
                "0208:0987654394", "0088:5412345000037", "cxml.like", PeppolConnection.Encoding.BASE64, 7);
        assertThat(database.transaction(connections::any)).isFalse();
        database.transaction(() -> connections.agree(ZORGGROEP, agreed));
        assertThat(database.transaction(() -> connections.of(ZORGGROEP))).isEqualTo(agreed);
        assertThat(database.transaction(() -> connections.of(BOUWGROEP))).isEqualTo(PeppolConnection.PLAIN);
        assertThat(database.transaction(connections::any)).isTrue();
    }

    @Test
    void theFirstDocumentOfACartStays() {
        List<PeppolFinding> warning = List.of(new PeppolFinding(false, "R1", "/", "Mind."));
        assertThat(database.transaction(() -> sent.keep(ZORGGROEP, "C1", MONDAY, "<a/>", warning)))
                .isEqualTo("<a/>");
        assertThat(database.transaction(() -> sent.keep(ZORGGROEP, "C1", MONDAY, "<b/>", List.of())))
                .isEqualTo("<a/>");
        assertThat(database.transaction(() -> sent.document(ZORGGROEP, "C2"))).isEmpty();
        assertThat(database.transaction(() -> sent.document(BOUWGROEP, "C1"))).isEmpty();
    }
}
