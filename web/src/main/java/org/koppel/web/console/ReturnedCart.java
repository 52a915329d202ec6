package org.koppel.web.console;

import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The fields that came back from a shop, as posted: those of each item together, then the others. */
public record ReturnedCart(List<Item> items, List<Field> others) {
    private static final Pattern ITEM_FIELD = Pattern.compile("NEW_ITEM-([A-Z0-9_]+)\\[(\\d{1,4})]");
    private static final Pattern LONG_TEXT = Pattern.compile("NEW_ITEM-LONGTEXT_(\\d{1,4}):132\\[]");
    private static final int MOST_FIELDS = 20_000;

    /** A field with its verdict ({@code ok}, {@code long}, {@code format}, {@code unknown}); {@code length} may be null. */
    public record Field(String name, String value, String verdict, Integer length) {}

    /** All fields of one line of the cart. */
    public record Item(int number, List<Field> fields) {

        /** Whether a buyer's system would take every field. */
        public boolean good() {
            return fields.stream()
                    .noneMatch(f -> f.verdict().equals("long") || f.verdict().equals("format"));
        }
    }

    /** @param form {@code application/x-www-form-urlencoded} in UTF-8, in the order of the fields */
    static ReturnedCart of(String form) {
        Map<Integer, List<Field>> items = new TreeMap<>();
        List<Field> others = new ArrayList<>();
        String[] pairs = form.isBlank() ? new String[0] : form.split("&", MOST_FIELDS);
        for (String pair : pairs) {
            int equals = pair.indexOf('=');
            String name = decoded(equals < 0 ? pair : pair.substring(0, equals));
            String value = equals < 0 ? "" : decoded(pair.substring(equals + 1));
            sort(name, value, items, others);
        }
        return new ReturnedCart(
                items.entrySet().stream()
                        .map(e -> new Item(e.getKey(), List.copyOf(e.getValue())))
                        .toList(),
                List.copyOf(others));
    }

    private static void sort(String name, String value, Map<Integer, List<Field>> items, List<Field> others) {
        Matcher longText = LONG_TEXT.matcher(name);
        Matcher field = ITEM_FIELD.matcher(name);
        if (longText.matches()) {
            add(items, longText.group(1), new Field("LONGTEXT", value, "ok", null));
        } else if (field.matches()) {
            String plain = field.group(1);
            Field checked = new Field(plain, value, OciRules.verdict(plain, value), OciRules.length(plain));
            add(items, field.group(2), checked);
        } else {
            others.add(new Field(name, value, "", null));
        }
    }

    private static void add(Map<Integer, List<Field>> items, String number, Field field) {
        items.computeIfAbsent(Integer.valueOf(number), n -> new ArrayList<>()).add(field);
    }

    private static String decoded(String text) {
        try {
            return URLDecoder.decode(text, StandardCharsets.UTF_8);
        } catch (IllegalArgumentException e) {
            return text; // not encoded as it should be: shown as it came
        }
    }
}
