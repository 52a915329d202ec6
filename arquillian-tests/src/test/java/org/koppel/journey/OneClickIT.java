package org.koppel.journey;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.math.BigDecimal;
import java.net.URI;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.w3c.dom.Element;

/** What the cart and the article's page offer with one click, in a browser that runs no script. */
class OneClickIT {
    private static final String DEAD = "100051";
    private static final String SUCCESSOR = "100052";

    private final Koppel koppel = Koppel.running();
    private final BuyersSystem buyer = new BuyersSystem(koppel, "zorggroep");
    private final URI home = buyer.address("/inbound");

    @AfterEach
    void closeTheBuyersSystem() {
        buyer.close();
    }

    @Test
    void aDeadArticleOfAnOldCartBecomesItsSuccessorAndGoesHome() throws Exception {
        String line = "<ItemOut quantity=\"3\"><ItemID><SupplierPartID>" + DEAD + "</SupplierPartID></ItemID>"
                + "<ItemDetail><UnitPrice><Money currency=\"EUR\">1</Money></UnitPrice>"
                + "<Description xml:lang=\"en\">Old socket</Description><UnitOfMeasure>EA</UnitOfMeasure>"
                + "<Classification domain=\"UNSPSC\">39120000</Classification></ItemDetail></ItemOut>";
        String cart;
        try (Browser browser = Browser.withoutJavaScript()) {
            browser.go(URI.create(
                    ask("edit", CxmlPunchOut.ofFormer(koppel, home, line)).startPage()));
            assertThat(browser.see("form[action$='/transfer'] button").isEnabled())
                    .isFalse();
            browser.press("form[action$='/lines/" + DEAD + "/replace'] button");
            browser.shows("#q-" + SUCCESSOR, BigDecimal.valueOf(3));
            browser.press("form[action$='/transfer'] button").press("#punchout-return button");
            cart = buyer.returned().get(0).value(); // before the browser is gone and its request with it
        }

        Element message = CxmlPunchOut.parsed(cart).getDocumentElement();
        assertThat(message.getElementsByTagName("ItemIn").getLength()).isEqualTo(1);
        assertThat(CxmlPunchOut.text(message, "SupplierPartID")).isEqualTo(SUCCESSOR);
    }

    @Test
    void theNextPriceIsSaidAndTakenWithOneClick() throws Exception {
        JsonNode scaled = scaled();
        String article = scaled.path("article").path("number").asText();
        JsonNode next = scaled.path("scales").path(1);
        String cart;
        try (Browser browser = Browser.withoutJavaScript()) {
            browser.go(URI.create(ask("create", "").startPage()));
            browser.go(URI.create(browser.address() + "articles/" + article));
            browser.press("form.add button");
            browser.press("form.advice button");
            browser.shows("#q-" + article, next.path("from").decimalValue());
            browser.press("form[action$='/transfer'] button").press("#punchout-return button");
            cart = buyer.returned().get(0).value(); // before the browser is gone and its request with it
        }

        Element message = CxmlPunchOut.parsed(cart).getDocumentElement();
        assertThat(new BigDecimal(CxmlPunchOut.text(message, "UnitPrice").strip()))
                .isEqualByComparingTo(next.path("price").path("amount").decimalValue());
    }

    @Test
    void anArticleIsKeptOnAnOwnListThatNobodyElseSees() throws Exception {
        String els = contact("Els Lijst");
        try (Browser browser = Browser.withoutJavaScript()) {
            browser.go(URI.create(ask("create", els).startPage()));
            String shop = browser.address();
            browser.go(URI.create(shop + "articles/100001")).press("form.keep button");
            browser.read("h1", "Favourites");
            browser.read("main", "Only you");
            browser.see("#q-100001");
            browser.go(URI.create(ask("create", els).startPage()));
            browser.go(URI.create(browser.address() + "lists")).read("main", "Favourites");
            browser.go(URI.create(ask("create", contact("Tom Lijst")).startPage()));
            browser.go(URI.create(browser.address() + "lists"));
            assertThat(browser.see("main").getText()).doesNotContain("Favourites");
        }
    }

    private static String contact(String name) {
        return "<Contact><Name xml:lang=\"en\">" + name + "</Name></Contact>";
    }

    /** An article that gets cheaper, without a levy. */
    private JsonNode scaled() {
        for (int number = 100200; number < 100700; number++) {
            JsonNode article = koppel.api("/api/v1/articles/" + number + "?customer=zorggroep");
            boolean cheaper = article.path("scales").size() > 1;
            if (cheaper && article.path("article").path("orderable").asBoolean()) {
                return article;
            }
        }
        throw new AssertionError("The demo has no article with scales");
    }

    private CxmlPunchOut.Answer ask(String operation, String inside) {
        return new CxmlPunchOut(koppel, "zorggroep", home)
                .operation(operation)
                .with(inside)
                .ask();
    }
}
