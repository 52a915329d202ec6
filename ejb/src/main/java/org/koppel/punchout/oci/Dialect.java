package org.koppel.punchout.oci;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * How one buyer's system speaks OCI. As a file it holds only what differs from its {@code base}; {@link Profiles#resolved} gives
 * the whole, of which no part is null but {@code base}, {@code title} and {@code xml}.
 *
 * @param base the profile that holds for all that is not said here; null: none
 * @param title shown to people
 * @param version of OCI: 2.0, 3.0, 4.0 or 5.0
 * @param parameters the buyer's name of a parameter by its standard name
 * @param fields in the order of the form
 * @param without fields of the base that are not sent
 * @param units the buyer's code by UN/ECE Rec 20
 * @param tables values by values, by the table's name
 * @param sapEvent whether HOOK_URL may be {@code SAPEVENT:POST}
 * @param xml null: form fields
 * @param hierarchy whether items hang below one root
 * @param searchHits how many a background search answers at most
 * @param unconfirmed what no public source confirms, in words
 */
public record Dialect(
        String base,
        String title,
        String version,
        Map<String, String> parameters,
        List<FieldRule> fields,
        List<String> without,
        Map<String, String> units,
        Map<String, Map<String, String>> tables,
        Numbers numbers,
        Boolean sapEvent,
        Xml xml,
        Hierarchy hierarchy,
        Download download,
        Integer searchHits,
        List<String> unconfirmed) {

    /** @param decimals of prices, 0 to 3; @param separator {@code .} or {@code ,} */
    public record Numbers(Integer decimals, String separator) {}

    /** The XML variant: names of its two fields, the type's value, and of the elements around the items. */
    public record Xml(String documentField, String typeField, String type, String root, String item) {}

    /**
     * Spelling of the download's keys: of the list, of each item's object, of our number; and CATALOG_MANAGED and the type of pictures
     * among the ATTACHMENTS (null: not sent).
     */
    public record Download(String items, String item, String vendorNumber, String catalogManaged, String pictures) {}

    /** Whether the items stand side by side, or below a root (OCI 5.0). */
    public enum Hierarchy {
        NONE,
        ROOT
    }

    public Dialect {
        parameters = ordered(parameters);
        fields = fields == null ? List.of() : List.copyOf(fields);
        without = without == null ? List.of() : List.copyOf(without);
        units = ordered(units);
        Map<String, Map<String, String>> copies = new LinkedHashMap<>();
        if (tables != null) {
            tables.forEach((name, table) -> copies.put(name, ordered(table)));
        }
        tables = copies;
        unconfirmed = unconfirmed == null ? List.of() : List.copyOf(unconfirmed);
    }

    private static Map<String, String> ordered(Map<String, String> map) {
        return map == null ? Map.of() : new LinkedHashMap<>(map);
    }

    /** This, and the base's word for all that is not said here. */
    Dialect over(Dialect whole) {
        Map<String, Map<String, String>> allTables = new LinkedHashMap<>(whole.tables);
        allTables.putAll(tables);
        List<String> doubts = new ArrayList<>(whole.unconfirmed);
        doubts.addAll(unconfirmed);
        return new Dialect(
                base,
                or(title, whole.title),
                or(version, whole.version),
                merged(whole.parameters, parameters),
                mergedFields(whole.fields),
                List.of(),
                merged(whole.units, units),
                allTables,
                or(numbers, whole.numbers),
                or(sapEvent, whole.sapEvent),
                or(xml, whole.xml),
                or(hierarchy, whole.hierarchy),
                or(download, whole.download),
                or(searchHits, whole.searchHits),
                doubts);
    }

    private List<FieldRule> mergedFields(List<FieldRule> others) {
        Map<String, FieldRule> all = new LinkedHashMap<>();
        others.forEach(f -> all.put(f.name(), f));
        fields.forEach(f -> all.put(f.name(), f)); // keeps the place of a field that is there already
        without.forEach(all::remove);
        return List.copyOf(all.values());
    }

    private static Map<String, String> merged(Map<String, String> one, Map<String, String> other) {
        Map<String, String> all = new LinkedHashMap<>(one);
        all.putAll(other);
        return all;
    }

    private static <T> T or(T said, T otherwise) {
        return said == null ? otherwise : said;
    }

    Optional<FieldRule> field(String name) {
        return fields.stream().filter(f -> f.name().equals(name)).findFirst();
    }

    /** Whether any field is filled from such an attribute. */
    boolean asks(Predicate<Attribute> such) {
        return fields.stream().anyMatch(f -> f.from() != null && such.test(f.from()));
    }

    /** With no other fields than those whose names are wanted, and those on which one of them depends. */
    Dialect only(Predicate<String> wanted) {
        Set<String> needed = fields.stream()
                .filter(f -> wanted.test(f.name()))
                .flatMap(f -> Stream.of(f.name(), f.unless(), f.with()))
                .collect(Collectors.toSet());
        return fields(fields.stream().filter(f -> needed.contains(f.name())).toList(), without);
    }

    /** The same but for its own fields and what it leaves out. */
    Dialect fields(List<FieldRule> newFields, List<String> leftOut) {
        return new Dialect(
                base,
                title,
                version,
                parameters,
                newFields,
                leftOut,
                units,
                tables,
                numbers,
                sapEvent,
                xml,
                hierarchy,
                download,
                searchHits,
                unconfirmed);
    }

    /** Says nothing but what it is based on. */
    static Dialect basedOn(String profile) {
        return new Dialect(profile, null, null, null, null, null, null, null, null, null, null, null, null, null, null);
    }
}
