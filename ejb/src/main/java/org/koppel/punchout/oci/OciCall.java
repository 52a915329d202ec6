package org.koppel.punchout.oci;

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

/** The parameters a buyer's browser arrives with: names without case, the form wins over the query, the first value counts. */
public final class OciCall {
    private static final Set<String> SECRET = Set.of("password", "pass", "pwd", "passwd", "secret");
    private static final List<String> ECHOED = List.of("~OkCode", "~CALLER", "~TARGET");
    private static final int KEPT_LENGTH = 500;
    private static final int KEPT = 60;
    private final Map<String, FormField> parameters = new TreeMap<>();

    private OciCall() {}

    public static OciCall of(List<FormField> query, List<FormField> form) {
        OciCall call = new OciCall();
        form.forEach(call::keep);
        query.forEach(call::keep);
        return call;
    }

    private void keep(FormField field) {
        parameters.putIfAbsent(field.name().toLowerCase(Locale.ROOT), field);
    }

    /**
     * The same call with the buyer's own names of parameters replaced by the standard ones.
     *
     * @param names the buyer's name by the standard name
     */
    OciCall spelt(Map<String, String> names) {
        OciCall spelt = new OciCall();
        Map<String, FormField> others = new TreeMap<>(parameters);
        names.forEach((standard, own) -> parameters.forEach((name, field) -> {
            String plain = own.toLowerCase(Locale.ROOT);
            if (name.equals(plain) || name.startsWith(plain + "[")) {
                others.remove(name);
                spelt.keep(new FormField(standard + name.substring(plain.length()), field.value()));
            }
        }));
        others.values().forEach(spelt::keep);
        return spelt;
    }

    /** The values of {@code NAME}, else of {@code NAME[1]}, {@code NAME[2]} … by their index; a plain one has index 0. */
    Map<Integer, String> indexed(String name) {
        Map<Integer, String> values = new TreeMap<>();
        value(name).ifPresent(v -> values.put(0, v));
        String start = name.toLowerCase(Locale.ROOT) + "[";
        parameters.forEach((given, field) -> {
            boolean counts =
                    given.startsWith(start) && given.substring(start.length()).matches("[0-9]{1,4}]");
            if (counts && !field.value().isBlank()) {
                values.put(Integer.valueOf(given.substring(start.length(), given.length() - 1)), field.value());
            }
        });
        return values;
    }

    /** Below the visit's own address: an article for DETAIL, hits for SOURCING, else the start page. */
    String place() {
        String asked = article().map(a -> "articles/" + encoded(a)).orElse("");
        return function().equals("SOURCING")
                ? "search?q=" + encoded(value("SEARCHSTRING").orElse(""))
                : asked;
    }

    private static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8).replace("+", "%20");
    }

    /** The value, or empty when the parameter is missing or blank. */
    Optional<String> value(String name) {
        return Optional.ofNullable(parameters.get(name.toLowerCase(Locale.ROOT)))
                .map(FormField::value)
                .filter(v -> !v.isBlank());
    }

    String username() {
        return value("USERNAME").orElse("");
    }

    String password() {
        return value("PASSWORD").orElse("");
    }

    Optional<String> hookUrl() {
        return value("HOOK_URL");
    }

    /** Upper case, or empty for the plain call of the shop. */
    String function() {
        return value("FUNCTION").orElse("").strip().toUpperCase(Locale.ROOT);
    }

    /** The article a DETAIL call asks for, or empty for any other call. */
    Optional<String> article() {
        return "DETAIL".equals(function()) ? value("PRODUCTID") : Optional.empty();
    }

    /** What the call says about the language, as ISO 639-1 of the shop's languages; empty when nothing that is known. */
    public Optional<String> language() {
        return value("LANGUAGE")
                .or(() -> value("sap-language"))
                .or(() -> value("~LANGUAGE"))
                .flatMap(OciCall::language);
    }

    private static Optional<String> language(String said) {
        String plain = said.strip().toLowerCase(Locale.ROOT);
        String code = plain.length() > 2 ? plain.substring(0, 2) : plain;
        return switch (code) {
            case "nl", "n" -> Optional.of("nl"); // one letter: SAP's own codes
            case "fr", "f" -> Optional.of("fr");
            case "de", "d" -> Optional.of("de");
            case "en", "e" -> Optional.of("en");
            default -> Optional.empty();
        };
    }

    /** Where the return form opens: what was asked for when it is one of HTML's own contexts, else the top window. */
    String target() {
        String asked = value("returntarget")
                .or(() -> value("~TARGET"))
                .orElse("_top")
                .strip()
                .toLowerCase(Locale.ROOT);
        return Set.of("_top", "_parent", "_self", "_blank").contains(asked) ? asked : "_top";
    }

    /** The control fields that were sent, to be sent back. */
    List<FormField> echoed() {
        return ECHOED.stream()
                .flatMap(name -> value(name).map(v -> new FormField(name, v)).stream())
                .toList();
    }

    /** Who the person is, where the buyer's system says so. */
    Optional<String> person() {
        String full = (value("fname").orElse("") + " " + value("lname").orElse("")).strip();
        return full.isEmpty() ? value("userid").or(() -> value("email")) : Optional.of(full);
    }

    /** All but secrets and what has a place of its own, short enough to be kept with the visit. */
    Map<String, String> kept() {
        Map<String, String> kept = new LinkedHashMap<>();
        parameters.forEach((name, field) -> {
            boolean place = name.equals("hook_url") || name.equals("username");
            if (!place && !isSecret(name) && kept.size() < KEPT) {
                String value = field.value();
                kept.put(field.name(), value.substring(0, Math.min(value.length(), KEPT_LENGTH)));
            }
        });
        return kept;
    }

    /** Whether a parameter of that name is one of which nothing is kept or sent. */
    static boolean isSecret(String name) {
        return SECRET.stream().anyMatch(name.toLowerCase(Locale.ROOT)::contains);
    }

    /** Names only: values may be secret. */
    @Override
    public String toString() {
        return "OCI call with " + parameters.keySet();
    }
}
