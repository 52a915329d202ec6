package org.koppel.journey;

import java.net.URLEncoder;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** Every address that a stranger can call with values of own choice, and what a stranger would put there. */
final class Tampering {
    /** No answer may hold this as markup. */
    static final String MARKUP = "<img src=q onerror=q7>";

    static final List<String> VALUES = List.of(
            "\"'>" + MARKUP,
            "';drop table cart;--",
            "../../WEB-INF/web.xml",
            "\u0000",
            "%00%zz",
            "-1",
            "9".repeat(400),
            "x".repeat(5000),
            "\ud83d\udd0c\u202e\uffff",
            "00000000-0000-0000-0000-000000000000");

    private static final List<String> PAGES = List.of(
            "",
            "articles/*",
            "pictures/*",
            "cart",
            "transfer",
            "cancel",
            "quick",
            "quick/sample.csv",
            "lists",
            "lists/*",
            "*");

    private static final Map<String, List<String>> QUERIES =
            Map.of("search", List.of("q", "category", "brand", "stock", "sort", "page", "attribute", "colour", "attr"));

    private static final Map<String, List<String>> FORMS = Map.ofEntries(
            Map.entry("cart/lines", List.of("article", "quantity")),
            Map.entry("cart/lines/*", List.of("quantity")),
            Map.entry("cart/lines/*/remove", List.of("x")),
            Map.entry("cart/lines/*/replace", List.of("x")),
            Map.entry(
                    "cart/data",
                    List.of("site", "costCentre", "cardText", "article", "delivery", "lineCostCentre", "text")),
            Map.entry("cart/copy", List.of("x")),
            Map.entry("lists", List.of("name", "audience", "byAll")),
            Map.entry("lists/articles", List.of("list", "article")),
            Map.entry("lists/*/order", List.of("x")),
            Map.entry("lists/*/remove", List.of("x")),
            Map.entry("lists/*/own", List.of("x")),
            Map.entry("lists/*/lines/*", List.of("quantity")),
            Map.entry("quick", List.of("number", "quantity", "list")),
            Map.entry("language", List.of("language")));

    private final Koppel koppel;

    Tampering(Koppel koppel) {
        this.koppel = koppel;
    }

    /** A request and what it was, for messages. */
    record Attempt(String what, HttpRequest.Builder request) {}

    /** Each page, query and form of a visit with the value in each place. */
    List<Attempt> ofTheShop(String shop, String value) {
        List<Attempt> attempts = new ArrayList<>();
        PAGES.forEach(p -> attempts.add(get(shop + p.replace("*", encoded(value)))));
        QUERIES.forEach(
                (page, names) -> names.forEach(n -> attempts.add(get(shop + page + "?" + n + "=" + encoded(value)))));
        FORMS.forEach((page, names) -> names.forEach(n -> {
            Map<String, String> fields = new LinkedHashMap<>(Map.of("article", "100001", "quantity", "1"));
            fields.put(n, value);
            attempts.add(post(shop + page.replace("*", encoded(value)), fields));
        }));
        attempts.add(upload(shop + "quick/file", value));
        return attempts;
    }

    /** A form with the value in each field in turn, but for those that prove who calls. */
    List<Attempt> ofAForm(String address, Map<String, String> good, List<String> names, String value) {
        List<Attempt> attempts = new ArrayList<>();
        for (String name : names) {
            Map<String, String> fields = new LinkedHashMap<>(good);
            fields.put(name, value);
            attempts.add(post(address, fields));
        }
        return attempts;
    }

    Attempt get(String path) {
        return new Attempt("GET " + shown(path), koppel.request(path).GET());
    }

    Attempt post(String path, Map<String, String> fields) {
        String body = fields.entrySet().stream()
                .map(f -> encoded(f.getKey()) + "=" + encoded(f.getValue()))
                .collect(Collectors.joining("&"));
        HttpRequest.Builder request = koppel.request(path)
                .header("Content-Type", "application/x-www-form-urlencoded")
                .POST(HttpRequest.BodyPublishers.ofString(body));
        return new Attempt("POST " + shown(path) + " " + shown(body), request);
    }

    /** Bodies that say they are multipart and are not, or not as a program expects. */
    List<Attempt> brokenParts(String path) {
        String part = "--b0\r\nContent-Disposition: form-data; name=\"file\"\r\n\r\nabc";
        return List.of(
                body(path, "multipart/form-data", "x"),
                body(path, "multipart/form-data; boundary=", "x"),
                body(path, "multipart/form-data; boundary=\"", "x"),
                body(path, "multipart/form-data; boundary=b0", ""),
                body(path, "multipart/form-data; boundary=b0", part),
                body(path, "multipart/form-data; boundary=b0", "--b0\r\nGarbage\r\n\r\nabc\r\n--b0--\r\n"),
                body(path, "multipart/form-data; boundary=b0", "--b0\r\n\r\nabc\r\n--b0--\r\n"),
                body(path, "multipart/form-data; boundary=b0", part.replace("file", "other") + "\r\n--b0--\r\n"),
                body(path, "multipart/form-data; boundary=b0; charset=nope", part + "\r\n--b0--\r\n"),
                body(path, "application/x-www-form-urlencoded", "%zz=%&=&&a"),
                body(path, "application/x-www-form-urlencoded; charset=nope", "user=1"),
                body(path, "application/x-www-form-urlencoded", "a=1&".repeat(3000)),
                body(path, "text/plain", "user=1"));
    }

    private Attempt body(String path, String type, String body) {
        HttpRequest.Builder request =
                koppel.request(path).header("Content-Type", type).POST(HttpRequest.BodyPublishers.ofString(body));
        return new Attempt("POST " + path + " " + type + " " + shown(body), request);
    }

    private Attempt upload(String path, String value) {
        String body = "--b0\r\nContent-Disposition: form-data; name=\"file\"; filename=\"a.csv\"\r\n\r\n" + value
                + "\r\n--b0--\r\n";
        HttpRequest.Builder request = koppel.request(path)
                .header("Content-Type", "multipart/form-data; boundary=b0")
                .POST(HttpRequest.BodyPublishers.ofString(body));
        return new Attempt("POST " + path + " (file)", request);
    }

    HttpResponse<String> send(Attempt attempt) {
        return koppel.send(attempt.request());
    }

    static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8).replace("+", "%20");
    }

    private static String shown(String text) {
        return text.length() > 200 ? text.substring(0, 200) + "…" : text;
    }
}
