package org.koppel.journey;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Customers order by CSV and Excel: in the columns of our sample, or in their own once the order desk has agreed on them. */
class OrderFileIT {
    private static final String PAGE = "/console/files/amerco";
    private static final String EDI = "/console/files/ediplus";
    private static final String BACK_OFFICE = "/console/files/back-office";
    private static final String OWN = "Bestelnr;Artikel;Aantal;Eenheid;Gewenst\n";

    private final Koppel koppel = Koppel.running();
    private final Console console = new Console(koppel);
    private final PurchaseOrders orders = new PurchaseOrders(koppel);
    private final String mark = UUID.randomUUID().toString().substring(0, 6).toUpperCase(Locale.ROOT);

    @AfterEach
    void nothingIsAgreed() {
        assertThat(form(PAGE, Map.of()).statusCode()).isEqualTo(303);
        assertThat(form(BACK_OFFICE, Map.of()).statusCode()).isEqualTo(303);
        assertThat(form(EDI, Map.of()).statusCode()).isEqualTo(303);
    }

    @Test
    void whoAgreedNothingOrdersInTheColumnsOfTheSampleAndABadOrderLeavesItsNeighboursAlone() throws Exception {
        assertThat(koppel.get("/help/order-sample.csv").body()).startsWith("order;action;");
        String file = "order;line;article;quantity;cost_centre\n"
                + "A" + mark + ";10;100001;2;KP-7\n"
                + "B" + mark + ";10;100001;none;KP-7\n"
                + "C" + mark + ";10;100001;3;KP-8\n";

        HttpResponse<String> taken = post(file);

        assertThat(taken.statusCode()).as(taken.body()).isEqualTo(202);
        JsonNode first = orders.answered("A" + mark);
        assertThat(first.path("customer").asText()).isEqualTo("amerco");
        assertThat(first.path("lines").path(0).path("number").asText()).isEqualTo("10");
        assertThat(first.toString()).contains("KP-7");
        orders.answered("C" + mark);
        assertThat(orders.withNumber("B" + mark)).isEmpty();
        String message = Koppel.json(taken).path("id").asText();
        assertThat(koppel.api("/api/v1/messages/" + message).toString())
                .contains("UNREADABLE_NUMBER", "row 3, column quantity");

        assertThat(post(file).statusCode()).isEqualTo(202); // without a key: known by its orders
        Koppel.await(
                "the repetition to be worked on",
                () -> koppel.api("/api/v1/messages?customer=amerco").path("items"),
                list -> !list.path(0).path("status").asText().equals("RECEIVED")
                        && !list.path(0).path("status").asText().equals("SPLIT"));
        assertThat(orders.withNumber("A" + mark)).hasSize(1);
    }

    @Test
    void aCustomersOwnColumnsAreAgreedWithAPreviewAndHoldAtOnce() throws Exception {
        String file = OWN + "O" + mark + ";100001;1,5;doos;28/11/2027\n";
        assertThat(post(file).body()).contains("UNKNOWN_COLUMNS", "order, quantity");
        Map<String, String> agreed = new LinkedHashMap<>();
        agreed.put("column.order", "Bestelnr");
        agreed.put("column.article", "Artikel");
        agreed.put("column.quantity", "Aantal");
        agreed.put("column.unit", "Eenheid");
        agreed.put("column.requested_on", "Gewenst");
        agreed.put("csv.decimal", ",");
        agreed.put("sample", file);
        assertThat(form(PAGE + "/preview", agreed).body())
                .contains("0 documents would be taken", "UNREADABLE_DATE", "UNKNOWN_UNIT");
        agreed.put("csv.date", "dd/MM/yyyy");
        agreed.put("units", "doos=H87");

        String preview = form(PAGE + "/preview", agreed).body();

        assertThat(preview)
                .contains("1 documents would be taken", "1.5 H87", "2027-11-28")
                .doesNotContain("id=\"refusal\"");
        assertThat(post(file).statusCode()).isEqualTo(422); // a preview keeps nothing
        assertThat(form(PAGE, agreed).statusCode()).isEqualTo(303);
        assertThat(console.page(PAGE)).contains("value=\"Bestelnr\"", "doos=H87");
        HttpResponse<String> taken = post(file.replace("1,5", "2"));
        assertThat(taken.statusCode()).as(taken.body()).isEqualTo(202);
        assertThat(orders.answered("O" + mark).path("customer").asText()).isEqualTo("amerco");
        assertThat(form(PAGE, Map.of("column.order", "Bestelnr")).statusCode()).isEqualTo(422);
    }

    @Test
    void howTheBackOfficeWritesNumbersIsAgreedToo() throws Exception {
        String answer = "order;line;confirmed\nN" + mark + ";10;1.000\n";
        HttpResponse<String> refused = postAs("api.key", answer);
        assertThat(refused.statusCode()).as(refused.body()).isEqualTo(422);
        assertThat(refused.body()).contains("row 2, column confirmed", "csv.decimal");

        assertThat(form(BACK_OFFICE, Map.of("csv.decimal", ",", "csv.thousands", "."))
                        .statusCode())
                .isEqualTo(303);

        HttpResponse<String> taken = postAs("api.key", answer);
        assertThat(taken.statusCode()).as(taken.body()).isEqualTo(202);
        assertThat(console.page(BACK_OFFICE)).doesNotContain("column.article");
    }

    @Test
    void aUnitThatIsAgreedCountsInEveryFormat() throws Exception {
        HttpResponse<String> refused = interchange("A");
        assertThat(refused.statusCode()).as(refused.body()).isEqualTo(422);

        assertThat(form(EDI, Map.of("units", "KAR=EA")).statusCode()).isEqualTo(303);
        Koppel.noticeAgreements();

        HttpResponse<String> taken = interchange("B");
        assertThat(taken.statusCode()).as(taken.body()).isEqualTo(202);
        assertThat(orders.answered("K" + mark).path("customer").asText()).isEqualTo("ediplus");
        assertThat(console.page(EDI)).contains("KAR=EA", "id=\"units-how\"");
    }

    private HttpResponse<String> interchange(String reference) {
        String order = Interchange.order("1", "K" + mark, "QTY+21:5:KAR'");
        return post(Interchange.of(mark + reference, "", order), "application/EDIFACT", "customer.ediplus.api.key");
    }

    @Test
    void anExcelFileInAFolderIsAnOrder() throws Exception {
        Path place = RunningKoppel.demo().folder().resolve("ediplus/in");
        Path file = place.resolve(mark + ".xlsx");
        try (ZipOutputStream zip = new ZipOutputStream(Files.newOutputStream(file))) {
            part(
                    zip,
                    "xl/workbook.xml",
                    "<workbook xmlns:r='http://schemas.openxmlformats.org/officeDocument/2006/relationships'><sheets>"
                            + "<sheet name='Orders' sheetId='1' r:id='r1'/></sheets></workbook>");
            part(
                    zip,
                    "xl/_rels/workbook.xml.rels",
                    "<Relationships><Relationship Id='r1' Target='worksheets/sheet1.xml'/></Relationships>");
            part(
                    zip,
                    "xl/worksheets/sheet1.xml",
                    "<worksheet><sheetData>" + row("order", "article", "quantity") + row("X" + mark, "100001", "4")
                            + "</sheetData></worksheet>");
        }

        JsonNode order = orders.answered("X" + mark);

        assertThat(order.path("customer").asText()).isEqualTo("ediplus");
        Koppel.await("the file to be away", () -> Files.exists(file), there -> !there);
    }

    private static String row(String... cells) {
        StringBuilder row = new StringBuilder("<row>");
        for (String cell : cells) {
            row.append("<c t='inlineStr'><is><t>").append(cell).append("</t></is></c>");
        }
        return row.append("</row>").toString();
    }

    private static void part(ZipOutputStream zip, String name, String content) throws IOException {
        zip.putNextEntry(new ZipEntry(name));
        zip.write(content.getBytes(StandardCharsets.UTF_8));
        zip.closeEntry();
    }

    private HttpResponse<String> post(String csv) {
        return postAs("customer.amerco.api.key", csv);
    }

    /** @param key the property of the demo that holds it */
    private HttpResponse<String> postAs(String key, String csv) {
        return post(csv, "text/csv", key);
    }

    private HttpResponse<String> post(String message, String mediaType, String key) {
        return koppel.send(koppel.request("/api/v1/messages")
                .header("Authorization", "Bearer " + koppel.property(key))
                .header("Content-Type", mediaType)
                .POST(HttpRequest.BodyPublishers.ofString(message)));
    }

    /** The form of the agreement, as a browser sends it. */
    private HttpResponse<String> form(String path, Map<String, String> fields) {
        StringBuilder body = new StringBuilder();
        fields.forEach((name, value) -> body.append("--b0\r\nContent-Disposition: form-data; name=\"")
                .append(name)
                .append("\"\r\n\r\n")
                .append(value)
                .append("\r\n"));
        body.append("--b0\r\nContent-Disposition: form-data; name=\"file\"; filename=\"\"\r\n\r\n\r\n--b0--\r\n");
        return koppel.send(koppel.request(path)
                .header("Cookie", console.cookie())
                .header("Content-Type", "multipart/form-data; boundary=b0")
                .POST(HttpRequest.BodyPublishers.ofString(body.toString())));
    }
}
