package org.koppel.journey;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What browsers and strangers are told and refused, on every door. */
class SecurityIT {
    private static final String FORM = "application/x-www-form-urlencoded";

    private final Koppel koppel = Koppel.running();

    @Test
    void aVisitMayBeFramedByAndPostedToItsOwnBuyersSystemOnly() {
        HttpResponse<String> page = koppel.get(visit("http://127.0.0.1:4711/inbound"));

        String policy = page.headers().firstValue("Content-Security-Policy").orElse("");
        assertThat(directive(policy, "frame-ancestors"))
                .contains("'self'", "http://127.0.0.1:4711")
                .doesNotContain("*");
        assertThat(directive(policy, "form-action"))
                .contains("'self'", "http://127.0.0.1:4711")
                .doesNotContain("*");
        assertThat(directive(policy, "default-src")).containsExactly("'self'");
        assertThat(policy).doesNotContain("unsafe-inline", "unsafe-eval");
        assertThat(page.headers().firstValue("X-Frame-Options")).isEmpty();
    }

    @Test
    void nothingOfAVisitIsCachedOrLeaksByItsAddress() {
        HttpResponse<String> login = koppel.postForm("/oci", call("http://127.0.0.1:4711/inbound"));

        for (HttpResponse<String> answer : List.of(login, koppel.get(location(login)))) {
            assertThat(answer.headers().firstValue("Cache-Control")).contains("no-store");
            assertThat(answer.headers().firstValue("Referrer-Policy")).contains("no-referrer");
            assertThat(answer.headers().firstValue("X-Content-Type-Options")).contains("nosniff");
            assertThat(answer.headers().allValues("Set-Cookie")).isEmpty();
        }
    }

    @Test
    void aFormThatAForeignSiteSendsIntoAVisitIsRefused() {
        String shop = visit("http://127.0.0.1:4711/inbound");

        HttpResponse<String> foreign = addFrom("https://evil.example", shop);
        HttpResponse<String> own = addFrom(koppel.property("base.url"), shop);
        HttpResponse<String> script =
                koppel.postForm(shop + "cart/lines", Map.of("article", "100001", "quantity", "1"));

        assertThat(foreign.statusCode()).isEqualTo(403);
        assertThat(own.statusCode()).isEqualTo(303);
        assertThat(script.statusCode()).isEqualTo(303);
    }

    @Test
    void aFormThatAForeignSiteSendsToTheConsoleIsRefused() {
        String cookie = new Console(koppel).cookie();
        HttpRequest.Builder logout = koppel.request("/console/logout")
                .header("Cookie", cookie)
                .header("Content-Type", FORM)
                .header("Origin", "https://evil.example")
                .POST(HttpRequest.BodyPublishers.noBody());

        assertThat(koppel.send(logout).statusCode()).isEqualTo(403);
        assertThat(koppel.send(koppel.request("/console/orders")
                                .header("Cookie", cookie)
                                .GET())
                        .statusCode())
                .isEqualTo(200);
    }

    @Test
    void theConsolesCookieIsForTheConsoleOnlyAndOutOfReachOfScripts() {
        HttpResponse<String> answer = koppel.postForm(
                "/console/login",
                Map.of("user", koppel.property("console.user"), "password", koppel.property("console.password")));

        String cookie = answer.headers().firstValue("Set-Cookie").orElse("");
        assertThat(cookie).startsWith("koppel-console=").containsIgnoringCase("HttpOnly");
        assertThat(cookie).containsIgnoringCase("SameSite=Lax").containsIgnoringCase("Path=/console");
        assertThat(answer.body()).doesNotContain(koppel.property("console.password"));
    }

    @Test
    void overHttpsCookiesNeverGoOverHttp() throws Exception {
        Map<String, String> doors = Map.of("/console", "console.", "/portal", "customer.bouwgroep.portal.");
        for (Map.Entry<String, String> door : doors.entrySet()) {
            Map<String, String> form = Map.of(
                    "user", koppel.property(door.getValue() + "user"),
                    "password", koppel.property(door.getValue() + "password"));

            HttpResponse<String> encrypted = postByHttps(door.getKey() + "/login", form);
            HttpResponse<String> plain = koppel.postForm(door.getKey() + "/login", form);

            assertThat(encrypted.statusCode()).as(encrypted.body()).isEqualTo(303);
            assertThat(encrypted.headers().allValues("Set-Cookie"))
                    .as(door.getKey())
                    .isNotEmpty()
                    .allSatisfy(cookie -> assertThat(cookie).containsPattern("(?i);\\s*Secure(;|$)"));
            assertThat(plain.headers().allValues("Set-Cookie"))
                    .as("else nobody could log in without HTTPS")
                    .isNotEmpty()
                    .allSatisfy(cookie -> assertThat(cookie).doesNotContainIgnoringCase("Secure"));
        }
    }

    @Test
    void theConsoleIsFramedByNobodyAndSendsFormsToItselfOnly() {
        HttpResponse<String> page = koppel.get("/console/login");

        String policy = page.headers().firstValue("Content-Security-Policy").orElse("");
        assertThat(directive(policy, "frame-ancestors")).containsExactly("'none'");
        assertThat(directive(policy, "form-action")).containsExactly("'self'");
        assertThat(page.headers().firstValue("Cache-Control")).contains("no-store");
    }

    @ParameterizedTest
    @ValueSource(strings = {"messages", "orders", "deliveries", "articles/100001", "articles?q=cable"})
    void restAsksForAKey(String path) {
        HttpResponse<String> without = koppel.get("/api/v1/" + path);
        HttpResponse<String> wrong = koppel.send(koppel.request("/api/v1/" + path)
                .header("Authorization", "Bearer backoffice_wrong")
                .GET());

        for (HttpResponse<String> answer : List.of(without, wrong)) {
            assertThat(answer.statusCode()).isEqualTo(401);
            assertThat(answer.headers().firstValue("WWW-Authenticate"))
                    .hasValueSatisfying(how -> assertThat(how).startsWith("Bearer"));
            assertThat(answer.headers().firstValue("Content-Type")).contains("application/problem+json");
            assertThat(Koppel.json(answer).path("detail").asText()).containsIgnoringCase("key");
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/api/v1/orders/no-uuid",
                "/api/v1/orders/00000000-0000-0000-0000-000000000000",
                "/api/v1/orders?after=nonsense",
                "/api/v1/orders?limit=many",
                "/api/v1/orders?status=NOT_A_STATUS",
                "/api/v1/orders?from=yesterday",
                "/api/v1/documents/00000000-0000-0000-0000-000000000000/content?format=pdf",
                "/api/v1/articles/no-such-article?customer=bouwgroep",
                "/api/v1/nothing",
                "/api/v1/article-exports",
                "/portal",
                "/shop/no-such-token/",
                "/shop/no-such-token/cart",
                "/console/nothing",
                "/nothing"
            })
    void anErrorIsSaidWithoutAStackTrace(String path) {
        HttpResponse<String> answer = koppel.getApi(path);

        assertThat(answer.statusCode()).as(answer.body()).isBetween(300, 499);
        assertThat(answer.body())
                .doesNotContain("Exception", "\tat ", "org.koppel", "org.jboss", "WildFly", "Undertow", "SQL");
        assertThat(answer.headers().firstValue("X-Powered-By")).isEmpty();
        assertThat(answer.headers().firstValue("Server")).isEmpty();
        if (path.startsWith("/api/")) {
            assertThat(answer.headers().firstValue("Content-Type")).contains("application/problem+json");
            JsonNode problem = Koppel.json(answer);
            assertThat(problem.path("code").asText()).isNotBlank();
            assertThat(problem.path("detail").asText()).isNotBlank();
        }
    }

    /** PostgreSQL takes no NUL in a text: nobody must be able to make errors of the server with one. */
    @Test
    void aNulCharacterIsNoErrorOfTheServer() {
        String cookie = new Console(koppel).cookie();
        String shop = visit("http://127.0.0.1:4711/inbound");
        Map<String, String> call = call("http://127.0.0.1:4711/inbound");
        call.put("USERNAME", "a\0b");
        List<HttpResponse<String>> answers = List.of(
                koppel.getApi("/api/v1/orders?number=%00"),
                koppel.getApi("/api/v1/messages?reference=a%00b"),
                koppel.getApi("/api/v1/deliveries?document=%00&customer=%00"),
                koppel.getApi("/api/v1/articles?q=%00&customer=bouwgroep"),
                koppel.getApi("/api/v1/articles/1%00?customer=bouwgroep"),
                koppel.send(koppel.request("/api/v1/orders")
                        .header("Authorization", "Bearer a%00_b")
                        .GET()),
                koppel.send(koppel.request("/console/search?q=%00a")
                        .header("Cookie", cookie)
                        .GET()),
                koppel.send(koppel.request("/console/orders?q=%00a&customer=%00")
                        .header("Cookie", cookie)
                        .GET()),
                koppel.get(shop + "search?q=%00&category=%00"),
                koppel.get(shop + "articles/1%00"),
                koppel.postForm(shop + "cart/lines", Map.of("article", "\0", "quantity", "\0")),
                koppel.postForm(shop + "language", Map.of("language", "\0")),
                koppel.postForm("/console/login", Map.of("user", "\0", "password", "\0")),
                koppel.postForm("/oci", call));

        assertThat(answers)
                .allSatisfy(answer -> assertThat(answer.statusCode())
                        .as(answer.uri() + " " + answer.body())
                        .isLessThan(500));
    }

    @Test
    void theApiOfTheContractIsDescribedByOpenApi() {
        HttpResponse<String> answer = koppel.send(
                koppel.request("/openapi").header("Accept", "application/json").GET());

        assertThat(answer.statusCode()).isEqualTo(200);
        JsonNode paths = Koppel.json(answer).path("paths");
        Set<String> described = new TreeSet<>();
        paths.fieldNames().forEachRemaining(described::add);
        assertThat(described)
                .contains(
                        "/api/v1/messages",
                        "/api/v1/messages/{id}",
                        "/api/v1/messages/{id}/content",
                        "/api/v1/orders",
                        "/api/v1/orders/{id}",
                        "/api/v1/orders/{id}/documents",
                        "/api/v1/documents/{id}/content",
                        "/api/v1/deliveries",
                        "/api/v1/deliveries/{id}/resend",
                        "/api/v1/articles",
                        "/api/v1/articles/{number}")
                .allSatisfy(path -> assertThat(path).startsWith("/api/"));
        assertThat(Koppel.json(answer)
                        .at(
                                "/paths/~1api~1v1~1orders~1{id}~1confirm/post/responses/409/content/application~1problem+json")
                        .findPath("$ref")
                        .asText())
                .isEqualTo("#/components/schemas/ProblemDetail");
        assertThat(Koppel.json(answer)
                        .at("/components/schemas/ProblemDetail/properties/code")
                        .isMissingNode())
                .isFalse();
        for (JsonNode path : paths) {
            path.properties()
                    .forEach(operation -> assertThat(
                                    operation.getValue().path("operationId").asText())
                            .isNotBlank());
        }
    }

    @Test
    void noSecretIsWrittenToTheLog() throws IOException {
        visit("http://127.0.0.1:4711/inbound");
        koppel.get("/oci?USERNAME=somebody&PASSWORD=a-mistyped-password&HOOK_URL=http://127.0.0.1:4711/");
        koppel.postCxml(
                CxmlOrder.of(koppel, "zorggroep").line("1", "100001", "0", "1").xml());
        koppel.getApi("/api/v1/orders");
        new Console(koppel).cookie();

        String log = Files.readString(RunningKoppel.demo().server().console());

        assertThat(log).contains("org.koppel").doesNotContain("a-mistyped-password");
        for (String key : List.of(
                "customer.zorggroep.oci.password",
                "customer.zorggroep.cxml.secret",
                "customer.zorggroep.api.key",
                "api.key",
                "console.password",
                "jdbc.password")) {
            assertThat(log.contains(koppel.property(key))).as(key).isFalse();
        }
    }

    @Test
    void noPartnersSecretStandsInTheDatabase() throws SQLException {
        String wrong = "wrong-" + UUID.randomUUID();
        String unknown = "unknown-" + UUID.randomUUID();
        CxmlOrder good = CxmlOrder.of(koppel, "zorggroep").line("1", "100001", "1", "1.00");
        koppel.postCxml(good.xml());
        koppel.postCxml(
                CxmlOrder.of(koppel, "zorggroep").line("1", "100001", "0", "1").xml());
        koppel.postCxml(CxmlOrder.of(koppel, "zorggroep").request("<ProfileRequest/>"));
        koppel.postCxml(CxmlOrder.of(koppel, "zorggroep").secret(wrong).xml());
        koppel.postCxml(CxmlOrder.of(koppel, "zorggroep")
                .from("nobody")
                .sender("nobody")
                .secret(unknown)
                .xml());
        koppel.postCxml("<cXML><Sender><SharedSecret>" + unknown); // broken off

        JsonNode message = koppel.api("/api/v1/messages?reference=" + good.payload())
                .path("items")
                .path(0);
        String kept = koppel.getApi(message.path("links").path("self").asText() + "/content")
                .body();
        assertThat(kept).as("whoever has the key may have the raw bytes").isEqualTo(good.xml());
        for (String secret : List.of(
                wrong,
                unknown,
                koppel.property("customer.zorggroep.cxml.secret"),
                koppel.property("customer.bouwgroep.cxml.secret"))) {
            assertThat(columnsWith(secret)).isEmpty();
        }
        assertThat(columnsWith(good.payload())).as("what is searched").contains("inbound_message.content");
    }

    /** Every column of every table that holds the text anywhere, as text or in bytes. */
    private List<String> columnsWith(String text) throws SQLException {
        List<String> found = new ArrayList<>();
        try (Connection connection = DriverManager.getConnection(
                        koppel.property("jdbc.url"), koppel.property("jdbc.user"), koppel.property("jdbc.password"));
                Statement statement = connection.createStatement()) {
            List<String> questions = new ArrayList<>();
            try (ResultSet columns = statement.executeQuery(
                    "select table_name, column_name, data_type from information_schema.columns where table_schema ="
                            + " 'public' and data_type in ('text', 'bytea', 'json', 'jsonb', 'character varying',"
                            + " 'ARRAY')")) {
                while (columns.next()) {
                    String column = '"' + columns.getString(2) + '"';
                    boolean bytes = columns.getString(3).equals("bytea");
                    questions.add("select '" + columns.getString(1) + '.' + columns.getString(2)
                            + "' where exists (select from \""
                            + columns.getString(1) + "\" where position("
                            + (bytes
                                    ? "convert_to('" + text + "', 'UTF8') in " + column
                                    : "'" + text + "' in " + column + "::text")
                            + ") > 0)");
                }
            }
            try (ResultSet columns = statement.executeQuery(String.join(" union all ", questions))) {
                while (columns.next()) {
                    found.add(columns.getString(1));
                }
            }
        }
        return found;
    }

    @Test
    void healthAndMetricsAreOnTheManagementPortOnly() {
        String management = "http://127.0.0.1:" + RunningKoppel.demo().ports().management();

        for (String path : List.of("/health/live", "/health/ready", "/metrics")) {
            assertThat(koppel.get(management + path).statusCode()).as(path).isEqualTo(200);
            assertThat(koppel.get(path).statusCode()).as(path + " outside").isEqualTo(404);
        }
    }

    @Test
    void theRestApiSetsNoCookieAndIsNotCached() {
        HttpResponse<String> answer = koppel.getApi("/api/v1/orders");

        assertThat(answer.headers().allValues("Set-Cookie")).isEmpty();
        assertThat(answer.headers().firstValue("Cache-Control")).contains("no-store");
        assertThat(answer.headers().firstValue("X-Content-Type-Options")).contains("nosniff");
    }

    private HttpResponse<String> postByHttps(String path, Map<String, String> fields) throws Exception {
        String body = fields.entrySet().stream()
                .map(f -> f.getKey() + "=" + URLEncoder.encode(f.getValue(), StandardCharsets.UTF_8))
                .collect(Collectors.joining("&"));
        URI address =
                URI.create("https://localhost:" + RunningKoppel.demo().ports().https() + path);
        return HttpClient.newBuilder()
                .sslContext(ServerIT.trustingAnyCertificate())
                .build()
                .send(
                        HttpRequest.newBuilder(address)
                                .header("Content-Type", FORM)
                                .POST(HttpRequest.BodyPublishers.ofString(body))
                                .build(),
                        HttpResponse.BodyHandlers.ofString());
    }

    private HttpResponse<String> addFrom(String origin, String shop) {
        return koppel.send(koppel.request(shop + "cart/lines")
                .header("Content-Type", FORM)
                .header("Origin", origin)
                .POST(HttpRequest.BodyPublishers.ofString("article=100001&quantity=1")));
    }

    /** The path of a new visit's shop. */
    private String visit(String hook) {
        return location(koppel.postForm("/oci", call(hook)));
    }

    private static String location(HttpResponse<String> answer) {
        assertThat(answer.statusCode()).isEqualTo(303);
        return answer.headers().firstValue("Location").orElseThrow();
    }

    private Map<String, String> call(String hook) {
        Map<String, String> call = new LinkedHashMap<>();
        call.put("USERNAME", koppel.property("customer.zorggroep.oci.username"));
        call.put("PASSWORD", koppel.property("customer.zorggroep.oci.password"));
        call.put("HOOK_URL", hook);
        return call;
    }

    private static List<String> directive(String policy, String name) {
        for (String directive : policy.split(";")) {
            List<String> words = List.of(directive.strip().split("\\s+"));
            if (words.get(0).equals(name)) {
                return words.subList(1, words.size());
            }
        }
        throw new AssertionError("No " + name + " in " + policy);
    }
}
