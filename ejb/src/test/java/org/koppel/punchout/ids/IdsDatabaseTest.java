package org.koppel.punchout.ids;

import static org.assertj.core.api.Assertions.assertThat;
import static org.koppel.punchout.PunchoutDatabase.BOUWGROEP;
import static org.koppel.punchout.PunchoutDatabase.ZORGGROEP;

import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.koppel.punchout.PunchoutDatabase;

class IdsDatabaseTest {
    private PunchoutDatabase database;
    private final Baskets baskets = new Baskets();
    private final IdsConnections connections = new IdsConnections();

    @BeforeEach
    void open() {
        database = new PunchoutDatabase();
        baskets.em = database.entities();
        connections.em = database.entities();
    }

    @AfterEach
    void close() {
        database.close();
    }

    @Test
    void aBasketIsKeptWithItsVisitAsItCame() throws Exception {
        UUID visit = visit();
        Basket basket = BasketReader.read(BasketReaderTest.golden());
        database.transaction(() -> baskets.keep(visit, basket));
        assertThat(database.transaction(() -> baskets.of(visit))).contains(basket);
        assertThat(database.transaction(() -> baskets.of(UUID.randomUUID()))).isEmpty();
    }

    @Test
    void theFirstAnswerOfACartStays() {
        assertThat(database.transaction(() -> baskets.answered("R1", "<first/>")))
                .isEqualTo("<first/>");
        assertThat(database.transaction(() -> baskets.answered("R1", "<second/>")))
                .isEqualTo("<first/>");
        assertThat(database.transaction(() -> baskets.answer("R2"))).isEmpty();
    }

    @Test
    void aCustomerNumberThatIsAgreedMustBeSent() {
        IdsConnection agreed = new IdsConnection("4711", IdsConnection.NetPrice.UNIT);
        database.transaction(() -> connections.agree(BOUWGROEP, agreed));
        IdsConnection known = database.transaction(() -> connections.of(BOUWGROEP));
        assertThat(known).isEqualTo(agreed);
        assertThat(known.knows("4711")).isTrue();
        assertThat(known.knows("4712")).isFalse();
        IdsConnection plain = database.transaction(() -> connections.of(ZORGGROEP));
        assertThat(plain).isEqualTo(IdsConnection.PLAIN);
        assertThat(plain.knows("")).isTrue();
    }

    private UUID visit() {
        UUID id = UUID.randomUUID();
        database.transaction(() -> database.entities()
                .createNativeQuery("insert into punchout_visit (id, token_hash, customer, login, mechanism, language,"
                        + " return_url, target, charset, created_at, seen_at, expires_at) values (:id, '\\x00', 'bouwgroep',"
                        + " 'u', 'IDS', 'de', 'https://a.example', '_top', 'UTF-8', now(), now(), now())")
                .setParameter("id", id)
                .executeUpdate());
        return id;
    }
}
