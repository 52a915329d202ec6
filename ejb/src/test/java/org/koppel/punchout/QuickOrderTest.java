package org.koppel.punchout;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;
import static org.koppel.punchout.PunchoutDatabase.BOUWGROEP;
import static org.koppel.punchout.PunchoutDatabase.ZORGGROEP;

import java.math.BigDecimal;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import javax.sql.DataSource;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.koppel.catalogue.TestCatalogue;
import org.koppel.punchout.QuickLine.Outcome;
import org.koppel.punchout.quick.QuickRow;
import org.koppel.punchout.quick.QuickRows;
import org.koppel.punchout.quick.QuickRowsException;
import org.koppel.shared.UnitCode;

class QuickOrderTest {
    private static DataSource filled;
    private PunchoutDatabase database;
    private final Carts carts = new Carts();
    private final QuickOrder quick = new QuickOrder();

    @BeforeAll
    static void fill() {
        filled = TestCatalogue.ownDemo();
        TestCatalogue catalogue = new TestCatalogue(filled);
        catalogue.execute(
                "insert into article (number, gtin, manufacturers_id, unit, minimum, step, list_price, active, successor)"
                        + " values ('Q-NEW', '5412345678908', 'MFR/77', 'C62', 10, 5, 2, true, null),"
                        + " ('Q-ROLL', null, null, 'MTR', 1, 1, 2, false, 'Q-NEW'), ('Q-OLD', null, null, 'C62', 1, 1, 2, false, 'Q-NEW'), ('Q-DEAD', null, null, 'C62', 1, 1, 2, false, null)");
        catalogue.execute(
                "insert into buyers_number (customer, article, number) values ('bouwgroep', 'Q-NEW', 'BG 1')");
    }

    @BeforeEach
    void open() {
        database = new PunchoutDatabase(filled);
        CartPricing pricing = new CartPricing();
        pricing.offers = new TestCatalogue(filled).offers();
        carts.carts = database.storedCarts;
        carts.pricing = pricing;
        carts.clock = database.clock();
        quick.carts = carts;
        quick.offers = pricing.offers;
    }

    @AfterEach
    void close() {
        database.close();
    }

    @Test
    void everyRowSaysWhatBecameOfIt() throws QuickRowsException {
        Visit visit = database.visitOf(BOUWGROEP);
        List<QuickLine> lines = add(visit, "100001;2\nno-such;1\nQ-OLD;20\n100001;two\nQ-DEAD;1\n100001;0\n");
        assertThat(lines)
                .extracting(QuickLine::outcome)
                .containsExactly(
                        Outcome.ADDED,
                        Outcome.UNKNOWN,
                        Outcome.REPLACED,
                        Outcome.UNREADABLE,
                        Outcome.UNKNOWN,
                        Outcome.REFUSED);
        assertThat(show(visit)).extracting(PricedCart.Line::article).containsExactly("100001", "Q-NEW");
    }

    @Test
    void aRowWithoutANumberIsReported() throws QuickRowsException {
        Visit visit = database.visitOf(BOUWGROEP);
        assertThat(add(visit, "100001;2\n;5"))
                .extracting(QuickLine::outcome)
                .containsExactly(Outcome.ADDED, Outcome.NO_NUMBER);
    }

    @Test
    void packsAndMinimumsAreKeptByOrderingMore() throws QuickRowsException {
        Visit visit = database.visitOf(BOUWGROEP);
        List<QuickLine> lines = add(visit, "Q-NEW;3\nQ-NEW;5\nQ-NEW;1");
        assertThat(lines)
                .extracting(QuickLine::outcome)
                .containsExactly(Outcome.BELOW_MINIMUM, Outcome.ADDED, Outcome.ROUNDED);
        assertThat(show(visit))
                .singleElement()
                .satisfies(l -> assertThat(l.quantity()).isEqualByComparingTo("20"));
    }

    @Test
    void aSuccessorThatIsSoldByAnotherUnitIsNamedButNotAdded() throws QuickRowsException {
        Visit visit = database.visitOf(BOUWGROEP);
        assertThat(add(visit, "Q-ROLL;100")).singleElement().satisfies(l -> {
            assertThat(l.outcome()).isEqualTo(Outcome.OTHER_UNIT);
            assertThat(l.offer().article()).isEqualTo("Q-NEW");
            assertThat(l.quantity()).isNull();
        });
        assertThat(show(visit)).isEmpty();
    }

    @Test
    void aRowThatCountsAnotherUnitThanTheArticleIsNotAdded() {
        Visit visit = database.visitOf(BOUWGROEP);
        BigDecimal ten = BigDecimal.TEN;
        List<QuickRow> rows = List.of(
                new QuickRow(1, "Q-NEW", "10", ten, new UnitCode("MTR")),
                new QuickRow(2, "Q-NEW", "10", ten, UnitCode.PIECE));
        assertThat(database.transaction(() -> quick.add(visit, rows)))
                .extracting(QuickLine::outcome)
                .containsExactly(Outcome.OTHER_UNIT, Outcome.ADDED);
    }

    @Test
    void aSuccessorThatWasRaisedSaysBoth() throws QuickRowsException {
        Visit visit = database.visitOf(BOUWGROEP);
        assertThat(add(visit, "Q-OLD;3\nQ-OLD;5\nQ-OLD;1"))
                .extracting(QuickLine::outcome)
                .containsExactly(Outcome.REPLACED_BELOW_MINIMUM, Outcome.REPLACED, Outcome.REPLACED_ROUNDED);
    }

    @Test
    void aResultIsShownAgainToItsVisitForSomeHours() throws QuickRowsException {
        Visit visit = database.visitOf(BOUWGROEP);
        QuickResults results = new QuickResults();
        results.em = database.entities();
        results.offers = quick.offers;
        results.clock = database.clock();
        List<QuickLine> lines = add(visit, "Q-OLD;3\nno-such;1\nQ-NEW;two");
        UUID id = database.transaction(() -> results.keep(visit, lines));

        List<QuickLine> shown = database.transaction(() -> results.of(visit, id));
        assertThat(shown)
                .extracting(QuickLine::row, QuickLine::outcome)
                .containsExactlyElementsOf(
                        lines.stream().map(l -> tuple(l.row(), l.outcome())).toList());
        assertThat(shown.get(0).offer().article()).isEqualTo("Q-NEW");
        assertThat(shown.get(0).quantity()).isEqualByComparingTo("10");
        assertThat(shown.get(1).offer()).isNull();
        Visit other = database.visitOf(BOUWGROEP);
        assertThat(database.transaction(() -> results.of(other, id))).isEmpty();
        database.pass(Duration.ofHours(5));
        UUID later = database.transaction(() -> results.keep(visit, lines));
        assertThat(database.transaction(() -> results.of(visit, id))).isEmpty();
        assertThat(database.transaction(() -> results.of(visit, later))).hasSize(3);
    }

    @Test
    void aNumberMayBeTheBuyersTheManufacturersOrAGtin() throws QuickRowsException {
        Visit visit = database.visitOf(BOUWGROEP);
        assertThat(add(visit, "bg-1;10\nmfr77;10\n05412345678908;10\nq.new;10"))
                .allSatisfy(l -> assertThat(l.outcome()).isEqualTo(Outcome.ADDED))
                .allSatisfy(l -> assertThat(l.offer().article()).isEqualTo("Q-NEW"));
        assertThat(show(visit))
                .singleElement()
                .satisfies(l -> assertThat(l.quantity()).isEqualByComparingTo("40"));
    }

    @Test
    void withoutAQuantityTheLeastIsOrdered() throws QuickRowsException {
        Visit visit = database.visitOf(BOUWGROEP);
        assertThat(add(visit, "Q-NEW")).singleElement().satisfies(l -> {
            assertThat(l.outcome()).isEqualTo(Outcome.ADDED);
            assertThat(l.quantity()).isEqualByComparingTo("10");
        });
    }

    @Test
    void anArticleOutsideTheAssortmentIsUnknown() throws QuickRowsException {
        Visit care = database.visitOf(ZORGGROEP);
        assertThat(add(care, "100999;1")).extracting(QuickLine::outcome).containsExactly(Outcome.UNKNOWN);
        assertThat(show(care)).isEmpty();
    }

    private List<QuickLine> add(Visit visit, String text) throws QuickRowsException {
        QuickRows rows = new QuickRows(t -> t.matches("[0-9]+") ? Optional.of(new BigDecimal(t)) : Optional.empty());
        List<QuickRow> read = rows.text(text);
        return database.transaction(() -> quick.add(visit, read));
    }

    private List<PricedCart.Line> show(Visit visit) {
        return database.transaction(() -> carts.show(visit)).lines();
    }
}
