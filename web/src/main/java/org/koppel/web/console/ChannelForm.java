package org.koppel.web.console;

import jakarta.ws.rs.core.MultivaluedMap;
import java.time.DateTimeException;
import java.time.DayOfWeek;
import java.time.Duration;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.UUID;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import org.koppel.codec.Fitting;
import org.koppel.codec.FormatId;
import org.koppel.party.Channel;
import org.koppel.party.ChannelTiming;
import org.koppel.shared.PartyId;
import org.koppel.transport.Setting;
import org.koppel.transport.TransportId;

/**
 * A way out as it stands in the form. {@code values} are texts by the names of fields, those of the transport's settings with
 * {@code set.} before; {@code texts} says what becomes of texts that are too long; {@code options} are the other settings,
 * {@code name=value} in lines; {@code faults} name fields to mend.
 */
public record ChannelForm(TransportId transport, List<Setting> known, Map<String, String> values, List<String> faults) {
    private static final int LONGEST = 40_000;
    private static final String SETTING = "set.";

    /** Formats that the chosen document is not written in, for the page. */
    private static final String UNWRITTEN = "formats.unwritten";

    /** Formats of which a file holds one document, for the page. */
    private static final String SINGLE = "bundle.single";

    private static final String TIME = "([01][0-9]|2[0-3]):[0-5][0-9]";
    private static final int MINUTES_OF_A_DAY = 1_440;

    /** What can be agreed over a transport: types of documents, formats of each, and formats whose documents may wait for each other. */
    interface Offer {

        List<String> types();

        boolean writes(String type, String format);

        boolean bundles(String format);
    }

    /** @param type of document that is most likely wanted */
    static ChannelForm fresh(TransportId transport, List<Setting> known, String customer, String type) {
        Map<String, String> usual = new TreeMap<>(timing(ChannelTiming.AT_ONCE));
        usual.put("customer", customer);
        usual.put("zone", "Europe/Brussels");
        usual.put("at", "18:00");
        usual.put("type", type);
        return new ChannelForm(transport, known, usual, List.of());
    }

    static ChannelForm of(Channel channel, List<Setting> known) {
        Map<String, String> values = new TreeMap<>(timing(channel.timing()));
        Set<String> names = known.stream().map(Setting::name).collect(Collectors.toSet());
        StringBuilder options = new StringBuilder();
        new TreeMap<>(channel.settings()).forEach((name, value) -> {
            if (name.equals(Fitting.OPTION)) {
                values.put("texts", value);
            } else if (names.contains(name)) {
                values.put(SETTING + name, value);
            } else {
                options.append(name).append('=').append(value).append('\n');
            }
        });
        values.put("options", options.toString());
        values.put("customer", channel.customer().value());
        values.put("type", channel.documentType());
        values.put("formats", channel.formats().stream().map(FormatId::value).collect(Collectors.joining(", ")));
        return new ChannelForm(channel.transport(), known, values, List.of());
    }

    private static Map<String, String> timing(ChannelTiming timing) {
        Map<String, String> values = new TreeMap<>();
        timing.days().forEach(d -> values.put("day" + d.getValue(), "1"));
        values.put("from", timing.from() == null ? "" : timing.from().toString());
        values.put("to", timing.to() == null ? "" : timing.to().toString());
        values.put("zone", timing.zone().getId());
        values.put("bundle", timing.bundle().name());
        values.put("minutes", Long.toString(timing.every().toMinutes()));
        values.put("at", timing.at().toString());
        return values;
    }

    /** What a person typed. */
    static ChannelForm read(
            TransportId transport, List<Setting> known, MultivaluedMap<String, String> form, Offer offer) {
        Map<String, String> values = new TreeMap<>();
        form.forEach((name, all) -> values.put(name, clean(all.isEmpty() ? "" : all.get(0))));
        ChannelForm typed = new ChannelForm(transport, known, values, List.of());
        return new ChannelForm(transport, known, values, typed.wrong(offer));
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

    private List<String> wrong(Offer offer) {
        List<String> wrong = new ArrayList<>();
        note(wrong, "type", offer.types().contains(value("type")));
        values.put(UNWRITTEN, all(f -> !offer.writes(value("type"), f)));
        note(wrong, "formats", !formats().isEmpty() && value(UNWRITTEN).isEmpty());
        note(wrong, "options", value("options").lines().allMatch(l -> l.isBlank() || l.matches("[a-z0-9.]{1,60}=.*")));
        note(wrong, "from", value("from").isEmpty() == value("to").isEmpty() && isTimeOrNone("from"));
        note(wrong, "to", isTimeOrNone("to"));
        note(wrong, "zone", isZone(value("zone")));
        boolean bundled = List.of("RUN", "DAY").contains(value("bundle"));
        values.put(SINGLE, bundled ? all(f -> offer.writes(value("type"), f) && !offer.bundles(f)) : "");
        note(
                wrong,
                "bundle",
                (bundled || value("bundle").equals("NONE")) && value(SINGLE).isEmpty());
        note(wrong, "minutes", isMinutes(value("minutes")));
        note(wrong, "at", value("at").matches(TIME));
        note(wrong, "day1", !days().isEmpty());
        for (Setting setting : known) {
            boolean missing = setting.required()
                    && !setting.secret()
                    && value(SETTING + setting.name()).isEmpty();
            note(wrong, SETTING + setting.name(), !missing);
        }
        return wrong;
    }

    /** Formats of a kind, in words. */
    private String all(Predicate<String> kind) {
        return formats().stream().filter(kind).collect(Collectors.joining(", "));
    }

    private static void note(List<String> wrong, String field, boolean good) {
        if (!good) {
            wrong.add(field);
        }
    }

    private boolean isTimeOrNone(String field) {
        return value(field).isEmpty() || value(field).matches(TIME);
    }

    private static boolean isMinutes(String text) {
        return text.matches("[0-9]{1,4}") && Integer.parseInt(text) >= 1 && Integer.parseInt(text) <= MINUTES_OF_A_DAY;
    }

    private static boolean isZone(String text) {
        try {
            return !ZoneId.of(text).getId().isEmpty();
        } catch (DateTimeException e) {
            return false;
        }
    }

    private List<String> formats() {
        return Arrays.stream(value("formats").split(","))
                .map(String::strip)
                .filter(f -> !f.isEmpty())
                .toList();
    }

    private Set<DayOfWeek> days() {
        Set<DayOfWeek> days = EnumSet.noneOf(DayOfWeek.class);
        for (DayOfWeek day : DayOfWeek.values()) {
            if (!value("day" + day.getValue()).isEmpty()) {
                days.add(day);
            }
        }
        return days;
    }

    private LocalTime time(String field) {
        return value(field).isEmpty() ? null : LocalTime.parse(value(field));
    }

    /** Without faults only. */
    Channel channel(UUID id, PartyId customer) {
        Map<String, String> settings = new TreeMap<>();
        if (value("texts").equals(Fitting.SHORTENED)) {
            settings.put(Fitting.OPTION, Fitting.SHORTENED);
        }
        value("options").lines().filter(l -> !l.isBlank()).forEach(l -> {
            int equals = l.indexOf('=');
            settings.put(l.substring(0, equals).strip(), l.substring(equals + 1).strip());
        });
        for (Setting setting : known) {
            String value = value(SETTING + setting.name());
            if (!value.isEmpty()) {
                settings.put(setting.name(), value);
            }
        }
        ChannelTiming timing = new ChannelTiming(
                days(),
                time("from"),
                time("to"),
                ZoneId.of(value("zone")),
                ChannelTiming.Bundle.valueOf(value("bundle")),
                Duration.ofMinutes(Long.parseLong(value("minutes"))),
                LocalTime.parse(value("at")));
        List<FormatId> formats = formats().stream().map(FormatId::new).toList();
        return new Channel(id, customer, value("type"), formats, transport, settings, timing);
    }
}
