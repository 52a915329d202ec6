package org.koppel.punchout.oci;

import java.nio.charset.Charset;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Function;
import org.koppel.document.Classification;
import org.koppel.punchout.CartItem;
import org.koppel.punchout.FormField;
import org.koppel.shared.Units;

/**
 * A cart as {@code NEW_ITEM-…[n]} fields in a customer's dialect, each within its length and number format. Empty fields are
 * left out: some receivers take no more than a thousand fields. Values that may not be cut are left out rather than cut.
 */
final class OciItems {
    private static final int LONGEST_LEAD_TIME = 99999;
    private static final int SHORT_TEXT = 40;

    private final Dialect dialect;
    private final OciVersion version;
    private final Origin origin;
    private final OciText text;

    /** Where items come from: {@code reference} of the cart and {@code buyer}, the person, may be null. */
    record Origin(String reference, String customer, String buyer) {}

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
        List<Map<String, String>> all = new ArrayList<>();
        boolean rooted = dialect.hierarchy() == Dialect.Hierarchy.ROOT && !items.isEmpty();
        if (rooted) {
            all.add(mapping.root(items.get(0)));
        }
        for (CartItem item : items) {
            Map<String, String> values = mapping.item(item);
            if (rooted) {
                values.put("PARENT_ID", "1");
            }
            all.add(values);
        }
        return all;
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
        root.put("UNIT", "PCE");
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
            case UNIT -> dialect.units().getOrDefault(item.unit().value(), Units.iso(item.unit()));
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
            case WANTED_DATE -> Objects.toString(item.wishes().delivery(), "");
            case COST_CENTRE -> item.wishes().costCentre();
            case LINE_TEXT -> item.wishes().text();
            case CARD_TEXT -> item.wishes().cardText();
            case SITE -> item.wishes().site();
            case CLASS_CODE ->
                classified(item, rule.scheme()).map(Classification::code).orElse("");
            case CLASS_SCHEME ->
                classified(item, rule.scheme()).map(Classification::scheme).orElse("");
        };
        return value == null ? "" : value;
    }

    private OciPrice price(CartItem item) {
        return OciPrice.of(item.price(), dialect.numbers().decimals());
    }

    private String number(String withPoint) {
        return withPoint.replace(".", dialect.numbers().separator());
    }

    private String description(CartItem item) {
        return text.line(item.description(), SHORT_TEXT).isEmpty() ? item.article() : item.description();
    }

    /** What the short text does not say already; where the buyer's number displaces that, it stands here. */
    private String longText(CartItem item) {
        String whole = text.block(item.longText() == null ? item.description() : item.longText());
        boolean says = item.longText() != null || item.buyersId() != null || whole.length() > SHORT_TEXT;
        return says ? whole : "";
    }

    private static Optional<Classification> classified(CartItem item, String scheme) {
        return item.classifications().stream()
                .filter(c -> c.scheme().equalsIgnoreCase(scheme))
                .findFirst();
    }
}
