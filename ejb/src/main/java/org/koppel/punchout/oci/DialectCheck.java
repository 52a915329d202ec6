package org.koppel.punchout.oci;

import java.util.HashSet;
import java.util.Set;
import java.util.regex.Pattern;

/** Whether a whole dialect can work; stops at the first thing that cannot. */
final class DialectCheck {
    /** Standard names of what a call says; a dialect may spell them differently. */
    static final Set<String> PARAMETERS = Set.of(
            "USERNAME",
            "PASSWORD",
            "HOOK_URL",
            "FUNCTION",
            "PRODUCTID",
            "QUANTITY",
            "SEARCHSTRING",
            "LANGUAGE",
            "http_content_charset",
            "returntarget",
            "userid",
            "fname",
            "lname",
            "email");

    private static final Pattern FIELD = Pattern.compile("[A-Z0-9_]{1,40}");
    private static final Pattern NAME = Pattern.compile("[A-Za-z0-9_~.-]{1,60}");
    private static final Pattern ELEMENT = Pattern.compile("[A-Za-z_][A-Za-z0-9_.-]{0,59}");
    private static final int MOST_HITS = 500;

    private final Dialect dialect;

    private DialectCheck(Dialect dialect) {
        this.dialect = dialect;
    }

    /** @throws DialectRefusedException at the first thing that cannot work */
    static Dialect checked(Dialect whole) {
        DialectCheck check = new DialectCheck(whole);
        OciVersion version = OciVersion.of(whole.version())
                .orElseThrow(() -> new DialectRefusedException("version", "must be 2.0, 3.0, 4.0 or 5.0"));
        check.settings(version);
        check.spellings();
        Set<String> seen = new HashSet<>();
        for (FieldRule field : whole.fields()) {
            check.that(seen.add(field.name()), "fields." + field.name(), "stands there twice");
            check.field(field, version);
        }
        return whole;
    }

    private void settings(OciVersion version) {
        Dialect.Numbers numbers = dialect.numbers();
        boolean known = numbers != null && numbers.decimals() != null && numbers.separator() != null;
        that(known && numbers.decimals() >= 0 && numbers.decimals() <= 3, "numbers.decimals", "must be 0 to 3");
        that(numbers.separator().matches("[.,]"), "numbers.separator", "must be a point or a comma");
        Integer hits = dialect.searchHits();
        that(hits != null && hits >= 1 && hits <= MOST_HITS, "searchHits", "must be 1 to " + MOST_HITS);
        that(
                dialect.hierarchy() != Dialect.Hierarchy.ROOT || version == OciVersion.V5_0,
                "hierarchy",
                "only OCI 5.0 has a root");
    }

    private void spellings() {
        dialect.parameters().forEach((standard, own) -> {
            that(PARAMETERS.contains(standard), "parameters." + standard, "no parameter of OCI");
            that(own != null && NAME.matcher(own).matches(), "parameters." + standard, "not a name");
        });
        dialect.units()
                .forEach((unit, own) ->
                        that(own != null && own.matches("[A-Za-z0-9]{1,10}"), "units." + unit, "not a unit"));
        Dialect.Download download = dialect.download();
        that(download != null && isName(download.items()), "download.items", "not a name");
        that(isName(download.item()), "download.item", "not a name");
        that(isName(download.vendorNumber()), "download.vendorNumber", "not a name");
        Dialect.Xml xml = dialect.xml();
        if (xml != null) {
            that(isName(xml.documentField()), "xml.documentField", "not a name");
            that(isName(xml.typeField()), "xml.typeField", "not a name");
            that(isName(xml.type()), "xml.type", "not a name");
            that(isElement(xml.root()), "xml.root", "not an element's name");
            that(isElement(xml.item()), "xml.item", "not an element's name");
        }
    }

    private void field(FieldRule field, OciVersion version) {
        String place = "fields." + field.name();
        that(field.name() != null && FIELD.matcher(field.name()).matches(), place, "not a field's name");
        that((field.from() == null) != (field.constant() == null), place, "needs either from or constant");
        boolean classified = field.from() == Attribute.CLASS_CODE || field.from() == Attribute.CLASS_SCHEME;
        that(classified == (field.scheme() != null), place + ".scheme", "goes with CLASS_CODE and CLASS_SCHEME");
        that(!version.isTooOldFor(field.name()), place, "not a field of OCI " + dialect.version());
        that(
                field.length() != null || version.length(field.name()).isPresent(),
                place + ".length",
                "needed for a field that is not of OCI");
        that(
                field.length() == null || field.length() >= 1 && field.length() <= OciVersion.UNLIMITED,
                place + ".length",
                "must be 1 to " + OciVersion.UNLIMITED);
        that(
                field.table() == null || dialect.tables().containsKey(field.table()),
                place + ".table",
                "there is no table of that name");
    }

    private static boolean isName(String text) {
        return text != null && NAME.matcher(text).matches();
    }

    private static boolean isElement(String text) {
        return text != null && ELEMENT.matcher(text).matches();
    }

    private void that(boolean holds, String place, String otherwise) {
        if (!holds) {
            throw new DialectRefusedException(place, otherwise);
        }
    }
}
