package org.koppel.punchout.peppol;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import org.koppel.punchout.FormField;

/** The parameters of a call: names without case, the form wins over the query, the first value counts. */
public final class PeppolCall {
    static final String BUYER_REFERENCE = "BUYER_REFERENCE";
    static final String CONTRACT = "CONTRACT";
    static final String SESSION = "SESSION";
    private static final List<String> ECHOED = List.of(SESSION, BUYER_REFERENCE, CONTRACT);
    private static final Set<String> NOT_KEPT = Set.of("password", "username", "hook_url");
    private static final int LONGEST = 500;
    private static final int KEPT = 30;
    private final Map<String, FormField> parameters = new TreeMap<>();

    private PeppolCall() {}

    public static PeppolCall of(List<FormField> query, List<FormField> form) {
        PeppolCall call = new PeppolCall();
        form.forEach(call::keep);
        query.forEach(call::keep);
        return call;
    }

    private void keep(FormField field) {
        parameters.putIfAbsent(field.name().toLowerCase(Locale.ROOT), field);
    }

    /** The value, or empty when the parameter is missing or blank. */
    private Optional<String> value(String name) {
        return Optional.ofNullable(parameters.get(name.toLowerCase(Locale.ROOT)))
                .map(FormField::value)
                .map(String::strip)
                .filter(v -> !v.isEmpty());
    }

    String username() {
        return value("USERNAME").orElse("");
    }

    /** Blanks around it may belong to it. */
    String password() {
        return Optional.ofNullable(parameters.get("password"))
                .map(FormField::value)
                .orElse("");
    }

    /** Without its fragment, which means nothing to a server. */
    Optional<String> hookUrl() {
        return value("HOOK_URL").map(url -> url.indexOf('#') < 0 ? url : url.substring(0, url.indexOf('#')));
    }

    /** One of the shop's languages, or empty. */
    Optional<String> language() {
        return value("LANGUAGE")
                .map(l -> l.toLowerCase(Locale.ROOT))
                .map(l -> l.length() > 2 ? l.substring(0, 2) : l)
                .filter(Set.of("nl", "fr", "de", "en")::contains);
    }

    String target() {
        String asked = value("RETURNTARGET").orElse("_top").toLowerCase(Locale.ROOT);
        return Set.of("_top", "_parent", "_self", "_blank").contains(asked) ? asked : "_top";
    }

    /** What was sent only to come back; the references also stand in the document. */
    List<FormField> echoed() {
        return ECHOED.stream()
                .flatMap(name -> value(name).map(v -> new FormField(name, cut(v))).stream())
                .toList();
    }

    /** What is kept with the visit: nothing secret, nothing that has a place of its own. */
    Map<String, String> kept() {
        Map<String, String> kept = new LinkedHashMap<>();
        parameters.forEach((name, field) -> {
            if (!NOT_KEPT.contains(name) && kept.size() < KEPT) {
                kept.put(field.name(), cut(field.value()));
            }
        });
        return kept;
    }

    private static String cut(String value) {
        return value.substring(0, Math.min(value.length(), LONGEST));
    }

    /** Names only: values may be secret. */
    @Override
    public String toString() {
        return "Peppol punch-out with " + parameters.keySet();
    }
}
