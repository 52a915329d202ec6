package org.koppel.journey;

import java.net.URLEncoder;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.stream.Collectors;

/** A customer's administrator at the customer's own pages, by plain HTTP. */
final class Portal {
    private final Koppel koppel;
    private final String cookie;

    private Portal(Koppel koppel, String cookie) {
        this.koppel = koppel;
        this.cookie = cookie;
    }

    /** The demo's administrator of bouwgroep. */
    static Portal ofBouwgroep(Koppel koppel) {
        return loggedIn(
                koppel,
                koppel.property("customer.bouwgroep.portal.user"),
                koppel.property("customer.bouwgroep.portal.password"));
    }

    static Portal loggedIn(Koppel koppel, String user, String password) {
        HttpResponse<String> answer = koppel.postForm("/portal/login", Map.of("user", user, "password", password));
        String cookie = answer.headers()
                .firstValue("Set-Cookie")
                .orElseThrow(() -> new IllegalStateException("No log-in: " + answer.statusCode()))
                .split(";", 2)[0];
        return new Portal(koppel, cookie);
    }

    /** Name and value of the session cookie. */
    String cookie() {
        return cookie;
    }

    HttpResponse<String> get(String path) {
        return koppel.send(koppel.request(path).header("Cookie", cookie).GET());
    }

    HttpResponse<String> post(String path, Map<String, String> fields) {
        return koppel.send(form(path, fields));
    }

    /** As a page of another site would send it. */
    HttpResponse<String> postFrom(String origin, String path, Map<String, String> fields) {
        return koppel.send(form(path, fields).header("Origin", origin));
    }

    private HttpRequest.Builder form(String path, Map<String, String> fields) {
        return koppel.request(path)
                .header("Cookie", cookie)
                .header("Content-Type", "application/x-www-form-urlencoded")
                .POST(HttpRequest.BodyPublishers.ofString(encoded(fields)));
    }

    /** Fields as a form posts them. */
    static String encoded(Map<String, String> fields) {
        return fields.entrySet().stream()
                .map(f -> f.getKey() + "=" + URLEncoder.encode(f.getValue(), StandardCharsets.UTF_8))
                .collect(Collectors.joining("&"));
    }
}
