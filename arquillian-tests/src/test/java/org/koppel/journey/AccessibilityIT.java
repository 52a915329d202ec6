package org.koppel.journey;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.net.URI;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIf;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;
import org.junit.jupiter.api.parallel.ResourceLock;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.openqa.selenium.By;
import org.openqa.selenium.Cookie;
import org.openqa.selenium.WebElement;
import org.openqa.selenium.chrome.ChromeDriver;

/**
 * Every page of the shop, in each language, light and dark, narrow and wide, judged by axe-core. Those of the console and of the
 * customer, and those of the shop that look like others of it, are judged so in one language, and narrow in the others: there words
 * have the least room, and colours do not depend on them.
 */
@EnabledIf("org.koppel.journey.Browser#isReal")
@Execution(ExecutionMode.CONCURRENT) // it only looks, and looking takes the time
@ResourceLock(ChangesTheDemo.LOCK)
@Order(2)
class AccessibilityIT {
    private static final int NARROW = 320;
    private static final int WIDE = 1280;
    private static final String IN_EVERY_LOOK = "en";
    /** Whether every rule looks at every page in every language, both looks and both widths: three times as long. */
    private static final boolean EVERYTHING = Boolean.getBoolean("koppel.every-look");

    /** As the software of a craftsman does it. */
    private static final String POST = """
            const form = document.createElement('form');
            form.method = 'post';
            form.action = arguments[0];
            for (const [name, value] of Object.entries(arguments[1])) {
                const field = document.createElement('input');
                field.name = name;
                field.value = value;
                form.append(field);
            }
            document.body.append(form);
            form.submit();
            """;

    private final Koppel koppel = Koppel.running();
    private final PurchaseOrders orders = new PurchaseOrders(koppel);

    @Test
    void aFieldWithoutALabelWouldBeFound() throws Exception {
        List<String> findings = new ArrayList<>();
        try (Browser browser = Browser.lookingAround()) {
            browser.driver().get("data:text/html,<html lang='en'><title>Page</title><main><input></main>");
            judge(browser, "page", findings);
        }
        assertThat(findings).hasSize(2).allMatch(f -> f.contains("label (critical)"));
    }

    @Test
    void aTextThatIsFaintInTheDarkOnlyWouldBeFound() throws Exception {
        List<String> findings = new ArrayList<>();
        try (Browser browser = Browser.lookingAround()) {
            browser.driver()
                    .get("data:text/html,<html lang='en'><title>Page</title><style>@media (prefers-color-scheme: dark)"
                            + "{p{color:rgb(90,90,90);background:rgb(60,60,60)}}</style><main><p>Faint</p></main>");
            judge(browser, "page", findings);
        }
        assertThat(findings).hasSize(2).allMatch(f -> f.contains("dark: color-contrast (serious)"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"nl", "fr", "de", "en"})
    void noPageOfTheShopHasASeriousFinding(String language) throws Exception {
        List<String> findings = new ArrayList<>();
        Judge judge = Judge.of(language);
        try (BuyersSystem buyer = new BuyersSystem(koppel, "bouwgroep").calling("LANGUAGE", language);
                Browser browser = Browser.lookingAround()) {
            browser.go(buyer.address("/start")).press("#call button").see("#minicart");
            String shop = browser.address();
            browser.go(koppel.address("/shop/none/")); // the page of a visit that is over
            judge(browser, "visit that is over", findings);
            browser.go(koppel.address(
                    "/oci?~language=" + language + "&USERNAME=nobody&PASSWORD=none&HOOK_URL=https%3A%2F%2Fa.test"));
            judge(browser, "call that is refused", findings);
            for (String path : List.of(
                    "",
                    "search?q=kabel",
                    "search?q=kabel&stock=1&sort=price",
                    "search?q=zzqqxx",
                    "articles/100001",
                    "quick",
                    "lists",
                    "cart")) {
                browser.driver().get(shop + path);
                judge(browser, path, findings);
            }
            browser.driver().get(shop + "articles/100001");
            browser.press("form.add button").read("#minicart .count", "1");
            browser.press("#minicart").see("form[action$='/transfer'] button");
            judge(browser, "filled cart", findings);
            browser.type("#q-100001", "1.5")
                    .press("form[action$='/lines/100001'] button")
                    .see("#again");
            judge.judge(browser, "quantity that is refused", findings);
            browser.driver().get(shop + "cart/data");
            browser.see("form.wishes");
            judge(browser, "what is said with a cart", findings);
            browser.driver().get(shop + "quick");
            browser.type("#list", "100001;1\nno-such-number;1\n100051;1").press("form[action$='/quick'] button");
            browser.see(".became");
            judge(browser, "result of a quick order", findings);
            browser.driver().get(shop + "lists");
            browser.type("#name", "A11Y").press("form[action$='/lists'] button").see(".became a");
            judge(browser, "kept list", findings);
            browser.press(".became a").see("ol.lines");
            judge(browser, "what is on a list", findings);
            browser.driver().get(shop + "articles/100051");
            judge(browser, "dead article", findings);
            keepPagesThatPostThemselves(browser);
            browser.driver().get(shop + "cart");
            browser.press("form[action$='/transfer'] button").see("#punchout-return");
            judge(browser, "cart on its way home", findings);
            makeAnOrderOf(browser.see("input[name^='NEW_ITEM-EXT_QUOTE_ID']").getAttribute("value"));
            browser.driver().get(shop + "transfer");
            browser.see("#order-number");
            ((ChromeDriver) browser.driver()).executeScript("document.getElementById('leaving').hidden = false");
            judge.judge(browser, "order at once", findings);
            buyer.calling("FUNCTION", "VALIDATE").calling("PRODUCTID", "100001");
            browser.go(buyer.address("/start")).press("#call button").see("#punchout-return");
            judge(browser, "answer of a function", findings);
        }
        assertThat(findings).isEmpty();
    }

    /** Its language is the customer's, German. */
    @Test
    void aBasketOfWhichPositionsAreRefusedHasNoSeriousFinding() throws Exception {
        List<String> findings = new ArrayList<>();
        try (Browser browser = Browser.lookingAround()) {
            browser.go(URI.create("about:blank"));
            ((ChromeDriver) browser.driver())
                    .executeScript(POST, koppel.address("/ids").toString(), IdsPunchOutIT.refused(koppel));
            browser.see("#refused li:nth-child(2)");
            judge(browser, "basket of which positions are refused", findings);
        }
        assertThat(findings).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"nl", "fr", "de", "en"})
    void noPageOfTheConsoleHasASeriousFinding(String language) throws Exception {
        List<String> findings = new ArrayList<>();
        Judge judge = Judge.of(language);
        List<String> pages = consolePages();
        String ending = wayWhoseCertificateEndsSoon();
        try (Browser browser = Browser.lookingAround()) {
            browser.go(koppel.address("/console/login"));
            browser.driver().manage().addCookie(new Cookie("koppel-language", language, "/console"));
            browser.go(koppel.address("/console/login"));
            judge.judge(browser, "login", findings);
            String[] session = new Console(koppel).cookie().split("=", 2);
            browser.driver().manage().addCookie(new Cookie(session[0], session[1], "/console"));
            for (String page : pages) {
                browser.go(koppel.address(page));
                assertShown(browser, page, language);
                if (page.equals("/console/")) {
                    browser.see("section[aria-labelledby='certificates'] a[href='" + ending + "']");
                }
                judge.judge(browser, page, findings);
            }
            browser.go(koppel.address("/console/simulator?customer=bouwgroep&system=generic-oci"));
            browser.press("input[value='BACKGROUND_SEARCH']").type("#words", "100001"); // few hits: axe looks at each
            browser.press("form.card[method='post'] button.primary").see("#send");
            judge.judge(browser, "prepared simulation", findings);
            browser.press("#send").see("#lines");
            for (WebElement details : browser.driver().findElements(By.cssSelector("main details summary"))) {
                details.click();
            }
            judge.judge(browser, "judged simulation", findings);
        } finally {
            new ConsoleWays(new Console(koppel)).switchOff(ending);
        }
        assertThat(findings).isEmpty();
    }

    @Test
    void noPageOfTheManualHasASeriousFinding() throws Exception {
        List<String> findings = new ArrayList<>();
        try (Browser browser = Browser.lookingAround()) {
            for (String page : List.of("/help/", "/help/quickstart.md", "/help/formats/x12.md")) {
                browser.go(koppel.address(page)).see("main h1");
                judge(browser, page, findings);
            }
        }
        assertThat(findings).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"nl", "fr", "de", "en"})
    void noPageOfACustomerHasASeriousFinding(String language) throws Exception {
        CxmlOrder order =
                CxmlOrder.of(koppel, "bouwgroep").line("1", "100001", "1", orders.price("bouwgroep", "100001"));
        koppel.postCxml(order.xml());
        String delivery =
                orders.delivery(order.number(), "DELIVERED").path("id").asText();
        List<String> findings = new ArrayList<>();
        Judge judge = Judge.of(language);
        try (Browser browser = Browser.lookingAround()) {
            browser.go(koppel.address("/portal/login"));
            browser.driver().manage().addCookie(new Cookie("koppel-language", language, "/portal"));
            browser.go(koppel.address("/portal/login"));
            judge.judge(browser, "/portal/login", findings);
            browser.go(koppel.address("/portal/invitation/is-no-invitation"));
            judge.judge(browser, "invitation that is over", findings);
            browser.go(koppel.address(invitation())).see("#password");
            judge.judge(browser, "invitation", findings);
            String[] session = Portal.ofBouwgroep(koppel).cookie().split("=", 2);
            browser.driver().manage().addCookie(new Cookie(session[0], session[1], "/portal"));
            for (String page : List.of(
                    "",
                    "/orders",
                    "/orders?q=nothing-has-this-name",
                    "/orders/" + orders.answered(order.number()).path("id").asText(),
                    "/deliveries",
                    "/deliveries/" + delivery,
                    "/commitments",
                    "/buyers",
                    "/buyers/edit?login=an.peeters",
                    "/buyers/new",
                    "/sites",
                    "/sites/edit?id=HQ",
                    "/grants",
                    "/notifications",
                    "/dialect",
                    "/couplings",
                    "/no-such-page")) {
                browser.go(koppel.address("/portal" + page));
                assertShown(browser, page, language);
                judge.judge(browser, "/portal" + page, findings);
            }
            browser.go(koppel.address("/portal/sites/new"))
                    .type("#addressId", "!")
                    .type("#name", "?");
            browser.press("main button.primary").see("#refusal");
            judge.judge(browser, "refused site", findings);
        }
        assertThat(findings).isEmpty();
    }

    /** The page itself in that language, not one that says why it is not there. */
    private static void assertShown(Browser browser, String page, String language) {
        assertThat(browser.see("html").getAttribute("lang")).as(page).isEqualTo(language);
        boolean error = !browser.driver()
                .findElements(By.cssSelector(".narrow > p > a.button"))
                .isEmpty();
        assertThat(error).as(page + " is an error").isEqualTo(page.endsWith("/no-such-page"));
    }

    /**
     * As though the cart's transfer had been an order. That is agreed by customer, and other journeys of this customer go on meanwhile; nor
     * may their orders be taken for this cart's, therefore it has no content.
     */
    private void makeAnOrderOf(String cart) throws SQLException {
        try (Connection connection = DriverManager.getConnection(
                        koppel.property("jdbc.url"), koppel.property("jdbc.user"), koppel.property("jdbc.password"));
                PreparedStatement statement = connection.prepareStatement(
                        "update cart set at_once = true, status = 'ORDERED', content = null where reference = ?")) {
            statement.setString(1, cart);
            assertThat(statement.executeUpdate()).isEqualTo(1);
        }
    }

    private static void keepPagesThatPostThemselves(Browser browser) {
        ChromeDriver chromium = (ChromeDriver) browser.driver();
        chromium.executeCdpCommand("Network.enable", Map.of());
        chromium.executeCdpCommand("Network.setBlockedURLs", Map.of("urls", List.of("*/return.js", "*/ordered.js")));
    }

    /** Lists, and one of each thing that can be looked at, whole and refused. */
    private List<String> consolePages() throws Exception {
        CxmlOrder order =
                CxmlOrder.of(koppel, "bouwgroep").line("1", "100001", "1", orders.price("bouwgroep", "100001"));
        koppel.postCxml(order.xml());
        String delivery =
                orders.delivery(order.number(), "DELIVERED").path("id").asText();
        JsonNode known = orders.answered(order.number());
        CxmlOrder refused = CxmlOrder.of(koppel, "bouwgroep").line("3", "100001", "1,5", "1.00");
        koppel.postCxml(refused.xml());
        Craftsman buyer = new Craftsman(koppel, koppel.postForm("/oci", oci()));
        buyer.add("100001", "1");
        buyer.transfer();
        return List.of(
                "/console/",
                "/console/messages",
                "/console/messages?status=REJECTED",
                "/console/messages/" + message(order),
                "/console/messages/" + message(refused),
                "/console/orders",
                "/console/orders?q=nothing-has-this-name",
                "/console/orders/" + known.path("id").asText(),
                "/console/deliveries",
                "/console/deliveries/" + delivery,
                "/console/customers",
                "/console/synonyms",
                "/console/surcharges",
                "/console/accessories",
                "/console/customers/bouwgroep",
                "/console/simulator",
                "/console/carts",
                firstOn("/console/carts", "/console/carts/"),
                "/console/shops/bouwgroep",
                "/console/assortments/zorggroep",
                "/console/simulator?customer=zorggroep&system=sap-ariba&wrong=cart",
                "/console/ways",
                "/console/ways/new?transport=sftp",
                "/console/files/bouwgroep",
                "/console/files/back-office",
                firstOn("/console/ways", "/console/ways/"),
                firstOn("/console/customers/bouwgroep", "/console/channels/"),
                "/console/channels/new?customer=bouwgroep&transport=http",
                "/console/dialects/bouwgroep",
                "/console/deliveries/resend",
                "/console/invoices",
                "/console/search?q=" + order.number(),
                "/console/search?q=nothing-has-this-name",
                "/console/back-office",
                "/console/channels/new?customer=back-office&transport=sftp",
                "/console/cxml/zorggroep",
                "/console/no-such-page");
    }

    /** The overview asks for a new one in time. @return its page */
    private String wayWhoseCertificateEndsSoon() {
        String mark = UUID.randomUUID().toString().substring(0, 6);
        As2Key ours = As2Key.of("Koppel " + mark, Duration.ofDays(10));
        Map<String, String> settings = Map.of(
                "own.id",
                "KOPPEL-" + mark,
                "partner.id",
                "PEER-" + mark,
                "keystore",
                ours.keystore(),
                "keystore.password",
                As2Key.PASSWORD,
                "certificate",
                As2Key.of("Peer " + mark).pem(),
                "encryption",
                "required");
        Map<String, String> form = ConsoleWays.form("as2", "ediplus", "AS2 " + mark, settings);
        return new ConsoleWays(new Console(koppel)).sent("/console/ways", form);
    }

    private Map<String, String> oci() {
        return Map.of(
                "USERNAME", koppel.property("customer.bouwgroep.oci.username"),
                "PASSWORD", koppel.property("customer.bouwgroep.oci.password"),
                "HOOK_URL", "http://127.0.0.1:9/in");
    }

    /** The path of a link that holds. */
    private String invitation() {
        Map<String, String> person = Map.of("name", "axe-" + UUID.randomUUID(), "fullName", "Kim Jansen");
        String page = new Console(koppel)
                .post("/console/customers/bouwgroep/invitations", person)
                .body();
        Matcher link = Pattern.compile("id=\"invitation-link\">([^<]+)<").matcher(page);
        assertThat(link.find()).as(page).isTrue();
        return URI.create(link.group(1)).getPath();
    }

    /** The first address on a page that begins so and ends with an id. */
    private String firstOn(String page, String beginning) {
        Matcher link =
                Pattern.compile("href=\"(" + beginning + "[0-9a-f-]{36})\"").matcher(new Console(koppel).page(page));
        assertThat(link.find()).as(page).isTrue();
        return link.group(1);
    }

    private String message(CxmlOrder order) {
        return koppel.api("/api/v1/messages?reference=" + order.payload())
                .path("items")
                .path(0)
                .path("id")
                .asText();
    }

    /** Looks at a page that the browser shows, and adds what it finds. */
    private interface Judge {
        void judge(Browser browser, String page, List<String> findings);

        static Judge of(String language) {
            return EVERYTHING || IN_EVERY_LOOK.equals(language) ? AccessibilityIT::judge : AccessibilityIT::judgeWords;
        }
    }

    /** Adds what axe-core finds on the page that the browser shows, in every look. */
    static void judge(Browser browser, String page, List<String> findings) {
        ChromeDriver chromium = (ChromeDriver) browser.driver();
        for (int width : List.of(NARROW, WIDE)) {
            reflow(chromium, page, width, findings);
            look(chromium, "light");
            note(page, width, "light", Axe.seriousFindings(chromium), findings);
            look(chromium, "dark");
            List<String> dark = EVERYTHING ? Axe.seriousFindings(chromium) : Axe.seriousFindingsOfColour(chromium);
            note(page, width, "dark", dark, findings);
        }
        chromium.executeCdpCommand("Emulation.clearDeviceMetricsOverride", Map.of());
    }

    /** The same of a page that differs in its words only from one that was judged. */
    private static void judgeWords(Browser browser, String page, List<String> findings) {
        ChromeDriver chromium = (ChromeDriver) browser.driver();
        reflow(chromium, page, WIDE, findings);
        reflow(chromium, page, NARROW, findings);
        note(page, NARROW, "light", Axe.seriousFindingsOfWords(chromium), findings);
        chromium.executeCdpCommand("Emulation.clearDeviceMetricsOverride", Map.of());
    }

    private static void reflow(ChromeDriver chromium, String page, int width, List<String> findings) {
        chromium.executeCdpCommand(
                "Emulation.setDeviceMetricsOverride",
                Map.of("width", width, "height", 900, "deviceScaleFactor", 1, "mobile", false));
        if (Axe.scrollsSideways(chromium)) {
            findings.add(page + ", " + width + " px: scrolls sideways");
        }
    }

    private static void look(ChromeDriver chromium, String look) {
        chromium.executeCdpCommand(
                "Emulation.setEmulatedMedia",
                Map.of("features", List.of(Map.of("name", "prefers-color-scheme", "value", look))));
    }

    private static void note(String page, int width, String look, List<String> found, List<String> findings) {
        found.forEach(finding -> findings.add(page + ", " + width + " px, " + look + ": " + finding));
    }
}
