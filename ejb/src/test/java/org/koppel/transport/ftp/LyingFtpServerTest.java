package org.koppel.transport.ftp;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.apache.ftpserver.command.impl.STOR;
import org.apache.ftpserver.ftplet.DefaultFtpReply;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.koppel.shared.PartyId;
import org.koppel.transport.ChangedFileException;
import org.koppel.transport.Delivery;
import org.koppel.transport.DeliveryOutcome;
import org.koppel.transport.DeliveryOutcome.Kind;
import org.koppel.transport.Part;
import org.koppel.transport.PickupVisit;
import org.koppel.transport.Security;
import org.koppel.transport.TestKeys;
import org.koppel.transport.WaitingFile;

/** Servers that lie, refuse, die or hang: nothing is said to be delivered that is not whole, and nothing is taken that is not. */
@Timeout(60) // what waits here, waits for ever
class LyingFtpServerTest {
    private static final Part CSV = new Part("text/csv", "OR-1.csv", "a;b;c;d\r\n".getBytes(StandardCharsets.UTF_8));
    /** More than the buffers of a connection hold. */
    private static final Part LARGE = new Part("application/pdf", "OR-1.pdf", new byte[20_000_000]);

    @TempDir
    private Path directory;

    private final ScheduledExecutorService timer = Executors.newSingleThreadScheduledExecutor();
    private final List<FtpPartner> servers = new ArrayList<>();

    @AfterEach
    void stopTheServers() {
        servers.forEach(FtpPartner::close);
        timer.shutdownNow();
    }

    @Test
    void halfAFileThatTheServerCallsWholeIsNotDeliveredAndNobodySeesIt() throws Exception {
        FtpPartner partner = started(partner());
        partner.disk = FtpPartner.keeping(4);

        DeliveryOutcome outcome = deliver(partner, CSV);

        assertThat(outcome.kind()).isEqualTo(Kind.RETRY);
        assertThat(outcome.code()).isEqualTo("FTP_INCOMPLETE");
        assertThat(outcome.detail()).contains("4 of 9 bytes");
        assertThat(names()).containsExactly("OR-1.csv.tmp");
        partner.disk = out -> out;
        assertThat(deliver(partner, CSV).kind()).isEqualTo(Kind.DELIVERED);
        assertThat(names()).containsExactly("OR-1.csv");
        assertThat(Files.readAllBytes(directory.resolve("OR-1.csv"))).isEqualTo(CSV.content());
    }

    @Test
    void ofSeveralFilesNoneGetsItsNameWhenOneIsNotWhole() throws Exception {
        FtpPartner partner = started(partner());
        partner.disk = FtpPartner.keeping(5);

        assertThat(deliver(partner, new Part("text/csv", "OR-1.ok", new byte[5]), CSV)
                        .kind())
                .isEqualTo(Kind.RETRY);

        assertThat(names()).containsExactlyInAnyOrder("OR-1.ok.tmp", "OR-1.csv.tmp");
    }

    @Test
    void whereThereIsNoSizeTheListTellsIt() throws Exception {
        FtpPartner partner = started(partner().on("SIZE", FtpPartner.UNKNOWN).on("RETR", FtpPartner.UNKNOWN));

        assertThat(deliver(partner, CSV)).isEqualTo(DeliveryOutcome.delivered("Stored OR-1.csv"));
        partner.disk = FtpPartner.keeping(4);
        assertThat(deliver(partner, CSV).code()).isEqualTo("FTP_INCOMPLETE");
    }

    @Test
    void whereNothingTellsASizeTheFileIsReadBack() throws Exception {
        FtpPartner partner = started(untold());

        assertThat(deliver(partner, CSV)).isEqualTo(DeliveryOutcome.delivered("Stored OR-1.csv"));
        partner.disk = FtpPartner.keeping(4);
        assertThat(deliver(partner, CSV).code()).isEqualTo("FTP_INCOMPLETE");
        partner.disk = out -> out;
        partner.reader = content -> "other".getBytes(StandardCharsets.UTF_8);
        assertThat(deliver(partner, CSV).code()).isEqualTo("FTP_INCOMPLETE");
    }

    @Test
    void aWrongSizeIsNoFailureWhenTheFileThatIsReadBackIsWhole() throws Exception {
        FtpPartner partner = started(partner().on("SIZE", FtpPartner.answer(213, "1")));

        assertThat(deliver(partner, CSV)).isEqualTo(DeliveryOutcome.delivered("Stored OR-1.csv"));
    }

    @Test
    void aWrongSizeOfAFileThatNobodyMayReadIsNoDelivery() throws Exception {
        FtpPartner partner = started(
                partner().on("SIZE", FtpPartner.answer(213, "1")).on("RETR", FtpPartner.answer(550, "Write only.")));

        assertThat(deliver(partner, CSV).code()).isEqualTo("FTP_INCOMPLETE");
        assertThat(names()).containsExactly("OR-1.csv.tmp");
    }

    @Test
    void whatAServerShowsNothingOfIsDeliveredByItsWordWhichIsTold() throws Exception {
        FtpPartner partner = started(untold().on("RETR", FtpPartner.answer(550, "Write only.")));

        DeliveryOutcome outcome = deliver(partner, CSV);

        assertThat(outcome.kind()).isEqualTo(Kind.DELIVERED);
        assertThat(outcome.detail()).contains("only its word");
    }

    @Test
    void aConnectionThatDiesInTheMiddleIsTriedAgainAndTheRestIsWrittenOver() throws Exception {
        FtpPartner partner = partner();
        partner.on("STOR", (session, context, request) -> {
            session.write(new DefaultFtpReply(150, "About to open data connection."));
            try (OutputStream half = Files.newOutputStream(directory.resolve(request.getArgument()))) {
                session.getDataConnection().openConnection();
                half.write(new byte[1000]);
            } catch (Exception e) {
                throw new IOException(e);
            } finally {
                session.getDataConnection().closeDataConnection();
                session.closeNow();
            }
        });
        started(partner);

        assertThat(deliver(partner, LARGE).kind()).isEqualTo(Kind.RETRY);
        assertThat(names()).containsExactly("OR-1.pdf.tmp");

        FtpPartner healthy = started(partner());
        assertThat(deliver(healthy, LARGE).kind()).isEqualTo(Kind.DELIVERED);
        assertThat(names()).containsExactly("OR-1.pdf");
        assertThat(directory.resolve("OR-1.pdf")).hasSize(LARGE.content().length);
    }

    @Test
    void theRestOfAnEarlierAttemptThatMayNotBeWrittenOverIsRemoved() throws Exception {
        Files.writeString(directory.resolve("OR-1.csv.tmp"), "half");
        STOR real = new STOR();
        FtpPartner partner = started(partner().on("STOR", (session, context, request) -> {
            if (Files.exists(directory.resolve(request.getArgument()))) {
                session.write(new DefaultFtpReply(553, "It exists."));
            } else {
                real.execute(session, context, request);
            }
        }));

        assertThat(deliver(partner, CSV).kind()).isEqualTo(Kind.DELIVERED);
        assertThat(names()).containsExactly("OR-1.csv");
    }

    @Test
    void aNameThatIsRefusedIsNoDelivery() throws Exception {
        FtpPartner partner = started(partner().on("RNTO", FtpPartner.answer(553, "Not allowed.")));

        DeliveryOutcome outcome = deliver(partner, CSV);

        assertThat(outcome.kind()).isEqualTo(Kind.REJECTED);
        assertThat(outcome.code()).isEqualTo("FTP_553");
        assertThat(outcome.detail()).contains("the right to rename files");
        assertThat(names()).containsExactly("OR-1.csv.tmp");
    }

    @Test
    void aServerThatChangesFilesIsNotUsed() throws Exception {
        FtpPartner partner = started(partner().on("TYPE", FtpPartner.answer(504, "ASCII only.")));

        assertThat(deliver(partner, CSV).detail()).contains("The binary type");
        assertThat(names()).isEmpty();
    }

    @ParameterizedTest
    @EnumSource(Security.class)
    void aServerThatTakesNothingOffTheDataConnectionIsLeft(Security security) throws Exception {
        FtpPartner partner = started(secured(partner().hangsIn("STOR"), security));

        DeliveryOutcome outcome = deliver(partner, LARGE);

        assertThat(outcome.kind()).isEqualTo(Kind.RETRY);
        assertThat(outcome.code()).isEqualTo("FTP_TOO_SLOW");
    }

    @ParameterizedTest
    @EnumSource(Security.class)
    void aFileIsTakenToEveryKindOfServer(Security security) throws Exception {
        FtpPartner partner = started(secured(partner(), security));

        assertThat(deliver(partner, LARGE).kind()).isEqualTo(Kind.DELIVERED);
        assertThat(directory.resolve("OR-1.pdf")).hasSize(LARGE.content().length);
    }

    @Test
    void aServerThatDoesNotSayGoodbyeHasTheFileAllTheSame() throws Exception {
        FtpPartner partner = started(partner().neverAnswers("QUIT"));

        assertThat(deliver(partner, CSV).kind()).isEqualTo(Kind.DELIVERED);
    }

    @Test
    void aFileThatEndsTooEarlyAsIfItWereWholeIsNotTakenAndTheNextOneIs() throws Exception {
        FtpPartner partner = started(partner());
        Files.writeString(directory.resolve("a.edi"), "UNB+UNOC:3'");
        partner.reader = content -> Arrays.copyOf(content, content.length / 2);

        try (PickupVisit visit = visit(partner)) {
            WaitingFile file = visit.list().get(0);
            assertThatThrownBy(() -> visit.fetch(file, new ByteArrayOutputStream(), 100))
                    .isInstanceOf(ChangedFileException.class)
                    .hasMessageContaining("had 11 bytes when it was listed, and 5 came");
            partner.reader = content -> content;
            ByteArrayOutputStream out = new ByteArrayOutputStream();
            assertThat(visit.fetch(file, out, 100)).isTrue();
            assertThat(out.toString(StandardCharsets.UTF_8)).isEqualTo("UNB+UNOC:3'");
        }
    }

    @ParameterizedTest
    @EnumSource(Security.class)
    void aServerThatSendsNothingOnTheDataConnectionIsLeft(Security security) throws Exception {
        FtpPartner partner = started(secured(partner().hangsIn("RETR"), security));
        Files.writeString(directory.resolve("a.edi"), "UNB+UNOC:3'");

        try (PickupVisit visit = visit(partner)) {
            WaitingFile file = visit.list().get(0);
            timer.schedule(visit::breakOff, 300, TimeUnit.MILLISECONDS);
            assertThatThrownBy(() -> visit.fetch(file, new ByteArrayOutputStream(), 100))
                    .isInstanceOf(IOException.class);
        }
    }

    @Test
    void afterAFileThatIsTooLargeAProtectedVisitGoesOnProtectedAndCanStillBeBrokenOff() throws Exception {
        FtpPartner partner = started(secured(partner(), Security.EXPLICIT));
        Files.write(directory.resolve("a.edi"), new byte[2_000_000]);

        try (PickupVisit visit = visit(partner)) {
            WaitingFile file = visit.list().get(0);
            assertThat(visit.fetch(file, new ByteArrayOutputStream(), 100)).isFalse();
            visit.breakOff();
            assertThatThrownBy(visit::list).isInstanceOf(IOException.class);
        }
    }

    private FtpPartner partner() {
        return new FtpPartner(directory);
    }

    private FtpPartner untold() {
        return partner()
                .on("SIZE", FtpPartner.UNKNOWN)
                .on("MLST", FtpPartner.UNKNOWN)
                .on("FEAT", FtpPartner.UNKNOWN);
    }

    private FtpPartner started(FtpPartner partner) throws Exception {
        servers.add(partner.start());
        return partner;
    }

    private static FtpPartner secured(FtpPartner partner, Security security) {
        return security == Security.NONE
                ? partner
                : partner.secured(TestKeys.of("ftp.example"), security == Security.IMPLICIT);
    }

    private DeliveryOutcome deliver(FtpPartner partner, Part... parts) {
        Map<String, String> settings = partner.settings();
        return transport()
                .deliver(new Delivery(UUID.randomUUID(), new PartyId("ediplus"), "Order 1", settings, List.of(parts)));
    }

    private PickupVisit visit(FtpPartner partner) throws Exception {
        PickupVisit visit = new FtpPickup(transport()).visit(partner.settings());
        visit.begin();
        return visit;
    }

    private FtpTransport transport() {
        return new FtpTransport(timer, Duration.ofSeconds(4));
    }

    private List<String> names() throws IOException {
        try (Stream<Path> files = Files.list(directory)) {
            return files.map(f -> f.getFileName().toString()).toList();
        }
    }
}
