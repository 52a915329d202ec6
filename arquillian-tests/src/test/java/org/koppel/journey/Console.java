package org.koppel.journey;

import java.net.URLEncoder;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.stream.Collectors;

/** A person at the supplier's console, by plain HTTP, logged in once. */
final class Console {
    private final Koppel koppel;
    private String cookie;

    Console(Koppel koppel) {
        this.koppel = koppel;
    }

    /** @throws IllegalStateException when it is not a 200 */
    String page(String path) {
        HttpResponse<String> answer = get(path);
        if (answer.statusCode() != 200) {
            throw new IllegalStateException(path + " answers " + answer.statusCode());
        }
        return answer.body();
    }

    /** Whatever is answered. */
    HttpResponse<String> get(String path) {
        return koppel.send(koppel.request(path).header("Cookie", cookie()).GET());
    }

    /** A button that is pressed. */
    HttpResponse<String> post(String path) {
        return koppel.send(koppel.request(path)
                .header("Cookie", cookie())
                .header("Content-Type", "application/x-www-form-urlencoded")
                .POST(HttpRequest.BodyPublishers.noBody()));
    }

    /** A form that is sent. */
    HttpResponse<String> post(String path, Map<String, String> fields) {
        String body = fields.entrySet().stream()
                .map(f -> URLEncoder.encode(f.getKey(), StandardCharsets.UTF_8) + "="
                        + URLEncoder.encode(f.getValue(), StandardCharsets.UTF_8))
                .collect(Collectors.joining("&"));
        return koppel.send(koppel.request(path)
                .header("Cookie", cookie())
                .header("Content-Type", "application/x-www-form-urlencoded")
                .POST(HttpRequest.BodyPublishers.ofString(body)));
    }

    /** A CSV that is chosen in the form's field "file" and sent. */
    HttpResponse<String> upload(String path, String csv) {
        String body = "--b0\r\nContent-Disposition: form-data; name=\"file\"; filename=\"list.csv\"\r\n"
                + "Content-Type: text/csv\r\n\r\n" + csv + "\r\n--b0--\r\n";
        return koppel.send(koppel.request(path)
                .header("Cookie", cookie())
                .header("Content-Type", "multipart/form-data; boundary=b0")
                .POST(HttpRequest.BodyPublishers.ofString(body)));
    }

    /** Name and value of the session cookie. */
    String cookie() {
        if (cookie == null) {
            HttpResponse<String> answer = koppel.postForm(
                    "/console/login",
                    Map.of(
                            "user", koppel.property("console.user"),
                            "password", koppel.property("console.password")));
            cookie = answer.headers()
                    .firstValue("Set-Cookie")
                    .orElseThrow(() -> new IllegalStateException("No login: " + answer.statusCode()))
                    .split(";", 2)[0];
        }
        return cookie;
    }
}
