package org.koppel.punchout;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.koppel.punchout.PunchoutDatabase.BOUWGROEP;
import static org.koppel.punchout.PunchoutDatabase.ZORGGROEP;

import java.math.BigDecimal;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Set;
import javax.sql.DataSource;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.koppel.catalogue.TestCatalogue;
import org.koppel.document.Price;
import org.koppel.punchout.FormerCart.Change;
import org.koppel.shared.Money;
import org.koppel.shared.PartyId;
import org.koppel.shared.UnitCode;

class FormerCartsTest {
    private static final PartyId EDIPLUS = new PartyId("ediplus");
    private static final String SOCKET = "100001";
    private static final UnitCode PIECE = new UnitCode("H87");
    private static DataSource filled;
    private PunchoutDatabase database;
    private final StoredFormerCarts stored = new StoredFormerCarts();
    private final FormerCarts formerCarts = new FormerCarts();
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
        stored.em = database.entities();
        formerCarts.stored = stored;
        formerCarts.carts = database.storedCarts;
        formerCarts.attachments = database.storedAttachments;
        formerCarts.offers = catalogue.offers();
        formerCarts.surcharges = catalogue.surcharges();
        formerCarts.clock = database.clock();
        carts.carts = database.storedCarts;
        carts.pricing = pricing;
        carts.former = stored;
        carts.clock = database.clock();
        transfers.carts = database.storedCarts;
        transfers.pricing = pricing;
        transfers.articles = catalogue.articles();
        transfers.former = stored;
        transfers.clock = database.clock();
        transfers.handBacks = PunchoutFixture.only(new Naming());
    }

    @AfterEach
    void close() {
        database.close();
    }

    @Test
    void aCartComesBackWithItsQuantitiesAndGoesHomeUnderTheSameReference() {
        String reference = handedOver(BOUWGROEP);
        Visit edit = visit(BOUWGROEP, Purpose.EDIT, line(SOCKET, reference, "2", null, PIECE));
        assertThat(show(edit).lines().get(0).quantity()).isEqualByComparingTo("2");
        database.transaction(() -> carts.change(edit, SOCKET, new BigDecimal("5")));

        database.transaction(() -> transfers.transfer(edit));

        assertThat(form(edit)).isEqualTo(reference);
        ParkedCart parked = database.transaction(() -> database.parkedCarts.named(BOUWGROEP, Set.of(reference)))
                .orElseThrow();
        assertThat(parked.lines().get(0).quantity()).isEqualByComparingTo("5");
    }

    @Test
    void aSurchargeThatComesBackIsNoLineOfTheCart() {
        String reference = handedOver(BOUWGROEP);

        Visit edit = visit(
                BOUWGROEP,
                Purpose.EDIT,
                line(SOCKET, reference, "2", null, PIECE),
                line("RECUPEL-LAMP", reference, "2", null, PIECE),
                line("NEVER-HEARD-OF", reference, "2", null, PIECE));

        assertThat(show(edit).lines())
                .extracting(PricedCart.Line::article)
                .containsExactlyInAnyOrder(SOCKET, "NEVER-HEARD-OF");
    }

    @Test
    void whatWasSaidWithTheOldCartIsSaidAgain() {
        Visit first = database.visitOf(BOUWGROEP);
        LineWishes ofTheLine = new LineWishes(null, "4100", "For the kitchen");
        database.transaction(() -> carts.add(first, SOCKET, new BigDecimal("2")));
        database.transaction(() -> database.storedCarts
                .latest(first.id())
                .orElseThrow()
                .wish(new OrderWishes("YARD", "4000", "Good luck"), Map.of(SOCKET, ofTheLine), database.now()));
        database.transaction(() -> transfers.transfer(first));
        database.pass(Duration.ofSeconds(1));

        Visit edit = visit(BOUWGROEP, Purpose.EDIT, line(SOCKET, form(first), "3", null, PIECE));

        Cart cart = database.transaction(
                () -> database.storedCarts.latest(edit.id()).orElseThrow());
        assertThat(cart.wishes()).isEqualTo(new OrderWishes("YARD", "4000", "Good luck"));
        assertThat(cart.line(SOCKET).orElseThrow().wishes()).isEqualTo(ofTheLine);
    }

    @Test
    void theCartThatWasReplacedWaitsForNoOrderAnyMore() {
        String reference = handedOver(EDIPLUS);
        Visit edit = visit(EDIPLUS, Purpose.EDIT, line(SOCKET, reference, "2", null, PIECE));
        database.transaction(() -> carts.remove(edit, SOCKET));
        database.transaction(() -> carts.add(edit, "100002", new BigDecimal("100")));
        database.transaction(() -> transfers.transfer(edit));

        assertThat(database.transaction(() -> database.parkedCarts.alike(EDIPLUS, List.of(SOCKET))))
                .isEmpty();
    }

    @Test
    void anEmptiedCartGoesHomeEmptyButOnlyWhereItReplacesOne() {
        Visit edit = visit(BOUWGROEP, Purpose.EDIT, line(SOCKET, handedOver(BOUWGROEP), "2", null, PIECE));
        database.transaction(() -> carts.remove(edit, SOCKET));
        database.transaction(() -> transfers.transfer(edit));
        assertThat(database.transaction(() -> transfers.transferForm(edit)).fields())
                .extracting(FormField::value)
                .containsExactly("[]");

        Visit source = visit(BOUWGROEP, Purpose.SOURCE, line(SOCKET, null, "2", null, PIECE));
        database.transaction(() -> carts.remove(source, SOCKET));
        assertThatThrownBy(() -> database.transaction(() -> transfers.transfer(source)))
                .isInstanceOf(CartNotTransferableException.class);
    }

    @Test
    void whoOnlyLooksCanNeitherChangeNorHandOver() {
        Visit look = visit(BOUWGROEP, Purpose.INSPECT, line(SOCKET, handedOver(BOUWGROEP), "2", null, PIECE));

        for (Runnable change : List.<Runnable>of(
                () -> carts.add(look, SOCKET, BigDecimal.ONE),
                () -> carts.change(look, SOCKET, BigDecimal.ONE),
                () -> carts.remove(look, SOCKET),
                () -> transfers.transfer(look))) {
            assertThatThrownBy(() -> database.transaction(change)).isInstanceOf(ReadOnlyVisitException.class);
        }
        assertThat(show(look).lines().get(0).quantity()).isEqualByComparingTo("2");
    }

    @Test
    void whoLeavesWithoutHandingOverFindsTheCartAgainAndTheOldOneStaysParked() {
        String reference = handedOver(BOUWGROEP);
        Visit edit = visit(BOUWGROEP, Purpose.EDIT, line(SOCKET, reference, "3", null, PIECE));

        database.transaction(() -> transfers.cancel(edit));

        assertThat(show(edit).lines().get(0).quantity()).isEqualByComparingTo("3");
        ParkedCart parked = database.transaction(() -> database.parkedCarts.named(BOUWGROEP, Set.of(reference)))
                .orElseThrow();
        assertThat(parked.lines().get(0).quantity()).isEqualByComparingTo("2");
    }

    @Test
    void whatIsDifferentTodayIsMarkedLineByLine() {
        Price today = today();
        Price dearer = new Price(today.amount().times(new BigDecimal("2")), today.baseQuantity());
        Price perHundred = new Price(
                today.amount().times(new BigDecimal("100")),
                today.baseQuantity().multiply(new BigDecimal("100")));
        assertThat(changes(line(SOCKET, null, "2", dearer, PIECE))).containsExactly(Change.CHEAPER);
        assertThat(changes(line(SOCKET, null, "2", Price.perUnit(Money.of("0.01", "EUR")), PIECE)))
                .containsExactly(Change.DEARER);
        assertThat(changes(line(SOCKET, null, "2", perHundred, PIECE))).isEmpty();
        assertThat(changes(line(SOCKET, null, "2", dearer, new UnitCode("XBX"))))
                .containsExactly(Change.UNIT);
        assertThat(changes(line(SOCKET, null, "2", null, null))).isEmpty();
    }

    @Test
    void anArticleNobodyKnowsStandsInTheCartAndBlocksItUntilItIsRemoved() {
        Visit edit = visit(
                BOUWGROEP,
                Purpose.EDIT,
                line("no-such", null, "2", null, PIECE),
                line(SOCKET, null, "1", null, PIECE),
                line(SOCKET, null, "3", null, PIECE));

        PricedCart cart = show(edit);
        assertThat(cart.lines()).extracting(PricedCart.Line::article).containsExactly("no-such", SOCKET);
        assertThat(cart.lines().get(0).remarks()).containsExactly(PricedCart.Remark.GONE);
        assertThat(cart.lines().get(1).quantity()).isEqualByComparingTo("4");
        assertThat(cart.isTransferable()).isFalse();
        database.transaction(() -> carts.remove(edit, "no-such"));
        assertThat(show(edit).isTransferable()).isTrue();
    }

    @Test
    void anArticleThatIsAddedIsMarkedAsNew() {
        Visit edit = visit(BOUWGROEP, Purpose.EDIT, line(SOCKET, null, "2", null, PIECE));
        database.transaction(() -> carts.add(edit, "100002", new BigDecimal("100")));

        FormerCart former = database.transaction(() -> formerCarts.of(edit));

        assertThat(former.changes(show(edit).lines().get(1))).containsExactly(Change.ADDED);
    }

    @Test
    void linesOfAnotherCustomersCartAreNotTaken() {
        List<FormerLine> theirs = List.of(line(SOCKET, handedOver(ZORGGROEP), "2", null, PIECE));

        assertThatThrownBy(() -> database.transaction(() -> formerCarts.check(BOUWGROEP, Purpose.EDIT, theirs)))
                .isInstanceOf(UnknownCartException.class);
        database.transaction(() -> formerCarts.check(ZORGGROEP, Purpose.EDIT, theirs));
    }

    @Test
    void linesThatNameNoCartMayBeLookedAtButReplaceNone() {
        List<FormerLine> nameless = List.of(line(SOCKET, null, "2", null, PIECE));

        database.transaction(() -> formerCarts.check(BOUWGROEP, Purpose.INSPECT, nameless));
        assertThatThrownBy(() -> database.transaction(() -> formerCarts.check(BOUWGROEP, Purpose.EDIT, nameless)))
                .isInstanceOf(UnknownCartException.class);
    }

    private List<Change> changes(FormerLine line) {
        Visit edit = visit(BOUWGROEP, Purpose.EDIT, line);
        return database.transaction(() -> formerCarts.of(edit))
                .changes(show(edit).lines().get(0));
    }

    private Price today() {
        Visit visit = database.visitOf(BOUWGROEP);
        database.transaction(() -> carts.add(visit, SOCKET, new BigDecimal("2")));
        return show(visit).lines().get(0).offer().price();
    }

    /** Reference of a cart with two sockets that went home a second ago. */
    private String handedOver(PartyId customer) {
        Visit visit = database.visitOf(customer);
        database.transaction(() -> carts.add(visit, SOCKET, new BigDecimal("2")));
        database.transaction(() -> transfers.transfer(visit));
        database.pass(Duration.ofSeconds(1));
        return form(visit);
    }

    private String form(Visit visit) {
        return database.transaction(() -> transfers.transferForm(visit))
                .fields()
                .get(0)
                .name();
    }

    private Visit visit(PartyId customer, Purpose purpose, FormerLine... lines) {
        ReturnAddress home = new ReturnAddress("https://srm.example/in", List.of(), "_top", "UTF-8");
        Arrival arrival = new Arrival(customer, "buyer", null, "OCI", "nl", home, Map.of(), purpose, "YARD");
        String token = database.transaction(() -> database.visits.open(arrival));
        Visit visit = database.transaction(() -> database.visits.byToken(token));
        assertThat(visit.site()).isEqualTo("YARD");
        database.transaction(() -> formerCarts.fill(visit, List.of(lines)));
        return visit;
    }

    private static FormerLine line(String article, String reference, String quantity, Price price, UnitCode unit) {
        return new FormerLine(article, null, reference, new BigDecimal(quantity), unit, price, "As it was");
    }

    private PricedCart show(Visit visit) {
        return database.transaction(() -> carts.show(visit));
    }

    /** Sends the reference home, and the items. */
    private static final class Naming implements HandBack {
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
