package org.koppel.punchout;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.koppel.party.Buyer;

class VisitsTest {
    private static final Arrival ARRIVAL = new Arrival(
            PunchoutDatabase.BOUWGROEP,
            "oci-user",
            null,
            "OCI",
            "fr",
            new ReturnAddress("https://srm.example/in", List.of(new FormField("a", "é&\"")), "_parent", "UTF-8"),
            Map.of());
    private PunchoutDatabase database;

    @BeforeEach
    void open() {
        database = new PunchoutDatabase();
    }

    @AfterEach
    void close() {
        database.close();
    }

    @Test
    void aVisitIsFoundByItsTokenWithAllThatTheWayHomeNeeds() {
        String token = database.transaction(() -> database.visits.open(ARRIVAL));
        Visit visit = database.transaction(() -> database.visits.byToken(token));
        assertThat(visit.customer()).isEqualTo(PunchoutDatabase.BOUWGROEP);
        assertThat(visit.language()).isEqualTo("fr");
        assertThat(visit.returnAddress()).isEqualTo(ARRIVAL.returnAddress());
        assertThat(visit.origins()).containsExactly("https://srm.example");
    }

    @Test
    void theTokenIsLongAndNotInTheDatabase() {
        String token = database.transaction(() -> database.visits.open(ARRIVAL));
        assertThat(token).hasSizeGreaterThanOrEqualTo(43);
        Object rows = database.transaction(() -> database.entities()
                .createNativeQuery(
                        "select count(*) from punchout_visit v where cast(v as text) like '%' || :token || '%'")
                .setParameter("token", token)
                .getSingleResult());
        assertThat(rows).isEqualTo(0L);
    }

    @Test
    void aStrangeTokenOpensNothing() {
        assertThatThrownBy(() -> database.transaction(() -> database.visits.byToken("guessed")))
                .isInstanceOfSatisfying(
                        UnknownVisitException.class,
                        e -> assertThat(e.isExpired()).isFalse());
    }

    @Test
    void aVisitLivesByBeingUsedAndExpiresWhenItIsNot() {
        String token = database.transaction(() -> database.visits.open(ARRIVAL));
        database.pass(Duration.ofHours(3));
        database.transaction(() -> database.visits.byToken(token));
        database.pass(Duration.ofHours(3));
        assertThat(database.transaction(() -> database.visits.byToken(token))).isNotNull();
        database.pass(Duration.ofHours(4));
        assertThatThrownBy(() -> database.transaction(() -> database.visits.byToken(token)))
                .isInstanceOfSatisfying(
                        UnknownVisitException.class,
                        e -> assertThat(e.isExpired()).isTrue());
    }

    @Test
    void noVisitOutlivesADay() {
        String token = database.transaction(() -> database.visits.open(ARRIVAL));
        for (int i = 0; i < 8; i++) {
            database.pass(Duration.ofHours(3));
            if (i < 7) {
                database.transaction(() -> database.visits.byToken(token));
            }
        }
        assertThatThrownBy(() -> database.transaction(() -> database.visits.byToken(token)))
                .isInstanceOf(UnknownVisitException.class);
    }

    @Test
    void aVisitEndsWhenItsPersonIsSwitchedOffAndGoesOnWhenSwitchedOnAgain() {
        buyers(
                "insert into buyer (customer, login, name) values ('bouwgroep', 'an', 'An'), ('bouwgroep', 'tom', 'Tom')");
        Buyer an = new Buyer("an", "An", Optional.empty(), Optional.empty());
        String hers = database.transaction(() -> database.visits.open(ARRIVAL.by(Optional.of(an))));
        String anybodys = database.transaction(() -> database.visits.open(ARRIVAL));

        buyers("update buyer set active = false where login = 'tom'");
        assertThat(database.transaction(() -> database.visits.byToken(hers))).isNotNull();
        buyers("update buyer set active = false where login = 'an'");
        assertThatThrownBy(() -> database.transaction(() -> database.visits.byToken(hers)))
                .isInstanceOf(BuyerSwitchedOffException.class);
        assertThat(database.transaction(() -> database.visits.byToken(anybodys)))
                .isNotNull();

        buyers("update buyer set active = true");
        assertThat(database.transaction(() -> database.visits.byToken(hers))).isNotNull();
    }

    private void buyers(String sql) {
        database.transaction(() -> database.entities().createNativeQuery(sql).executeUpdate());
    }

    @Test
    void theLanguageCanBeChanged() {
        String token = database.transaction(() -> database.visits.open(ARRIVAL));
        database.transaction(() -> database.visits.speak(database.visits.byToken(token), "de"));
        assertThat(database.transaction(() -> database.visits.byToken(token)).language())
                .isEqualTo("de");
    }
}
