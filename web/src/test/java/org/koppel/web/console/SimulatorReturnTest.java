package org.koppel.web.console;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.koppel.platform.Settings;
import org.koppel.web.security.Visitor;

class SimulatorReturnTest {

    private static boolean isOpen(boolean demo, Optional<String> user) {
        SimulatorResource simulator = new SimulatorResource();
        simulator.settings = new Settings() {
            @Override
            public boolean demo() {
                return demo;
            }
        };
        simulator.visitor = new Visitor() {
            @Override
            public Optional<String> user() {
                return user;
            }
        };
        return simulator.isOpen();
    }

    @Test
    void inProductionTheReturnPageIsThereForWhoeverIsLoggedInOnly() {
        assertThat(isOpen(false, Optional.empty())).isFalse();
        assertThat(isOpen(false, Optional.of("anna"))).isTrue();
    }

    @Test
    void inTheDemoItIsOpen() {
        assertThat(isOpen(true, Optional.empty())).isTrue();
    }
}
