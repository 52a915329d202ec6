package org.koppel.operations.portal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.koppel.operations.portal.PortalDatabase.BOUWGROEP;

import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class CommitmentsTest {
    private static final String COSTS = "'[{\"kind\":\"ACCOUNTING\",\"name\":\"CostCenter\",\"value\":\"4711\"},"
            + "{\"kind\":\"ACCOUNTING\",\"name\":\"GLAccount\",\"value\":\"6100\"}]'";
    private PortalDatabase database;

    @BeforeEach
    void orders() {
        database = new PortalDatabase();
        database.order("bouwgroep", "PO-1", "CONFIRMED", "HQ", "'ACCEPTED', 10, 0", COSTS);
        database.order("bouwgroep", "PO-2", "CONFIRMED_WITH_CHANGES", "HQ", "'BACKORDERED', 4, 2", "null");
        database.order("bouwgroep", "PO-3", "HELD", "YARD", "null, null, null", COSTS);
        database.order("bouwgroep", "PO-4", "DESPATCHED", "HQ", "'ACCEPTED', 10, 0", COSTS);
        database.order("bouwgroep", "PO-5", "CONFIRMED_WITH_CHANGES", "HQ", "'REJECTED', 0, 0", COSTS);
        database.order("zorggroep", "PO-6", "CONFIRMED", "HQ", "'ACCEPTED', 10, 0", COSTS);
    }

    @AfterEach
    void close() {
        database.close();
    }

    private static List<String> texts(List<Commitment> rows) {
        return rows.stream()
                .map(c -> c.key() + ": " + c.orders() + " orders, "
                        + c.amount().stripTrailingZeros().toPlainString() + " " + c.currency())
                .toList();
    }

    @Test
    void whatWasConfirmedOrWaitsForAnAnswerCountsAtTheAgreedPrice() {
        assertThat(texts(database.transaction(() -> database.commitments.total(BOUWGROEP))))
                .containsExactly(": 3 orders, 65 EUR");
    }

    @Test
    void theSiteIsTheOneTheOrderGoesTo() {
        assertThat(texts(database.transaction(() -> database.commitments.bySite(BOUWGROEP))))
                .containsExactly("HQ: 2 orders, 40 EUR", "YARD: 1 orders, 25 EUR");
    }

    @Test
    void theCostCentreIsTheReferenceThatIsCalledSo() {
        assertThat(texts(database.transaction(() -> database.commitments.byCostCentre(BOUWGROEP))))
                .containsExactly("4711: 2 orders, 50 EUR", ": 1 orders, 15 EUR");
    }

    @Test
    void anAmountIsRoundedToCentsLineByLineAsTheConfirmationIs() {
        database.run("update purchase_order_line set agreed_price = 2.50449");
        assertThat(database.transaction(() -> database.commitments.total(BOUWGROEP)))
                .extracting(c -> c.amount().toPlainString())
                .as("25.04 + 15.03 + 25.04")
                .containsExactly("65.11");
    }

    @Test
    void testOrdersCommitToNothing() {
        database.run("update purchase_order set test = true");
        assertThat(database.transaction(() -> database.commitments.total(BOUWGROEP)))
                .isEmpty();
    }
}
