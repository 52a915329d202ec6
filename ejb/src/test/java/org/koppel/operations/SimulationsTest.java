package org.koppel.operations;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.SQLException;
import java.time.Duration;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class SimulationsTest {
    private OperationsDatabase database;
    private final Simulations simulations = new Simulations();

    @BeforeEach
    void twoPersons() throws SQLException {
        database = new OperationsDatabase();
        simulations.em = database.sessions.em;
        simulations.clock = database.sessions.clock;
        database.run(
                "insert into console_user (name, password_hash, created_at) values ('anna', 'x', now()), ('bob', 'x',"
                        + " now())");
    }

    @AfterEach
    void close() {
        database.close();
    }

    private Simulation begun(String user) {
        String id = simulations.newId();
        Simulation begun = Simulation.prepared(id, user, "bouwgroep", "sap-srm", "CREATE", true, "HOOK_URL=x");
        return database.transaction(() -> {
            simulations.begin(begun);
            return simulations.byId(id, user).orElseThrow();
        });
    }

    private Simulation now(Simulation simulation) {
        return database.transaction(
                () -> simulations.byId(simulation.id(), simulation.user()).orElseThrow());
    }

    private boolean returned(Simulation simulation, String form) {
        return database.transaction(() -> simulations.returned(simulation, form));
    }

    private void sent(Simulation simulation, String refused) {
        database.transaction(() -> {
            simulations.sent(simulation, "303", refused);
            return null;
        });
    }

    @Test
    void aSimulationIsItsOwnersAlone() {
        Simulation hers = begun("anna");

        assertThat(database.transaction(() -> simulations.byId(hers.id(), "bob")))
                .isEmpty();
        assertThat(database.transaction(() -> simulations.of("bob"))).isEmpty();
        assertThat(database.transaction(() -> simulations.of("anna")))
                .extracting(Simulation::id)
                .containsExactly(hers.id());
    }

    @Test
    void aCartComesHomeOnceAndOnlyWhileItIsOnItsWay() {
        Simulation simulation = begun("anna");
        assertThat(returned(simulation, "early=1")).isFalse();

        sent(simulation, null);
        assertThat(now(simulation).sentAt()).isEqualTo(OperationsDatabase.MONDAY);
        assertThat(returned(simulation, "")).isTrue();
        assertThat(returned(simulation, "again=1")).isFalse();

        assertThat(now(simulation).returned()).isEmpty();
        assertThat(now(simulation).returnedAt()).isEqualTo(OperationsDatabase.MONDAY);
    }

    @Test
    void nothingComesHomeFromARequestThatWasRefused() {
        Simulation simulation = begun("anna");
        sent(simulation, "refused.LOGIN_WRONG");

        assertThat(returned(simulation, "x=1")).isFalse();
    }

    @Test
    void theOrderIsKeptWithItsMessageOrWithoutOne() {
        Simulation simulation = begun("anna");
        UUID message = UUID.randomUUID();
        database.transaction(() -> {
            simulations.ordered(simulation, "<cXML/>", "", null);
            return null;
        });
        assertThat(now(simulation).orderMessage()).isNull();

        database.transaction(() -> {
            simulations.ordered(simulation, "<cXML/>", "<cXML>200</cXML>", message);
            return null;
        });
        assertThat(now(simulation).orderMessage()).isEqualTo(message);
        assertThat(now(simulation).orderAnswer()).contains("200");
    }

    @Test
    void oldSimulationsAreClearedAwayWhenANewOneBegins() {
        Simulation old = begun("anna");
        database.pass(Duration.ofDays(8));

        begun("bob");

        assertThat(database.transaction(() -> simulations.byId(old.id(), "anna")))
                .isEmpty();
    }

    @Test
    void aCouplingTellsTheNamesAndTheAgreedWaysAndNoSecret() {
        database.run("insert into credential (id, customer, kind, domain, identity, secret_hash) values"
                + " (gen_random_uuid(), 'bouwgroep', 'OCI', '', 'bg', '\\x00')");
        Couplings couplings = new Couplings();
        couplings.em = database.sessions.em;

        assertThat(database.transaction(couplings::all))
                .containsExactly(
                        new Couplings.Coupling(
                                "bouwgroep", "Bouwgroep", "bg", null, null, null, null, null, "mail: html, pdf"),
                        new Couplings.Coupling("zorggroep", "Zorggroep", null, null, null, null, null, null, null));
    }
}
