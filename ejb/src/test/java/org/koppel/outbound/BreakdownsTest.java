package org.koppel.outbound;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import jakarta.jms.Message;
import java.lang.reflect.Proxy;
import java.time.Duration;
import java.util.NoSuchElementException;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.koppel.party.Channel;
import org.koppel.transport.DeliveryOutcome;

/** A delivery on which the server fails before an attempt can begin does not go round for ever. */
class BreakdownsTest {
    private final OutboundDatabase database = new OutboundDatabase();
    private final DeliveryListener listener = new DeliveryListener();
    private final DeadDeliveryListener dead = new DeadDeliveryListener();
    private Channel channel;
    private UUID delivery;

    @BeforeEach
    void aDeliveryWhoseChannelCannotBeRead() {
        channel = database.channel("buyer-1", "html");
        delivery = database.delivery(channel);
        listener.dispatcher = new DeliveryDispatcher() {
            @Override
            public void dispatch(UUID id) {
                database.desk(desk -> desk.claim(id));
            }
        };
        listener.breakdowns = new InTransactions();
        dead.breakdowns = listener.breakdowns;
    }

    @AfterEach
    void close() {
        database.close();
    }

    @Test
    void whatTheQueueGivesUpIsParkedWithItsAttemptsAndItsCause() {
        database.lose(channel);
        for (int i = 0; i < 10; i++) {
            assertThatThrownBy(() -> listener.onMessage(message())).isInstanceOf(NoSuchElementException.class);
        }
        assertThat(database.column(delivery, "status")).isEqualTo("PENDING");

        dead.onMessage(message());

        assertThat(database.column(delivery, "status")).isEqualTo("PARKED");
        assertThat(database.column(delivery, "cause"))
                .startsWith("Gave up after 10 tries. SERVER_FAILED: NoSuchElementException");
        assertThat(database.column(delivery, "attempts")).isEqualTo("1");
        assertThat(database.one(
                        "select outcome || ' ' || code from delivery_attempt where delivery = '" + delivery + "'"))
                .isEqualTo("RETRY SERVER_FAILED");
        assertThat(database.due()).as("the sweeper lets it be").isEmpty();
    }

    @Test
    void whatOnlyTheDatabaseFailedOnIsLeftToTheSweeper() {
        dead.onMessage(message());

        assertThat(database.column(delivery, "status")).isEqualTo("PENDING");
        assertThat(database.column(delivery, "cause")).isEqualTo("null");
    }

    @Test
    void aPersonMaySendItAgainAndOldFailuresCountNoMore() {
        database.lose(channel);
        for (int i = 0; i < 5; i++) {
            assertThatThrownBy(() -> listener.onMessage(message())).isInstanceOf(NoSuchElementException.class);
        }
        dead.onMessage(message());
        database.desk(desk -> {
            desk.reopen(delivery);
            return null;
        });

        dead.onMessage(message()); // a second id of it that was still in the queue

        assertThat(database.column(delivery, "status")).isEqualTo("PENDING");
        assertThat(database.column(delivery, "breakdowns")).isEqualTo("0");
    }

    @Test
    void anAttemptThatBeginsEndsTheCount() {
        database.breakdowns(b -> b.note(delivery, new IllegalStateException("once")));
        assertThat(database.column(delivery, "breakdowns")).isEqualTo("1");

        Optional<DeliveryDesk.Claim> claim = database.desk(desk -> desk.claim(delivery));

        assertThat(claim).isPresent();
        assertThat(database.column(delivery, "breakdowns")).isEqualTo("0");
    }

    @Test
    void whatGoesAlongIsParkedWithIt() {
        Channel bundled = database.bundled("buyer-2", "csv");
        UUID leader = database.delivery(bundled);
        UUID follower = database.delivery(bundled);
        database.pass(Duration.ofMinutes(61));
        DeliveryDesk.Claim claim = database.<Optional<DeliveryDesk.Claim>>desk(desk -> desk.claim(leader))
                .orElseThrow();
        database.desk(desk -> {
            desk.record(claim, DeliveryOutcome.retry("FTP_421", "later"));
            return null;
        });
        database.pass(Duration.ofMinutes(2));
        for (int i = 0; i < 5; i++) {
            database.breakdowns(b -> b.note(leader, new IllegalStateException("no channel")));
        }

        database.breakdowns(b -> b.giveUp(leader));

        assertThat(database.column(leader, "status")).isEqualTo("PARKED");
        assertThat(database.column(follower, "status")).isEqualTo("PARKED");
        assertThat(database.column(follower, "cause")).contains("SERVER_FAILED");
    }

    private Message message() {
        return (Message) Proxy.newProxyInstance(
                Message.class.getClassLoader(),
                new Class<?>[] {Message.class},
                (proxy, method, arguments) -> switch (method.getName()) {
                    case "getBody" -> delivery.toString();
                    case "propertyExists" -> false;
                    default -> null;
                });
    }

    /** Each call in a transaction of its own, as on the server. */
    private final class InTransactions extends Breakdowns {
        @Override
        public void note(UUID id, Throwable failure) {
            database.breakdowns(b -> b.note(id, failure));
        }

        @Override
        public void giveUp(UUID id) {
            database.breakdowns(b -> b.giveUp(id));
        }
    }
}
