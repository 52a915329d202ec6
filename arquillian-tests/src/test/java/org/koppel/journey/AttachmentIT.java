package org.koppel.journey;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import jakarta.mail.MessagingException;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** What people give as files: a drawing with a line of a cart; synonyms by a list; and the mail that invites somebody. */
class AttachmentIT {
    private static final String SOCKET = "100001";
    private static final byte[] PLAN = "%PDF-1.4 a plan of the kitchen".getBytes(StandardCharsets.US_ASCII);
    private static final Pattern FILE = Pattern.compile("cart/data/files/([0-9a-f-]{36})\"");

    private final Koppel koppel = Koppel.running();
    private final PurchaseOrders orders = new PurchaseOrders(koppel);
    private final Console console = new Console(koppel);

    @Test
    void aDrawingGoesAlongWithItsLineIntoTheOrderAndTheConfirmationMail() throws Exception {
        Craftsman buyer = new Craftsman(koppel, entered("ediplus"));
        buyer.add(SOCKET, "2");
        assertThat(upload(buyer, SOCKET, "../Küche.pdf", PLAN).statusCode()).isEqualTo(303);
        String page = buyer.page("cart/data").body();
        assertThat(page).contains("Küche.pdf");
        String id = found(FILE, page);
        HttpResponse<String> own = buyer.page("cart/data/files/" + id);
        assertThat(own.body()).isEqualTo(new String(PLAN, StandardCharsets.US_ASCII));
        assertThat(own.headers().firstValue("Content-Disposition").orElseThrow())
                .startsWith("attachment")
                .endsWith("filename*=UTF-8''K%C3%BCche.pdf");
        Craftsman other = new Craftsman(koppel, entered("ediplus"));
        assertThat(other.page("cart/data/files/" + id).statusCode()).isEqualTo(404);

        String reference = buyer.transfer().fields().get("NEW_ITEM-EXT_QUOTE_ID[1]");
        CxmlOrder order = CxmlOrder.of(koppel, "ediplus")
                .line("lineNumber=\"1\" quantity=\"2\"", SOCKET, "PCE", orders.price("ediplus", SOCKET), "");
        koppel.postCxml(order.xml()
                .replace(
                        "</SupplierPartID>",
                        "</SupplierPartID><SupplierPartAuxiliaryID>" + reference + "</SupplierPartAuxiliaryID>"));
        JsonNode answered = orders.answered(order.number());

        assertThat(console.page("/console/carts/" + answered.path("cart").asText()))
                .contains("Küche.pdf", "/console/carts/files/" + id);
        assertThat(console.page("/console/orders/" + answered.path("id").asText()))
                .contains("Küche.pdf", "/console/carts/files/" + id);
        assertThat(koppel.file("/api/v1/attachments/" + id)).isEqualTo(PLAN);
        assertThat(koppel.send(koppel.request("/api/v1/attachments/" + id)
                                .header("Authorization", koppel.bearer("zorggroep"))
                                .GET())
                        .statusCode())
                .isEqualTo(404);
        Koppel.await(
                "all deliveries of OR-" + order.number(),
                () -> koppel.api("/api/v1/deliveries?document=OR-" + order.number())
                        .path("items"),
                all -> all.findValuesAsText("status").stream().allMatch("DELIVERED"::equals));
        List<CaughtMails.Mail> mails = new CaughtMails(koppel).about(order.number());
        assertThat(mails).hasSize(1);
        CaughtMails.Mail mail = mails.get(0);
        assertThat(mail.files())
                .filteredOn(f -> "1-Küche.pdf".equals(f.fileName()))
                .singleElement()
                .satisfies(f -> assertThat(f.content()).isEqualTo(PLAN));
        assertThat(new String(mail.file("text/html").content(), StandardCharsets.UTF_8))
                .contains("Küche.pdf")
                .doesNotContain(id);
    }

    @Test
    void filesThatTravelBesideACxmlOrderComeBackWithTheConfirmationMail() throws Exception {
        CxmlOrder order = CxmlOrder.of(koppel, "ediplus")
                .line(
                        "lineNumber=\"1\" quantity=\"2\"",
                        SOCKET,
                        "PCE",
                        orders.price("ediplus", SOCKET),
                        "<Comments>as drawn<Attachment><URL>cid:plan@buyer</URL></Attachment></Comments>");
        String mime = "--frontier\r\nContent-Type: application/pdf; name=\"plan.pdf\"\r\n"
                + "Content-Transfer-Encoding: base64\r\nContent-ID: <plan@buyer>\r\n\r\n"
                + Base64.getMimeEncoder().encodeToString(PLAN)
                + "\r\n--frontier\r\nContent-Type: text/xml; charset=UTF-8\r\nContent-ID: <root@buyer>\r\n\r\n"
                + order.xml() + "\r\n--frontier--\r\n";
        HttpResponse<String> taken = koppel.send(koppel.request("/cxml")
                .header("Content-Type", "multipart/related; boundary=frontier; start=\"<root@buyer>\"")
                .POST(HttpRequest.BodyPublishers.ofString(mime)));
        assertThat(taken.body()).contains("code=\"200\"");

        JsonNode answered = orders.answered(order.number());
        String page = console.page("/console/orders/" + answered.path("id").asText());
        String id = found(Pattern.compile("/console/carts/files/([0-9a-f-]{36})"), page);
        assertThat(page).contains(">plan.pdf<");
        assertThat(koppel.file("/api/v1/attachments/" + id)).isEqualTo(PLAN);
        Koppel.await(
                "all deliveries of OR-" + order.number(),
                () -> koppel.api("/api/v1/deliveries?document=OR-" + order.number())
                        .path("items"),
                all -> !all.isEmpty() && all.findValuesAsText("status").stream().allMatch("DELIVERED"::equals));
        assertThat(new CaughtMails(koppel).about(order.number()).get(0).files())
                .filteredOn(f -> "1-plan.pdf".equals(f.fileName()))
                .singleElement()
                .satisfies(f -> assertThat(f.content()).isEqualTo(PLAN));
    }

    @Test
    void aFileInsideAUblOrderIsKeptWithTheOrder() throws Exception {
        String number = "UBL-" + UUID.randomUUID().toString().substring(0, 8);
        String file = "<cac:AdditionalDocumentReference><cbc:ID>D-1</cbc:ID><cac:Attachment>"
                + "<cbc:EmbeddedDocumentBinaryObject mimeCode=\"application/pdf\" filename=\"../plan.pdf\">"
                + Base64.getEncoder().encodeToString(PLAN)
                + "</cbc:EmbeddedDocumentBinaryObject></cac:Attachment></cac:AdditionalDocumentReference>";
        String order = UblOrderIT.ORDER.formatted(number, UblOrderIT.LINE).replace("<cac:Buyer", file + "<cac:Buyer");
        HttpResponse<String> taken = koppel.send(koppel.request("/api/v1/messages")
                .header("Authorization", koppel.bearer("zorggroep"))
                .header("Content-Type", "application/xml")
                .POST(HttpRequest.BodyPublishers.ofString(order)));
        assertThat(taken.statusCode()).as(taken.body()).isEqualTo(202);

        JsonNode answered = orders.answered(number);
        String page = console.page("/console/orders/" + answered.path("id").asText());
        String id = found(Pattern.compile("/console/carts/files/([0-9a-f-]{36})"), page);
        assertThat(page).contains(">plan.pdf<", "D-1");
        HttpResponse<String> own = koppel.send(koppel.request("/api/v1/attachments/" + id)
                .header("Authorization", koppel.bearer("zorggroep"))
                .GET());
        assertThat(own.body()).isEqualTo(new String(PLAN, StandardCharsets.US_ASCII));
        assertThat(own.headers().firstValue("Content-Disposition").orElseThrow())
                .startsWith("attachment");
        assertThat(koppel.send(koppel.request("/api/v1/attachments/" + id)
                                .header("Authorization", koppel.bearer("ediplus"))
                                .GET())
                        .statusCode())
                .isEqualTo(404);
    }

    @Test
    void whatIsNoFileForALineIsSaidOnThePage() throws Exception {
        Craftsman buyer = new Craftsman(koppel, entered("ediplus"));
        buyer.add(SOCKET, "2");
        HttpResponse<String> program =
                upload(buyer, SOCKET, "plan.pdf", "MZ\0\1\2".getBytes(StandardCharsets.US_ASCII));
        assertThat(program.statusCode()).isEqualTo(422);
        assertThat(program.body()).contains("This is no PDF, PNG, JPEG, GIF or plain text");
        HttpResponse<String> large = upload(buyer, SOCKET, "plan.pdf", new byte[2 * 1024 * 1024 + 1]);
        assertThat(large.statusCode()).isEqualTo(422);
        assertThat(large.body()).contains("larger than 2 MB");
        HttpResponse<String> elsewhere = upload(buyer, "100009", "plan.pdf", PLAN);
        assertThat(elsewhere.body()).contains("This article is not in the cart");
        assertThat(buyer.page("cart/data").body()).doesNotContain("files/");

        upload(buyer, SOCKET, "plan.pdf", PLAN);
        String id = found(FILE, buyer.page("cart/data").body());
        buyer.post("cart/data/files/" + id + "/remove", Map.of());
        assertThat(buyer.page("cart/data/files/" + id).statusCode()).isEqualTo(404);
    }

    @Test
    void aSynonymIsFoundByTheNextSearchAndAListSaysWhatBecameOfEachLine() throws Exception {
        String word = "zw" + UUID.randomUUID().toString().replaceAll("[^a-f]", "") + "q";
        Craftsman buyer = new Craftsman(koppel, entered("ediplus"));
        assertThat(buyer.page("search?q=" + word).body()).doesNotContain("/articles/");
        String csv = "language;word;means\nen;" + word + ";socket\nen;two words;x\n";
        HttpResponse<String> imported = multipart(
                "/console/synonyms/file",
                console.cookie(),
                part("file", "s.csv", csv.getBytes(StandardCharsets.UTF_8)));
        assertThat(imported.statusCode()).isEqualTo(200);
        assertThat(imported.body()).contains("1 taken, 1 not taken", "one word of letters and digits");
        assertThat(buyer.page("search?q=" + word).body()).contains("articles/");
        koppel.send(koppel.request("/console/synonyms/remove")
                .header("Cookie", console.cookie())
                .header("Content-Type", "application/x-www-form-urlencoded")
                .POST(HttpRequest.BodyPublishers.ofString("language=en&word=" + word + "&means=socket")));
        assertThat(console.page("/console/synonyms?language=en&q=" + word)).contains("There are none");
        assertThat(console.page("/console/synonyms/sample.csv")).contains("language;word;means");
    }

    @Test
    void anInvitationIsMailedWithALinkThatWorksOnceAndNobodyElseSeesIt() throws Exception {
        String name = "kim-" + UUID.randomUUID().toString().substring(0, 8);
        String form = "name=" + name + "&fullName=Kim+Jansen&email=" + name + "%40amerco.example";
        HttpResponse<String> page = koppel.send(koppel.request("/console/customers/amerco/invitations")
                .header("Cookie", console.cookie())
                .header("Content-Type", "application/x-www-form-urlencoded")
                .POST(HttpRequest.BodyPublishers.ofString(form)));
        assertThat(page.statusCode()).isEqualTo(200);
        assertThat(page.body()).contains("id=\"mailed\"").doesNotContain("/portal/invitation/");
        CaughtMails.Mail mail = Koppel.await("the invitation's mail", () -> mails(name), found -> !found.isEmpty())
                .get(0);
        String html = new String(mail.file("text/html").content(), StandardCharsets.UTF_8);
        String link = found(Pattern.compile("href=\"[^\"]*(/portal/invitation/[^\"]+)\""), html);
        assertThat(koppel.get(link).body()).contains("Kim Jansen");
        String passwords = "password=correct+horse+battery&again=correct+horse+battery";
        HttpRequest.Builder chosen = koppel.request(link)
                .header("Content-Type", "application/x-www-form-urlencoded")
                .POST(HttpRequest.BodyPublishers.ofString(passwords));
        assertThat(koppel.send(chosen).statusCode()).isEqualTo(303);
        assertThat(koppel.get(link).body()).doesNotContain("Kim Jansen");
        JsonNode delivery = Koppel.await(
                        "the invitation is delivered",
                        () -> koppel.api("/api/v1/deliveries?document=invitation-" + name)
                                .path("items"),
                        all -> all.findValuesAsText("status").contains("DELIVERED"))
                .path(0);
        String token = link.substring(link.lastIndexOf('/') + 1);
        String address = "/console/deliveries/" + delivery.path("id").asText();
        assertThat(console.page(address + "/parts/0")).contains("Kim Jansen").doesNotContain(token);

        koppel.send(koppel.request(address + "/resend")
                .header("Cookie", console.cookie())
                .POST(HttpRequest.BodyPublishers.noBody()));
        assertThat(Koppel.await("the mail once more", () -> mails(name), found -> found.size() > 1))
                .allSatisfy(m -> assertThat(new String(m.file("text/html").content(), StandardCharsets.UTF_8))
                        .contains(link));
    }

    private List<CaughtMails.Mail> mails(String name) {
        try {
            return new CaughtMails(koppel)
                    .about("own pages").stream()
                            .filter(m -> m.to().contains(name + "@amerco.example"))
                            .toList();
        } catch (IOException | MessagingException e) {
            throw new AssertionError(e);
        }
    }

    private static String found(Pattern pattern, String text) {
        Matcher matcher = pattern.matcher(text);
        assertThat(matcher.find()).as(text).isTrue();
        return matcher.group(1);
    }

    private HttpResponse<String> upload(Craftsman buyer, String article, String name, byte[] content)
            throws IOException {
        return multipart(buyer.address("cart/data/files"), "", field("article", article), part("file", name, content));
    }

    private HttpResponse<String> multipart(String path, String cookie, byte[]... parts) throws IOException {
        ByteArrayOutputStream body = new ByteArrayOutputStream();
        for (byte[] part : parts) {
            body.write(part);
        }
        body.write("--b0--\r\n".getBytes(StandardCharsets.US_ASCII));
        HttpRequest.Builder request = koppel.request(path).header("Content-Type", "multipart/form-data; boundary=b0");
        if (!cookie.isEmpty()) {
            request.header("Cookie", cookie);
        }
        return koppel.send(request.POST(HttpRequest.BodyPublishers.ofByteArray(body.toByteArray())));
    }

    private static byte[] field(String name, String value) {
        return ("--b0\r\nContent-Disposition: form-data; name=\"" + name + "\"\r\n\r\n" + value + "\r\n")
                .getBytes(StandardCharsets.UTF_8);
    }

    private static byte[] part(String name, String fileName, byte[] content) throws IOException {
        ByteArrayOutputStream part = new ByteArrayOutputStream();
        part.write(("--b0\r\nContent-Disposition: form-data; name=\"" + name + "\"; filename=\"" + fileName
                        + "\"\r\nContent-Type: application/octet-stream\r\n\r\n")
                .getBytes(StandardCharsets.UTF_8));
        part.write(content);
        part.write("\r\n".getBytes(StandardCharsets.US_ASCII));
        return part.toByteArray();
    }

    private HttpResponse<String> entered(String customer) {
        Map<String, String> fields = new LinkedHashMap<>();
        fields.put("USERNAME", koppel.property("customer." + customer + ".oci.username"));
        fields.put("PASSWORD", koppel.property("customer." + customer + ".oci.password"));
        fields.put("HOOK_URL", "http://127.0.0.1:9/in");
        fields.put("LANGUAGE", "en");
        return koppel.postForm("/oci", fields);
    }
}
