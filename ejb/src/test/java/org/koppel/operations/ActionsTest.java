package org.koppel.operations;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.koppel.order.OrderRejection;

class ActionsTest {
    private static final UUID ORDER = new UUID(0, 1);
    private final List<String> rejected = new ArrayList<>();
    private final List<String> noted = new ArrayList<>();
    private final Actions actions = actions();

    @Test
    void aReasonIsOneLineOfPlainTextForTheBuyerAndTheAudit() {
        actions.rejectOrder(ORDER, " Closed in August.\r\n  Order again in September.\n", "anna");

        assertThat(rejected).containsExactly("Closed in August. Order again in September.");
        assertThat(noted).containsExactly("anna REJECT_ORDER Closed in August. Order again in September.");
    }

    @Test
    void aReasonOfAThousandCharactersIsTaken() {
        actions.rejectOrder(ORDER, "é".repeat(1_000), "anna");

        assertThat(rejected).hasSize(1);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", " \n ", "a\tb", "a\0b"})
    void withoutAUsableReasonNothingIsRejected(String reason) {
        assertThatThrownBy(() -> actions.rejectOrder(ORDER, reason, "anna"))
                .isInstanceOf(InvalidFilterException.class)
                .hasMessageContaining("tell the buyer why");
        assertThatThrownBy(() -> actions.rejectOrder(ORDER, "x".repeat(1_001), "anna"))
                .isInstanceOf(InvalidFilterException.class);
        assertThat(rejected).isEmpty();
        assertThat(noted).isEmpty();
    }

    private Actions actions() {
        Actions built = new Actions();
        built.rejection = new OrderRejection() {
            @Override
            public void reject(UUID order, String reason) {
                rejected.add(reason);
            }
        };
        built.audit = new Audit() {
            @Override
            public void note(String who, String action, UUID subject, String detail) {
                noted.add(who + " " + action + " " + detail);
            }
        };
        return built;
    }
}
