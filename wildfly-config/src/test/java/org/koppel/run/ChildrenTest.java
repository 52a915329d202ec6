package org.koppel.run;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ChildrenTest {
    @TempDir
    Path directory;

    private final List<Process> started = new ArrayList<>();

    @AfterEach
    void end() {
        started.forEach(Process::destroyForcibly);
    }

    @Test
    void stopsWhatAnEarlierJavaLeftBehind() throws IOException {
        Process left = start(new Children(directory));

        new Children(directory).stopLeftovers();

        assertThat(left.isAlive()).isFalse();
        assertThat(directory).isEmptyDirectory();
    }

    @Test
    void leavesAProcessAloneThatGotTheIdLater() throws IOException {
        Process stranger = start(new Children(directory.resolve("other")));
        Path mine = Files.createDirectories(directory.resolve("mine"));
        Files.writeString(mine.resolve("wildfly.pid"), stranger.pid() + " 2001-01-01T00:00:00Z");

        new Children(mine).stopLeftovers();

        assertThat(stranger.isAlive()).isTrue();
    }

    @Test
    void startsNothingOnceItIsStopping() {
        Children children = new Children(directory);
        children.close();

        assertThatThrownBy(() -> start(children)).isInstanceOf(IllegalStateException.class);
    }

    private Process start(Children children) throws IOException {
        Process process = children.start("sleeper", new ProcessBuilder(new ArrayList<>(List.of("sleep", "600"))));
        started.add(process);
        return process;
    }
}
