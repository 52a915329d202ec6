package org.koppel.punchout.oci;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.HashSet;
import java.util.Locale;
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
    private static final Pattern DATE = Pattern.compile("[dMy./ -]{2,20}");
    /** As many as a search ranks. */
    private static final int MOST_HITS = 500;

    private static final int LONGEST_FLAG = 20;

    private final Dialect dialect;

    private DialectCheck(Dialect dialect) {
        this.dialect = dialect;
    }

    /** @throws DialectRefusedException at the first thing that cannot work */
    static Dialect checked(Dialect whole) {
        DialectCheck check = new DialectCheck(whole);
        OciVersion version = OciVersion.of(whole.version())
                .orElseThrow(() -> new DialectRefusedException("version", DialectProblem.VERSION));
        check.settings(version);
        check.spellings();
        Set<String> seen = new HashSet<>();
        for (FieldRule field : whole.fields()) {
            check.that(seen.add(field.name()), "fields." + field.name(), DialectProblem.TWICE);
            check.field(field, version);
        }
        return whole;
    }

    private void settings(OciVersion version) {
        Dialect.Numbers numbers = dialect.numbers();
        boolean known = numbers != null && numbers.decimals() != null && numbers.separator() != null;
        that(known && numbers.decimals() >= 0 && numbers.decimals() <= 3, "numbers.decimals", DialectProblem.DECIMALS);
        that(numbers.separator().matches("[.,]"), "numbers.separator", DialectProblem.SEPARATOR);
        Integer hits = dialect.searchHits();
        that(
                hits != null && hits >= 1 && hits <= MOST_HITS,
                "searchHits",
                DialectProblem.RANGE,
                "1",
                String.valueOf(MOST_HITS));
        that(
                dialect.hierarchy() != Dialect.Hierarchy.ROOT || version == OciVersion.V5_0,
                "hierarchy",
                DialectProblem.NO_ROOT);
    }

    private void spellings() {
        dialect.parameters().forEach((standard, own) -> {
            that(PARAMETERS.contains(standard), "parameters." + standard, DialectProblem.NO_PARAMETER);
            that(own != null && NAME.matcher(own).matches(), "parameters." + standard, DialectProblem.NOT_NAME);
        });
        dialect.units()
                .forEach((unit, own) -> that(
                        own != null && own.matches("[A-Za-z0-9]{1,10}"), "units." + unit, DialectProblem.NOT_UNIT));
        Dialect.Download download = dialect.download();
        that(download != null && isName(download.items()), "download.items", DialectProblem.NOT_NAME);
        that(isName(download.item()), "download.item", DialectProblem.NOT_NAME);
        that(isName(download.vendorNumber()), "download.vendorNumber", DialectProblem.NOT_NAME);
        that(
                download.catalogManaged() == null || download.catalogManaged().length() <= LONGEST_FLAG,
                "download.catalogManaged",
                DialectProblem.TOO_LONG,
                String.valueOf(LONGEST_FLAG));
        that(
                download.pictures() == null || download.pictures().length() <= LONGEST_FLAG,
                "download.pictures",
                DialectProblem.TOO_LONG,
                String.valueOf(LONGEST_FLAG));
        Dialect.Xml xml = dialect.xml();
        if (xml != null) {
            that(isName(xml.documentField()), "xml.documentField", DialectProblem.NOT_NAME);
            that(isName(xml.typeField()), "xml.typeField", DialectProblem.NOT_NAME);
            that(isName(xml.type()), "xml.type", DialectProblem.NOT_NAME);
            that(isElement(xml.root()), "xml.root", DialectProblem.NOT_ELEMENT);
            that(isElement(xml.item()), "xml.item", DialectProblem.NOT_ELEMENT);
        }
    }

    private void field(FieldRule field, OciVersion version) {
        String place = "fields." + field.name();
        that(field.name() != null && FIELD.matcher(field.name()).matches(), place, DialectProblem.NOT_FIELD);
        that((field.from() == null) != (field.constant() == null), place, DialectProblem.SOURCE);
        source(field, place);
        that(!version.isTooOldFor(field.name()), place, DialectProblem.TOO_OLD, dialect.version());
        that(
                field.length() != null || version.length(field.name()).isPresent(),
                place + ".length",
                DialectProblem.LENGTH_MISSING);
        that(
                field.length() == null || field.length() >= 1 && field.length() <= OciVersion.UNLIMITED,
                place + ".length",
                DialectProblem.RANGE,
                "1",
                String.valueOf(OciVersion.UNLIMITED));
        int length = field.length() == null ? version.length(field.name()).orElseThrow() : field.length();
        that(fits(field, field.constant(), length), place + ".constant", DialectProblem.TOO_LONG, "" + length);
        that(fits(field, field.otherwise(), length), place + ".otherwise", DialectProblem.TOO_LONG, "" + length);
        that(
                field.table() == null || dialect.tables().containsKey(field.table()),
                place + ".table",
                DialectProblem.NO_TABLE);
    }

    /** What is always too long would never be sent, and nobody would know. */
    private static boolean fits(FieldRule field, String said, int length) {
        boolean translated = field.table() != null && said != null && said.equals(field.constant());
        return said == null || field.isCut() || translated || said.length() <= length;
    }

    /** What makes it exact where a value is taken from. */
    private void source(FieldRule field, String place) {
        Attribute from = field.from();
        boolean classified = from != null && from.isClassified();
        that(classified == (field.scheme() != null), place + ".scheme", DialectProblem.SCHEME);
        that(classified || field.version() == null, place + ".version", DialectProblem.SCHEME);
        boolean named = from != null && from.isNamed();
        that(named == (field.of() != null && !field.of().isBlank()), place + ".of", DialectProblem.OF);
        that(from != Attribute.PARAMETER || !OciCall.isSecret(field.of()), place + ".of", DialectProblem.SECRET);
        that(
                field.format() == null || from == Attribute.WANTED_DATE && isDate(field.format()),
                place + ".format",
                DialectProblem.FORMAT);
    }

    private static boolean isDate(String format) {
        if (!DATE.matcher(format).matches()) {
            return false;
        }
        try {
            return !LocalDate.EPOCH
                    .format(DateTimeFormatter.ofPattern(format, Locale.ROOT))
                    .isEmpty();
        } catch (IllegalArgumentException | DateTimeException e) {
            return false; // too many of one letter
        }
    }

    private static boolean isName(String text) {
        return text != null && NAME.matcher(text).matches();
    }

    private static boolean isElement(String text) {
        return text != null && ELEMENT.matcher(text).matches();
    }

    private void that(boolean holds, String place, DialectProblem otherwise, Object... arguments) {
        if (!holds) {
            throw new DialectRefusedException(place, otherwise, arguments);
        }
    }
}
