package org.koppel.web.console;

import jakarta.ws.rs.core.MultivaluedMap;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.UUID;
import org.koppel.codec.FormatId;
import org.koppel.inbound.pickup.Readiness;
import org.koppel.inbound.pickup.WayIn;
import org.koppel.shared.PartyId;
import org.koppel.transport.Setting;
import org.koppel.transport.TransportId;

/**
 * A way in as it stands in the form. {@code values} are texts by the names of fields, those of settings with {@code set.} before;
 * {@code faults} are names of fields that have to be mended before it is kept.
 */
public record WayInForm(TransportId transport, List<Setting> known, Map<String, String> values, List<String> faults) {
    private static final int LONGEST = 40_000;
    private static final int SHORTEST_EVERY = 5;
    private static final int LONGEST_EVERY = 86_400;
    private static final int LONGEST_TIMEOUT = 3_600;
    private static final String SETTING = "set.";

    /** Of a place that is visited; by other ways in partners come themselves, and the form does not ask for it. */
    private static final Map<String, String> VISITS = Map.of(
            "pattern", "*",
            "ready", Readiness.STABLE.name(),
            "marker", ".ok",
            "settle", "30",
            "archive", "archive",
            "error", "error",
            "every", "300",
            "timeout", "120");

    /** An empty one with what is usual. */
    static WayInForm fresh(TransportId transport, List<Setting> known, String customer) {
        Map<String, String> usual = new TreeMap<>(VISITS);
        usual.put("customer", customer);
        return new WayInForm(transport, known, usual, List.of());
    }

    /** The same with one more field to mend. */
    WayInForm wrong(String field) {
        List<String> more = new ArrayList<>(faults);
        more.add(field);
        return new WayInForm(transport, known, values, more);
    }

    static WayInForm of(WayIn way, List<Setting> known) {
        Map<String, String> values = new TreeMap<>();
        way.settings().forEach((name, value) -> values.put(SETTING + name, value));
        values.put("customer", way.customer().map(PartyId::value).orElse(""));
        values.put("name", way.name());
        values.put("format", way.format().map(FormatId::value).orElse(""));
        values.put("pattern", way.selection().pattern());
        values.put("ready", way.selection().ready().name());
        values.put("marker", way.selection().marker());
        values.put("settle", Long.toString(way.selection().settle().toSeconds()));
        values.put("archive", way.archive());
        values.put("error", way.error());
        values.put("every", Long.toString(way.every().toSeconds()));
        values.put("timeout", Long.toString(way.timeout().toSeconds()));
        return new WayInForm(way.transport(), known, values, List.of());
    }

    /** What a person typed. @param customers ids that may be chosen; @param formats ids that are installed */
    static WayInForm read(
            TransportId transport,
            List<Setting> known,
            MultivaluedMap<String, String> form,
            List<String> customers,
            List<String> formats) {
        Map<String, String> values = new TreeMap<>();
        form.forEach((name, all) -> values.put(name, clean(all.isEmpty() ? "" : all.get(0))));
        VISITS.forEach(values::putIfAbsent);
        WayInForm typed = new WayInForm(transport, known, values, List.of());
        return new WayInForm(transport, known, values, typed.wrong(customers, formats));
    }

    private static String clean(String text) {
        String plain = text.replace('\0', ' ').strip();
        return plain.substring(0, Math.min(plain.length(), LONGEST));
    }

    /** The value of a field; empty when there is none. */
    public String value(String field) {
        return values.getOrDefault(field, "");
    }

    public boolean isWrong(String field) {
        return faults.contains(field);
    }

    private List<String> wrong(List<String> customers, List<String> formats) {
        List<String> wrong = new ArrayList<>();
        note(wrong, "name", !value("name").isEmpty() && value("name").length() <= 100);
        note(wrong, "customer", value("customer").isEmpty() || customers.contains(value("customer")));
        note(wrong, "format", value("format").isEmpty() || formats.contains(value("format")));
        note(wrong, "pattern", !value("pattern").isEmpty() && value("pattern").length() <= 200);
        note(wrong, "ready", Readiness.isOne(value("ready")));
        note(wrong, "marker", value("marker").matches("[^\\p{Cntrl}/\\\\]{1,40}"));
        note(wrong, "settle", within("settle", 1, LONGEST_TIMEOUT));
        note(wrong, "every", within("every", SHORTEST_EVERY, LONGEST_EVERY));
        note(wrong, "timeout", within("timeout", SHORTEST_EVERY, LONGEST_TIMEOUT));
        note(wrong, "archive", isFolder("archive"));
        note(wrong, "error", isFolder("error") && !value("error").equals(value("archive")));
        for (Setting setting : known) {
            boolean missing = setting.required()
                    && !setting.secret()
                    && value(SETTING + setting.name()).isEmpty();
            note(wrong, SETTING + setting.name(), !missing);
        }
        return wrong;
    }

    private static void note(List<String> wrong, String field, boolean good) {
        if (!good) {
            wrong.add(field);
        }
    }

    /** A folder beside the files: a name, or a path downwards. */
    private boolean isFolder(String field) {
        return value(field).matches("[^\\p{Cntrl}\\\\/][^\\p{Cntrl}\\\\]{0,100}")
                && !value(field).matches("(.*/)?\\.{1,2}(/.*)?");
    }

    private boolean within(String field, int least, int most) {
        String text = value(field);
        return text.matches("[0-9]{1,6}") && Integer.parseInt(text) >= least && Integer.parseInt(text) <= most;
    }

    private Duration seconds(String field) {
        return Duration.ofSeconds(Long.parseLong(value(field)));
    }

    /** Without faults only. */
    WayIn way(UUID id, boolean active) {
        Map<String, String> settings = new TreeMap<>();
        for (Setting setting : known) {
            String value = value(SETTING + setting.name());
            if (!value.isEmpty()) {
                settings.put(setting.name(), value);
            }
        }
        return new WayIn(
                id,
                Optional.of(value("customer")).filter(c -> !c.isEmpty()).map(PartyId::new),
                value("name"),
                transport,
                settings,
                Optional.of(value("format")).filter(x -> !x.isEmpty()).map(FormatId::new),
                new WayIn.Selection(
                        value("pattern"), Readiness.valueOf(value("ready")), value("marker"), seconds("settle")),
                value("archive"),
                value("error"),
                seconds("every"),
                seconds("timeout"),
                active);
    }
}
