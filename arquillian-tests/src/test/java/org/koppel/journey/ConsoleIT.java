package org.koppel.journey;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.net.http.HttpResponse;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.koppel.journey.CaughtMails.Mail;

/** A person of the supplier at the console: comes in, finds an order, sees what was answered, sends it again, plays the buyer. */
class ConsoleIT {
    private static final int FREE_ATTEMPTS = 5;

    private final Koppel koppel = Koppel.running();
    private final PurchaseOrders orders = new PurchaseOrders(koppel);
    private final CaughtMails mails = new CaughtMails(koppel);

    @Test
    void theConsoleAsksForALoginAndSaysWhenItIsWrong() throws Exception {
        try (Browser browser = Browser.open()) {
            browser.go(koppel.address("/console/orders"));
            assertThat(browser.address()).contains("/console/login");
            browser.type("#user", koppel.property("console.user"))
                    .type("#password", "not the password")
                    .press("form[action='/console/login'] button");

            assertThat(browser.read("#trouble", "")).isNotBlank();
            assertThat(browser.source()).doesNotContain("not the password");
            browser.type("#password", koppel.property("console.password"))
                    .press("form[action='/console/login'] button");

            browser.see("nav a[href='/console/orders'][aria-current='page']");
            assertThat(browser.address()).endsWith("/console/orders");
        }
    }

    @Test
    void tooManyWrongPasswordsLockANameWhetherItExistsOrNot() {
        for (int i = 0; i < FREE_ATTEMPTS; i++) {
            assertThat(login("somebody", "wrong " + i).statusCode()).isEqualTo(401);
        }

        HttpResponse<String> locked = login("somebody", "wrong again");

        assertThat(locked.statusCode()).isEqualTo(429);
        assertThat(locked.body()).contains("15").doesNotContain("wrong again");
        assertThat(locked.headers().allValues("Set-Cookie")).noneMatch(c -> c.startsWith("koppel-console="));
    }

    @Test
    void anOrderIsFoundBySearchAndShownWithItsLinesAndItsConfirmation() throws Exception {
        CxmlOrder order = CxmlOrder.of(koppel, "bouwgroep")
                .headerParts("<Comments>Please call first</Comments><Extrinsic name=\"CostCenter\">K-4000</Extrinsic>")
                .line("10", "100001", "3", orders.price("bouwgroep", "100001"))
                .line("20", "999999", "1", "1.00");
        koppel.postCxml(order.xml());
        orders.delivery(order.number(), "DELIVERED");
        try (Browser browser = loggedIn()) {

            browser.type("#find", order.number()).press("header form.find button");

            assertThat(browser.read("h1", order.number())).contains(order.number());
            assertThat(browser.see("main").getText())
                    .contains(
                            "Please call first",
                            "K-4000",
                            "100001",
                            "Artikel 999999 kennen wij niet",
                            "OR-" + order.number());
            JsonNode known = orders.answered(order.number());
            String confirmation = orders.confirmation(known);
            assertThat(browser.see("a[href*='" + confirmation + "/content?format=pdf']")
                            .isDisplayed())
                    .isTrue();
            browser.go(koppel.address("/console/documents/" + confirmation + "/content?format=html"));
            assertThat(browser.see("body").getText()).contains(order.number());
        }
    }

    @Test
    void aDeliveryIsSentAgainByOneClickUnderThePersonsName() throws Exception {
        CxmlOrder order =
                CxmlOrder.of(koppel, "bouwgroep").line("1", "100001", "1", orders.price("bouwgroep", "100001"));
        koppel.postCxml(order.xml());
        String delivery =
                orders.delivery(order.number(), "DELIVERED").path("id").asText();
        try (Browser browser = loggedIn()) {
            browser.go(koppel.address("/console/deliveries?q=OR-" + order.number()));
            browser.press("table a[href$='" + delivery + "']");

            browser.press("form[action$='/resend'] button");

            List<Mail> both = Koppel.await("a second mail", () -> mails.about(order.number()), m -> m.size() == 2);
            assertThat(both.get(1).messageId()).isEqualTo(both.get(0).messageId());
            assertThat(browser.see("main").getText()).contains(koppel.property("console.user"));
        }
    }

    @Test
    void aRefusedMessageShowsItsProblemsAndHidesItsSecret() {
        CxmlOrder order = CxmlOrder.of(koppel, "bouwgroep").line("3", "100001", "1,5", "1.00");
        koppel.postCxml(order.xml());
        String id = koppel.api("/api/v1/messages?reference=" + order.payload())
                .path("items")
                .path(0)
                .path("id")
                .asText();

        String page = new Console(koppel).page("/console/messages/" + id);

        assertThat(page)
                .contains("line 3, ItemOut/@quantity", "write a decimal point instead of the comma")
                .doesNotContain(koppel.property("customer.bouwgroep.cxml.secret"));
    }

    @Test
    void aReturnAddressIsAllowedByPastingOneAndNoMoreWhenItIsTakenAway() {
        Console console = new Console(koppel);
        String hook = "https://srm.neukunde.example:8443/sap/oci?session=1";
        String page = "/console/customers/ediplus";
        Map<String, String> call = Map.of(
                "USERNAME", koppel.property("customer.ediplus.oci.username"),
                "PASSWORD", koppel.property("customer.ediplus.oci.password"),
                "HOOK_URL", hook);
        assertThat(koppel.postForm("/oci", call).statusCode()).isEqualTo(400);

        assertThat(console.post(page + "/returns", Map.of("address", "http://srm.neukunde.example"))
                        .statusCode())
                .isEqualTo(422);
        assertThat(console.post(page + "/returns", Map.of("address", hook)).statusCode())
                .isEqualTo(303);
        assertThat(console.page(page)).contains("<code>https://srm.neukunde.example:8443</code>");
        assertThat(koppel.postForm("/oci", call).statusCode()).isEqualTo(303);

        console.post(page + "/returns/remove", Map.of("origin", "https://srm.neukunde.example:8443"));
        assertThat(koppel.postForm("/oci", call).statusCode()).isEqualTo(400);
        assertThat(console.page(page)).doesNotContain("<code>https://srm.neukunde");
    }

    private Browser loggedIn() {
        Browser browser = Browser.open();
        browser.go(koppel.address("/console/login"))
                .type("#user", koppel.property("console.user"))
                .type("#password", koppel.property("console.password"))
                .press("form[action='/console/login'] button")
                .see("#find");
        return browser;
    }

    private HttpResponse<String> login(String user, String password) {
        return koppel.postForm("/console/login", Map.of("user", user, "password", password));
    }
}
