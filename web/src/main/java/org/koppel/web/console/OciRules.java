package org.koppel.web.console;

import java.util.Map;
import java.util.regex.Pattern;

/** Lengths and formats of the fields a buyer's system takes back (SAP Open Catalog Interface 4.0, return fields). */
final class OciRules {
    private static final Pattern NUMBER = Pattern.compile("\\d{1,11}(\\.\\d{1,3})?");
    private static final Pattern WHOLE = Pattern.compile("\\d{1,5}");
    private static final Pattern ANY = Pattern.compile("(?s).*");
    private static final Pattern UNIT = Pattern.compile("[A-Z0-9]{2,3}");
    private static final Pattern CURRENCY = Pattern.compile("[A-Z]{3}");
    private static final Pattern MARK = Pattern.compile("X?");

    private static final Map<String, Rule> RULES = Map.ofEntries(
            Map.entry("DESCRIPTION", new Rule(40, ANY)),
            Map.entry("MATNR", new Rule(40, ANY)),
            Map.entry("QUANTITY", new Rule(15, NUMBER)),
            Map.entry("UNIT", new Rule(3, UNIT)),
            Map.entry("PRICE", new Rule(15, NUMBER)),
            Map.entry("CURRENCY", new Rule(5, CURRENCY)),
            Map.entry("PRICEUNIT", new Rule(5, WHOLE)),
            Map.entry("LEADTIME", new Rule(5, WHOLE)),
            Map.entry("VENDOR", new Rule(10, ANY)),
            Map.entry("VENDORMAT", new Rule(40, ANY)),
            Map.entry("MANUFACTCODE", new Rule(10, ANY)),
            Map.entry("MANUFACTMAT", new Rule(40, ANY)),
            Map.entry("MATGROUP", new Rule(10, ANY)),
            Map.entry("SERVICE", new Rule(1, MARK)),
            Map.entry("CONTRACT", new Rule(10, ANY)),
            Map.entry("CONTRACT_ITEM", new Rule(5, ANY)),
            Map.entry("EXT_QUOTE_ID", new Rule(35, ANY)),
            Map.entry("EXT_QUOTE_ITEM", new Rule(10, ANY)),
            Map.entry("EXT_PRODUCT_ID", new Rule(40, ANY)),
            Map.entry("ATTACHMENT", new Rule(255, ANY)),
            Map.entry("ATTACHMENT_TITLE", new Rule(255, ANY)),
            Map.entry("ATTACHMENT_PURPOSE", new Rule(1, ANY)),
            Map.entry("EXT_SCHEMA_TYPE", new Rule(10, ANY)),
            Map.entry("EXT_CATEGORY_ID", new Rule(60, ANY)),
            Map.entry("EXT_CATEGORY", new Rule(40, ANY)),
            Map.entry("SLD_SYS_NAME", new Rule(60, ANY)),
            Map.entry("CUST_FIELD1", new Rule(10, ANY)),
            Map.entry("CUST_FIELD2", new Rule(10, ANY)),
            Map.entry("CUST_FIELD3", new Rule(10, ANY)),
            Map.entry("CUST_FIELD4", new Rule(20, ANY)),
            Map.entry("CUST_FIELD5", new Rule(50, ANY)),
            Map.entry("ITEM_TYPE", new Rule(1, ANY)),
            Map.entry("PARENT_ID", new Rule(5, ANY)),
            Map.entry("LONGTEXT", new Rule(Integer.MAX_VALUE, ANY)));

    private OciRules() {}

    private record Rule(int length, Pattern format) {}

    /** What is wrong with a value: {@code unknown}, {@code long}, {@code format}, or {@code ok}. */
    static String verdict(String field, String value) {
        Rule rule = RULES.get(field);
        if (rule == null) {
            return "unknown";
        }
        if (value.length() > rule.length()) {
            return "long";
        }
        return rule.format().matcher(value).matches() ? "ok" : "format";
    }

    /** The greatest length of a field, or null when it is unlimited or not of the specification. */
    static Integer length(String field) {
        Rule rule = RULES.get(field);
        return rule == null || rule.length() == Integer.MAX_VALUE ? null : rule.length();
    }
}
