package org.koppel.operations.portal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.koppel.operations.portal.PortalDatabase.BOUWGROEP;
import static org.koppel.operations.portal.PortalDatabase.EVA;
import static org.koppel.operations.portal.PortalDatabase.LIES;
import static org.koppel.operations.portal.PortalDatabase.ZORGGROEP;

import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.koppel.party.SiteEntry;
import org.koppel.punchout.Budget;

/** Budgets and assortments that an administrator grants: own sites and buyers only, and never more than is agreed. */
class GrantsTest {
    private PortalDatabase database;

    @BeforeEach
    void open() {
        database = new PortalDatabase();
        database.run("insert into budget (id, customer, period, amount) values"
                + " (gen_random_uuid(), 'bouwgroep', 'MONTH', 1000)");
        database.run("insert into category (code) values ('cable')");
    }

    @AfterEach
    void close() {
        database.close();
    }

    private void grant(PortalPerson person, String whom, Budget.Period period, String amount) {
        run(() -> database.budgets.grant(person, whom, period, amount, Budget.Mode.REFUSE));
    }

    private void run(Runnable work) {
        database.transaction(() -> {
            work.run();
            return null;
        });
    }

    private void refused(String reason, Runnable work) {
        assertThatThrownBy(() -> run(work))
                .isInstanceOfSatisfying(
                        PortalRefusedException.class,
                        e -> assertThat(e.reason()).isEqualTo(reason));
    }

    private List<String> budgets(PortalPerson person) {
        return database.transaction(() -> database.budgets.of(person.customer())).stream()
                .map(b -> b.site() + " " + b.buyer() + " " + b.period() + " " + b.amount())
                .toList();
    }

    @Test
    void aSiteAndABuyerGetABudgetAndANewOneTakesItsPlace() {
        grant(LIES, "site:HQ", Budget.Period.MONTH, "500");
        grant(LIES, "site:HQ", Budget.Period.MONTH, "600,50");
        grant(LIES, "buyer:an", Budget.Period.YEAR, "9000.5");
        assertThat(budgets(LIES)).containsExactlyInAnyOrder("HQ null MONTH 600.50", "null an YEAR 9000.50");
        assertThat(database.noted(BOUWGROEP)).containsExactly("BUDGET", "BUDGET", "BUDGET");
        assertThat(budgets(EVA)).isEmpty();
    }

    @Test
    void noBudgetIsAboveWhatIsAgreedForTheCustomerInThatPeriod() {
        refused("ABOVE_AGREED", () -> grantNow("site:HQ", Budget.Period.MONTH, "1000.01"));
        grant(LIES, "site:HQ", Budget.Period.MONTH, "1000");
        grant(LIES, "site:HQ", Budget.Period.QUARTER, "5000");
        assertThat(budgets(LIES)).hasSize(2);
    }

    private void grantNow(String whom, Budget.Period period, String amount) {
        database.budgets.grant(LIES, whom, period, amount, Budget.Mode.REFUSE);
    }

    @Test
    void whatIsNoAmountOrForNobodyOfTheCustomerIsRefused() {
        database.run("insert into site (customer, address_id, name) values ('zorggroep', 'CLINIC', 'Clinic')");
        for (String amount : List.of("-1", "1e9", "1.234", "ten", "1 000")) {
            refused("AMOUNT", () -> grantNow("site:HQ", Budget.Period.MONTH, amount));
        }
        for (String whom : List.of("", "site:CLINIC", "buyer:HQ", "site:an", "HQ")) {
            refused("WHOM", () -> grantNow(whom, Budget.Period.MONTH, "1"));
        }
        assertThat(budgets(LIES)).isEmpty();
    }

    @Test
    void theAgreedBudgetAndThoseOfOthersCannotBeRemoved() {
        UUID agreed = database.transaction(() -> database.budgets.agreed(BOUWGROEP))
                .get(0)
                .id();
        grant(EVA, "site:HQ", Budget.Period.MONTH, "500");
        UUID foreign = database.transaction(() -> database.budgets.of(ZORGGROEP))
                .get(0)
                .id();
        for (UUID id : List.of(agreed, foreign, UUID.randomUUID())) {
            assertThat(database.transaction(() -> database.budgets.remove(LIES, id)))
                    .isFalse();
        }
        assertThat(database.transaction(() -> database.budgets.remove(EVA, foreign)))
                .isTrue();
        assertThat(database.noted(ZORGGROEP)).containsExactly("BUDGET", "BUDGET_OFF");
        assertThat(database.transaction(() -> database.budgets.agreed(BOUWGROEP)))
                .hasSize(1);
    }

    @Test
    void anAssortmentIsNarrowedForOneSiteOrBuyerAndWidenedAgain() {
        run(() -> database.assortments.grant(LIES, "site:YARD", true, List.of("cable"), "cable"));
        run(() -> database.assortments.grant(LIES, "site:YARD", true, List.of("cable"), "cable"));
        assertThat(database.transaction(() -> database.assortments.of(BOUWGROEP)))
                .singleElement()
                .satisfies(rule -> {
                    assertThat(rule.site()).isEqualTo("YARD");
                    assertThat(rule.category()).isEqualTo("cable");
                    assertThat(rule.included()).isTrue();
                });
        long id = database.transaction(() -> database.assortments.of(BOUWGROEP))
                .get(0)
                .id();
        assertThat(database.transaction(() -> database.assortments.remove(EVA, id)))
                .isFalse();
        assertThat(database.transaction(() -> database.assortments.remove(LIES, id)))
                .isTrue();
        assertThat(database.transaction(() -> database.assortments.of(BOUWGROEP)))
                .isEmpty();
        refused("WHOM", () -> database.assortments.grant(LIES, "buyer:carla", false, List.of("cable"), "cable"));
    }

    @Test
    void theCodeOfASiteThatPaidForACartStaysWhereverThatWasDelivered() {
        database.run(
                "insert into punchout_visit (id, token_hash, customer, login, mechanism, language, return_url, target,"
                        + " charset, created_at, seen_at, expires_at) values ('00000000-0000-0000-0000-000000000001', '\\x01',"
                        + " 'bouwgroep', 'an', 'OCI', 'nl', 'https://srm.example', '_top', 'UTF-8', now(), now(), now())");
        database.run("insert into cart (id, version, visit, customer, reference, status, created_at, changed_at, site,"
                + " budget_site) values (gen_random_uuid(), 0, '00000000-0000-0000-0000-000000000001', 'bouwgroep', 'CART',"
                + " 'ORDERED', now(), now(), 'YARD', 'HQ')");
        assertTheCodeStays();
    }

    @Test
    void theCodeOfASiteWithABudgetStays() {
        grant(LIES, "site:HQ", Budget.Period.MONTH, "500");
        assertTheCodeStays();
    }

    private void assertTheCodeStays() {
        refused(
                "ORDERED_TO",
                () -> database.sites.change(
                        LIES, "HQ", new SiteEntry("MAIN", "Main", null, null, null, null, null, true, false)));
    }
}
