package org.koppel.transport.ftp;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.apache.ftpserver.FtpServer;
import org.apache.ftpserver.FtpServerFactory;
import org.apache.ftpserver.listener.Listener;
import org.apache.ftpserver.listener.ListenerFactory;
import org.apache.ftpserver.usermanager.impl.BaseUser;
import org.apache.ftpserver.usermanager.impl.WritePermission;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.koppel.transport.Pickup;
import org.koppel.transport.PickupContract;
import org.koppel.transport.PickupRefusedException;
import org.koppel.transport.PickupVisit;

/** Files from a real FTP server of a partner. */
class FtpPickupTest extends PickupContract {
    private final ScheduledExecutorService timer = Executors.newSingleThreadScheduledExecutor();
    private FtpServer server;
    private Listener door;

    @BeforeEach
    void startThePartner() throws Exception {
        BaseUser account = new BaseUser();
        account.setName("koppel");
        account.setPassword("secret");
        account.setHomeDirectory(directory.getParent().toString());
        account.setAuthorities(List.of(new WritePermission()));
        ListenerFactory listener = new ListenerFactory();
        listener.setServerAddress("127.0.0.1");
        listener.setPort(0);
        secure(listener);
        FtpServerFactory factory = new FtpServerFactory();
        door = listener.createListener();
        factory.addListener("default", door);
        factory.getUserManager().save(account);
        server = factory.createServer();
        server.start();
    }

    /** Plain FTP has nothing to do here. */
    void secure(ListenerFactory listener) throws Exception {
        listener.setImplicitSsl(false);
    }

    @AfterEach
    void stopThePartner() {
        server.stop();
        timer.shutdownNow();
    }

    @Override
    protected Pickup pickup() {
        return new FtpPickup(new FtpTransport(timer, Duration.ofSeconds(5)));
    }

    @Override
    protected Map<String, String> settings() {
        return Map.of(
                "host", "127.0.0.1",
                "port", Integer.toString(door.getPort()),
                "security", "none",
                "user", "koppel",
                "password", "secret",
                "directory", directory.getFileName().toString());
    }

    /** It takes the call and says nothing. */
    @Test
    void aServerThatNeverAnswersIsLeftWhenTheTimeIsOver() throws Exception {
        try (ServerSocket silent = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            Map<String, String> other = new HashMap<>(settings());
            other.put("port", Integer.toString(silent.getLocalPort()));
            try (PickupVisit visit = pickup().visit(other)) {
                timer.schedule(visit::breakOff, 300, TimeUnit.MILLISECONDS);
                assertThatThrownBy(visit::begin).isInstanceOf(IOException.class);
            }
        }
    }

    @Test
    void aWrongPasswordIsForAPerson() {
        Map<String, String> other = new HashMap<>(settings());
        other.put("password", "other");

        assertThatThrownBy(() -> begun(other))
                .isInstanceOfSatisfying(
                        PickupRefusedException.class,
                        e -> assertThat(e.outcome().code()).isEqualTo("FTP_530"));
    }
}
