package org.koppel.punchout;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.koppel.punchout.PunchoutDatabase.BOUWGROEP;
import static org.koppel.punchout.PunchoutDatabase.MONDAY;

import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.IntStream;
import javax.imageio.ImageIO;
import javax.sql.DataSource;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.koppel.catalogue.Audience;
import org.koppel.catalogue.TestCatalogue;
import org.koppel.catalogue.Wanted;
import org.koppel.party.Buyer;
import org.koppel.party.Buyers;
import org.koppel.party.Customers;
import org.koppel.party.Site;
import org.koppel.punchout.quick.QuickRow;
import org.koppel.shared.PartyId;

/** What is agreed about carts and said with them, on a real PostgreSQL: wishes, budgets, caps, rules, expiry. */
class AgreedCartsTest {
    private static final String SOCKET = "100001";
    private static final LocalDate TODAY = MONDAY.atZone(ZoneOffset.UTC).toLocalDate();
    private static DataSource filled;

    private PunchoutDatabase database;
    private final Carts carts = new Carts();
    private final Transfers transfers = new Transfers();
    private final CartWishes wishes = new CartWishes();
    private final Budgets budgets = new Budgets();
    private final ShopPolicies policies = new ShopPolicies();
    private final SentItems home = new SentItems();
    private final OneBuyer buyer = new OneBuyer();
    /** An article that can be ordered by ten. */
    private String other;

    @BeforeAll
    static void fill() {
        filled = TestCatalogue.ownDemo();
        new TestCatalogue(filled)
                .execute("insert into site (customer, address_id, name) values ('bouwgroep', 'HQ', 'Head office'),"
                        + " ('bouwgroep', 'YARD', 'Yard')");
        new TestCatalogue(filled)
                .execute("insert into buyer (customer, login, name) values ('bouwgroep', 'an.peeters', 'An Peeters'),"
                        + " ('bouwgroep', 'tom.maes', 'Tom Maes')");
    }

    @BeforeEach
    void open() {
        database = new PunchoutDatabase(filled);
        TestCatalogue catalogue = new TestCatalogue(filled);
        CartTerms terms = terms();
        CartPricing pricing = new CartPricing();
        pricing.offers = catalogue.offers();
        pricing.terms = terms;
        carts.carts = database.storedCarts;
        carts.pricing = pricing;
        carts.terms = terms;
        carts.clock = database.clock();
        transfers.carts = database.storedCarts;
        transfers.pricing = pricing;
        transfers.articles = catalogue.articles();
        transfers.terms = terms;
        transfers.clock = database.clock();
        transfers.handBacks = PunchoutFixture.only(home);
        other = IntStream.range(100_002, 100_100)
                .mapToObj(n -> new Wanted(String.valueOf(n), String.valueOf(n), null, null, null, BigDecimal.TEN))
                .flatMap(w -> catalogue.offers().offers(BOUWGROEP, List.of(w), "nl").values().stream())
                .filter(o ->
                        o.visible() && OrderQuantity.check(o, BigDecimal.TEN).isEmpty())
                .findFirst()
                .orElseThrow()
                .article();
        wishes.carts = database.storedCarts;
        wishes.customers = new TwoSites();
        wishes.clock = database.clock();
    }

    private AgreedTerms terms() {
        AgreedTerms terms = new AgreedTerms();
        terms.buyers = buyer;
        terms.rules = new ShopperRules();
        terms.rules.em = database.entities();
        budgets.em = database.entities();
        budgets.clock = database.clock();
        terms.budgets = budgets;
        policies.em = database.entities();
        terms.policies = policies;
        return terms;
    }

    @AfterEach
    void close() {
        for (String table : List.of("shop_policy", "budget", "shopper_rule", "cart_logo", "cart_line", "cart")) {
            new TestCatalogue(filled).execute("delete from " + table);
        }
        new TestCatalogue(filled).execute("update cart_turn set taken_at = 'epoch'");
        database.close();
    }

    @Test
    void whatWasSaidGoesHomeWithEveryLineAndIsParkedWithTheCart() {
        Visit visit = filledCart("2");
        add(visit, other, "10");
        LocalDate friday = TODAY.plusDays(4);
        say(
                visit,
                new OrderWishes(null, "4711", "Happy birthday\r\nfrom all"),
                SOCKET,
                new LineWishes(friday, "0815", "ring twice"));

        transfer(visit);
        form(visit);

        assertThat(home.items)
                .extracting(CartItem::wishes)
                .containsExactly(
                        new Wishes(friday, "0815", "ring twice", "YARD", "Happy birthday\nfrom all"),
                        new Wishes(null, "4711", null, "YARD", "Happy birthday\nfrom all"));
        ParkedCart parked = parked(home.reference);
        assertThat(parked.lines().get(0).wishes().costCentre()).isEqualTo("0815");
        assertThat(parked.data().site()).isEqualTo("YARD");
        assertThat(parked.data().buyer()).isEqualTo("an.peeters");
        assertThat(parked.data().buyerName()).isEqualTo("An Peeters");
        assertThat(parked.data().cardText()).isEqualTo("Happy birthday\nfrom all");
    }

    @Test
    void everythingThatCannotBeKeptIsNamedAtOnceAndNothingIsKept() {
        Visit visit = filledCart("2");
        say(visit, new OrderWishes(null, "4711", null), SOCKET, LineWishes.NONE);

        assertThatThrownBy(() -> say(
                        visit,
                        new OrderWishes("MOON", "x".repeat(51), null),
                        SOCKET,
                        new LineWishes(TODAY.minusDays(1), null, "x".repeat(501))))
                .isInstanceOfSatisfying(
                        WishesRefusedException.class,
                        e -> assertThat(e.problems())
                                .extracting(p -> p.article() + " " + p.field() + " " + p.reason())
                                .containsExactlyInAnyOrder(
                                        "null site SITE_UNKNOWN",
                                        "null costCentre TOO_LONG",
                                        SOCKET + " delivery PAST",
                                        SOCKET + " text TOO_LONG"));
        assertThatThrownBy(() -> say(visit, OrderWishes.NONE, SOCKET, new LineWishes(TODAY.plusDays(400), null, null)))
                .isInstanceOf(WishesRefusedException.class);

        assertThat(database.transaction(() -> wishes.of(visit)).whole().costCentre())
                .isEqualTo("4711");
    }

    @Test
    void aLogoIsDrawnAnewSmallAndWhatIsNoPictureOrTooLargeIsRefused() throws IOException {
        Visit visit = filledCart("2");
        database.transaction(() -> wishes.logo(visit, picture(900, 300)));

        BufferedImage kept = ImageIO.read(new ByteArrayInputStream(
                database.transaction(() -> wishes.logo(visit)).orElseThrow()));
        assertThat(kept.getWidth()).isEqualTo(480);
        assertThat(kept.getHeight()).isEqualTo(160);
        assertLogoRefused(
                visit,
                "<svg onload='alert(1)'/>".getBytes(StandardCharsets.UTF_8),
                LogoRefusedException.Reason.NO_PICTURE);
        byte[] cutOff = Arrays.copyOf(picture(900, 300), 40);
        assertLogoRefused(visit, cutOff, LogoRefusedException.Reason.NO_PICTURE);
        assertLogoRefused(visit, picture(3001, 1), LogoRefusedException.Reason.TOO_LARGE);
        assertLogoRefused(visit, new byte[CartLogo.MOST_BYTES + 1], LogoRefusedException.Reason.TOO_LARGE);
        database.transaction(() -> wishes.removeLogo(visit));
        assertThat(database.transaction(() -> wishes.of(visit)).logo()).isFalse();
    }

    @Test
    void aBudgetIsCountedOverWaitingAndOrderedCartsOnceEach() {
        BigDecimal each = net("1");
        budget(null, "an.peeters", each.multiply(new BigDecimal(5)), Budget.Mode.REFUSE);
        Visit first = filledCart("2");
        transfer(first);
        form(first);
        ParkedCart ordered = parked(home.reference);
        database.transaction(() -> {
            database.parkedCarts.ordered(BOUWGROEP, ordered.id(), UUID.randomUUID());
            database.parkedCarts.ordered(BOUWGROEP, ordered.id(), UUID.randomUUID());
        });

        Visit second = filledCart("3");

        assertThat(show(second).budgets())
                .singleElement()
                .satisfies(b -> assertThat(b.left()).isEqualByComparingTo(each.multiply(new BigDecimal(3))));
        assertThat(show(second).exceeded()).isEmpty();
        add(second, SOCKET, "1");
        assertThat(show(second).exceeded()).hasSize(1);
        assertThat(show(second).isTransferable()).isFalse();
        assertThatThrownBy(() -> transfer(second)).isInstanceOf(CartNotTransferableException.class);
        database.pass(Duration.ofDays(31));
        Visit nextMonth = filledCart("4");
        transfer(nextMonth);
    }

    @Test
    void aBudgetThatOnlyWarnsLetsTheCartGo() {
        budget(null, null, new BigDecimal("0.01"), Budget.Mode.WARN);
        Visit visit = filledCart("2");
        assertThat(show(visit).exceeded()).hasSize(1);
        transfer(visit);
    }

    @Test
    void anotherPersonsOrSitesBudgetDoesNotConcernTheCart() {
        budget(null, "tom.maes", BigDecimal.ZERO, Budget.Mode.REFUSE);
        budget("HQ", null, BigDecimal.ZERO, Budget.Mode.REFUSE);
        transfer(filledCart("2"));
        budget("YARD", null, BigDecimal.ZERO, Budget.Mode.REFUSE);
        Visit visit = filledCart("2");
        assertThatThrownBy(() -> transfer(visit)).isInstanceOf(CartNotTransferableException.class);
    }

    @Test
    void aSitesBudgetCountsWhatItsBuyersOrderWhereverItIsDelivered() {
        budget("YARD", null, net("2"), Budget.Mode.REFUSE);
        budget("HQ", null, BigDecimal.ZERO, Budget.Mode.REFUSE);
        Visit first = filledCart("2");
        deliver(first, "HQ");
        assertThat(show(first).budgets()).extracting(b -> b.budget().site()).containsExactly("YARD");
        transfer(first);
        form(first);
        assertThat(parked(home.reference).data().site()).isEqualTo("HQ");

        Visit second = filledCart("1");
        deliver(second, "HQ");

        assertThat(show(second).exceeded()).hasSize(1);
        assertThatThrownBy(() -> transfer(second)).isInstanceOf(CartNotTransferableException.class);
    }

    @Test
    void itIsSaidWhichSitesBudgetItIsAndByHowMuchTheCartIsTooMuch() {
        budget("YARD", null, net("2").subtract(new BigDecimal("0.30")), Budget.Mode.REFUSE);
        budget(null, "an.peeters", net("2"), Budget.Mode.REFUSE);
        PricedCart cart = show(filledCart("2"));
        assertThat(cart.isBlocked()).isFalse();
        assertThat(cart.refusing()).singleElement().satisfies(left -> {
            assertThat(left.siteName()).isEqualTo("Yard");
            assertThat(cart.excess(left).amount()).isEqualByComparingTo("0.30");
        });
        assertThat(cart.budgets()).extracting(b -> b.budget().buyer()).contains("an.peeters");
    }

    @Test
    void aBudgetOfASiteOrPersonThatTheCustomerDoesNotHaveIsRefused() {
        assertThatThrownBy(() -> budget(null, "nope", BigDecimal.ONE, Budget.Mode.REFUSE))
                .isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> budget("NOPE", null, BigDecimal.ONE, Budget.Mode.REFUSE))
                .isInstanceOf(IllegalArgumentException.class);
        budget(null, "AN.PEETERS", BigDecimal.ONE, Budget.Mode.WARN);
    }

    @Test
    void aBuyersOwnSitePaysAlsoWhenTheBuyersSystemNamesAnother() {
        budget("YARD", null, BigDecimal.ZERO, Budget.Mode.REFUSE);
        Visit visit = deliveredTo("HQ", filledCart("2"));
        assertThatThrownBy(() -> transfer(visit)).isInstanceOf(CartNotTransferableException.class);
    }

    @Test
    void ofABuyerWithoutASiteTheSiteThatTheSystemNamedPaysAndElseTheDeliveryPlace() {
        buyer.site = null;
        budget("HQ", null, net("2"), Budget.Mode.REFUSE);
        Visit named = deliveredTo("HQ", filledCart("2"));
        deliver(named, "YARD");
        transfer(named);
        Visit chosen = filledCart("1");
        transfer(chosen);
        Visit unnamed = filledCart("1");
        deliver(unnamed, "HQ");

        assertThatThrownBy(() -> transfer(unnamed)).isInstanceOf(CartNotTransferableException.class);
        deliver(unnamed, "YARD");
        transfer(unnamed);
    }

    @Test
    void anExpiredCartGivesItsMoneyBack() {
        budget(null, null, net("3"), Budget.Mode.REFUSE);
        transfer(filledCart("2"));
        new TestCatalogue(filled)
                .execute("update cart set parked_until = '2026-01-05' where transferred_at is not null");
        UUID overdue =
                database.transaction(() -> database.parkedCarts.overdue()).get(0);
        database.transaction(() -> database.parkedCarts.expire(overdue));
        transfer(filledCart("3"));
    }

    @Test
    void anArticleAboveThePriceCapIsRefusedOrOnlyMarked() {
        BigDecimal each = net("1");
        policy(ShopPolicy.AtOnce.NO, 30, 3, each.subtract(new BigDecimal("0.01")), Budget.Mode.REFUSE);
        Visit visit = filledCart("2");
        assertThat(show(visit).lines().get(0).remarks()).containsExactly(PricedCart.Remark.TOO_DEAR);
        assertThatThrownBy(() -> transfer(visit)).isInstanceOf(CartNotTransferableException.class);

        policy(ShopPolicy.AtOnce.NO, 30, 3, each.subtract(new BigDecimal("0.01")), Budget.Mode.WARN);
        assertThat(show(visit).lines().get(0).remarks()).containsExactly(PricedCart.Remark.DEAR);
        policy(ShopPolicy.AtOnce.NO, 30, 3, each, Budget.Mode.REFUSE);
        assertThat(show(visit).lines().get(0).remarks()).isEmpty();
        transfer(visit);
    }

    @Test
    void aSiteOrAPersonMayBuyLessThanTheCustomer() {
        rule("site", "YARD", "EXCLUDE", SOCKET);
        Visit visit = database.visitOf(BOUWGROEP); // knows that there are rules
        new TestCatalogue(filled).execute("delete from shopper_rule");
        add(visit, SOCKET, "2");
        rule("site", "YARD", "EXCLUDE", SOCKET);
        assertThat(show(visit).lines().get(0).remarks()).containsExactly(PricedCart.Remark.NOT_FOR_YOU);
        assertThatThrownBy(() -> transfer(visit)).isInstanceOf(CartNotTransferableException.class);
        assertThatThrownBy(() -> add(visit, SOCKET, "1")).isInstanceOf(UnknownArticleException.class);
        assertThat(quickly(visit, SOCKET)).isEqualTo(QuickLine.Outcome.UNKNOWN);

        new TestCatalogue(filled).execute("delete from shopper_rule");
        rule("buyer", "an.peeters", "INCLUDE", other);
        assertThat(show(visit).lines().get(0).remarks()).containsExactly(PricedCart.Remark.NOT_FOR_YOU);
        add(visit, other, "10");

        new TestCatalogue(filled).execute("delete from shopper_rule");
        rule("buyer", "tom.maes", "EXCLUDE", SOCKET);
        rule("site", "HQ", "EXCLUDE", SOCKET);
        transfer(visit);
    }

    @Test
    void aCartWaitsAsLongAsAgreedIsAnnouncedOnceAndThenExpires() {
        policy(ShopPolicy.AtOnce.NO, 10, 2, null, Budget.Mode.REFUSE);
        Visit visit = filledCart("2");
        transfer(visit);
        form(visit);
        database.pass(Duration.ofDays(7));
        assertThat(database.transaction(() -> database.parkedCarts.endingSoon()))
                .isEmpty();
        database.pass(Duration.ofHours(25));
        UUID cart =
                database.transaction(() -> database.parkedCarts.endingSoon()).get(0);
        assertThat(database.transaction(() -> database.parkedCarts.noticed(cart)))
                .map(TransferredCart::until)
                .contains(MONDAY.plus(Duration.ofDays(10)));
        assertThat(database.transaction(() -> database.parkedCarts.endingSoon()))
                .isEmpty();
        assertThat(database.transaction(() -> database.parkedCarts.overdue())).isEmpty();

        database.pass(Duration.ofDays(2));
        assertThat(database.transaction(() -> database.parkedCarts.overdue())).containsExactly(cart);
        assertThat(database.transaction(() -> database.parkedCarts.expire(cart)))
                .isPresent();
        assertThat(database.transaction(() -> database.parkedCarts.expire(cart)))
                .isEmpty();

        ParkedCart late = parked(home.reference);
        assertThat(late.data().expired()).isEqualTo(MONDAY.plus(Duration.ofDays(10)));
        assertThat(database.transaction(() -> database.parkedCarts.alike(BOUWGROEP, List.of(SOCKET))))
                .extracting(ParkedCart::reference)
                .contains(home.reference);
        database.transaction(() -> database.parkedCarts.ordered(BOUWGROEP, cart, UUID.randomUUID()));
        assertThat(parked(home.reference).data().expired()).isNull();
    }

    @Test
    void oneNodeDoesTheWorkOfATurn() {
        assertThat(database.transaction(() -> database.parkedCarts.takeTurn())).isTrue();
        assertThat(database.transaction(() -> database.parkedCarts.takeTurn())).isFalse();
        database.pass(Duration.ofMinutes(1));
        assertThat(database.transaction(() -> database.parkedCarts.takeTurn())).isTrue();
    }

    @Test
    void aCartThatIsAnOrderByItsTransferIsFoundAgainUntilItsOrderCame() {
        policy(ShopPolicy.AtOnce.RETURN_NOTHING, 30, 3, null, Budget.Mode.REFUSE);
        Visit visit = filledCart("2");
        transfer(visit);
        TransferredCart cart =
                database.transaction(() -> transfers.atOnce(visit)).orElseThrow();
        assertThat(cart.items()).hasSize(1);
        assertThat(database.transaction(() -> database.parkedCarts.unordered())).isEmpty();
        database.pass(Duration.ofMinutes(2));
        assertThat(database.transaction(() -> database.parkedCarts.unordered()))
                .extracting(c -> c.cart().reference())
                .containsExactly(cart.cart().reference());
        database.transaction(
                () -> database.parkedCarts.ordered(BOUWGROEP, cart.cart().id(), UUID.randomUUID()));
        assertThat(database.transaction(() -> database.parkedCarts.unordered())).isEmpty();
    }

    @Test
    void theCatalogueIsAskedForThePersonAndTheSiteOfTheVisit() {
        assertThat(audience(filledCart("2"))).isEqualTo(Audience.of(BOUWGROEP));
        rule("site", "HQ", "EXCLUDE", SOCKET);
        Visit visit = database.visitOf(BOUWGROEP); // knows that there are rules
        assertThat(audience(visit).isNarrowed()).isFalse();
        rule("site", "YARD", "EXCLUDE", SOCKET);
        Audience yard = audience(visit);
        assertThat(yard).extracting(Audience::site, Audience::buyer).containsExactly("YARD", "an.peeters");
        assertThat(yard.inclusive()).isFalse();
        rule("buyer", "AN.Peeters", "INCLUDE", other);
        assertThat(audience(visit).inclusive()).isTrue();
        assertThat(audience(visit).rules()).isNotEqualTo(yard.rules());
    }

    private Audience audience(Visit visit) {
        return database.transaction(() -> carts.terms.audience(visit));
    }

    private QuickLine.Outcome quickly(Visit visit, String article) {
        QuickOrder quick = new QuickOrder();
        quick.carts = carts;
        quick.offers = new TestCatalogue(filled).offers();
        quick.terms = carts.terms;
        QuickRow row = new QuickRow(1, article, "", null);
        return database.transaction(() -> quick.add(visit, List.of(row))).get(0).outcome();
    }

    private void deliver(Visit visit, String site) {
        database.transaction(() -> wishes.say(visit, new OrderWishes(site, null, null), Map.of()));
    }

    /** The same visit, had the buyer's system named that site. */
    private static Visit deliveredTo(String site, Visit visit) {
        return new Visit(
                visit.id(),
                visit.customer(),
                visit.customerName(),
                visit.buyer(),
                visit.mechanism(),
                visit.language(),
                visit.returnAddress(),
                visit.origins(),
                visit.purpose(),
                site);
    }

    private Visit filledCart(String quantity) {
        Visit visit = database.visitOf(BOUWGROEP);
        add(visit, SOCKET, quantity);
        return visit;
    }

    /** What so many sockets cost. */
    private BigDecimal net(String quantity) {
        return show(filledCart(quantity)).total().orElseThrow().amount();
    }

    private void add(Visit visit, String article, String quantity) {
        database.transaction(() -> carts.add(visit, article, new BigDecimal(quantity)));
    }

    private PricedCart show(Visit visit) {
        return database.transaction(() -> carts.show(visit));
    }

    private void transfer(Visit visit) {
        database.transaction(() -> transfers.transfer(visit));
    }

    private void form(Visit visit) {
        database.transaction(() -> transfers.transferForm(visit));
    }

    private void say(Visit visit, OrderWishes whole, String article, LineWishes line) {
        database.transaction(() -> wishes.say(visit, whole, Map.of(article, line)));
    }

    private ParkedCart parked(String reference) {
        return database.transaction(() -> database.parkedCarts.named(BOUWGROEP, Set.of(reference)))
                .orElseThrow();
    }

    private void budget(String site, String buyer, BigDecimal amount, Budget.Mode mode) {
        Budget budget = new Budget(UUID.randomUUID(), site, buyer, Budget.Period.MONTH, amount, mode);
        database.transaction(() -> budgets.save(BOUWGROEP, budget));
    }

    private void policy(ShopPolicy.AtOnce atOnce, int parked, int notice, BigDecimal cap, Budget.Mode mode) {
        database.transaction(() -> policies.save(BOUWGROEP, new ShopPolicy(atOnce, parked, notice, cap, mode)));
    }

    private static void rule(String of, String who, String effect, String article) {
        new TestCatalogue(filled)
                .execute("insert into shopper_rule (customer, " + of + ", effect, article) values ('bouwgroep', '" + who
                        + "', '" + effect + "', '" + article + "')");
    }

    private void assertLogoRefused(Visit visit, byte[] file, LogoRefusedException.Reason reason) {
        assertThatThrownBy(() -> database.transaction(() -> wishes.logo(visit, file)))
                .isInstanceOfSatisfying(
                        LogoRefusedException.class, e -> assertThat(e.reason()).isEqualTo(reason));
    }

    private static byte[] picture(int width, int height) {
        ByteArrayOutputStream png = new ByteArrayOutputStream();
        try {
            ImageIO.write(new BufferedImage(width, height, BufferedImage.TYPE_INT_RGB), "png", png);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return png.toByteArray();
    }

    /** Remembers what went home. */
    private static final class SentItems implements HandBack {
        private String reference;
        private List<CartItem> items;

        @Override
        public String mechanism() {
            return "OCI";
        }

        @Override
        public ReturnForm transfer(Visit visit, String cart, List<CartItem> sent) {
            reference = cart;
            items = sent;
            return cancel(visit);
        }

        @Override
        public ReturnForm cancel(Visit visit) {
            return new ReturnForm("https://srm.example", "_top", "UTF-8", List.of());
        }
    }

    private static final class OneBuyer extends Buyers {
        private String site = "YARD";

        @Override
        public Optional<Buyer> named(PartyId customer, String name) {
            return Optional.of(new Buyer("an.peeters", "An Peeters", Optional.empty(), Optional.ofNullable(site)));
        }
    }

    private static final class TwoSites extends Customers {
        @Override
        public List<Site> sites(PartyId customer) {
            return List.of(site("HQ"), site("YARD"));
        }

        private static Site site(String addressId) {
            return new Site() {
                @Override
                public String addressId() {
                    return addressId;
                }
            };
        }
    }
}
