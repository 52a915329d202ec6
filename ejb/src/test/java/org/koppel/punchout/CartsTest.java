package org.koppel.punchout;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.koppel.punchout.PunchoutDatabase.BOUWGROEP;
import static org.koppel.punchout.PunchoutDatabase.ZORGGROEP;

import java.math.BigDecimal;
import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import javax.sql.DataSource;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.koppel.catalogue.SearchQuery;
import org.koppel.catalogue.Surcharge;
import org.koppel.catalogue.TestCatalogue;
import org.koppel.document.Price;
import org.koppel.platform.Json;
import org.koppel.shared.Money;
import org.koppel.shared.UnitCode;

class CartsTest {
    private static final String SOCKET = "100001";
    private static DataSource filled;
    private PunchoutDatabase database;
    private final Carts carts = new Carts();
    private final Transfers transfers = new Transfers();

    @BeforeAll
    static void fill() {
        filled = TestCatalogue.ownDemo();
    }

    @BeforeEach
    void open() {
        database = new PunchoutDatabase(filled);
        TestCatalogue catalogue = new TestCatalogue(filled);
        CartPricing pricing = new CartPricing();
        pricing.offers = catalogue.offers();
        carts.carts = database.storedCarts;
        carts.pricing = pricing;
        carts.attachments = database.storedAttachments;
        carts.clock = database.clock();
        transfers.carts = database.storedCarts;
        transfers.pricing = pricing;
        transfers.articles = catalogue.articles();
        transfers.clock = database.clock();
        transfers.handBacks = PunchoutFixture.only(new NamingHandBack());
    }

    @AfterEach
    void close() {
        new TestCatalogue(filled).execute("update article set active = true where number = '" + SOCKET + "'");
        database.close();
    }

    @Test
    void aSurchargeIsCountedInTheTotalAndGoesHomeBehindItsArticle() {
        new TestCatalogue(filled).execute("update customer set country = 'BE' where id = 'bouwgroep'");
        Visit visit = database.visitOf(BOUWGROEP);
        SearchQuery panels = SearchQuery.of("", "en").in("lighting.panels").stocked(true);
        String panel = new TestCatalogue(filled)
                .search()
                .search(BOUWGROEP, panels)
                .hits()
                .get(0)
                .article();
        add(visit, panel, "3");
        PricedCart.Line line = show(visit).lines().get(0);

        assertThat(line.surcharges()).singleElement().satisfies(s -> {
            assertThat(s.surcharge().number()).isEqualTo("RECUPEL-LIGHT");
            assertThat(s.amount().amount()).isEqualByComparingTo("0.36");
        });
        assertThat(show(visit).total())
                .contains(line.amount().plus(line.surcharges().get(0).amount()));
        transfers.transfer(visit);
        assertThat(transfers.transferForm(visit).fields().get(0).value())
                .contains("CartItem[number=1, article=" + panel, "CartItem[number=2, article=RECUPEL-LIGHT");
    }

    @Test
    void aCartThatWentHomeBeforeThereWereSurchargesCanStillBeRead() {
        CartItem frozen = Json.read("""
                {"number":1,"article":"100001","description":"Socket","quantity":2,"unit":"H87",
                 "price":{"amount":{"amount":3.50,"currency":"EUR"},"baseQuantity":1},"leadTimeDays":2,"classifications":[]}
                """, CartItem.class);

        assertThat(frozen.wishes()).isEqualTo(Wishes.NONE);
        assertThat(frozen.surcharges()).isEmpty();
        assertThat(frozen.taxPercent()).isNull();
        assertThat(CartItem.withSurcharges(List.of(frozen))).containsExactly(frozen);
    }

    @Test
    void whatIsFrozenWithACartIsReadAsItWas() {
        CartItem item = ACartItem.of(1, "100001", "Socket")
                .quantity(new BigDecimal("2"), new UnitCode("H87"))
                .price(Price.perUnit(Money.of("3.50", "EUR")))
                .leadTimeDays(2)
                .wishes(new Wishes(null, "4100", "For the kitchen", "YARD", null))
                .taxPercent(new BigDecimal("21"))
                .surcharges(List.of(new Surcharge(
                        "RECUPEL",
                        "Recupel",
                        Money.of("0.0496", "EUR"),
                        new BigDecimal("21"),
                        Surcharge.Handling.OWN_LINE)))
                .build();

        assertThat(Json.read(Json.write(item), CartItem.class)).isEqualTo(item);
        assertThat(CartItem.withSurcharges(List.of(item)).get(1).wishes().costCentre())
                .isEqualTo("4100");
    }

    @Test
    void addingAnArticleTwiceMakesOneLineOfTheSum() {
        Visit visit = database.visitOf(BOUWGROEP);
        add(visit, SOCKET, "2");
        add(visit, SOCKET, "3");
        PricedCart.Line line = show(visit).lines().get(0);
        assertThat(show(visit).lines()).hasSize(1);
        assertThat(line.quantity()).isEqualByComparingTo("5");
        assertThat(line.amount()).isEqualTo(line.offer().price().of(new BigDecimal("5")));
        assertThat(show(visit).total()).contains(line.amount());
        assertThat(show(visit).isTransferable()).isTrue();
    }

    @Test
    void aRefusedQuantityLeavesTheCartAsItWas() {
        Visit visit = database.visitOf(BOUWGROEP);
        add(visit, SOCKET, "2");
        assertThatThrownBy(() -> add(visit, SOCKET, "0.5"))
                .isInstanceOfSatisfying(
                        QuantityRefusedException.class,
                        e -> assertThat(e.proposals()).containsExactly(new BigDecimal("2"), new BigDecimal("3")));
        assertThatThrownBy(() -> add(visit, SOCKET, "-1")).isInstanceOf(QuantityRefusedException.class);
        assertThat(show(visit).lines().get(0).quantity()).isEqualByComparingTo("2");
    }

    @Test
    void anArticleOutsideTheAssortmentLooksLikeAnUnknownOne() {
        Visit care = database.visitOf(ZORGGROEP);
        assertThatThrownBy(() -> add(care, "100999", "1")).isInstanceOf(UnknownArticleException.class);
        assertThatThrownBy(() -> add(care, "no such", "1")).isInstanceOf(UnknownArticleException.class);
    }

    @Test
    void twoVisitsOfOneBuyerNeverMix() {
        Visit first = database.visitOf(BOUWGROEP);
        Visit second = database.visitOf(BOUWGROEP);
        add(first, SOCKET, "2");
        assertThat(show(second).lines()).isEmpty();
        assertThat(database.transaction(() -> carts.lineCount(second))).isZero();
        assertThat(database.transaction(() -> carts.lineCount(first))).isEqualTo(1);
    }

    @Test
    void aTransferredCartGivesTheSameFormAgainAndAgain() {
        Visit visit = database.visitOf(BOUWGROEP);
        add(visit, SOCKET, "2");
        database.transaction(() -> transfers.transfer(visit));
        ReturnForm form = database.transaction(() -> transfers.transferForm(visit));
        database.transaction(() -> transfers.transfer(visit));
        assertThat(database.transaction(() -> transfers.transferForm(visit))).isEqualTo(form);
        assertThat(form.fields()).hasSize(1);
        assertThat(show(visit).lines()).isEmpty();
        assertThat(show(visit).handedOver()).isEqualTo(form.fields().get(0).name());
    }

    @Test
    void afterTheTransferTheNextArticleBeginsANewCart() {
        Visit visit = database.visitOf(BOUWGROEP);
        add(visit, SOCKET, "2");
        database.transaction(() -> transfers.transfer(visit));
        database.pass(Duration.ofSeconds(1));
        add(visit, SOCKET, "1");
        assertThat(show(visit).lines().get(0).quantity()).isEqualByComparingTo("1");
        assertThat(show(visit).handedOver()).isNull();
    }

    @Test
    void aCopyOfTheLastCartHasItsArticles() {
        Visit visit = database.visitOf(BOUWGROEP);
        add(visit, SOCKET, "2");
        database.transaction(() -> transfers.transfer(visit));
        database.pass(Duration.ofSeconds(1));
        database.transaction(() -> carts.copyLast(visit));
        assertThat(show(visit).lines()).extracting(PricedCart.Line::article).containsExactly(SOCKET);
    }

    @Test
    void aCopySaysWhatTheLastCartSaidButForDaysThatAreOver() {
        Visit visit = database.visitOf(BOUWGROEP);
        LocalDate today = LocalDate.now(database.clock());
        add(visit, SOCKET, "2");
        add(visit, "100002", "100");
        OrderWishes whole = new OrderWishes("YARD", "4000", "Good luck");
        UUID file = UUID.randomUUID();
        UUID first = database.transaction(() -> {
            Cart cart = database.storedCarts.latest(visit.id()).orElseThrow();
            Map<String, LineWishes> lines = Map.of(
                    SOCKET,
                    new LineWishes(today, "4100", "ring twice"),
                    "100002",
                    new LineWishes(today.plusDays(5), null, null));
            cart.wish(whole, lines, database.now());
            database.storedCarts.logo(cart.id(), new byte[] {1, 2});
            return cart.id();
        });
        new TestCatalogue(filled)
                .execute("insert into stored_file (id, owner, name, media_type, content, created_at) values ('" + file
                        + "', 'bouwgroep', 'plan.pdf', 'application/pdf', 'x', now())");
        database.transaction(() -> database.storedAttachments.add(first, SOCKET, file));
        database.transaction(() -> transfers.transfer(visit));
        database.pass(Duration.ofDays(1));

        database.transaction(() -> carts.copyLast(visit));

        Cart copy = database.transaction(
                () -> database.storedCarts.latest(visit.id()).orElseThrow());
        assertThat(copy.id()).isNotEqualTo(first);
        assertThat(copy.wishes()).isEqualTo(whole);
        assertThat(copy.line(SOCKET).orElseThrow().wishes()).isEqualTo(new LineWishes(null, "4100", "ring twice"));
        assertThat(copy.line("100002").orElseThrow().wishes().delivery()).isEqualTo(today.plusDays(5));
        assertThat(database.transaction(() -> database.storedCarts.logo(copy.id())))
                .hasValueSatisfying(png -> assertThat(png).containsExactly(1, 2));
        assertThat(database.transaction(() -> database.storedAttachments.of(copy.id())))
                .extracting(Attachment::id)
                .containsExactly(file);
    }

    @Test
    void aCartThatItsMechanismCannotBringHomeStaysOpen() {
        Visit visit = database.visitOf(BOUWGROEP);
        add(visit, SOCKET, "2");
        transfers.handBacks = PunchoutFixture.only(new NamingHandBack() {
            @Override
            public void prepare(Visit visit, String reference, List<CartItem> items) {
                throw new BrokenCart();
            }
        });

        assertThatThrownBy(() -> database.transaction(() -> transfers.transfer(visit)))
                .isInstanceOf(CartNotReturnableException.class);

        assertThat(show(visit).handedOver()).isNull();
        assertThat(show(visit).lines()).extracting(PricedCart.Line::article).containsExactly(SOCKET);
    }

    private static final class BrokenCart extends CartNotReturnableException {
        private static final long serialVersionUID = 1;

        BrokenCart() {
            super("broken", List.of("RULE-1 at /: broken"));
        }
    }

    @Test
    void anEmptyCartCannotBeTransferredButCancelled() {
        Visit visit = database.visitOf(BOUWGROEP);
        assertThatThrownBy(() -> database.transaction(() -> transfers.transfer(visit)))
                .isInstanceOfSatisfying(
                        CartNotTransferableException.class,
                        e -> assertThat(e.isEmpty()).isTrue());
        database.transaction(() -> transfers.cancel(visit));
        assertThat(database.transaction(() -> transfers.cancelForm(visit)).fields())
                .isEmpty();
    }

    @Test
    void aCancelledCartIsGone() {
        Visit visit = database.visitOf(BOUWGROEP);
        add(visit, SOCKET, "2");
        database.transaction(() -> transfers.cancel(visit));
        assertThat(show(visit).lines()).isEmpty();
        assertThatThrownBy(() -> database.transaction(() -> transfers.transferForm(visit)))
                .isInstanceOf(CartNotTransferableException.class);
    }

    @Test
    void anArticleThatDiedMeanwhileBlocksTheTransferUntilItIsRemoved() {
        Visit visit = database.visitOf(BOUWGROEP);
        add(visit, SOCKET, "2");
        new TestCatalogue(filled).execute("update article set active = false where number = '" + SOCKET + "'");
        assertThat(show(visit).lines().get(0).remarks()).containsExactly(PricedCart.Remark.GONE);
        assertThatThrownBy(() -> database.transaction(() -> transfers.transfer(visit)))
                .isInstanceOfSatisfying(
                        CartNotTransferableException.class,
                        e -> assertThat(e.isEmpty()).isFalse());
        database.transaction(() -> carts.remove(visit, SOCKET));
        assertThat(show(visit).lines()).isEmpty();
    }

    @Test
    void moreThanTheStockIsRemarkedButNotBlocked() {
        Visit visit = database.visitOf(BOUWGROEP);
        add(visit, SOCKET, "9999999");
        assertThat(show(visit).lines().get(0).remarks()).containsExactly(PricedCart.Remark.SHORT);
        assertThat(show(visit).isTransferable()).isTrue();
    }

    private void add(Visit visit, String article, String quantity) {
        database.transaction(() -> carts.add(visit, article, new BigDecimal(quantity)));
    }

    private PricedCart show(Visit visit) {
        return database.transaction(() -> carts.show(visit));
    }

    /** Sends the reference home, and how many items. */
    private static class NamingHandBack implements HandBack {
        @Override
        public String mechanism() {
            return "OCI";
        }

        @Override
        public ReturnForm transfer(Visit visit, String reference, List<CartItem> items) {
            return new ReturnForm(
                    "https://srm.example", "_top", "UTF-8", List.of(new FormField(reference, items.toString())));
        }

        @Override
        public ReturnForm cancel(Visit visit) {
            return new ReturnForm("https://srm.example", "_top", "UTF-8", List.of());
        }
    }
}
