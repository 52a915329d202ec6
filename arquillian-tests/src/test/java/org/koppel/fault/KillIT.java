package org.koppel.fault;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInfo;
import org.koppel.run.Database;
import org.koppel.run.Demo;

/** The server dies, as by a power cut or by {@code kill -9}: what was acknowledged survives, once. */
@BreaksKoppel
class KillIT {
    private static final int ROUNDS = Integer.getInteger("koppel.fault.rounds", 10);
    private static final long SEED = Long.getLong("koppel.fault.seed", 20_260_105);
    /** More than the listeners of one queue take at once, so that some stay unread. */
    private static final int MORE_THAN_LISTENERS = 20;

    /** As many as the listeners of one queue hold at once, one or two per partner. */
    private static final int FEW = 6;

    private final Demo demo = BreakableKoppel.demo();
    private final Database database = demo.database();
    private final Rows rows = new Rows(database);
    private OrderLedger ledger;
    private Comparison comparison;

    @BeforeEach
    void openLedger(TestInfo test) {
        open(OrderLedger.byMail(
                demo, "K" + Integer.toHexString(test.getDisplayName().hashCode())));
    }

    private void open(OrderLedger fresh) {
        ledger = fresh;
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
        open(new OrderLedger(demo, "R" + Long.toHexString(SEED)));
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

    /** Four stages die at once: a delivery that was sent, messages in the queue, messages being read, an intake. */
    @Test
    void betweenSendingAndRecordingInTheQueueInTheReaderAndBeforeTheSenderHears() throws Exception {
        try (Held recorders = Held.writersOf(database, "delivery_attempt");
                Partners confirmed = Partners.sending(ledger, FEW)) {
            confirmed.finish();
            seeWaiting("insert into delivery_attempt", FEW);
            assertThat(mails()).hasSize(FEW);
            try (Held readers = Held.writersOf(database, "document");
                    Partners queued = Partners.sending(ledger, MORE_THAN_LISTENERS)) {
                queued.finish();
                seeWaiting("insert into document", 1);
                assertThat(untouched()).isBetween(1, MORE_THAN_LISTENERS - 1);
                try (Held commits = Held.committers(database);
                        Partners unheard = Partners.sending(ledger, FEW)) {
                    Eventually.see("intakes have committed", () -> Held.committed(database, "customer"), n -> n == FEW);
                    demo.server().kill();
                    releaseAll(commits, readers, recorders);
                    assertStoredButUnheard();
                    demo.server().start();
                    unheard.finish();
                }
            }
        }

        comparison.holds();
        assertThat(firstMails())
                .as("sent again, as nobody knew that they had arrived")
                .hasSize(FEW)
                .allSatisfy((order, ids) -> assertThat(ids).hasSizeGreaterThan(1));
    }

    /** Two stages die at once: a claimed delivery that the mail server has not taken, and an order that is half written. */
    @Test
    void insideTheHandlerBeforeItsCommitAndBetweenClaimingAndSending() throws Exception {
        demo.mail().stop();
        try (SilentMailServer silent = new SilentMailServer(demo.ports().smtp());
                Partners confirmed = Partners.sending(ledger, FEW)) {
            confirmed.finish();
            Eventually.see("calls of the mail server", silent::callers, n -> n >= FEW);
            try (Held handlers = Held.writersOf(database, "delivery");
                    Partners ordered = Partners.sending(ledger, FEW)) {
                ordered.finish();
                seeWaiting("insert into delivery", FEW);
                demo.server().kill();
            }
        } finally {
            demo.mail().start();
        }
        assertThat(deliveries("IN_FLIGHT")).isEqualTo(FEW);
        assertThat(mails()).isEmpty();
        assertThat(unread())
                .as("messages whose only document was being handled")
                .isEqualTo(FEW);
        assertThat(orders()).isEqualTo(FEW);

        demo.server().start();

        comparison.holds();
    }

    @Test
    void betweenTheHandlersCommitAndTheQueueHearingOfTheDelivery() throws Exception {
        try (Held handlers = Held.writersOf(database, "delivery");
                Partners partners = Partners.sending(ledger, FEW)) {
            partners.finish();
            seeWaiting("insert into delivery", FEW);
            try (Held commits = Held.committers(database)) {
                handlers.close();
                Eventually.see(
                        "handlers have committed", () -> Held.committed(database, "purchase_order"), n -> n == FEW);
                demo.server().kill();
            }
        }
        Eventually.see("orders", this::orders, n -> n == FEW);
        assertThat(deliveries("PENDING")).isEqualTo(FEW);

        demo.server().start();

        comparison.holds();
    }

    private void seeWaiting(String statement, long least) throws Exception {
        Eventually.see("blocked: " + statement, () -> Held.waitingIn(database, statement), n -> n >= least);
    }

    private static void releaseAll(Held... held) throws SQLException {
        for (Held one : held) {
            one.close();
        }
    }

    /** After the kill: every stage is as it was left. */
    private void assertStoredButUnheard() throws Exception {
        Eventually.see("all intakes are stored", this::unread, n -> n == MORE_THAN_LISTENERS + FEW);
        assertThat(ledger.acknowledged()).hasSize(FEW + MORE_THAN_LISTENERS);
        assertThat(deliveries("IN_FLIGHT")).isEqualTo(FEW);
    }

    private Map<String, List<String>> mails() throws Exception {
        return Mails.messageIds(demo.mail().directory(), ledger.prefix());
    }

    /** Of the orders that were sent first. */
    private Map<String, List<String>> firstMails() throws Exception {
        Map<String, List<String>> all = mails();
        all.keySet().removeIf(number -> Integer.parseInt(number.substring(number.indexOf('-') + 1)) > FEW);
        return all;
    }

    private long unread() throws Exception {
        return rows.count(
                "select count(*) from inbound_message where status = 'RECEIVED' and reference like ?",
                ledger.prefix() + "-%");
    }

    /** Unread messages that no listener holds. */
    private int untouched() throws Exception {
        return rows.of(
                        "select id from inbound_message where status = 'RECEIVED' and reference like ? for update skip locked",
                        ledger.prefix() + "-%")
                .size();
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
