package org.koppel.web.simulator.judge;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.koppel.punchout.FormField;

/**
 * The return form of OCI, taken apart: fields by item, fields that begin like an item's but are spelt wrongly, fields that came
 * twice, and all others.
 *
 * @param items by their index; names without {@code NEW_ITEM-} and index
 */
public record OciReturn(
        SortedMap<Integer, Map<String, String>> items,
        List<FormField> misspelt,
        List<FormField> twice,
        List<FormField> others) {
    private static final Pattern ITEM = Pattern.compile("NEW_ITEM-([A-Z0-9_]+)\\[(\\d{1,5})]");
    private static final Pattern LONG_TEXT = Pattern.compile("NEW_ITEM-LONGTEXT_(\\d{1,5}):132\\[]");

    public static OciReturn of(List<FormField> fields) {
        OciReturn parts = new OciReturn(new TreeMap<>(), new ArrayList<>(), new ArrayList<>(), new ArrayList<>());
        fields.forEach(parts::sort);
        return parts;
    }

    private void sort(FormField field) {
        Matcher text = LONG_TEXT.matcher(field.name());
        Matcher item = ITEM.matcher(field.name());
        if (text.matches()) {
            put(text.group(1), "LONGTEXT", field);
        } else if (item.matches() && !item.group(1).equals("LONGTEXT")) {
            put(item.group(2), item.group(1), field);
        } else if (field.name().toUpperCase(Locale.ROOT).startsWith("NEW_ITEM")) {
            misspelt.add(field);
        } else {
            others.add(field);
        }
    }

    private void put(String index, String name, FormField field) {
        Map<String, String> item = items.computeIfAbsent(Integer.valueOf(index), i -> new TreeMap<>());
        if (item.putIfAbsent(name, field.value()) != null) {
            twice.add(field);
        }
    }

    public boolean isEmpty() {
        return items.isEmpty() && misspelt.isEmpty();
    }
}
