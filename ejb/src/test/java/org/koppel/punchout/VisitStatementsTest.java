package org.koppel.punchout;

import static org.assertj.core.api.Assertions.assertThat;
import static org.koppel.punchout.PunchoutDatabase.BOUWGROEP;

import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;
import javax.sql.DataSource;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.koppel.catalogue.TestCatalogue;
import org.koppel.catalogue.Wanted;
import org.koppel.party.Buyer;
import org.koppel.party.Buyers;
import org.koppel.platform.CountedStatements;
import org.koppel.shared.PartyId;

/** What a visit asks of the database, by counting: no step costs more because the cart is fuller. */
class VisitStatementsTest {
    private static final Arrival ARRIVAL = new Arrival(
            BOUWGROEP,
            "oci-user",
            null,
            "OCI",
            "nl",
            new ReturnAddress("https://srm.example/in", List.of(), "_top", "UTF-8"),
            Map.of());
    private static DataSource filled;

    private final CountedStatements statements = new CountedStatements(filled);
    private final Carts carts = new Carts();
    private final Transfers transfers = new Transfers();
    private PunchoutDatabase database;
    private List<String> articles;
    private String token;

    @BeforeAll
    static void fill() {
        filled = TestCatalogue.ownDemo();
    }

    @BeforeEach
    void open() {
        database = new PunchoutDatabase(statements.source());
        TestCatalogue catalogue = new TestCatalogue(statements.source());
        AgreedTerms terms = terms();
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
        transfers.handBacks = PunchoutFixture.only("OCI");
        articles = IntStream.range(100_001, 100_100)
                .mapToObj(String::valueOf)
                .filter(n -> isSoldByOne(catalogue, n))
                .limit(10)
                .toList();
        token = database.transaction(() -> database.visits.open(ARRIVAL));
        visit(); // the customer's origins are remembered from now on
    }

    private static boolean isSoldByOne(TestCatalogue catalogue, String article) {
        Wanted wanted = Wanted.article(article, BigDecimal.ONE);
        return catalogue.offers().offers(BOUWGROEP, List.of(wanted), "nl").values().stream()
                .anyMatch(o -> o.visible()
                        && o.price() != null
                        && OrderQuantity.check(o, BigDecimal.ONE).isEmpty());
    }

    private AgreedTerms terms() {
        AgreedTerms terms = new AgreedTerms();
        terms.buyers = new Strangers();
        terms.rules = new ShopperRules();
        terms.rules.em = database.entities();
        terms.budgets = PunchoutFixture.budgets(database.entities(), database.clock());
        terms.policies = PunchoutFixture.policies(database.entities());
        return terms;
    }

    @AfterEach
    void close() {
        database.close();
    }

    @Test
    void aVisitBeginsWithOneStatement() {
        assertThat(statements.of(() -> database.transaction(() -> database.visits.open(ARRIVAL))))
                .isEqualTo(1);
    }

    @Test
    void aVisitIsFoundWithItsNumberOfLinesByOneStatement() {
        Visit visit = visit();
        articles.subList(0, 3).forEach(a -> add(visit, a));
        Visits.Entered[] found = new Visits.Entered[1];
        assertThat(statements.of(() -> found[0] = database.transaction(() -> database.visits.enter(token))))
                .isEqualTo(1);
        assertThat(found[0].cartLines()).isEqualTo(3);
        assertThat(found[0].visit()).isEqualTo(visit);
    }

    @Test
    void anArticleIsAddedByFourStatementsHoweverFullTheCartIs() {
        Visit visit = visit();
        add(visit, articles.get(0));
        List<Integer> each = articles.stream()
                .skip(1)
                .map(a -> statements.of(() -> add(visit, a)))
                .toList();
        assertThat(each).hasSize(9).containsOnly(4); // price, lock, cart and line, change
        assertThat(statements.of(() -> add(visit, articles.get(0)))).isEqualTo(4);
        assertThat(database.<Integer>transaction(() -> carts.add(visit, articles.get(1), BigDecimal.ONE)))
                .as("lines afterwards")
                .isEqualTo(articles.size());
        List<CartLine> lines = database.transaction(() -> carts.lines(visit));
        assertThat(lines).extracting(CartLine::article).containsExactlyElementsOf(articles);
        assertThat(lines.get(0).quantity()).isEqualByComparingTo("2");
        assertThat(lines.get(9).quantity()).isEqualByComparingTo("1");
    }

    @Test
    void aTransferOfTenLinesTakesNoMoreStatementsThanOfOne() {
        Visit one = visit();
        add(one, articles.get(0));
        int ofOne = statements.of(() -> transfer(one));
        token = database.transaction(() -> database.visits.open(ARRIVAL));
        Visit ten = visit();
        articles.forEach(a -> add(ten, a));
        // lock, cart with lines, policy, prices, budgets, texts, cart, lines
        assertThat(statements.of(() -> transfer(ten))).isEqualTo(ofOne).isEqualTo(8);
    }

    private Visit visit() {
        return database.transaction(() -> database.visits.byToken(token));
    }

    private void add(Visit visit, String article) {
        database.transaction(() -> carts.add(visit, article, BigDecimal.ONE));
    }

    private void transfer(Visit visit) {
        database.transaction(() -> transfers.transfer(visit));
    }

    /** A customer that named no persons. */
    private static final class Strangers extends Buyers {
        @Override
        public Optional<Buyer> named(PartyId customer, String name) {
            return Optional.empty();
        }
    }
}
