package org.koppel.journey;

import java.net.http.HttpResponse;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Buys by plain links and forms, as a browser without scripts does, and reads the form that brings the cart home. */
final class Craftsman {
    private static final Pattern FORM =
            Pattern.compile("<form id=\"punchout-return\" method=\"post\" action=\"([^\"]*)\"");
    private static final Pattern FIELD =
            Pattern.compile("<input type=\"hidden\" name=\"([^\"]*)\" value=\"([^\"]*)\">");

    private final Koppel koppel;
    private final String visit;

    /** @param entered the answer to the call, 303 to the shop */
    Craftsman(Koppel koppel, HttpResponse<String> entered) {
        this(
                koppel,
                entered.headers()
                        .firstValue("Location")
                        .orElseThrow(() -> new AssertionError(entered.statusCode() + ": " + entered.body())));
    }

    /** @param address any page of the visit */
    Craftsman(Koppel koppel, String address) {
        this.koppel = koppel;
        this.visit = address.replaceFirst("(/shop/[^/]+/).*", "$1");
    }

    HttpResponse<String> page(String path) {
        return koppel.get(visit + path);
    }

    /** The address of a page of this visit. */
    String address(String path) {
        return visit + path;
    }

    void add(String article, String quantity) {
        koppel.postForm(visit + "cart/lines", Map.of("article", article, "quantity", quantity));
    }

    void remove(String article) {
        post("cart/lines/" + article + "/remove", Map.of());
    }

    /** Posts a form of a page below the visit. */
    HttpResponse<String> post(String path, Map<String, String> form) {
        return koppel.postForm(visit + path, form);
    }

    /** What a press of the button brings to the buyer's system. */
    Home transfer() {
        koppel.postForm(visit + "transfer", Map.of());
        return home(page("transfer"));
    }

    Home cancel() {
        koppel.postForm(visit + "cancel", Map.of());
        return home(page("cancel"));
    }

    /** The return form: where to, and its fields. */
    record Home(String address, Map<String, String> fields) {}

    private static Home home(HttpResponse<String> page) {
        Matcher form = FORM.matcher(page.body());
        if (!form.find()) {
            throw new AssertionError("No return form, but " + page.statusCode() + ": " + page.body());
        }
        Map<String, String> fields = new LinkedHashMap<>();
        Matcher field = FIELD.matcher(page.body());
        while (field.find()) {
            fields.put(plain(field.group(1)), plain(field.group(2)));
        }
        return new Home(plain(form.group(1)), fields);
    }

    private static String plain(String html) {
        return html.replace("&lt;", "<")
                .replace("&gt;", ">")
                .replace("&#34;", "\"")
                .replace("&quot;", "\"")
                .replace("&#39;", "'")
                .replace("&amp;", "&");
    }
}
