package org.koppel.inbound.pickup;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Visits of a way in, on a real database. */
class PickupRunTest {
    private static final WayIn.Selection BY_NAME =
            new WayIn.Selection("*.edi", Readiness.NAME, ".ok", Duration.ofSeconds(30));
    private static final WayIn.Selection STABLE =
            new WayIn.Selection("*", Readiness.STABLE, ".ok", Duration.ofSeconds(30));
    private static final WayIn.Selection MARKED =
            new WayIn.Selection("*", Readiness.MARKER, ".ok", Duration.ofSeconds(30));

    private final PartnersFolder partner = new PartnersFolder();
    private final PickupDatabase database = new PickupDatabase(partner);

    @AfterEach
    void close() {
        database.close();
    }

    private void lay(String name, String content) {
        partner.lay(name, content, database.now());
    }

    @Test
    void aFileIsStoredOnceAndLiesInTheArchiveThen() {
        WayIn way = database.way(BY_NAME);
        lay("a.edi", "order 1");
        lay("b.edi.tmp", "half");
        lay("readme.txt", "words");

        database.visit();

        assertThat(database.received).containsExactly("order 1");
        assertThat(partner.files).containsOnlyKeys("b.edi.tmp", "readme.txt");
        assertThat(partner.moved).containsOnlyKeys("archive/20260105-080000000-a.edi");
        assertThat(database.files(way)).singleElement().satisfies(f -> {
            assertThat(f.accepted()).isTrue();
            assertThat(f.message()).isNotNull();
            assertThat(f.movedTo()).isEqualTo("archive/20260105-080000000-a.edi");
        });
        assertThat(database.runs(way)).singleElement().satisfies(r -> {
            assertThat(r.status()).isEqualTo(WayInRun.Status.DONE);
            assertThat(r.taken()).isEqualTo(1);
        });
    }

    @Test
    void aFileThatIsRefusedLiesInErrorWithTheReasonAndTheOthersAreTaken() {
        WayIn way = database.way(BY_NAME);
        lay("a.edi", "bad order");
        lay("b.edi", "order 2");

        database.visit();

        assertThat(partner.moved)
                .containsOnlyKeys(
                        "error/20260105-080000000-a.edi",
                        "error/20260105-080000000-a.edi.txt",
                        "archive/20260105-080000000-b.edi");
        assertThat(partner.moved.get("error/20260105-080000000-a.edi.txt"))
                .contains("a.edi", "INVALID", "NO_NUMBER", "The number is missing");
        assertThat(database.runs(way)).singleElement().satisfies(r -> {
            assertThat(r.taken()).isEqualTo(1);
            assertThat(r.refused()).isEqualTo(1);
        });
        assertThat(database.state(way).failures()).isZero();
    }

    @Test
    void ofAFileAboveTheLimitOnlyTheHeadIsCopied() {
        database.settings.put("KOPPEL_MAX_MESSAGE_BYTES", "70000");
        database.settings.put("KOPPEL_MAX_INTERCHANGE_BYTES", "100000");
        database.way(BY_NAME);
        lay("a.edi", "x".repeat(100_000));
        lay("b.edi", "x".repeat(100_001));

        database.visit();

        assertThat(database.received).extracting(String::length).containsExactly(100_000, 64 * 1024);
    }

    @Test
    void aFileThatWasStoredBeforeItsServerDiedIsMovedAndNotStoredAgain() {
        WayIn way = database.way(BY_NAME);
        lay("a.edi", "order 1");
        partner.refusesMoves = true; // as good as dead: stored, not moved
        database.visit();
        assertThat(partner.files).containsKey("a.edi");
        partner.refusesMoves = false;
        database.pass(Duration.ofMinutes(16));

        database.visit();

        assertThat(database.received).containsExactly("order 1");
        assertThat(partner.moved).containsOnlyKeys("archive/20260105-080000000-a.edi");
        assertThat(database.files(way)).hasSize(1);
    }

    @Test
    void anotherFileOfTheSameNameIsStored() {
        database.way(BY_NAME);
        lay("a.edi", "order 1");
        database.visit();
        lay("a.edi", "order 2");
        database.pass(Duration.ofMinutes(11));
        database.visit();

        assertThat(database.received).containsExactly("order 1", "order 2");
        assertThat(partner.moved).hasSize(2);
    }

    @Test
    void theSameFileOnceMoreIsMovedAwayAndToldAsARepeat() {
        WayIn way = database.way(BY_NAME);
        lay("a.edi", "order 1");
        database.visit();
        lay("a.edi", "order 1");
        database.pass(Duration.ofMinutes(11));
        database.visit();

        assertThat(database.received).containsExactly("order 1");
        assertThat(partner.files).isEmpty();
        assertThat(database.files(way)).hasSize(2).first().satisfies(f -> {
            assertThat(f.repeated()).isTrue();
            assertThat(f.message()).isEqualTo(database.files(way).get(1).message());
        });
    }

    @Test
    void aFileThatWasRefusedIsTriedAgainWhenItIsLaidAgain() {
        database.way(BY_NAME);
        lay("a.edi", "bad order");
        database.visit();
        lay("a.edi", "bad order");
        database.pass(Duration.ofMinutes(11));
        database.visit();

        assertThat(database.received).containsExactly("bad order", "bad order");
    }

    @Test
    void aFileThatGrowsIsTakenWhenItHasStayedTheSameForAWhile() {
        WayIn way = database.way(STABLE);
        lay("a.csv", "half");
        database.visit();
        database.pass(Duration.ofMinutes(11));
        lay("a.csv", "half and half");
        database.visit();
        assertThat(database.received).isEmpty();
        assertThat(database.runs(way)).allMatch(r -> r.waiting() == 1);

        database.pass(Duration.ofMinutes(11));
        database.visit();

        assertThat(database.received).containsExactly("half and half");
    }

    @Test
    void aFileWaitsForItsMarkerWhichGoesWithIt() {
        database.way(MARKED);
        lay("a.csv", "order 1");
        lay("b.csv", "order 2");
        lay("b.ok", "");
        lay("c.csv", "order 3");
        lay("c.csv.ok", "");

        database.visit();

        assertThat(database.received).containsExactlyInAnyOrder("order 2", "order 3");
        assertThat(partner.files).containsOnlyKeys("a.csv");
    }

    @Test
    void aMarkerThatIsGoneDoesNotKeepAStoredFile() {
        database.way(MARKED);
        lay("a.csv", "order 1");
        lay("a.csv.ok", "");
        partner.refusesMoves = true; // after the marker was removed
        database.visit();
        assertThat(partner.files).containsOnlyKeys("a.csv");
        partner.refusesMoves = false;
        database.pass(Duration.ofMinutes(16));

        database.visit();

        assertThat(partner.files).isEmpty();
        assertThat(database.received).containsExactly("order 1");
    }

    @Test
    void tomorrowsFileOfThatNameWaitsForAMarkerOfItsOwn() {
        database.way(MARKED);
        lay("a.csv", "order 1");
        lay("a.csv.ok", "");
        partner.refusesMoves = true;
        database.visit();
        partner.refusesMoves = false;
        lay("a.csv", "half of order 2");
        database.pass(Duration.ofMinutes(16));

        database.visit();

        assertThat(database.received).containsExactly("order 1");
        assertThat(partner.files).containsOnlyKeys("a.csv");
    }

    @Test
    void oneFileThatCannotBeStoredDoesNotKeepTheOthers() {
        WayIn way = database.way(BY_NAME);
        lay("a.edi", "poison");
        lay("b.edi", "order 2");

        database.visit();

        assertThat(database.received).containsExactly("order 2");
        assertThat(partner.files).containsOnlyKeys("a.edi");
        assertThat(database.state(way).code()).isEqualTo("NOT_STORED");
        assertThat(database.state(way).cause()).contains("a.edi");
    }

    @Test
    void whatCannotBeMovedIsNotCopiedAgainAndTheOthersComeFirst() {
        WayIn way = database.way(BY_NAME);
        for (int i = 0; i < 20; i++) {
            layAtSecond(i + 1, "old-" + i + ".edi", "old order " + i);
        }
        partner.refusesMoves = true;
        database.visit();
        assertThat(database.received).as("each, though none can be moved").hasSize(20);
        assertThat(database.runs(way))
                .first()
                .satisfies(r -> assertThat(r.taken()).isEqualTo(20));
        partner.fetched.clear();
        database.pass(Duration.ofMinutes(16));
        layAtSecond(30, "new.edi", "new order");

        database.visit();

        assertThat(database.received).hasSize(21).endsWith("new order");
        assertThat(partner.fetched).containsExactly("new.edi");
        assertThat(database.state(way).code()).isEqualTo("RIGHTS");

        partner.refusesMoves = false;
        database.pass(Duration.ofMinutes(16));
        database.visit();
        assertThat(partner.files).isEmpty();
        assertThat(partner.fetched).containsExactly("new.edi");
        assertThat(database.files(way)).hasSize(21).allMatch(f -> f.movedTo() != null);
    }

    @Test
    void anotherFileOfTheSameSizeInThePlaceOfOneThatCouldNotBeMovedIsStored() {
        database.way(BY_NAME);
        layAtSecond(1, "a.edi", "order 1");
        partner.refusesMoves = true;
        database.visit();
        layAtSecond(2, "a.edi", "order 2");
        partner.refusesMoves = false;
        database.pass(Duration.ofMinutes(16));

        database.visit();

        assertThat(database.received).containsExactly("order 1", "order 2");
    }

    @Test
    void aFileThatTakesThePlaceOfAStoredOneDuringAVisitIsNotMovedUnread() {
        database.way(BY_NAME);
        layAtSecond(1, "a.edi", "order 1");
        partner.refusesMoves = true;
        database.visit();
        partner.refusesMoves = false;
        database.pass(Duration.ofMinutes(16));
        layAtSecond(2, "b.edi", "order 2");
        partner.afterFetch = () -> layAtSecond(3, "a.edi", "order 3");

        database.visit();
        assertThat(partner.files).containsOnlyKeys("a.edi");
        partner.afterFetch = () -> {};
        database.pass(Duration.ofMinutes(16));
        database.visit();

        assertThat(database.received).containsExactly("order 1", "order 2", "order 3");
    }

    @Test
    void aFileThatTakesThePlaceOfAStoredOneWhileOthersAreMovedIsNotMovedUnread() {
        database.way(BY_NAME);
        layAtSecond(1, "a.edi", "order 1");
        layAtSecond(2, "b.edi", "order 2");
        partner.refusesMoves = true;
        database.visit();
        partner.refusesMoves = false;
        database.pass(Duration.ofMinutes(16));
        partner.afterMove = () -> {
            database.pass(Duration.ofSeconds(5));
            layAtSecond(0, "b.edi", "order 3");
            partner.afterMove = () -> {};
        };

        database.visit();
        assertThat(partner.files).containsOnlyKeys("b.edi");
        database.pass(Duration.ofMinutes(16));
        database.visit();

        assertThat(database.received).containsExactly("order 1", "order 2", "order 3");
    }

    @Test
    void manyFilesThatStayWhereTheyAreAreNotVisitedWithoutAPause() {
        WayIn way = database.way(BY_NAME);
        for (int i = 0; i < 501; i++) {
            lay(i + ".edi", "order " + i);
        }
        partner.refusesMoves = true;
        database.visit();
        assertThat(database.received).hasSize(500);
        database.visit();
        assertThat(database.received).as("at once, as there was more").hasSize(501);
        database.visit();

        assertThat(database.runs(way))
                .extracting(WayInRun::taken)
                .as("the others were known")
                .containsExactlyInAnyOrder(500, 1, 0);
        assertThat(database.claim()).as("before ten minutes are over").isEmpty();
    }

    @Test
    void thePlaceStaysAVisitsAlsoWhileItAsksWhetherThePartnerIsThere() {
        database.way(BY_NAME);
        lay("a.edi", "order 1");
        partner.breaks.add("a.edi");
        partner.afterFetch = () -> database.pass(Duration.ofSeconds(80));
        List<Optional<Claim>> byOthers = new ArrayList<>();
        partner.whenAskedWhetherItGoesOn = () -> {
            database.pass(Duration.ofSeconds(80));
            byOthers.add(database.claim());
        };

        database.visit();

        assertThat(byOthers).containsExactly(Optional.empty());
    }

    @Test
    void oneFileThatIsRefusedDoesNotMakeTheOthersLate() {
        WayIn way = database.way(BY_NAME);
        lay("a.edi", "order 1");
        partner.refusesMoves = true;

        database.visit();

        assertThat(database.state(way).needsPerson()).isFalse();
        assertThat(database.state(way).cause()).startsWith("a.edi: May not rename");
        database.pass(Duration.ofMinutes(11));
        assertThat(database.claim()).as("every ten minutes").isPresent();
    }

    @Test
    void filesThatCanNeverBeTakenDoNotKeepThoseBehindThem() {
        WayIn way = database.way(BY_NAME);
        for (int i = 0; i < 30; i++) {
            lay("a-" + i + ".edi", "poison " + i);
        }
        lay("b.edi", "order 2");

        database.visit();

        assertThat(database.received).containsExactly("order 2");
        assertThat(database.state(way).code()).isEqualTo("NOT_STORED");
    }

    @Test
    void aFileThatBreaksIsTheFilesMatterWhileThePartnerStillAnswers() {
        WayIn way = database.way(BY_NAME);
        lay("a.edi", "order 1");
        lay("b.edi", "order 2");
        lay("c.edi", "order 3");
        partner.breaks.add("a.edi");
        partner.breaks.add("archive/b.edi");

        database.visit();

        assertThat(database.received).containsExactly("order 2", "order 3");
        assertThat(partner.files).containsOnlyKeys("a.edi", "b.edi");
        assertThat(database.state(way).code()).isEqualTo("FILE_FAILED");
        assertThat(database.state(way).cause()).contains("a.edi", "Read error");
    }

    @Test
    void theVisitThatFollowsTriesFirstWhatHasNotFailed() {
        WayIn way = database.way(BY_NAME);
        for (int i = 0; i < 15; i++) {
            lay("a-" + i + ".edi", "order");
            partner.breaks.add("a-" + i + ".edi");
        }
        lay("b.edi", "order 2");
        database.visit();
        assertThat(database.received).as("a connection for each is too much").isEmpty();
        database.pass(Duration.ofMinutes(11));

        database.visit();

        assertThat(database.received).containsExactly("order 2");
        assertThat(database.runs(way)).hasSize(2);
    }

    @Test
    void theNameInTheArchiveIsOneThatFileSystemsTake() {
        database.way(BY_NAME);
        lay("ä".repeat(120) + ".edi", "order 1");

        database.visit();

        assertThat(partner.moved.keySet()).singleElement().satisfies(n -> {
            assertThat(n).startsWith("archive/20260105-080000000-").endsWith("ä.edi");
            assertThat((n.substring("archive/".length()) + ".txt.tmp").getBytes(StandardCharsets.UTF_8))
                    .hasSizeLessThanOrEqualTo(255);
        });
    }

    private void layAtSecond(int second, String name, String content) {
        partner.lay(name, content, database.now().plusSeconds(second));
    }

    @Test
    void twoNodesNeverVisitTheSamePlaceAtOnce() {
        database.way(BY_NAME);

        Optional<Claim> one = database.claim();
        Optional<Claim> other = database.claim();

        assertThat(one).isPresent();
        assertThat(other).isEmpty();
    }

    @Test
    void aVisitThatHangsIsToldAndTheNodeDoesNotBeginAnotherOneThere() {
        WayIn way = database.way(BY_NAME);
        Claim hangs = database.claim().orElseThrow();
        assertThat(database.claim(Set.of(way.id()))).isEmpty();
        assertThat(database.runs(way))
                .singleElement()
                .satisfies(r -> assertThat(r.status()).isEqualTo(WayInRun.Status.RUNNING));
        database.pass(Duration.ofSeconds(91));

        assertThat(database.claim(Set.of(way.id()))).isEmpty();

        assertThat(database.state(way).code()).isEqualTo("HANGS");
        assertThat(database.state(way).needsPerson()).isTrue();
        assertThat(database.claim(Set.of(way.id()))).as("on this node").isEmpty();
        assertThat(database.claim()).as("on another one").isPresent();
        database.run(hangs); // it answers at last
        assertThat(database.received).isEmpty();
    }

    @Test
    void whatANodeLeftBehindIsTakenOverAndTheNodeStoresNothingMore() {
        WayIn way = database.way(BY_NAME);
        lay("a.edi", "order 1");
        Claim slow = database.claim().orElseThrow();
        partner.afterFetch = () -> {
            partner.afterFetch = () -> {};
            database.pass(Duration.ofSeconds(91));
            database.visit(); // by another node
        };

        database.run(slow);

        assertThat(database.received).containsExactly("order 1");
        assertThat(database.files(way)).hasSize(1);
        assertThat(database.runs(way))
                .extracting(WayInRun::status)
                .containsExactly(WayInRun.Status.DONE, WayInRun.Status.BROKEN_OFF);
        assertThat(database.state(way).failures()).isZero();
    }

    @Test
    void aPartnerThatIsAwayIsVisitedAgainAndNeedsAPersonAfterTheThirdTime() {
        WayIn way = database.way(BY_NAME);
        partner.away = true;
        for (int i = 1; i <= 3; i++) {
            database.visit();
            assertThat(database.state(way).failures()).isEqualTo(i);
            assertThat(database.state(way).needsPerson()).isEqualTo(i == 3);
            assertThat(database.claim()).isEmpty();
            database.pass(Duration.ofMinutes(10));
        }
        assertThat(database.state(way).cause()).contains("partner:1", "Check the settings");

        partner.away = false;
        database.visit();

        assertThat(database.state(way).failures()).isZero();
        assertThat(database.state(way).needsPerson()).isFalse();
        assertThat(database.state(way).cause()).isNull();
    }

    @Test
    void aPartnerThatSendsAFileForEverIsLeftAndWhatWasTakenBeforeStays() {
        WayIn way = database.way(BY_NAME, Duration.ofSeconds(5));
        lay("a.edi", "order 1");
        database.pass(Duration.ofSeconds(1));
        lay("b.edi", "order 2");
        partner.hangs.add("b.edi");

        database.visit();

        assertThat(database.received).containsExactly("order 1");
        assertThat(partner.files).containsOnlyKeys("b.edi");
        assertThat(database.state(way).code()).isEqualTo("TOO_SLOW");
        assertThat(database.runs(way))
                .singleElement()
                .satisfies(r -> assertThat(r.taken()).isEqualTo(1));
    }

    @Test
    void aPartnerThatRefusesTheLoginNeedsAPersonAtOnceAndIsNotAskedForAWhile() {
        WayIn way = database.way(BY_NAME);
        partner.refusesLogin = true;

        database.visit();

        assertThat(database.state(way).needsPerson()).isTrue();
        database.pass(Duration.ofMinutes(14));
        assertThat(database.claim()).isEmpty();
        database.pass(Duration.ofMinutes(2));
        assertThat(database.claim()).isPresent();
    }

    @Test
    void aPersonsWishForARunComesAtOnceAlsoDuringAnotherOne() {
        WayIn way = database.way(BY_NAME);
        Claim running = database.claim().orElseThrow();
        database.transaction(em -> PickupDatabase.waysOn(em).askForRun(way.id(), "an", database.now()));

        assertThat(database.claim()).isEmpty();
        database.run(running);
        database.visit();

        assertThat(database.runs(way)).extracting(WayInRun::askedBy).containsExactlyInAnyOrder(null, "an");
    }

    @Test
    void ofVisitsThatFoundNothingOnlyTheNewestAreTold() {
        WayIn way = database.way(BY_NAME);
        for (int i = 0; i < 25; i++) {
            database.visit();
            database.pass(Duration.ofMinutes(10));
        }

        assertThat(database.runs(way)).hasSize(20);
    }
}
