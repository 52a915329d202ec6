package org.koppel.web.security;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.SQLException;
import java.sql.SQLTransientConnectionException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.koppel.inbound.InboxFullException;

class UnavailabilityTest {

    @ParameterizedTest
    @ValueSource(strings = {"08006", "08001", "57P01", "57P03", "53300", "40001"})
    void aDatabaseThatIsAwayOrBusyPasses(String state) {
        assertThat(Unavailability.isCauseOf(new IllegalStateException("outer", new SQLException("inner", state))))
                .isTrue();
    }

    @ParameterizedTest
    @ValueSource(strings = {"23505", "42P01", "22001", "57014"})
    void aStatementThatIsWrongDoesNot(String state) {
        assertThat(Unavailability.isCauseOf(new IllegalStateException(new SQLException("inner", state))))
                .isFalse();
    }

    @Test
    void aPoolWithoutConnectionsPasses() {
        assertThat(Unavailability.isCauseOf(new RuntimeException(new SQLTransientConnectionException("none"))))
                .isTrue();
    }

    @Test
    void otherFailuresDoNot() {
        assertThat(Unavailability.isCauseOf(new NullPointerException())).isFalse();
        assertThat(Unavailability.isCauseOf(new RuntimeException(new SQLException("no state"))))
                .isFalse();
    }

    @Test
    void anInboxThatIsFullPasses() {
        assertThat(Unavailability.isCauseOf(new InboxFullException())).isTrue();
    }
}
