package org.koppel.catalogue;

/**
 * How many articles of an answer have an attribute with a value, both in the buyer's language; {@code key} names the two for a
 * {@link SearchQuery}.
 */
public record AttributeCount(String name, String value, int count) {

    static AttributeCount of(String key, int count) {
        int at = key.indexOf('=');
        return new AttributeCount(key.substring(0, at), key.substring(at + 1), count);
    }

    public String key() {
        return name + "=" + value;
    }
}
