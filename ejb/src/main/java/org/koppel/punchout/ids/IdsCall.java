package org.koppel.punchout.ids;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import org.koppel.punchout.FormField;

/** The parameters of a call: names without case, the form wins over the query, the first value counts. */
public final class IdsCall {
    private static final Set<String> NOT_KEPT = Set.of("pw_kunde", "hookurl", "name_kunde", "warenkorb");
    private static final int KEPT_LENGTH = 500;
    private static final int KEPT = 30;
    private final Map<String, FormField> parameters = new TreeMap<>();

    private IdsCall() {}

    public static IdsCall of(List<FormField> query, List<FormField> form) {
        IdsCall call = new IdsCall();
        form.forEach(call::keep);
        query.forEach(call::keep);
        return call;
    }

    private void keep(FormField field) {
        parameters.putIfAbsent(field.name().toLowerCase(Locale.ROOT), field);
    }

    /** The value, or empty when the parameter is missing or blank. */
    private Optional<String> value(String name) {
        return Optional.ofNullable(parameters.get(name))
                .map(FormField::value)
                .map(String::strip)
                .filter(v -> !v.isEmpty());
    }

    Optional<IdsAction> action() {
        return IdsAction.named(value("action").orElse(""));
    }

    Optional<String> customerNumber() {
        return value("kndnr");
    }

    String userName() {
        return value("name_kunde").orElse("");
    }

    /** Blanks around it may belong to it. */
    String password() {
        return Optional.ofNullable(parameters.get("pw_kunde"))
                .map(FormField::value)
                .orElse("");
    }

    /** Without its fragment, which means nothing to a server. */
    Optional<String> hookUrl() {
        return value("hookurl").map(url -> url.indexOf('#') < 0 ? url : url.substring(0, url.indexOf('#')));
    }

    Optional<String> article() {
        return value("ghnummer");
    }

    Optional<String> searchTerm() {
        return value("searchterm");
    }

    Optional<String> basket() {
        return value("warenkorb");
    }

    /** Where the return form opens: {@code TOP} and {@code _top} are the same; the top window when nothing is said. */
    String target() {
        String asked = value("target").orElse("top").toLowerCase(Locale.ROOT);
        String name = asked.startsWith("_") ? asked : "_" + asked;
        return Set.of("_top", "_parent", "_self", "_blank").contains(name) ? name : "_top";
    }

    /** The page of the shop that the action opens, relative to the visit. */
    public String place() {
        return switch (action().orElse(IdsAction.WKE)) {
            case WKE -> "";
            case WKS -> "cart";
            case ADL -> article().map(a -> "articles/" + encoded(a)).orElse("");
            case AS -> searchTerm().map(t -> "search?q=" + encoded(t)).orElse("");
        };
    }

    private static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8).replace("+", "%20");
    }

    /** What is kept with the visit: nothing secret, nothing that has a place of its own. */
    Map<String, String> kept() {
        Map<String, String> kept = new LinkedHashMap<>();
        parameters.forEach((name, field) -> {
            if (!NOT_KEPT.contains(name) && kept.size() < KEPT) {
                String value = field.value();
                kept.put(field.name(), value.substring(0, Math.min(value.length(), KEPT_LENGTH)));
            }
        });
        return kept;
    }

    /** Names only: values may be secret. */
    @Override
    public String toString() {
        return "IDS call with " + parameters.keySet();
    }
}
