package org.koppel.web.console;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.koppel.operations.Simulation;
import org.koppel.web.console.RoundTrip.State;
import org.koppel.web.simulator.BuyerSystem;
import org.koppel.web.simulator.BuyerSystems;
import org.koppel.web.simulator.Operation;

class RoundTripTest {
    private static final Instant MONDAY = Instant.parse("2026-01-05T08:00:00Z");
    private static final BuyerSystem SRM = BuyerSystems.byId("sap-srm").orElseThrow();

    private static Simulation run(Instant sent, String refused, Instant returned, Instant ordered, UUID message) {
        return new Simulation(
                "id",
                "anna",
                "bouwgroep",
                "sap-srm",
                "CREATE",
                true,
                "",
                MONDAY,
                sent,
                null,
                refused,
                null,
                returned,
                null,
                null,
                message,
                ordered);
    }

    private static List<State> states(Simulation run, Operation operation, long failures) {
        return RoundTrip.of(run, SRM, operation, null, failures, null).stream()
                .map(RoundTrip.Step::state)
                .toList();
    }

    @Test
    void beforeTheRequestEverythingIsToCome() {
        assertThat(states(run(null, null, null, null, null), Operation.CREATE, 0))
                .containsExactly(State.NOW, State.TODO, State.TODO, State.TODO, State.TODO, State.TODO, State.TODO);
    }

    @Test
    void aRefusedRequestEndsTheTrip() {
        assertThat(states(run(MONDAY, "refused.LOGIN_WRONG", null, null, null), Operation.CREATE, 0))
                .startsWith(State.FAILED, State.TODO)
                .doesNotContain(State.NOW);
    }

    @Test
    void aBrokenRuleIsMarkedAndTheOrderMayGoOnAllTheSame() {
        assertThat(states(run(MONDAY, null, MONDAY, null, null), Operation.CREATE, 1))
                .containsExactly(State.DONE, State.DONE, State.DONE, State.FAILED, State.NOW, State.TODO, State.TODO);
    }

    @Test
    void anOrderThatCouldNotBeSentIsMarked() {
        assertThat(states(run(MONDAY, null, MONDAY, MONDAY, null), Operation.CREATE, 0))
                .endsWith(State.FAILED, State.TODO, State.TODO);
    }

    @Test
    void aSentOrderWaitsForItsAnswer() {
        assertThat(states(run(MONDAY, null, MONDAY, MONDAY, UUID.randomUUID()), Operation.CREATE, 0))
                .endsWith(State.DONE, State.NOW, State.TODO);
    }

    @Test
    void functionsWithoutAShopEndWithTheVerdict() {
        assertThat(states(run(MONDAY, null, MONDAY, null, null), Operation.VALIDATE, 0))
                .containsExactly(State.DONE, State.DONE, State.DONE);
    }
}
