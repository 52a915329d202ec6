package org.koppel.run;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DatabaseTest {
    private static final Path BINARIES = Path.of("target/postgresql").toAbsolutePath();

    @TempDir
    Path directory;

    private int port;
    private Database database;

    @BeforeEach
    void start() throws IOException, InterruptedException {
        try (ServerSocket free = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            port = free.getLocalPort();
        }
        database = withPassword("secret");
        database.start();
    }

    @AfterEach
    void stop() {
        database.stop();
    }

    @Test
    void isAsDurableAsInProduction() throws SQLException {
        assertThat(setting("fsync")).isEqualTo("on");
        assertThat(setting("synchronous_commit")).isEqualTo("on");
        assertThat(setting("max_prepared_transactions")).isEqualTo("0");
        assertThat(setting("server_encoding")).isEqualTo("UTF8");
    }

    @Test
    void keepsWhatWasCommittedBeforeItWasKilled() throws SQLException, IOException, InterruptedException {
        execute("create table kept as select 42 as answer");
        database.kill();
        database.start();

        assertThat(query("select answer from kept")).isEqualTo("42");
    }

    @Test
    void asksForThePassword() {
        assertThatThrownBy(() -> withPassword("wrong").connect())
                .isInstanceOf(SQLException.class)
                .hasMessageContaining("password");
    }

    private Database withPassword(String password) {
        return new Database(
                BINARIES, directory.resolve("postgresql"), port, password, new Children(directory.resolve("pids")));
    }

    private String setting(String name) throws SQLException {
        return query("show " + name);
    }

    private void execute(String sql) throws SQLException {
        try (Connection connection = database.connect();
                Statement statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }

    private String query(String sql) throws SQLException {
        try (Connection connection = database.connect();
                Statement statement = connection.createStatement();
                ResultSet found = statement.executeQuery(sql)) {
            found.next();
            return found.getString(1);
        }
    }
}
