package org.koppel.order;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.koppel.document.Document;
import org.koppel.document.Price;
import org.koppel.outbound.Outbox;
import org.koppel.outbound.PersonsMail;
import org.koppel.party.Buyer;
import org.koppel.party.Buyers;
import org.koppel.party.Channel;
import org.koppel.party.Channels;
import org.koppel.punchout.CartItem;
import org.koppel.punchout.ParkedCart;
import org.koppel.punchout.ParkedCarts;
import org.koppel.punchout.TransferredCart;
import org.koppel.punchout.Wishes;
import org.koppel.shared.Money;
import org.koppel.shared.PartyId;
import org.koppel.shared.UnitCode;
import org.koppel.transport.TransportId;

class CartNoticesTest {
    private static final PartyId BUYER = new PartyId("buyer-1");
    private static final Instant MONDAY = Instant.parse("2026-01-05T08:00:00Z");
    private final CartNotices notices = new CartNotices();
    private final List<String> told = new ArrayList<>();
    private String login = "an.peeters";
    private boolean agreed;
    private boolean empty;
    private String confirmations = "orders@buyer.example";

    @BeforeEach
    void wire() {
        notices.carts = new OneCart();
        notices.channels = new Agreements();
        notices.buyers = new OneBuyer();
        notices.outbox = new ToldOutbox();
        notices.mail = new ToldMail();
    }

    @Test
    void whereAChannelIsAgreedTheNoticeGoesThereOnly() {
        agreed = true;
        notices.expire(UUID.randomUUID());
        assertThat(told).containsExactly("the agreed channels");
    }

    @Test
    void withoutOneItIsMailedToTheBuyerElseToWhereConfirmationsGo() {
        notices.warn(UUID.randomUUID());
        login = "somebody.else";
        notices.expire(UUID.randomUUID());
        login = null;
        notices.expire(UUID.randomUUID());
        assertThat(told).containsExactly("an@buyer.example", "orders@buyer.example", "orders@buyer.example");
    }

    @Test
    void whereNobodyCanBeWrittenToItIsKept() {
        login = null;
        confirmations = null;
        notices.expire(UUID.randomUUID());
        assertThat(told).containsExactly("the agreed channels");
    }

    @Test
    void aCartThatWentHomeEmptyEndsWithoutANotice() {
        empty = true;
        notices.expire(UUID.randomUUID());
        notices.warn(UUID.randomUUID());
        assertThat(told).isEmpty();
    }

    private final class OneCart extends ParkedCarts {
        @Override
        public Optional<TransferredCart> expire(UUID cart) {
            return Optional.of(cart());
        }

        @Override
        public Optional<TransferredCart> noticed(UUID cart) {
            return Optional.of(cart());
        }

        private TransferredCart cart() {
            ParkedCart.Data data = new ParkedCart.Data(null, login, "An Peeters", null, null, false, null);
            ParkedCart parked = new ParkedCart(UUID.randomUUID(), "C-1", List.of(), data);
            CartItem item = new CartItem(
                    1,
                    "100001",
                    "Socket",
                    null,
                    BigDecimal.ONE,
                    UnitCode.PIECE,
                    Price.perUnit(Money.of("4.50", "EUR")),
                    1,
                    null,
                    null,
                    null,
                    null,
                    List.of(),
                    Wishes.NONE,
                    null,
                    List.of());
            return new TransferredCart(parked, BUYER, MONDAY, MONDAY, empty ? List.of() : List.of(item));
        }
    }

    private final class Agreements extends Channels {
        @Override
        public List<Channel> of(PartyId customer, String documentType) {
            return agreed
                    ? List.of(new Channel(
                            UUID.randomUUID(), customer, documentType, List.of(), new TransportId("x"), Map.of()))
                    : List.of();
        }
    }

    private static final class OneBuyer extends Buyers {
        @Override
        public Optional<Buyer> byLogin(PartyId customer, String login) {
            return login.equals("an.peeters")
                    ? Optional.of(new Buyer(login, "An Peeters", Optional.of("an@buyer.example"), Optional.empty()))
                    : Optional.empty();
        }
    }

    private final class ToldOutbox extends Outbox {
        @Override
        public UUID add(PartyId customer, UUID order, Document document) {
            told.add("the agreed channels");
            return UUID.randomUUID();
        }
    }

    private final class ToldMail extends PersonsMail {
        @Override
        public Optional<String> ofConfirmations(PartyId customer) {
            return Optional.ofNullable(confirmations);
        }

        @Override
        public void add(PartyId customer, String to, Document document) {
            told.add(to);
        }
    }
}
