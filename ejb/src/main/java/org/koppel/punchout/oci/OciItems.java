package org.koppel.punchout.oci;

import java.nio.charset.Charset;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.koppel.document.Classification;
import org.koppel.punchout.CartItem;
import org.koppel.punchout.FormField;
import org.koppel.shared.Units;

/**
 * A cart as {@code NEW_ITEM-…[n]} fields of OCI 4.0, each within its length and number format. Empty optional fields are left
 * out: some receivers take no more than a thousand fields. Identifiers that do not fit are left out rather than cut.
 */
final class OciItems {
    private static final int DESCRIPTION = 40;
    private static final int LONGEST_LEAD_TIME = 99999;

    private final OciConnection connection;
    private final OciText text;
    private final List<FormField> fields = new ArrayList<>();

    private OciItems(OciConnection connection, Charset charset) {
        this.connection = connection;
        this.text = new OciText(charset);
    }

    /** @param reference of the cart; comes back with the order where the buyer's system keeps EXT_QUOTE_ID */
    static List<FormField> of(List<CartItem> items, String reference, OciConnection connection, Charset charset) {
        OciItems mapping = new OciItems(connection, charset);
        int index = 0;
        for (CartItem item : items) {
            mapping.add(item, ++index, reference);
        }
        return mapping.fields;
    }

    private void add(CartItem item, int n, String reference) {
        String ours = text.identifier(item.article(), 40);
        addName(item, n);
        put("QUANTITY", n, OciPrice.decimal(item.quantity()));
        put("UNIT", n, Units.iso(item.unit()));
        addPrice(item, n);
        put("LEADTIME", n, String.valueOf(Math.min(Math.max(item.leadTimeDays(), 0), LONGEST_LEAD_TIME)));
        addLongText(item, n);
        put("VENDOR", n, text.identifier(connection.vendor(), 10));
        put("VENDORMAT", n, text.identifier(item.article(), connection.vendormatLength()));
        put("MANUFACTCODE", n, text.identifier(item.manufacturer(), 10));
        put("MANUFACTMAT", n, text.identifier(item.manufacturersId(), 40));
        classified(item, connection.matgroupScheme()).ifPresent(c -> put("MATGROUP", n, text.identifier(c.code(), 10)));
        put("EXT_QUOTE_ID", n, text.identifier(reference, 35));
        put("EXT_QUOTE_ITEM", n, String.valueOf(item.number()));
        put("EXT_PRODUCT_ID", n, ours);
        addCategory(item, n);
    }

    /** The buyer's own number names the item; only without one our description does: never both. */
    private void addName(CartItem item, int n) {
        String buyers = text.identifier(item.buyersId(), connection.matnrLength());
        if (!buyers.isEmpty()) {
            put("MATNR", n, buyers);
            return;
        }
        String description = text.line(item.description(), DESCRIPTION);
        put("DESCRIPTION", n, description.isEmpty() ? text.line(item.article(), DESCRIPTION) : description);
    }

    private void addPrice(CartItem item, int n) {
        OciPrice price = OciPrice.of(item.price());
        put("PRICE", n, price.price());
        put("CURRENCY", n, item.price().amount().currency());
        put("PRICEUNIT", n, price.unit());
    }

    /** The index stands before the colon and the brackets stay empty: {@code LONGTEXT[1]} would mean another thing. */
    private void addLongText(CartItem item, int n) {
        String whole = text.block(item.longText() == null ? item.description() : item.longText());
        boolean says = item.longText() != null || item.buyersId() != null || whole.length() > DESCRIPTION;
        if (says && !whole.isEmpty()) {
            fields.add(new FormField("NEW_ITEM-LONGTEXT_" + n + ":132[]", whole));
        }
    }

    private void addCategory(CartItem item, int n) {
        classified(item, connection.categoryScheme()).ifPresent(c -> {
            String scheme = text.identifier(c.scheme(), 10);
            String code = text.identifier(c.code(), 60);
            if (!scheme.isEmpty() && !code.isEmpty()) {
                put("EXT_SCHEMA_TYPE", n, scheme);
                put("EXT_CATEGORY_ID", n, code);
            }
        });
    }

    private static Optional<Classification> classified(CartItem item, String scheme) {
        return item.classifications().stream()
                .filter(c -> c.scheme().equalsIgnoreCase(scheme))
                .findFirst();
    }

    private void put(String name, int n, String value) {
        if (!value.isEmpty()) {
            fields.add(new FormField("NEW_ITEM-" + name + "[" + n + "]", value));
        }
    }
}
