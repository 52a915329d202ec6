package org.koppel.punchout.oci;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.koppel.punchout.PunchoutDatabase.BOUWGROEP;
import static org.koppel.punchout.PunchoutDatabase.ZORGGROEP;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.math.BigDecimal;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import javax.sql.DataSource;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.koppel.catalogue.Audience;
import org.koppel.catalogue.Offer;
import org.koppel.catalogue.PictureAddresses;
import org.koppel.catalogue.TestCatalogue;
import org.koppel.catalogue.Wanted;
import org.koppel.platform.Json;
import org.koppel.punchout.FormField;
import org.koppel.punchout.PunchoutDatabase;
import org.koppel.punchout.ReturnAddress;
import org.koppel.shared.PartyId;

class OciFunctionsTest {
    private static final String SOCKET = "100001";
    private static final String HIDDEN_FROM_ZORGGROEP = "100999";
    private static DataSource filled;
    private PunchoutDatabase database;
    private TestCatalogue catalogue;
    private final OciFunctions functions = new OciFunctions();

    @BeforeAll
    static void fill() {
        filled = TestCatalogue.ownDemo();
    }

    @BeforeEach
    void open() {
        database = new PunchoutDatabase(filled);
        catalogue = new TestCatalogue(filled);
        StoredDownloads stored = new StoredDownloads();
        stored.em = database.entities();
        Downloads downloads = new Downloads();
        downloads.stored = stored;
        downloads.listings = catalogue.listings();
        downloads.pictures = catalogue.pictureAddresses();
        downloads.clock = TestCatalogue.MONDAY;
        functions.entry = new OpenEntry();
        functions.offers = catalogue.offers();
        functions.search = catalogue.search();
        functions.listings = catalogue.listings();
        functions.pictures = catalogue.pictureAddresses();
        functions.surcharges = catalogue.surcharges();
        functions.downloads = downloads;
    }

    @AfterEach
    void close() {
        database.close();
    }

    @Test
    void validateAnswersTodaysDataOfOneArticle() {
        Map<String, String> form = form("FUNCTION=VALIDATE&PRODUCTID=100001&QUANTITY=3");
        assertThat(form)
                .containsEntry("NEW_ITEM-VENDORMAT[1]", SOCKET)
                .containsEntry("NEW_ITEM-QUANTITY[1]", "3")
                .doesNotContainKey("NEW_ITEM-VENDORMAT[2]")
                .doesNotContainKey("NEW_ITEM-EXT_QUOTE_ID[1]");
        assertThat(form.get("NEW_ITEM-PRICE[1]")).matches("[0-9.]+");
    }

    @Test
    void validateTakesIndexedArticlesAndLeavesOutWhatCannotBeBought() {
        Map<String, String> form = form("FUNCTION=validate&PRODUCTID[1]=nothing&PRODUCTID[2]=100001&QUANTITY[2]=2.5");
        assertThat(form).containsEntry("NEW_ITEM-VENDORMAT[1]", SOCKET).containsEntry("NEW_ITEM-QUANTITY[1]", "2.5");
        assertThat(form).doesNotContainKey("NEW_ITEM-VENDORMAT[2]");
    }

    @Test
    void validateShowsNoArticleOutsideTheAssortment() {
        String call = "FUNCTION=VALIDATE&PRODUCTID=" + HIDDEN_FROM_ZORGGROEP;
        assertThat(form(call)).containsKey("NEW_ITEM-VENDORMAT[1]");
        assertThat(form(ZORGGROEP, call).keySet()).noneMatch(k -> k.startsWith("NEW_ITEM"));
    }

    @Test
    void noFunctionShowsWhatThePersonMayNotBuy() throws IOException {
        catalogue.execute("insert into shopper_rule (customer, buyer, effect, article) values"
                + " ('bouwgroep', 'an.peeters', 'EXCLUDE', '" + SOCKET + "')");
        try {
            ((OpenEntry) functions.entry).audience = new Audience(BOUWGROEP, null, "an.peeters", "rules", false);
            assertThat(form("FUNCTION=VALIDATE&PRODUCTID=100001").keySet()).noneMatch(k -> k.startsWith("NEW_ITEM"));
            assertThat(form("FUNCTION=BACKGROUND_SEARCH&SEARCHSTRING=100001"))
                    .doesNotContainEntry("NEW_ITEM-VENDORMAT[1]", SOCKET);
            JsonNode hers = json("FUNCTION=DOWNLOADJSON");
            assertThat(hers.findValuesAsText("VENDOR_MAT")).doesNotContain(SOCKET);
            ((OpenEntry) functions.entry).audience = null;
            JsonNode all = json("FUNCTION=DOWNLOADJSON");
            assertThat(all.findValuesAsText("VENDOR_MAT")).contains(SOCKET);
            ((OpenEntry) functions.entry).audience = new Audience(BOUWGROEP, null, "an.peeters", "rules", false);
            String run = all.get("TRANSACTIONID").asText();
            assertThatThrownBy(() -> answer(BOUWGROEP, "FUNCTION=DOWNLOADJSON&TRANSACTIONID=" + run))
                    .isInstanceOf(OciRefusedException.class);
        } finally {
            catalogue.execute("delete from shopper_rule");
        }
    }

    @Test
    void backgroundSearchAnswersAllHitsUpToTheDialectsLimit() {
        Map<String, String> form = form("FUNCTION=BACKGROUND_SEARCH&SEARCHSTRING=kabel");
        assertThat(form.keySet().stream().filter(k -> k.startsWith("NEW_ITEM-VENDORMAT")))
                .hasSizeBetween(2, 500);
        assertThat(form("FUNCTION=BACKGROUND_SEARCH&SEARCHSTRING=100001"))
                .containsEntry("NEW_ITEM-VENDORMAT[1]", SOCKET);
    }

    @Test
    void backgroundSearchIsNotCutAtAPageOfTheShop() {
        rareArticles(150);
        try {
            OciFunctions.Answer answer = rare();
            assertThat(names(answer)).contains("NEW_ITEM-VENDORMAT[150]");
            assertThat(answer.more()).isFalse();
        } finally {
            catalogue.execute("delete from article where number like 'HIT-%'");
        }
    }

    @Test
    void backgroundSearchSaysWhenThereAreMoreHitsThanTheFormHolds() {
        rareArticles(501);
        try {
            OciFunctions.Answer most = rare();
            assertThat(names(most)).contains("NEW_ITEM-VENDORMAT[500]").doesNotContain("NEW_ITEM-VENDORMAT[501]");
            assertThat(most.more()).isTrue();
            ((OpenEntry) functions.entry).dialect =
                    Profiles.resolved(DialectYaml.read("{base: generic-oci, searchHits: 20}"));
            OciFunctions.Answer agreed = rare();
            assertThat(names(agreed)).contains("NEW_ITEM-VENDORMAT[20]").doesNotContain("NEW_ITEM-VENDORMAT[21]");
            assertThat(agreed.more()).isTrue();
            assertThat(answer(BOUWGROEP, "FUNCTION=VALIDATE&PRODUCTID=HIT-1")
                            .orElseThrow()
                            .more())
                    .isFalse();
        } finally {
            catalogue.execute("delete from article where number like 'HIT-%'");
        }
    }

    private void rareArticles(int many) {
        catalogue.execute("insert into article (number, unit, list_price) select 'HIT-' || n, 'H87', 1"
                + " from generate_series(1, " + many + ") n;"
                + " insert into article_text (article, language, name) select 'HIT-' || n, 'nl', 'Zeldzaamding'"
                + " from generate_series(1, " + many + ") n");
    }

    private OciFunctions.Answer rare() {
        return answer(BOUWGROEP, "FUNCTION=BACKGROUND_SEARCH&SEARCHSTRING=zeldzaamding")
                .orElseThrow();
    }

    private static List<String> names(OciFunctions.Answer answer) {
        return answer.form().fields().stream().map(FormField::name).toList();
    }

    @Test
    void validateKnowsALevyByItsArticle() {
        owing("100001", "0.30", "100002", "0.05");
        try {
            Map<String, String> form = form("FUNCTION=VALIDATE&PRODUCTID[1]=100001&QUANTITY[1]=4&PRODUCTID[2]=test-levy"
                    + "&QUANTITY[2]=4&PRODUCTID[3]=100002&PRODUCTID[4]=TEST-LEVY&QUANTITY[4]=7");
            assertThat(form)
                    .containsEntry("NEW_ITEM-VENDORMAT[2]", "TEST-LEVY")
                    .containsEntry("NEW_ITEM-DESCRIPTION[2]", "Testbijdrage")
                    .containsEntry("NEW_ITEM-QUANTITY[2]", "4")
                    .containsEntry("NEW_ITEM-VENDORMAT[4]", "TEST-LEVY")
                    .containsEntry("NEW_ITEM-QUANTITY[4]", "7");
            assertThat(new BigDecimal(form.get("NEW_ITEM-PRICE[2]"))).isEqualByComparingTo("0.30");
            assertThat(new BigDecimal(form.get("NEW_ITEM-PRICE[4]"))).isEqualByComparingTo("0.05");
            assertThat(form("FUNCTION=VALIDATE&PRODUCTID=TEST-LEVY").keySet())
                    .as("whose amount depends on the article")
                    .noneMatch(k -> k.startsWith("NEW_ITEM"));
        } finally {
            catalogue.execute("delete from surcharge where number = 'TEST-LEVY'");
        }
    }

    @Test
    void validateKnowsALevyAloneWhereItIsTheSameOnAllArticles() {
        owing("100001", "0.30", "199001", "0.30");
        try {
            Map<String, String> form = form("FUNCTION=VALIDATE&PRODUCTID=TEST-LEVY&QUANTITY=3");
            assertThat(form)
                    .containsEntry("NEW_ITEM-VENDORMAT[1]", "TEST-LEVY")
                    .containsEntry("NEW_ITEM-QUANTITY[1]", "3");
            assertThat(new BigDecimal(form.get("NEW_ITEM-PRICE[1]"))).isEqualByComparingTo("0.30");
            assertThat(form(ZORGGROEP, "FUNCTION=VALIDATE&PRODUCTID=TEST-LEVY").keySet())
                    .as("where the price contains it")
                    .noneMatch(k -> k.startsWith("NEW_ITEM"));
        } finally {
            catalogue.execute("delete from surcharge where number = 'TEST-LEVY'");
        }
    }

    @Test
    void everyFunctionGivesThePriceThatContainsTheLevyWhereThatWasAgreed() throws IOException {
        owing("100001", "0.30", "199001", "0.30");
        try {
            Offer offer = catalogue
                    .offers()
                    .offers(ZORGGROEP, List.of(Wanted.article(SOCKET, null)), "nl")
                    .get(SOCKET);
            BigDecimal net = offer.price().perOne().amount();
            BigDecimal with = net.add(new BigDecimal("0.30"));
            for (String call :
                    List.of("FUNCTION=VALIDATE&PRODUCTID=100001", "FUNCTION=BACKGROUND_SEARCH&SEARCHSTRING=100001")) {
                Map<String, String> form = form(ZORGGROEP, call);
                assertThat(new BigDecimal(form.get("NEW_ITEM-PRICE[1]"))
                                .divide(new BigDecimal(form.get("NEW_ITEM-PRICEUNIT[1]"))))
                        .as(call)
                        .isEqualByComparingTo(with);
            }
            assertThat(downloaded(ZORGGROEP)).isEqualByComparingTo(with);
            assertThat(downloaded(BOUWGROEP))
                    .as("a line of its own")
                    .isEqualByComparingTo(catalogue
                            .offers()
                            .offers(BOUWGROEP, List.of(Wanted.article(SOCKET, null)), "nl")
                            .get(SOCKET)
                            .price()
                            .perOne()
                            .amount());
        } finally {
            catalogue.execute("delete from surcharge where number = 'TEST-LEVY'");
        }
    }

    private BigDecimal downloaded(PartyId customer) throws IOException {
        for (JsonNode item : json(customer, "FUNCTION=DOWNLOADJSON").get("Items")) {
            if (number(item).equals(SOCKET)) {
                JsonNode fields = item.get("NEWITEM");
                return fields.get("PRICE")
                        .decimalValue()
                        .divide(fields.get("PRICE_QUANTITY").decimalValue());
            }
        }
        throw new AssertionError("No " + SOCKET + " for " + customer.value());
    }

    private void owing(String one, String amount, String other, String otherAmount) {
        catalogue.execute("insert into surcharge (number) values ('TEST-LEVY');"
                + " insert into surcharge_text values ('TEST-LEVY', 'nl', 'Testbijdrage');"
                + " insert into article_surcharge (article, surcharge, amount, valid_from) values ('" + one
                + "', 'TEST-LEVY', " + amount + ", '2026-01-01'), ('" + other + "', 'TEST-LEVY', " + otherAmount
                + ", '2026-01-01')");
    }

    @Test
    void whatCannotBeReadIsRefused() {
        for (String call : List.of(
                "FUNCTION=VALIDATE",
                "FUNCTION=VALIDATE&PRODUCTID=100001&QUANTITY=1E999999999",
                "FUNCTION=BACKGROUND_SEARCH",
                "FUNCTION=DOWNLOADJSON&PAGESIZE=x",
                "FUNCTION=DOWNLOADJSON&LASTUPDATED=yesterday",
                "FUNCTION=DOWNLOADJSON&TRANSACTIONID=999999")) {
            assertThatThrownBy(() -> answer(BOUWGROEP, call)).isInstanceOf(OciRefusedException.class);
        }
    }

    @Test
    void downloadCarriesEveryArticleOnceAtTheCustomersPrice() throws IOException {
        JsonNode whole = json("FUNCTION=DOWNLOADJSON");
        assertThat(whole.get("TOTALPAGES").asInt()).isEqualTo(1);
        assertThat(whole.get("Items").size())
                .isEqualTo(whole.get("TOTALITEMS").asInt())
                .isGreaterThan(1900);
        List<Wanted> wanted = new ArrayList<>();
        whole.get("Items").forEach(i -> wanted.add(Wanted.article(number(i), null)));
        Map<String, Offer> offers = catalogue.offers().offers(BOUWGROEP, wanted, "nl");
        assertThat(offers).hasSize(wanted.size());
        for (JsonNode item : whole.get("Items")) {
            Offer offer = offers.get(number(item));
            assertThat(offer.visible()).isTrue();
            assertThat(item.get("NEWITEM").get("PRICE").decimalValue())
                    .as(offer.article())
                    .isEqualByComparingTo(offer.price().amount().amount());
        }
        assertThat(whole.get("Items").findValue("PRICE_SCALES")).isNotNull();
    }

    @Test
    void pagesOfARunStayTogetherWhileTheCatalogueChanges() throws IOException {
        JsonNode first = json("FUNCTION=DOWNLOADJSON&PAGESIZE=7");
        String run = first.get("TRANSACTIONID").asText();
        JsonNode before = json("FUNCTION=DOWNLOADJSON&PAGESIZE=7&REQUESTEDPAGE=2&TRANSACTIONID=" + run);
        catalogue.execute("insert into article (number, unit, list_price) values ('000000', 'H87', 1)");
        try {
            JsonNode after = json("FUNCTION=DOWNLOADJSON&PAGESIZE=7&REQUESTEDPAGE=2&TRANSACTIONID=" + run);
            assertThat(after).isEqualTo(before);
            assertThat(after.get("CURRENTPAGE").asInt()).isEqualTo(2);
            assertThat(number(json("FUNCTION=DOWNLOADJSON&PAGESIZE=7")
                            .get("Items")
                            .get(0)))
                    .isEqualTo("000000");
        } finally {
            catalogue.execute("delete from article where number = '000000'");
        }
    }

    @Test
    void aRunBelongsToItsCustomer() throws IOException {
        String run =
                json("FUNCTION=DOWNLOADJSON&PAGESIZE=7").get("TRANSACTIONID").asText();
        assertThatThrownBy(() -> answer(ZORGGROEP, "FUNCTION=DOWNLOADJSON&TRANSACTIONID=" + run))
                .isInstanceOf(OciRefusedException.class);
    }

    @Test
    void aDeltaCarriesOnlyWhatChangedSinceAndSaysThatPricesOfGoneArticlesEnded() throws IOException {
        catalogue.execute("update article set changed_at = '2020-01-01'; delete from article_change");
        String since = Downloads.MOMENT.format(LocalDateTime.now(ZoneOffset.UTC).minusMinutes(1));
        assertThat(json("FUNCTION=DOWNLOADJSON&LASTUPDATED=" + since).get("Items"))
                .isEmpty();
        catalogue.execute("update article_text set name = 'Nieuwe naam' where article = '" + SOCKET + "'");
        catalogue.execute("update article set active = false where number = '100002'");
        try {
            JsonNode delta = json("FUNCTION=DOWNLOADJSON&PAGESIZE=1&LASTUPDATED=" + since);
            assertThat(delta.get("TOTALITEMS").asInt()).isEqualTo(2);
            assertThat(number(delta.get("Items").get(0))).isEqualTo(SOCKET);
            JsonNode gone = json("FUNCTION=DOWNLOADJSON&PAGESIZE=1&REQUESTEDPAGE=2&TRANSACTIONID="
                            + delta.get("TRANSACTIONID").asText())
                    .get("Items")
                    .get(0);
            assertThat(number(gone)).isEqualTo("100002");
            assertThat(gone.get("NEWITEM").get("PRICE_VALID_TO").asText()).isEqualTo("01032026235959");
            assertThat(gone.get("NEWITEM").has("PRICE")).isFalse();
        } finally {
            catalogue.execute("update article set active = true where number = '100002'");
        }
    }

    @Test
    void aLaterPageDeliversNothingThatWasSwitchedOffSinceTheRunBegan() throws IOException {
        JsonNode first = json("FUNCTION=DOWNLOADJSON&PAGESIZE=7");
        String second = "FUNCTION=DOWNLOADJSON&PAGESIZE=7&REQUESTEDPAGE=2&TRANSACTIONID="
                + first.get("TRANSACTIONID").asText();
        String dead = number(json(second).get("Items").get(3));
        catalogue.execute("update article set active = false where number = '" + dead + "'");
        try {
            assertThat(json(second).get("Items"))
                    .hasSize(6)
                    .noneMatch(i -> number(i).equals(dead));
        } finally {
            catalogue.execute("update article set active = true where number = '" + dead + "'");
        }
    }

    @Test
    void theDownloadNamesThePictureOfEachArticle() throws IOException {
        PictureAddresses pictures = catalogue.pictureAddresses();
        for (JsonNode item : json("FUNCTION=DOWNLOADJSON&PAGESIZE=20").get("Items")) {
            JsonNode picture = item.get("NEWITEM").get("ATTACHMENTS").get(0);
            String address = picture.get("fileName").asText();
            assertThat(address).isEqualTo(pictures.of(BOUWGROEP).apply(number(item)));
            assertThat(pictures.picture(address.substring(address.lastIndexOf('/') + 1)))
                    .isPresent();
            assertThat(picture.get("mimeType").asText()).isEqualTo("image/svg+xml");
            assertThat(picture.get("type").asText()).isEqualTo("IMAGE");
        }
        ((OpenEntry) functions.entry).dialect = Profiles.resolved(DialectYaml.read(
                "{base: generic-oci, download: {items: Items, item: NEWITEM, vendorNumber: VENDOR_MAT}}"));
        assertThat(json("FUNCTION=DOWNLOADJSON&PAGESIZE=1").findValue("ATTACHMENTS"))
                .as("not agreed")
                .isNull();
    }

    @Test
    void aFieldOfAFormHoldsTheAddressOfThePictureWhereThatIsAgreed() {
        assertThat(form("FUNCTION=VALIDATE&PRODUCTID=100001")).doesNotContainKey("NEW_ITEM-ATTACHMENT[1]");
        ((OpenEntry) functions.entry).dialect =
                Profiles.resolved(DialectYaml.read("{base: generic-oci, fields: [{name: ATTACHMENT, from: PICTURE}]}"));
        String address = catalogue.pictureAddresses().of(BOUWGROEP).apply(SOCKET);
        for (String call :
                List.of("FUNCTION=VALIDATE&PRODUCTID=100001", "FUNCTION=BACKGROUND_SEARCH&SEARCHSTRING=100001")) {
            assertThat(form(call)).containsEntry("NEW_ITEM-ATTACHMENT[1]", address);
        }
    }

    @Test
    void aDatedDiscountGivesItsDaysToThePrice() throws IOException {
        catalogue.execute(
                "insert into article (number, unit, list_price, discount_group) values ('000001', 'H87', 1, 'DATED')");
        catalogue.execute(
                "insert into customer_discount values ('bouwgroep', 'DATED', 10, '2026-01-01', '2026-03-31')");
        try {
            JsonNode item =
                    json("FUNCTION=DOWNLOADJSON&PAGESIZE=1").get("Items").get(0).get("NEWITEM");
            assertThat(item.get("PRICE_VALID_FROM").asText()).isEqualTo("01012026000000");
            assertThat(item.get("PRICE_VALID_TO").asText()).isEqualTo("31032026235959");
        } finally {
            catalogue.execute("delete from customer_discount where discount_group = 'DATED'");
            catalogue.execute("delete from article where number = '000001'");
        }
    }

    @Test
    void aPageBeyondTheEndIsEmpty() throws IOException {
        assertThat(json("FUNCTION=DOWNLOADJSON&PAGESIZE=999999999999&REQUESTEDPAGE=999999999999")
                        .get("Items"))
                .isEmpty();
    }

    /** Seeded, so that a failure comes again. Markup can only come out as the value of a field, which the page escapes. */
    @Test
    void noParametersWhateverLeadToAnythingButAnAnswerOrARefusal() {
        Random random = new Random(20261121);
        List<String> names = List.of(
                "FUNCTION",
                "PRODUCTID",
                "PRODUCTID[1]",
                "PRODUCTID[99999]",
                "QUANTITY",
                "QUANTITY[1]",
                "SEARCHSTRING",
                "PAGESIZE",
                "REQUESTEDPAGE",
                "LASTUPDATED",
                "TRANSACTIONID",
                "LANGUAGE",
                "http_content_charset",
                "x[");
        List<String> values = List.of(
                "VALIDATE",
                "BACKGROUND_SEARCH",
                "DOWNLOADJSON",
                "DETAIL",
                "",
                " ",
                "100001",
                "-1",
                "0",
                "1e9",
                "1,5",
                "99999999999999999999",
                "\"><script>alert(1)</script>",
                "' or 1=1 --",
                "\u202E\uD83D",
                "%",
                "kabel & :*",
                "(",
                "01012030000000",
                "99999999999999",
                "UTF-16",
                "\t\r\n",
                "\0");
        int answered = 0;
        for (int i = 0; i < 400; i++) {
            List<FormField> fields = new ArrayList<>();
            for (int f = random.nextInt(8); f >= 0; f--) {
                String value = values.get(random.nextInt(values.size()));
                fields.add(new FormField(names.get(random.nextInt(names.size())), value));
            }
            fields.add(new FormField("FUNCTION", values.get(random.nextInt(3))));
            try {
                Optional<OciFunctions.Answer> answer = answer(BOUWGROEP, OciCall.of(fields, List.of()));
                answered += answer.isPresent() ? 1 : 0;
                answer.filter(a -> a.form() != null)
                        .ifPresent(a -> assertThat(a.form().fields().toString()).doesNotContain("<script"));
            } catch (OciRefusedException e) {
                assertThat(e.getMessage()).doesNotContain("<");
            }
        }
        assertThat(answered).isGreaterThan(20);
    }

    private static String number(JsonNode item) {
        return item.get("NEWITEM").get("VENDOR_MAT").asText();
    }

    private JsonNode json(String call) throws IOException {
        return json(BOUWGROEP, call);
    }

    private JsonNode json(PartyId customer, String call) throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        DownloadPage page = answer(customer, call).orElseThrow().page();
        database.transaction(() -> {
            try {
                page.write(out);
            } catch (IOException e) {
                throw new IllegalStateException(e);
            }
        });
        return Json.mapper().readTree(out.toByteArray());
    }

    private Map<String, String> form(String call) {
        return form(BOUWGROEP, call);
    }

    private Map<String, String> form(PartyId customer, String call) {
        Map<String, String> fields = new HashMap<>();
        answer(customer, call).orElseThrow().form().fields().forEach(f -> fields.put(f.name(), f.value()));
        return fields;
    }

    private Optional<OciFunctions.Answer> answer(PartyId customer, String call) {
        List<FormField> fields = new ArrayList<>();
        for (String pair : call.split("&")) {
            fields.add(new FormField(pair.split("=", 2)[0], pair.split("=", 2)[1]));
        }
        return answer(customer, OciCall.of(fields, List.of()));
    }

    private Optional<OciFunctions.Answer> answer(PartyId customer, OciCall call) {
        ((OpenEntry) functions.entry).customer = customer;
        return database.transaction(() -> functions.answer(call, Optional.empty(), "10.0.0.1"));
    }

    /** Lets everybody in as the customer: log-ins have tests of their own. */
    private static final class OpenEntry extends OciEntry {
        private PartyId customer;
        private Audience audience;
        private Dialect dialect = Profiles.byName(Profiles.GENERIC);

        @Override
        Audience audience(Guest guest) {
            return audience == null ? Audience.of(customer) : audience;
        }

        @Override
        Guest guest(OciCall call, Optional<String> pinned, String address) {
            return new Guest(customer, call, dialect, "nl");
        }

        @Override
        ReturnAddress home(Guest guest) {
            return new ReturnAddress("https://srm.example/in", List.of(), "_top", "ISO-8859-1");
        }
    }
}
