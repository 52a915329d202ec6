package org.koppel.fault;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.koppel.run.Demo;

/** The server dies between storing a file and moving it away: the file is known when it is seen again. */
@BreaksKoppel
class PickupKillIT {
    private final Demo demo = BreakableKoppel.demo();
    private final Rows rows = new Rows(demo.database());
    private final String mark = UUID.randomUUID().toString().substring(0, 6).toUpperCase(Locale.ROOT);
    private final Path place = demo.folder().resolve("ediplus/in");

    @Test
    void aFileThatWasStoredAndNotMovedIsMovedAndItsOrderIsThereOnce() throws Exception {
        Path file = place.resolve(mark + ".edi");
        try (Held movers = Held.writersOf(demo.database(), "inbound_message")) {
            Files.writeString(file, FiledOrder.edifact(mark, "K" + mark));
            Eventually.see(
                    "the file is being stored",
                    () -> Held.waitingIn(demo.database(), "insert into inbound_message"),
                    n -> n == 1);
            try (Held commits = Held.committers(demo.database())) {
                movers.close();
                Eventually.see(
                        "the file is stored and nobody knows",
                        () -> Held.committed(demo.database(), "way_in_file"),
                        n -> n == 1);
                demo.server().kill();
            }
        }
        assertThat(file).exists();
        assertThat(stored()).isEqualTo(1);

        demo.server().start();

        Eventually.see("the file is away", () -> Files.exists(file), there -> !there);
        Eventually.see("the order", () -> orders(), n -> n == 1);
        assertThat(stored()).isEqualTo(1);
        assertThat(rows.count("select count(*) from way_in_file where name = ?", mark + ".edi"))
                .isEqualTo(1);
    }

    private long stored() throws Exception {
        return rows.count("select count(*) from inbound_message where remote like ?", "%" + mark + ".edi");
    }

    private long orders() throws Exception {
        return rows.count("select count(*) from purchase_order where number = ?", "K" + mark);
    }
}
