package org.koppel.punchout.oci;

/**
 * How one field of the return form is filled: from an attribute or with a constant, exactly one of both. All but the name may
 * be null.
 *
 * @param name without {@code NEW_ITEM-} and index
 * @param scheme which classification, for {@link Attribute#CLASS_CODE} and {@link Attribute#CLASS_SCHEME}
 * @param length in characters; null: as in the dialect's version of OCI
 * @param cut whether a longer value is cut; null or false: it is left out, as an identifier must be whole
 * @param table through which table of the dialect the value goes
 * @param otherwise what is sent where there is no value, or the table has none for it
 * @param unless left out where this other field has a value
 * @param with left out where this other field has none
 */
public record FieldRule(
        String name,
        Attribute from,
        String scheme,
        String constant,
        Integer length,
        Boolean cut,
        String table,
        String otherwise,
        String unless,
        String with) {

    static FieldRule constant(String name, String value) {
        return new FieldRule(name, null, null, value, null, null, null, null, null, null);
    }

    FieldRule length(int newLength) {
        return new FieldRule(name, from, scheme, constant, newLength, cut, table, otherwise, unless, with);
    }

    FieldRule scheme(String newScheme) {
        return new FieldRule(name, from, newScheme, constant, length, cut, table, otherwise, unless, with);
    }

    boolean isCut() {
        return Boolean.TRUE.equals(cut);
    }
}
