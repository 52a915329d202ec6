package org.koppel.punchout.oci;

import java.math.BigDecimal;
import java.nio.charset.Charset;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.function.UnaryOperator;
import org.koppel.catalogue.ArticleFacts;
import org.koppel.document.Classification;
import org.koppel.punchout.CartItem;
import org.koppel.punchout.FormField;
import org.koppel.shared.UnitCode;
import org.koppel.shared.Units;

/**
 * A cart as {@code NEW_ITEM-…[n]} fields in a customer's dialect, each within its length and number format. Empty fields are
 * left out: some receivers take no more than a thousand fields. Values that may not be cut are left out rather than cut.
 */
final class OciItems {
    private static final int LONGEST_LEAD_TIME = 99999;
    private static final int SHORT_TEXT = 40;
    /** The index of the root. */
    private static final int ROOT = 1;

    private final Dialect dialect;
    private final OciVersion version;
    private final Origin origin;
    private final OciText text;

    /**
     * Where items come from.
     *
     * @param reference of the cart; may be null
     * @param buyer the person; may be null
     * @param parameters of the call that opened the visit; case of names does not count
     * @param facts by article, where the dialect asks for any
     * @param pictures addresses by article, where the dialect asks for any
     */
    record Origin(
            String reference,
            String customer,
            String buyer,
            Map<String, String> parameters,
            Map<String, ArticleFacts> facts,
            UnaryOperator<String> pictures) {
        Origin {
            Map<String, String> byName = new TreeMap<>(String.CASE_INSENSITIVE_ORDER);
            byName.putAll(parameters);
            parameters = byName;
        }

        Origin(String reference, String customer, String buyer) {
            this(reference, customer, buyer, Map.of(), Map.of(), article -> null);
        }
    }

    private OciItems(Dialect dialect, Origin origin, Charset charset) {
        this.dialect = dialect;
        this.version = OciVersion.of(dialect.version()).orElseThrow();
        this.origin = origin;
        this.text = new OciText(charset);
    }

    /** @param dialect a whole one, as {@link Profiles#resolved} gives it */
    static List<FormField> of(List<CartItem> items, Origin origin, Dialect dialect, Charset charset) {
        List<FormField> fields = new ArrayList<>();
        int n = 0;
        for (Map<String, String> item : values(items, origin, dialect, charset)) {
            int index = ++n;
            item.forEach((name, value) -> fields.add(new FormField(spelt(name, index), value)));
        }
        return fields;
    }

    /** For items one after another: the values by field of each, as a line without a hierarchy. */
    static Function<CartItem, Map<String, String>> each(Origin origin, Dialect dialect, Charset charset) {
        return new OciItems(dialect, origin, charset)::item;
    }

    /** The values by field, item by item; a root stands first where the dialect wants one. */
    static List<Map<String, String>> values(List<CartItem> items, Origin origin, Dialect dialect, Charset charset) {
        OciItems mapping = new OciItems(dialect, origin, charset);
        boolean rooted = dialect.hierarchy() == Dialect.Hierarchy.ROOT && !items.isEmpty();
        return rooted
                ? mapping.hierarchy(items)
                : items.stream().map(mapping::item).toList();
    }

    /** Below the root, articles; below an article that bears them, its surcharges: it is an outline of them then. */
    private List<Map<String, String>> hierarchy(List<CartItem> items) {
        List<Map<String, String>> all = new ArrayList<>();
        all.add(root(items.get(0)));
        Map<String, String> above = null;
        CartItem bearer = null;
        int bearersIndex = ROOT;
        for (CartItem item : items) {
            Map<String, String> values = item(item);
            all.add(values);
            if (bearer != null && isBorne(item, bearer)) {
                above.put("ITEM_TYPE", "O");
                values.put("PARENT_ID", String.valueOf(bearersIndex));
            } else {
                values.put("PARENT_ID", String.valueOf(ROOT));
                above = values;
                bearer = item;
                bearersIndex = all.size();
            }
        }
        return all;
    }

    private static boolean isBorne(CartItem levy, CartItem article) {
        return article.surcharges().stream().anyMatch(s -> s.number().equals(levy.article()));
    }

    /** The index stands before the colon and the brackets stay empty: {@code LONGTEXT[1]} would mean another thing. */
    private static String spelt(String name, int n) {
        return name.equals("LONGTEXT") ? "NEW_ITEM-LONGTEXT_" + n + ":132[]" : "NEW_ITEM-" + name + "[" + n + "]";
    }

    /** Holds the items together and costs nothing. */
    private Map<String, String> root(CartItem first) {
        Map<String, String> root = new LinkedHashMap<>();
        root.put("ITEM_TYPE", "R");
        root.put("DESCRIPTION", text.line(origin.reference() == null ? "-" : origin.reference(), SHORT_TEXT));
        root.put("QUANTITY", "1");
        root.put("UNIT", unit(UnitCode.PIECE));
        root.put("PRICE", "0");
        root.put("CURRENCY", first.price().amount().currency());
        root.put("PRICEUNIT", "1");
        return root;
    }

    private Map<String, String> item(CartItem item) {
        Map<String, String> all = new LinkedHashMap<>();
        for (FieldRule rule : dialect.fields()) {
            String value = value(rule, item);
            if (!value.isEmpty()) {
                all.put(rule.name(), value);
            }
        }
        Map<String, String> sent = new LinkedHashMap<>(all);
        for (FieldRule rule : dialect.fields()) {
            boolean displaced = rule.unless() != null && all.containsKey(rule.unless());
            boolean alone = rule.with() != null && !all.containsKey(rule.with());
            if (displaced || alone) {
                sent.remove(rule.name());
            }
        }
        return sent;
    }

    private String value(FieldRule rule, CartItem item) {
        int length = rule.length() == null ? version.length(rule.name()).orElseThrow() : rule.length();
        String raw = rule.constant() == null ? raw(rule, item) : rule.constant();
        if (rule.table() != null) {
            raw = dialect.tables().get(rule.table()).getOrDefault(raw, "");
        }
        if (raw.isEmpty() && rule.otherwise() != null) {
            raw = rule.otherwise();
        }
        if (!rule.isCut()) {
            return text.identifier(raw, length);
        }
        return rule.from() == Attribute.LONG_TEXT ? text.block(raw, length) : text.line(raw, length);
    }

    private String raw(FieldRule rule, CartItem item) {
        String value = switch (rule.from()) {
            case ARTICLE -> item.article();
            case DESCRIPTION -> description(item);
            case LONG_TEXT -> longText(item);
            case QUANTITY -> number(OciPrice.decimal(item.quantity()));
            case UNIT -> unit(item.unit());
            case PRICE -> number(price(item).price());
            case PRICE_UNIT -> price(item).unit();
            case CURRENCY -> item.price().amount().currency();
            case TAX -> item.taxPercent() == null ? "" : number(OciPrice.decimal(item.taxPercent()));
            case LEAD_TIME -> String.valueOf(Math.min(Math.max(item.leadTimeDays(), 0), LONGEST_LEAD_TIME));
            case BUYERS_NUMBER -> item.buyersId();
            case MANUFACTURER -> item.manufacturer();
            case MANUFACTURERS_NUMBER -> item.manufacturersId();
            case GTIN -> item.gtin();
            case CART_REFERENCE -> origin.reference();
            case LINE_NUMBER -> String.valueOf(item.number());
            case BUYER -> origin.buyer();
            case CUSTOMER -> origin.customer();
            case WANTED_DATE -> day(rule, item.wishes().delivery());
            case COST_CENTRE -> item.wishes().costCentre();
            case LINE_TEXT -> item.wishes().text();
            case CARD_TEXT -> item.wishes().cardText();
            case SITE -> item.wishes().site();
            case CLASS_CODE -> classified(item, rule, Classification::code);
            case CLASS_SCHEME -> classified(item, rule, Classification::scheme);
            case CLASS_VERSION -> classified(item, rule, Classification::version);
            case PARAMETER -> origin.parameters().get(rule.of());
            case ATTRIBUTE, BRAND, CATEGORY_CODE, CATEGORY_NAME, MINIMUM, STEP, LIST_PRICE, SURCHARGES, PICTURE ->
                fact(rule, item);
        };
        return value == null ? "" : value;
    }

    /** What only the catalogue knows: nothing for surcharges, and for articles that it does not know any more. */
    private String fact(FieldRule rule, CartItem item) {
        ArticleFacts facts = origin.facts().get(item.article());
        if (facts == null) {
            return "";
        }
        return switch (rule.from()) {
            case ATTRIBUTE -> facts.attribute(rule.of()).orElse("");
            case BRAND -> facts.brand();
            case CATEGORY_CODE -> facts.category();
            case CATEGORY_NAME -> facts.categoryName();
            case MINIMUM -> number(OciPrice.decimal(facts.minimum()));
            case STEP -> number(OciPrice.decimal(facts.step()));
            case LIST_PRICE -> forPriceUnit(facts.listPrice().perOne().amount(), item);
            case SURCHARGES ->
                forPriceUnit(facts.surcharge(item.price().amount().currency()), item);
            case PICTURE -> origin.pictures().apply(item.article());
            default -> throw new IllegalStateException("No fact: " + rule.from());
        };
    }

    private String forPriceUnit(BigDecimal each, CartItem item) {
        return number(OciPrice.decimal(each.multiply(new BigDecimal(price(item).unit()))));
    }

    private static String day(FieldRule rule, LocalDate day) {
        if (day == null) {
            return "";
        }
        return rule.format() == null
                ? day.toString()
                : day.format(DateTimeFormatter.ofPattern(rule.format(), Locale.ROOT));
    }

    private String unit(UnitCode unit) {
        return dialect.units().getOrDefault(unit.value(), Units.iso(unit));
    }

    private OciPrice price(CartItem item) {
        return OciPrice.of(item.price(), dialect.numbers().decimals());
    }

    private String number(String withPoint) {
        return withPoint.replace(".", dialect.numbers().separator());
    }

    private String description(CartItem item) {
        boolean says = text.line(item.description(), SHORT_TEXT).codePoints().anyMatch(Character::isLetterOrDigit);
        return says ? item.description() : item.article();
    }

    /** What the short text does not say already; where the buyer's number displaces that, it stands here. */
    private String longText(CartItem item) {
        String whole = text.block(item.longText() == null ? item.description() : item.longText());
        boolean says = item.longText() != null || item.buyersId() != null || whole.length() > SHORT_TEXT;
        return says ? whole : "";
    }

    /** Null where the article is not classified so, or nothing is known of it. */
    private static String classified(CartItem item, FieldRule rule, Function<Classification, String> part) {
        return item.classifications().stream()
                .filter(c -> c.scheme().equalsIgnoreCase(rule.scheme()))
                .filter(c -> rule.version() == null || rule.version().equalsIgnoreCase(c.version()))
                .findFirst()
                .map(part)
                .orElse(null);
    }
}
