package org.koppel.shared;

import java.util.Locale;
import java.util.regex.Pattern;

/**
 * Koppel's own key of a customer (or of the supplier's back office): lower-case letters, digits and {@code - _ .}, up to 60
 * characters, such as {@code bouwgroep}. It is the tenant of every row that belongs to a customer.
 */
public record PartyId(String value) {
    private static final Pattern KEY = Pattern.compile("[a-zA-Z0-9][a-zA-Z0-9._-]{0,59}");

    /** @throws IllegalArgumentException when the value is empty, too long or has other characters */
    public PartyId {
        if (value == null || !KEY.matcher(value).matches()) {
            throw new IllegalArgumentException("Not a party id: " + value);
        }
        value = value.toLowerCase(Locale.ROOT);
    }

    @Override
    public String toString() {
        return value;
    }
}
