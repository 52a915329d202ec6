package org.koppel.journey;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.net.URI;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.w3c.dom.Element;
import org.w3c.dom.NodeList;

/** A levy on an article is seen in the shop, goes home as a line, comes back in the order and is confirmed. */
class SurchargeIT {
    private static final String LEVY = "RECUPEL-LAMP";
    private final Koppel koppel = Koppel.running();
    private final BuyersSystem buyer = new BuyersSystem(koppel, "bouwgroep");

    @AfterEach
    void closeTheBuyersSystem() {
        buyer.close();
    }

    @Test
    void aLampAndItsLevyGoHomeAsTwoLinesAndAreConfirmedAsOneTotal() throws Exception {
        JsonNode lamp = lamp();
        String article = lamp.path("number").asText();
        List<BuyersSystem.Field> fields = transferTwo(article);
        assertThat(value(fields, "NEW_ITEM-VENDORMAT[1]")).isEqualTo(article);
        assertThat(value(fields, "NEW_ITEM-VENDORMAT[2]")).isEqualTo(LEVY);
        assertThat(new BigDecimal(value(fields, "NEW_ITEM-QUANTITY[2]"))).isEqualByComparingTo("2");
        BigDecimal levy = each(fields, 2);
        assertThat(levy)
                .isEqualByComparingTo(
                        lamp.path("surcharges").path(0).path("amount").decimalValue());

        CxmlOrder order = CxmlOrder.of(koppel, "bouwgroep")
                .line("1", article, "2", each(fields, 1).toPlainString())
                .line("2", LEVY, "2", levy.toPlainString());
        koppel.postCxml(order.xml());
        JsonNode answered = new PurchaseOrders(koppel).answered(order.number());

        assertThat(answered.path("status").asText()).isEqualTo("CONFIRMED");
        assertThat(answered.path("lines")).hasSize(2).allSatisfy(l -> {
            assertThat(l.path("status").asText()).isEqualTo("ACCEPTED");
            assertThat(l.path("reasons")).isEmpty();
        });
        BigDecimal two = new BigDecimal(2);
        BigDecimal articles = each(fields, 1).multiply(two).setScale(2, RoundingMode.HALF_UP);
        assertThat(answered.path("net").decimalValue())
                .isEqualByComparingTo(articles.add(levy.multiply(two).setScale(2, RoundingMode.HALF_UP)));
    }

    @Test
    void leviesOfMediaAndDevicesStandBehindTheirArticles() {
        Element message = cart("bouwgroep", "199001", "199002", "199003");

        assertThat(texts(message, "SupplierPartID"))
                .containsExactly(
                        "199001", "AUVIBEL", "199002", "RECUPEL-IT", "REPROBEL", "199003", "RECUPEL-IT", "SABAM");
        assertThat(texts(message, "UnitPrice"))
                .filteredOn(p -> new BigDecimal(p.strip()).compareTo(new BigDecimal("5.01")) == 0)
                .hasSize(1);
        BigDecimal total = texts(message, "UnitPrice").stream()
                .map(p -> new BigDecimal(p.strip()))
                .reduce(BigDecimal.ZERO, BigDecimal::add);
        assertThat(new BigDecimal(CxmlPunchOut.text(message, "Total").strip())).isEqualByComparingTo(total);
    }

    @Test
    void whereThatWasAgreedThePriceContainsTheLevyAndTheOrderIsConfirmedAtIt() throws Exception {
        JsonNode article =
                koppel.api("/api/v1/articles/199002?customer=zorggroep").path("article");
        assertThat(article.path("surcharges"))
                .hasSize(2)
                .allSatisfy(s -> assertThat(s.path("handling").asText()).isEqualTo("IN_PRICE"));
        BigDecimal with = article.path("price").path("amount").decimalValue();
        for (JsonNode levy : article.path("surcharges")) {
            with = with.add(levy.path("amount").decimalValue());
        }

        Element message = cart("zorggroep", "199002");
        assertThat(texts(message, "SupplierPartID")).containsExactly("199002");
        assertThat(new BigDecimal(CxmlPunchOut.text(message, "UnitPrice").strip()))
                .isEqualByComparingTo(with);

        CxmlOrder order = CxmlOrder.of(koppel, "zorggroep").line("1", "199002", "1", with.toPlainString());
        koppel.postCxml(order.xml());
        JsonNode answered = new PurchaseOrders(koppel).answered(order.number());
        assertThat(answered.path("net").decimalValue()).isEqualByComparingTo(with);
        assertThat(answered.path("lines").path(0).path("status").asText()).isEqualTo("ACCEPTED");
        assertThat(answered.path("lines").path(0).path("reasons")).isEmpty();
    }

    @Test
    void anOrderThatLeavesTheLevyOutIsToldWhatTheInvoiceAdds() throws Exception {
        BigDecimal price = koppel.api("/api/v1/articles/199001?customer=bouwgroep")
                .path("article")
                .path("price")
                .path("amount")
                .decimalValue();
        CxmlOrder order = CxmlOrder.of(koppel, "bouwgroep").line("1", "199001", "3", price.toPlainString());
        koppel.postCxml(order.xml());

        JsonNode line = new PurchaseOrders(koppel)
                .answered(order.number())
                .path("lines")
                .path(0);

        assertThat(line.path("status").asText()).isEqualTo("ACCEPTED");
        assertThat(line.path("reasons").toString()).contains("SURCHARGE_EXTRA", "Auvibel thuiskopie", "0,42");
    }

    @Test
    void stockIsALightWhereThatWasAgreed() {
        String figure = koppel.getApiAs("bouwgroep", "/api/v1/articles/100001").body();
        String light = koppel.getApiAs("zorggroep", "/api/v1/articles/100001").body();

        assertThat(figure).containsPattern("\"stock\"\\s*:\\s*[0-9]").containsPattern("\"available\"\\s*:\\s*true");
        assertThat(light)
                .doesNotContainPattern("\"stock\"\\s*:\\s*[0-9]")
                .containsPattern("\"available\"\\s*:\\s*true");
        CxmlPunchOut.Answer visit = new CxmlPunchOut(koppel, "zorggroep", buyer.address("/inbound")).ask();
        assertThat(koppel.get(visit.startPage() + "articles/100001").body())
                .contains("class=\"stock good\"")
                .doesNotContain("In stock: ");
    }

    /** One of each, as they go home by cXML. */
    private Element cart(String customer, String... articles) {
        CxmlPunchOut.Answer answer = new CxmlPunchOut(koppel, customer, buyer.address("/inbound")).ask();
        Craftsman shop = new Craftsman(koppel, URI.create(answer.startPage()).getPath());
        for (String article : articles) {
            shop.add(article, "1");
        }
        return CxmlPunchOut.parsed(shop.transfer().fields().get("cxml-urlencoded"))
                .getDocumentElement();
    }

    private static List<String> texts(Element message, String name) {
        NodeList found = message.getElementsByTagName(name);
        return IntStream.range(0, found.getLength())
                .mapToObj(i -> found.item(i).getTextContent())
                .toList();
    }

    private List<BuyersSystem.Field> transferTwo(String article) throws Exception {
        try (Browser browser = Browser.open()) {
            browser.go(buyer.address("/start")).press("#call button");
            browser.type("#q", article).press("header form.find button");
            browser.read("main", "Recupel lamps");
            browser.type("#n-" + article, "2").press("form.add:has(#n-" + article + ") button");
            browser.read("#minicart .count", "1");
            browser.press("#minicart").read(".surcharge", "Recupel lamps");
            browser.press("form[action$='/transfer'] button");
            return buyer.returned();
        }
    }

    /** A lamp that is in stock and can be bought by two. */
    private JsonNode lamp() {
        for (JsonNode article :
                koppel.api("/api/v1/articles?q=LED%20lamp&customer=bouwgroep").path("items")) {
            boolean lamp =
                    article.path("surcharges").path(0).path("number").asText().equals(LEVY);
            boolean there = article.path("stock").decimalValue().compareTo(new BigDecimal(50)) > 0;
            if (lamp && there && article.path("orderable").asBoolean()) {
                return article;
            }
        }
        throw new AssertionError("The demo has no lamp with a levy in stock");
    }

    private static BigDecimal each(List<BuyersSystem.Field> fields, int line) {
        BigDecimal price = new BigDecimal(value(fields, "NEW_ITEM-PRICE[" + line + "]"));
        return price.divide(new BigDecimal(value(fields, "NEW_ITEM-PRICEUNIT[" + line + "]")));
    }

    private static String value(List<BuyersSystem.Field> fields, String name) {
        return fields.stream()
                .filter(f -> f.name().equals(name))
                .map(BuyersSystem.Field::value)
                .findFirst()
                .orElseThrow(() -> new AssertionError("No " + name + " in " + fields));
    }
}
