package org.koppel.fault;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Random;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInfo;
import org.junit.jupiter.api.extension.ExtendWith;
import org.koppel.run.Database;
import org.koppel.run.Demo;

/** The server dies, as by a power cut or by {@code kill -9}: what was acknowledged survives, once. */
@ExtendWith(BreakableKoppel.class)
class KillIT {
    private static final int ROUNDS = Integer.getInteger("koppel.fault.rounds", 10);
    private static final long SEED = Long.getLong("koppel.fault.seed", 20_260_105);
    /** More than the listeners of one queue take at once, so that some stay unread. */
    private static final int MORE_THAN_LISTENERS = 20;

    private final Demo demo = BreakableKoppel.demo();
    private final Database database = demo.database();
    private final Rows rows = new Rows(database);
    private OrderLedger ledger;
    private Comparison comparison;

    @BeforeEach
    void openLedger(TestInfo test) {
        ledger = new OrderLedger(
                demo, "K" + Integer.toHexString(test.getDisplayName().hashCode()));
        comparison = new Comparison(demo, ledger);
    }

    @AfterEach
    void report(TestInfo test) {
        System.out.println(test.getDisplayName() + ": " + ledger.sent().size() + " orders, "
                + ledger.answers().size() + " answers");
    }

    @Test
    void atRandomMomentsUnderLoad() throws Exception {
        System.out.println("Seed " + SEED + " (-Dkoppel.fault.seed), " + ROUNDS + " rounds");
        Random random = new Random(SEED);
        try (Partners partners = Partners.sending(ledger)) {
            for (int round = 0; round < ROUNDS; round++) {
                Thread.sleep(1_500 + random.nextInt(2_000)); // the moment is the fault
                demo.server().kill();
                comparison.nothingIsInvented();
                demo.server().start();
            }
            partners.finish();
        }

        comparison.holds();
    }

    @Test
    void afterAnOrderIsStoredAndBeforeItsSenderHearsSo() throws Exception {
        try (Held held = Held.committers(database);
                Partners partners = Partners.sending(ledger, 6)) {
            Eventually.see("intakes have committed", () -> Held.committed(database), n -> n == 6);
            demo.server().kill();
            held.close();
            Eventually.see("stored orders", this::unread, n -> n == 6);
            assertThat(ledger.acknowledged()).isEmpty();

            demo.server().start();
            partners.finish();
        }

        comparison.holds();
    }

    @Test
    void whileSomeMessagesWaitToBeReadAndOthersAreBeingRead() throws Exception {
        try (Held held = Held.writersOf(database, "document");
                Partners partners = Partners.sending(ledger, MORE_THAN_LISTENERS)) {
            partners.finish();
            assertThat(ledger.acknowledged()).hasSize(MORE_THAN_LISTENERS);
            Eventually.see("splits under way", () -> Held.waitingIn(database, "insert into document"), n -> n > 0);
            assertThat(unread()).isEqualTo(MORE_THAN_LISTENERS);
            assertThat(untouched()).isBetween(1L, MORE_THAN_LISTENERS - 1L);
            demo.server().kill();
            held.close();

            assertThat(unread()).isEqualTo(MORE_THAN_LISTENERS);
            demo.server().start();
        }

        comparison.holds();
    }

    @Test
    void insideTheHandlerBeforeItsCommit() throws Exception {
        try (Held held = Held.writersOf(database, "delivery");
                Partners partners = Partners.sending(ledger, 6)) {
            partners.finish();
            Eventually.see("handlers under way", () -> Held.waitingIn(database, "insert into delivery"), n -> n == 6);
            assertThat(pending()).isEqualTo(6);
            demo.server().kill();
            held.close();

            assertThat(pending()).isEqualTo(6);
            assertThat(orders()).isZero();
            demo.server().start();
        }

        comparison.holds();
    }

    @Test
    void afterTheHandlersCommitAndBeforeTheQueueHearsOfTheDelivery() throws Exception {
        try (Held handlers = Held.writersOf(database, "delivery");
                Partners partners = Partners.sending(ledger, 6)) {
            partners.finish();
            Eventually.see("handlers under way", () -> Held.waitingIn(database, "insert into delivery"), n -> n == 6);
            try (Held commits = Held.committers(database)) {
                handlers.close();
                Eventually.see("handlers have committed", () -> Held.committed(database), n -> n >= 6);
                demo.server().kill();
            }
            Eventually.see("orders", this::orders, n -> n == 6);
            assertThat(deliveries("PENDING")).isEqualTo(6);

            demo.server().start();
        }

        comparison.holds();
    }

    @Test
    void afterADeliveryIsClaimedAndBeforeItIsSent() throws Exception {
        demo.mail().stop();
        try (SilentMailServer silent = new SilentMailServer(demo.ports().smtp());
                Partners partners = Partners.sending(ledger, 6)) {
            partners.finish();
            Eventually.see("calls of the mail server", silent::callers, n -> n >= 6);
            demo.server().kill();
        } finally {
            demo.mail().start();
        }
        assertThat(deliveries("IN_FLIGHT")).isEqualTo(6);
        assertThat(Mails.messageIds(demo.mail().directory(), ledger.prefix())).isEmpty();

        demo.server().start();

        comparison.holds();
    }

    @Test
    void afterADeliveryIsSentAndBeforeThatIsRecorded() throws Exception {
        try (Held held = Held.writersOf(database, "delivery_attempt");
                Partners partners = Partners.sending(ledger, 6)) {
            partners.finish();
            Eventually.see(
                    "recorders under way", () -> Held.waitingIn(database, "insert into delivery_attempt"), n -> n == 6);
            demo.server().kill();
            held.close();
        }
        assertThat(Mails.messageIds(demo.mail().directory(), ledger.prefix())).hasSize(6);
        assertThat(deliveries("IN_FLIGHT")).isEqualTo(6);

        demo.server().start();

        comparison.holds();
        assertThat(Mails.messageIds(demo.mail().directory(), ledger.prefix()).values())
                .as("each is sent again, as nobody knew that it had arrived")
                .allSatisfy(ids -> assertThat(ids).hasSizeGreaterThan(1));
    }

    private long unread() throws Exception {
        return rows.count(
                "select count(*) from inbound_message where status = 'RECEIVED' and reference like ?",
                ledger.prefix() + "-%");
    }

    /** Unread messages that no listener holds. */
    private long untouched() throws Exception {
        return rows.of(
                        "select id from inbound_message where status = 'RECEIVED' and reference like ? for update skip locked",
                        ledger.prefix() + "-%")
                .size();
    }

    private long pending() throws Exception {
        return rows.count(
                "select count(*) from document where direction = 'IN' and status = 'PENDING' and number like ?",
                ledger.prefix() + "-%");
    }

    private long orders() throws Exception {
        return rows.count("select count(*) from purchase_order where number like ?", ledger.prefix() + "-%");
    }

    private long deliveries(String status) throws Exception {
        return rows.count(
                "select count(*) from delivery v join document d on d.id = v.document"
                        + " join purchase_order p on p.id = d.purchase_order where v.status = ? and p.number like ?",
                status,
                ledger.prefix() + "-%");
    }
}
