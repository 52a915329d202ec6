package org.koppel.punchout.oci;

/**
 * How one field of the return form is filled: from an attribute or with a constant, exactly one of both. All but the name may
 * be null.
 *
 * @param name without {@code NEW_ITEM-} and index
 * @param of which attribute of the article, or which parameter of the call; for {@link Attribute#ATTRIBUTE} and
 *     {@link Attribute#PARAMETER}
 * @param scheme which classification, for {@link Attribute#CLASS_CODE}, {@link Attribute#CLASS_SCHEME} and
 *     {@link Attribute#CLASS_VERSION}
 * @param version only codes of this version of the scheme; null: whichever the article has first
 * @param format how {@link Attribute#WANTED_DATE} is written, such as {@code dd.MM.yyyy}; null: {@code yyyy-MM-dd}
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
        String of,
        String scheme,
        String version,
        String format,
        String constant,
        Integer length,
        Boolean cut,
        String table,
        String otherwise,
        String unless,
        String with) {

    static FieldRule constant(String name, String value) {
        return new FieldRule(name, null, null, null, null, null, value, null, null, null, null, null, null);
    }

    static FieldRule classified(String name, Attribute from, String scheme) {
        return new FieldRule(name, from, null, scheme, null, null, null, null, null, null, null, null, null);
    }

    FieldRule length(int newLength) {
        return new FieldRule(
                name, from, of, scheme, version, format, constant, newLength, cut, table, otherwise, unless, with);
    }

    FieldRule scheme(String newScheme) {
        return new FieldRule(
                name, from, of, newScheme, version, format, constant, length, cut, table, otherwise, unless, with);
    }

    boolean isCut() {
        return Boolean.TRUE.equals(cut);
    }
}
