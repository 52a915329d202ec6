package org.koppel.journey;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.openqa.selenium.By;
import org.openqa.selenium.support.ui.WebDriverWait;

/** A person of the order desk plays a customer's system in the console, from the request to the confirmation. */
class SimulatorIT {
    private static final String CONFIRMED = ".way li:last-child.done";
    private static final Duration PATIENCE = Duration.ofSeconds(30);
    private final Koppel koppel = Koppel.running();

    @Test
    void anOciCartComesHomeJudgedAndBecomesAConfirmedOrder() throws Exception {
        try (Browser browser = loggedIn()) {
            begin(browser, "bouwgroep", "sap-srm");
            assertThat(browser.source())
                    .contains("HOOK_URL", "sap-client")
                    .doesNotContain(koppel.property("customer.bouwgroep.oci.password"));

            browser.press("#send").into("iframe[name='shop']");
            fillAndTransfer(browser);

            browser.out();
            assertThat(browser.read("#lines", "100001")).contains("4 PCE");
            assertKept(browser);
            order(browser);
        }
    }

    @Test
    void aCxmlCartComesHomeJudgedAndBecomesAConfirmedOrder() throws Exception {
        try (Browser browser = loggedIn()) {
            begin(browser, "zorggroep", "sap-ariba");
            assertThat(browser.source())
                    .contains("PunchOutSetupRequest", "BuyerCookie", "UniqueName")
                    .doesNotContain(koppel.property("customer.zorggroep.cxml.secret"));

            browser.press("#send").into("iframe[name='shop']");
            fillAndTransfer(browser);

            browser.out();
            assertThat(browser.read("#lines", "100001")).contains("4 EA");
            assertKept(browser);
            order(browser);
        }
    }

    @Test
    void anIdsBasketGoesInAndComesHomeAndBecomesAConfirmedOrder() throws Exception {
        try (Browser browser = loggedIn()) {
            browser.go(koppel.address("/console/simulator?customer=ediplus&system=ids"));
            browser.press("input[value='BASKET']").type("#article", "100001").type("#quantity", "2");
            inAFrame(browser);
            browser.press("#send").into("iframe[name='shop']");
            browser.press("form[action$='/transfer'] button");

            browser.out();
            assertThat(browser.read("#lines", "100001")).contains("2.00 PCE");
            assertKept(browser);
            order(browser);
        }
    }

    @Test
    void aPeppolCartComesHomeJudged() throws Exception {
        try (Browser browser = loggedIn()) {
            begin(browser, "zorggroep", "peppol");
            browser.press("#send").into("iframe[name='shop']");
            fillAndTransfer(browser);

            browser.out();
            assertThat(browser.read("#lines", "100001")).contains("4 H87");
            assertKept(browser);
        }
    }

    @Test
    void functionsWithoutAShopAnswerAtOnceAlsoWithoutJavaScript() throws Exception {
        try (Browser browser = loggedIn(Browser.withoutJavaScript())) {
            browser.go(koppel.address("/console/simulator?customer=bouwgroep&system=generic-oci"));
            browser.press("input[value='VALIDATE']").type("#article", "100001").type("#quantity", "3");
            browser.press("form.card[method='post'] button.primary").press("#send");
            assertThat(browser.read("#lines", "100001")).contains("3 PCE");
            assertThat(browser.source()).contains("&lt;form", "NEW_ITEM-VENDORMAT[1]"); // the answer as it travels
            assertKept(browser);

            browser.go(koppel.address("/console/simulator?customer=bouwgroep&system=generic-oci"));
            browser.press("input[value='VALIDATE']")
                    .type("#article", "100001; 100002")
                    .type("#quantity", "3;2");
            browser.press("form.card[method='post'] button.primary").press("#send");
            assertThat(browser.read("#lines", "100002")).contains("100001", "3 PCE", "2 PCE");
            assertThat(browser.source()).contains("PRODUCTID[2]");
            assertKept(browser);

            browser.go(koppel.address("/console/simulator?customer=bouwgroep&system=generic-oci"));
            browser.press("input[value='BACKGROUND_SEARCH']").type("#words", "100001");
            browser.press("form.card[method='post'] button.primary").press("#send");
            browser.read("#lines", "100001");
        }
    }

    @Test
    void whoLeavesTheShopSeesThatNothingCameHome() throws Exception {
        try (Browser browser = loggedIn()) {
            begin(browser, "amerco", "generic-cxml");
            browser.press("#send").into("iframe[name='shop']");
            browser.press("form[action$='/cancel'] button");

            browser.out();
            browser.read("#result", "No lines came");
            assertKept(browser);
        }
    }

    @Test
    void nobodyElseSeesASimulationOrBringsACartHomeToIt() throws Exception {
        try (Browser browser = loggedIn()) {
            begin(browser, "bouwgroep", "sap-srm");
            browser.press("#send").into("iframe[name='shop']").see("#minicart");
            String path = browser.out().address().replaceFirst("https?://[^/]+", "");

            HttpResponse<String> posted = koppel.postForm(path + "/return", Map.of("NEW_ITEM-QUANTITY[1]", "1"));
            HttpResponse<String> seen = koppel.get(path);

            assertThat(List.of(posted.statusCode(), seen.statusCode())).containsOnly(303);
            assertThat(posted.headers().firstValue("Location").orElseThrow()).contains("/console/login");
            browser.go(koppel.address(path));
            assertThat(browser.source()).doesNotContain("id=\"home\"");
        }
    }

    private void begin(Browser browser, String customer, String system) {
        browser.go(koppel.address("/console/simulator?customer=" + customer + "&system=" + system));
        inAFrame(browser);
    }

    private static void inAFrame(Browser browser) {
        browser.press("#display option[value='frame']").press("form.card[method='post'] button.primary");
        browser.see("#send");
    }

    private static void fillAndTransfer(Browser browser) {
        browser.type("#q", "100001").press("header form.find button");
        browser.type("#n-100001", "4").press("form.add button");
        browser.read("#minicart .count", "1");
        browser.press("#minicart").press("form[action$='/transfer'] button");
    }

    private static void assertKept(Browser browser) {
        assertThat(browser.read("#result", "No rule is broken")).doesNotContain("✗");
    }

    /** The page asks by itself until the confirmation has gone out. */
    private static void order(Browser browser) {
        browser.press("#approve");
        browser.see("#order");
        if (!Browser.isReal()) { // runs no htmx: asks by the link, as a person without JavaScript
            new WebDriverWait(browser.driver(), PATIENCE).until(driver -> {
                driver.navigate().refresh();
                return !driver.findElements(By.cssSelector(CONFIRMED)).isEmpty();
            });
        }
        browser.see(CONFIRMED);
        assertThat(browser.see("#result").getText()).contains("PDF", "HTML", "SIM-");
    }

    private Browser loggedIn() {
        return loggedIn(Browser.open());
    }

    private Browser loggedIn(Browser browser) {
        browser.go(koppel.address("/console/login"))
                .type("#user", koppel.property("console.user"))
                .type("#password", koppel.property("console.password"))
                .press("form[action='/console/login'] button")
                .see("#find");
        return browser;
    }
}
