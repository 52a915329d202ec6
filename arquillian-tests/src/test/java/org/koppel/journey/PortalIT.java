package org.koppel.journey;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.net.URI;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** The customer's own pages: a person of the customer looks after buyers, sites and addresses, and sees nobody else's. */
@ChangesTheDemo
class PortalIT {
    private static final String PASSWORD = "correct horse battery";
    private static final Pattern LINK = Pattern.compile("(?:href|action)=\"(/portal[^\"#]*)\"");
    private static final int MOST_PAGES = 120;

    private final Koppel koppel = Koppel.running();
    private final PurchaseOrders orders = new PurchaseOrders(koppel);
    private final Console console = new Console(koppel);

    private HttpResponse<String> consoleForm(String path, Map<String, String> fields) {
        return koppel.send(koppel.request(path)
                .header("Cookie", console.cookie())
                .header("Content-Type", "application/x-www-form-urlencoded")
                .POST(HttpRequest.BodyPublishers.ofString(Portal.encoded(fields))));
    }

    /** The path of the link that the order desk sees once. */
    private String invite(String customer, String name) {
        HttpResponse<String> page = consoleForm(
                "/console/customers/" + customer + "/invitations", Map.of("name", name, "fullName", "Kim Jansen"));
        assertThat(page.statusCode()).isEqualTo(200);
        return Pattern.compile("id=\"invitation-link\">([^<]+)<")
                .matcher(page.body())
                .results()
                .map(m -> URI.create(m.group(1)).getPath())
                .findFirst()
                .orElseThrow(() -> new AssertionError("No link: " + page.body()));
    }

    private static String fresh(String word) {
        return word + "-" + UUID.randomUUID().toString().substring(0, 8);
    }

    private JsonNode answeredOrder(String customer) throws Exception {
        CxmlOrder order = CxmlOrder.of(koppel, customer).line("1", "100001", "1", orders.price(customer, "100001"));
        koppel.postCxml(order.xml());
        return orders.answered(order.number());
    }

    private HttpResponse<String> punchOut(String user, String password) {
        return koppel.postForm(
                "/oci", Map.of("USERNAME", user, "PASSWORD", password, "HOOK_URL", "http://127.0.0.1:4711/inbound"));
    }

    @Test
    void anInvitedPersonSetsUpASiteAndABuyerWhoThenPunchesOut() throws Exception {
        String user = fresh("kim");
        String site = fresh("S");
        String login = fresh("buyer");
        String link = invite("ediplus", user);
        try (Browser browser = Browser.withoutJavaScript()) {
            browser.go(koppel.address(link)).type("#password", PASSWORD).type("#again", PASSWORD);
            browser.press("main button.primary").see("#user");
            browser.type("#user", user).type("#password", PASSWORD).press("main button.primary");
            browser.read("h1", "Ediplus Technik GmbH");

            browser.go(koppel.address("/portal/sites/new")).type("#addressId", site);
            browser.type("#name", "Baustelle").type("#country", "B1").press("main button.primary");
            browser.see("#refusal");
            browser.type("#country", "DE").press("main button.primary");
            browser.read("main table", site);

            browser.go(koppel.address("/portal/buyers/new"))
                    .type("#login", login)
                    .type("#name", "Uwe Böhm \u0141");
            browser.press("#site option[value='" + site + "']").press("main button.primary");
            browser.read("main table", login);
            browser.read("main table", "Uwe Böhm \u0141");
            browser.press("button[aria-label='New password for " + login + "']");
            String name = browser.see("#credential-user").getText();
            String password = browser.see("#credential-password").getText();

            assertThat(punchOut(name, password).statusCode()).isEqualTo(303);
            assertThat(punchOut(name, password + "x").statusCode()).isEqualTo(403);
            Craftsman visit = new Craftsman(koppel, punchOut(name, password));
            assertThat(visit.page("cart").statusCode()).isEqualTo(200);

            browser.go(koppel.address("/portal/buyers"));
            browser.press("button[aria-label='Switch off " + login + "']").see(".notice.good");
            Koppel.await("the buyer is out", () -> punchOut(name, password).statusCode(), code -> code == 403);
            assertThat(visit.page("cart").statusCode()).isEqualTo(403);
            assertThat(visit.page("cart").body()).contains("You may not buy here any more");
            assertThat(visit.post("cart/lines", Map.of("article", "100001", "quantity", "1"))
                            .statusCode())
                    .isEqualTo(403);
            assertThat(visit.post("transfer", Map.of()).statusCode()).isEqualTo(403);
            browser.go(koppel.address("/portal")).read("aside", login);
        }
        assertThat(koppel.get(link).statusCode()).as("the link holds once").isEqualTo(404);
        assertThat(console.page("/console/customers/ediplus")).contains(login, site, user);
    }

    @Test
    void ordersTheirDocumentsAndCommitmentsAreSeen() throws Exception {
        JsonNode order = answeredOrder("bouwgroep");
        String document = orders.confirmation(order);
        Portal lies = Portal.ofBouwgroep(koppel);

        String number = order.path("number").asText();
        assertThat(lies.get("/portal/orders?q=" + number).body()).contains(number);
        assertThat(lies.get("/portal/orders?q=" + number + "&status=REJECTED").body())
                .doesNotContain("/portal/orders/" + order.path("id").asText());
        assertThat(lies.get("/portal/orders/" + order.path("id").asText()).body())
                .contains("100001", "/portal/documents/" + document + "/content?format=pdf");
        HttpResponse<String> pdf = lies.get("/portal/documents/" + document + "/content?format=pdf");
        assertThat(pdf.headers().firstValue("Content-Type")).contains("application/pdf");
        assertThat(pdf.body()).startsWith("%PDF");
        assertThat(lies.get("/portal/commitments").body()).contains("HQ", "id=\"total\"");
        assertThat(lies.get("/portal/orders?status=NONSENSE").statusCode()).isEqualTo(400);
    }

    @Test
    void everyPageAndFormAnswers404ToIdsOfAnotherCustomer() throws Exception {
        JsonNode foreign = answeredOrder("zorggroep");
        String order = foreign.path("id").asText();
        String document = orders.confirmation(foreign);
        String delivery = orders.delivery(foreign.path("number").asText(), "DELIVERED", "PENDING", "RETRY")
                .path("id")
                .asText();
        Portal lies = Portal.ofBouwgroep(koppel);
        String before = console.page("/console/customers/zorggroep");

        for (String path : List.of(
                "/portal/orders/" + order,
                "/portal/documents/" + document + "/content?format=pdf",
                "/portal/documents/" + document + "/content",
                "/portal/documents/" + foreign.path("document").asText(document) + "/content",
                "/portal/deliveries/" + delivery,
                "/portal/deliveries/" + delivery + "/parts/1",
                "/portal/deliveries/" + delivery + "/parts/0",
                "/portal/sites/edit?id=MAIN",
                "/portal/buyers/edit?login=els.claes")) {
            assertThat(lies.get(path).statusCode()).as(path).isEqualTo(404);
        }
        for (Map.Entry<String, Map<String, String>> form : foreignForms().entrySet()) {
            assertThat(lies.post(form.getKey(), form.getValue()).statusCode())
                    .as(form.getKey())
                    .isEqualTo(404);
        }
        assertThat(console.page("/console/customers/zorggroep")).isEqualTo(before);
        assertThat(lies.get("/portal/orders?customer=zorggroep").body()).doesNotContain(order);
        assertThat(lies.get("/portal/deliveries?customer=zorggroep").body()).doesNotContain(delivery);
    }

    /** Every form that names a thing, naming one of zorggroep. */
    private Map<String, Map<String, String>> foreignForms() {
        Map<String, Map<String, String>> forms = new LinkedHashMap<>();
        forms.put("/portal/sites/edit", Map.of("id", "MAIN", "addressId", "MAIN", "name", "Taken over"));
        for (String action : List.of("off", "on", "standard")) {
            forms.put("/portal/sites/" + action, Map.of("id", "MAIN"));
        }
        forms.put("/portal/buyers/edit", Map.of("login", "els.claes", "name", "Taken over"));
        for (String action : List.of("off", "on", "credential")) {
            forms.put("/portal/buyers/" + action, Map.of("login", "els.claes"));
        }
        String channel = Pattern.compile("name=\"channel\" value=\"([^\"]+)\"")
                .matcher(console.page("/console/customers/zorggroep"))
                .results()
                .map(m -> m.group(1))
                .findFirst()
                .orElseThrow();
        forms.put("/portal/notifications", Map.of("channel", channel, "to", "me@example.com"));
        return forms;
    }

    @Test
    void noPageThatCanBeReachedShowsAnythingOfAnotherCustomer() throws Exception {
        JsonNode foreign = answeredOrder("zorggroep");
        answeredOrder("bouwgroep");
        Portal lies = Portal.ofBouwgroep(koppel);
        Set<String> seen = new LinkedHashSet<>();
        Deque<String> open = new ArrayDeque<>(List.of("/portal"));
        while (!open.isEmpty() && seen.size() < MOST_PAGES) {
            String path = open.poll();
            if (path.endsWith("/logout") || !seen.add(path)) {
                continue;
            }
            HttpResponse<String> page = lies.get(path);
            assertThat(page.statusCode()).as(path).isIn(200, 404, 405); // addresses of forms are no pages
            assertThat(page.body())
                    .as(path)
                    .doesNotContainIgnoringCase("zorggroep")
                    .doesNotContain("De Linde", "els.claes")
                    .doesNotContain(foreign.path("id").asText());
            LINK.matcher(page.body())
                    .results()
                    .map(MatchResult::group)
                    .map(g -> g.replaceAll("^[a-z]+=\"|\"$", "").replace("&amp;", "&"))
                    .filter(p -> !p.contains("/content?")) // files, not pages
                    .forEach(open::add);
        }
        assertThat(seen).hasSizeGreaterThan(20);
    }

    @Test
    void aFormThatAnotherSiteSendsIsRefused() {
        Portal lies = Portal.ofBouwgroep(koppel);

        HttpResponse<String> foreign =
                lies.postFrom("https://evil.example", "/portal/sites/new", Map.of("addressId", "EVIL", "name", "Evil"));

        assertThat(foreign.statusCode()).isEqualTo(403);
        assertThat(lies.get("/portal/sites").body()).doesNotContain("EVIL");
    }

    @Test
    void nobodyComesInWithoutLoggingInAndTheSessionOfOneDoorOpensNoOther() {
        for (String path : List.of("/portal", "/portal/orders", "/portal/sites/new", "/portal/dialect")) {
            HttpResponse<String> answer = koppel.get(path);
            assertThat(answer.statusCode()).as(path).isEqualTo(303);
            assertThat(answer.headers().firstValue("Location"))
                    .hasValueSatisfying(to -> assertThat(to).startsWith("/portal/login?next="));
        }
        String own = Portal.ofBouwgroep(koppel).cookie();
        String token = own.split("=", 2)[1];
        HttpResponse<String> console = koppel.send(koppel.request("/console")
                .header("Cookie", "koppel-console=" + token)
                .GET());
        assertThat(console.statusCode()).isEqualTo(303);
    }

    @Test
    void loggingOutEndsTheSession() {
        Portal lies = Portal.ofBouwgroep(koppel);
        assertThat(lies.get("/portal").statusCode()).isEqualTo(200);

        lies.post("/portal/logout", Map.of());

        assertThat(lies.get("/portal").statusCode()).isEqualTo(303);
    }

    @Test
    void aCouplingIsSwitchedOffAndOnByTheOrderDeskAndTheCustomerSeesIt() throws Exception {
        String user = fresh("sam");
        String link = invite("amerco", user);
        koppel.postForm(link, Map.of("password", PASSWORD, "again", PASSWORD));
        Portal sam = Portal.loggedIn(koppel, user, PASSWORD);
        assertThat(asksAsAmerco()).isEqualTo(200);

        consoleForm("/console/customers/amerco/couplings", Map.of("kind", "API_KEY", "on", "false"));

        Koppel.await("amerco is out", this::asksAsAmerco, code -> code == 401);
        assertThat(koppel.getApiAs("ediplus", "/api/v1/orders").statusCode()).isEqualTo(200);
        assertThat(waysIn(sam)).contains("badge bad");
        consoleForm("/console/customers/amerco/couplings", Map.of("kind", "API_KEY", "on", "true"));
        Koppel.await("amerco is in again", this::asksAsAmerco, code -> code == 200);
        assertThat(waysIn(sam)).doesNotContain("badge bad");
    }

    /** The couplings from the customer's systems, without those to them. */
    private static String waysIn(Portal person) {
        return person.get("/portal/couplings").body().split("</table>", 2)[0];
    }

    /** As a system that does not hurry: too many failures in a row would lock it out. */
    private int asksAsAmerco() throws InterruptedException {
        Thread.sleep(500);
        return koppel.getApiAs("amerco", "/api/v1/orders").statusCode();
    }

    @Test
    void aBudgetAndAnAssortmentStayWithinWhatIsAgreed() {
        String user = fresh("joy");
        koppel.postForm(invite("zorggroep", user), Map.of("password", PASSWORD, "again", PASSWORD));
        Portal joy = Portal.loggedIn(koppel, user, PASSWORD);

        HttpResponse<String> budget = joy.post(
                "/portal/grants/budgets", Map.of("whom", "buyer:els.claes", "period", "YEAR", "amount", "123456,50"));
        HttpResponse<String> rule =
                joy.post("/portal/grants/assortment", Map.of("whom", "buyer:els.claes", "article", "100001"));
        HttpResponse<String> unseen =
                joy.post("/portal/grants/assortment", Map.of("whom", "buyer:els.claes", "article", "100999"));

        assertThat(budget.statusCode()).isEqualTo(303);
        assertThat(rule.statusCode()).isEqualTo(303);
        assertThat(unseen.statusCode()).as("zorggroep does not see it").isEqualTo(422);
        String page = joy.get("/portal/grants").body();
        assertThat(page).contains("123,456.50", "100001").doesNotContain("100999");

        List<String> ids = Pattern.compile(
                        "/grants/(budgets|assortment)/remove\"><input type=\"hidden\" name=\"id\" value=\"([^\"]+)\"")
                .matcher(page)
                .results()
                .map(m -> m.group(1) + " " + m.group(2))
                .toList();
        assertThat(ids).hasSizeGreaterThanOrEqualTo(2);
        Portal lies = Portal.ofBouwgroep(koppel);
        for (String id : ids) {
            String remove = "/portal/grants/" + id.split(" ")[0] + "/remove";
            Map<String, String> field = Map.of("id", id.split(" ")[1]);
            assertThat(lies.post(remove, field).statusCode()).isEqualTo(404);
            assertThat(joy.post(remove, field).statusCode()).isEqualTo(303);
        }
        assertThat(joy.get("/portal/grants").body()).doesNotContain("123,456.50");
    }

    @Test
    void aDialectStaysWithinWhatTheCustomerMayChange() {
        String user = fresh("kit");
        String link = invite("amerco", user);
        koppel.postForm(link, Map.of("password", PASSWORD, "again", PASSWORD));
        Portal kit = Portal.loggedIn(koppel, user, PASSWORD);
        String before = kit.get("/portal/dialect").body();

        HttpResponse<String> beyond =
                kit.post("/portal/dialect", Map.of("yaml", "base: generic-oci\nsapEvent: true\n"));
        HttpResponse<String> broken = kit.post("/portal/dialect", Map.of("yaml", "base: no-such-profile\n"));

        assertThat(beyond.statusCode()).isEqualTo(422);
        assertThat(beyond.body()).contains("sapEvent");
        assertThat(broken.body()).contains("base: ", "generic-oci, generic-oci-5, sap-srm");
        assertThat(kit.get("/portal/dialect").body()).isEqualTo(before);

        HttpResponse<String> preview =
                kit.post("/portal/dialect/preview", Map.of("yaml", "base: generic-oci\nunits: {H87: STK}\n"));
        assertThat(preview.body()).contains("NEW_ITEM-UNIT[1]", "STK");
    }
}
