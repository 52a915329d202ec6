package org.koppel.run;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import org.junit.jupiter.api.Test;

class PortsTest {
    @Test
    void anOffsetMovesEveryPort() {
        Ports usual = new Ports(0);

        new Ports(70)
                .all()
                .forEach((use, port) ->
                        assertThat(port).as(use).isEqualTo(usual.all().get(use) + 70));
    }

    @Test
    void aPortInUseIsNamedWithItsUseAndTheWayOut() throws IOException {
        try (ServerSocket taken = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            Ports ports = new Ports(taken.getLocalPort() - new Ports(0).smtp());

            assertThatThrownBy(ports::requireFree)
                    .isInstanceOf(CannotStartException.class)
                    .hasMessageContaining("port " + taken.getLocalPort() + " (SMTP)")
                    .hasMessageContaining("-Dkoppel.port-offset=");
        }
    }

    @Test
    void anOffsetBeyondTheLastPortIsRefused() {
        assertThatThrownBy(() -> new Ports(60_000)).isInstanceOf(CannotStartException.class);
    }
}
