package org.koppel.web.simulator.judge;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.koppel.punchout.FormField;
import org.koppel.web.simulator.judge.OciCase.Cell;

/**
 * The rules of SAP's Open Catalog Interface about the form that brings a cart home. A buyer's system says nothing when a rule is
 * broken: it drops the item, or the field.
 */
public final class OciJudge {
    private static final String FIELDS = "SAP Open Catalog Interface 4.0, return parameters: NEW_ITEM-";
    private static final String RETURN = "SAP Open Catalog Interface 4.0, returning the data";
    private static final String DIALECT = "docs/dialects.md: the dialect agreed with the customer, ";
    private static final Map<String, Integer> LENGTHS = lengths();
    private static final Pattern ISO_CURRENCY = Pattern.compile("[A-Z]{3}");
    private static final Pattern UNIT = Pattern.compile("[A-Z0-9]{2,3}");
    /** PHP's {@code max_input_vars}: what comes after is dropped in silence. */
    private static final int MOST_FIELDS = 1000;

    private OciJudge() {}

    /** All rules on one return form. */
    public static List<Finding> judge(OciCase form) {
        List<Rule<OciCase>> rules = new ArrayList<>(form());
        if (form.agreement().xml()) {
            return Rule.judge(rules, form);
        }
        rules.addAll(items());
        rules.addAll(values());
        Map<String, Integer> lengths = new TreeMap<>(LENGTHS);
        if (List.of("2.0", "3.0").contains(form.agreement().version())) {
            lengths.put("MATNR", 18);
        }
        form.agreement().lengths().forEach(lengths::put);
        lengths.forEach((field, most) -> rules.add(length(field, most, form.agreement())));
        return Rule.judge(rules, form);
    }

    private static List<Rule<OciCase>> form() {
        return List.of(
                Rule.of(
                        "oci.spelling",
                        FIELDS + "LONGTEXT_n:132[], and [n] behind all others",
                        c -> Outcome.of(
                                !c.back().isEmpty(),
                                c.back().misspelt().stream().map(OciJudge::shown))),
                Rule.of("oci.index", RETURN + ": index [n] from 1", OciJudge::indexes),
                Rule.of(
                        "oci.twice",
                        RETURN,
                        c -> Outcome.of(
                                !c.back().isEmpty(), c.back().twice().stream().map(OciJudge::shown))),
                Rule.of("oci.echo", RETURN + ": the query of HOOK_URL and the control fields as hidden inputs", c -> {
                    Stream<FormField> lost =
                            c.echo().stream().filter(f -> !c.fields().contains(f));
                    return Outcome.of(!c.echo().isEmpty(), lost.map(OciJudge::shown));
                }),
                Rule.of(
                        "oci.asked",
                        "SAP Open Catalog Interface 4.0, FUNCTION=VALIDATE: data of the product asked for",
                        OciJudge::asked),
                Rule.of(
                        "oci.fields",
                        "php.net: max_input_vars, 1000 unless set otherwise",
                        c -> Outcome.when(
                                c.fields().size() <= MOST_FIELDS,
                                String.valueOf(c.fields().size()))));
    }

    private static Outcome indexes(OciCase form) {
        List<Integer> given = List.copyOf(form.back().items().keySet());
        Stream<String> wrong = Stream.iterate(0, i -> i < given.size(), i -> i + 1)
                .filter(i -> given.get(i) != i + 1)
                .limit(1)
                .map(i -> "[" + given.get(i) + "] ≠ [" + (i + 1) + "]");
        return Outcome.of(!given.isEmpty(), wrong);
    }

    private static Outcome asked(OciCase form) {
        return Outcome.of(
                !form.asked().isEmpty() && !form.back().isEmpty(),
                form.cells("EXT_PRODUCT_ID")
                        .filter(c -> !form.asked().isEmpty() && !form.asked().contains(c.value()))
                        .map(Cell::toString));
    }

    private static List<Rule<OciCase>> items() {
        return List.of(
                each("oci.quantity", "QUANTITY", (c, i) -> c.has(i, "QUANTITY")),
                each("oci.name", "DESCRIPTION", (c, i) -> c.has(i, "DESCRIPTION") || c.has(i, "MATNR")),
                each("oci.oneName", "MATNR", (c, i) -> !(c.has(i, "DESCRIPTION") && c.has(i, "MATNR"))),
                each("oci.unit", "UNIT", (c, i) -> c.has(i, "UNIT") || c.has(i, "MATNR")),
                together("PRICE", "CURRENCY"),
                together("EXT_CATEGORY_ID", "EXT_SCHEMA_TYPE"),
                together("EXT_CATEGORY", "EXT_SCHEMA_TYPE"),
                together("CONTRACT_ITEM", "CONTRACT"),
                together("EXT_QUOTE_ITEM", "EXT_QUOTE_ID"),
                Rule.of(
                        "oci.known",
                        FIELDS + "…",
                        c -> Outcome.of(
                                !c.back().isEmpty(),
                                c.cells()
                                        .filter(f -> !isKnown(f.name(), c.agreement()))
                                        .map(Cell::toString))));
    }

    private static boolean isKnown(String field, OciAgreement agreement) {
        boolean five = agreement.version().equals("5.0")
                && List.of("ITEM_TYPE", "PARENT_ID", "TAX").contains(field);
        return LENGTHS.containsKey(field)
                || field.equals("LONGTEXT")
                || five
                || agreement.lengths().containsKey(field);
    }

    /** Whether item {@code index} of a form is as it must be. */
    private interface ItemCheck {
        boolean good(OciCase form, int index);
    }

    private static Rule<OciCase> each(String key, String field, ItemCheck check) {
        return Rule.of(
                key,
                FIELDS + field,
                c -> Outcome.of(
                        !c.back().items().isEmpty(),
                        c.back().items().keySet().stream()
                                .filter(i -> !check.good(c, i))
                                .map(i -> "[" + i + "]")));
    }

    private static Rule<OciCase> together(String field, String needed) {
        return new Rule<>(
                "oci.together",
                List.of(field, needed),
                FIELDS + field,
                c -> Outcome.of(
                        c.cells(field).findAny().isPresent(),
                        c.cells(field)
                                .filter(f -> !f.value().isBlank() && !c.has(f.index(), needed))
                                .map(Cell::toString)));
    }

    private static List<Rule<OciCase>> values() {
        return List.of(
                decimal("QUANTITY"),
                decimal("PRICE"),
                value("oci.whole", "PRICEUNIT", a -> v -> v.isEmpty() || v.matches("[0-9]{1,9}") && !v.matches("0+")),
                value("oci.whole", "LEADTIME", a -> v -> v.matches("[0-9]*")),
                value("oci.iso", "CURRENCY", a -> ISO_CURRENCY.asMatchPredicate()),
                value(
                        "oci.isoUnit",
                        "UNIT",
                        a -> v -> UNIT.matcher(v).matches() || a.units().contains(v)),
                value("oci.mark", "SERVICE", a -> v -> v.matches("X?")));
    }

    /** Eleven digits before and three after the separator, no sign, no grouping, no blanks. */
    private static Rule<OciCase> decimal(String field) {
        return value("oci.decimal", field, a -> {
            Pattern form = Pattern.compile("\\d{1,11}(" + Pattern.quote(a.separator()) + "\\d{1,3})?");
            return v -> form.matcher(v).matches() && isPositive(field, v.replace(a.separator(), "."));
        });
    }

    /** Something may be given away, but not ordered by none. */
    private static boolean isPositive(String field, String number) {
        return !field.equals("QUANTITY") || new BigDecimal(number).signum() > 0;
    }

    private static Rule<OciCase> value(String key, String field, Function<OciAgreement, Predicate<String>> good) {
        return new Rule<>(key, List.of(field), FIELDS + field, c -> {
            Predicate<String> test = good.apply(c.agreement());
            return Outcome.of(
                    c.cells(field).findAny().isPresent(),
                    c.cells(field).filter(f -> !test.test(f.value())).map(Cell::toString));
        });
    }

    private static Rule<OciCase> length(String field, int most, OciAgreement agreement) {
        String source = agreement.lengths().containsKey(field) ? DIALECT + field : FIELDS + field + ", CHAR " + most;
        return new Rule<>(
                "oci.length",
                List.of(field, String.valueOf(most)),
                source,
                c -> Outcome.of(
                        c.cells(field).findAny().isPresent(),
                        c.cells(field).filter(f -> f.value().length() > most).map(Cell::toString)));
    }

    private static String shown(FormField field) {
        return field.name() + " = " + field.value();
    }

    private static Map<String, Integer> lengths() {
        Map<String, Integer> all = new TreeMap<>();
        Map.of(1, "SERVICE ATTACHMENT_PURPOSE", 3, "UNIT", 5, "CURRENCY PRICEUNIT LEADTIME CONTRACT_ITEM")
                .forEach((most, names) -> put(all, most, names));
        put(all, 10, "VENDOR MANUFACTCODE MATGROUP CONTRACT EXT_QUOTE_ITEM EXT_SCHEMA_TYPE");
        put(all, 10, "CUST_FIELD1 CUST_FIELD2 CUST_FIELD3");
        put(all, 15, "QUANTITY PRICE");
        put(all, 20, "CUST_FIELD4");
        put(all, 35, "EXT_QUOTE_ID");
        put(all, 40, "DESCRIPTION MATNR VENDORMAT MANUFACTMAT EXT_PRODUCT_ID EXT_CATEGORY");
        put(all, 50, "CUST_FIELD5");
        put(all, 60, "EXT_CATEGORY_ID SLD_SYS_NAME");
        put(all, 255, "ATTACHMENT ATTACHMENT_TITLE");
        return all;
    }

    private static void put(Map<String, Integer> all, int most, String names) {
        for (String name : names.split(" ")) {
            all.put(name, most);
        }
    }
}
