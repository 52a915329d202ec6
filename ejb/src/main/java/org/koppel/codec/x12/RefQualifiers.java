package org.koppel.codec.x12;

import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import org.koppel.document.Reference;
import org.koppel.document.Reference.Kind;

/**
 * References by their qualifier (128). The usual qualifier of a kind needs no name, and with words in REF03 has these as its name; every
 * other is kept as the name, with REF03 behind a colon, and {@code N9.} or the party ({@code ST.}) before it, so that an answer repeats
 * the very segment.
 */
final class RefQualifiers {
    private static final Map<String, Kind> KINDS = Map.of(
            "CT", Kind.CONTRACT,
            "RQ", Kind.REQUISITION,
            "12", Kind.ACCOUNTING,
            "DP", Kind.ACCOUNTING,
            "Q1", Kind.CART,
            "PR", Kind.CART,
            "VN", Kind.SUPPLIER_ORDER);

    private static final Map<Kind, String> USUAL = Map.of(
            Kind.CONTRACT, "CT",
            Kind.REQUISITION, "RQ",
            Kind.ACCOUNTING, "12",
            Kind.CART, "Q1",
            Kind.SUPPLIER_ORDER, "VN",
            Kind.OTHER, "ZZ");

    /** A name that says the segment. */
    private static final Pattern SEGMENT = Pattern.compile("(?s)([A-Z0-9]{2,3}\\.)?[A-Z0-9]{2,3}(:.{1,80})?|BEG0[46]");

    /** 352. */
    private static final int LONGEST_WORDS = 80;

    private RefQualifiers() {}

    /** A reference as a segment says it. {@code place} is N9 or a party (98), null for REF; {@code words} may be null. */
    record Ref(String place, String qualifier, String value, String words) {
        /** A qualifier that is missing is a fault of its own, which was found. */
        Ref {
            qualifier = qualifier == null ? "?" : qualifier;
        }
    }

    static Reference read(Ref ref) {
        Kind kind = KINDS.getOrDefault(ref.qualifier(), Kind.OTHER);
        boolean plain = ref.qualifier().equals(USUAL.get(kind)) && ref.place() == null;
        if (plain && ref.words() != null && !SEGMENT.matcher(ref.words()).matches()) {
            return new Reference(kind, ref.words(), ref.value());
        }
        boolean usual = plain && kind != Kind.OTHER && ref.words() == null;
        String name = (ref.place() == null ? "" : ref.place() + '.')
                + ref.qualifier()
                + (ref.words() == null ? "" : ':' + ref.words());
        return new Reference(kind, usual ? null : name, ref.value());
    }

    /** Empty for what stands elsewhere (BEG04). Names of other formats stand in REF03, below the usual qualifier of their kind. */
    static Optional<Ref> write(Reference reference) {
        String name = reference.name();
        if ("BEG04".equals(name) || "BEG06".equals(name) || reference.kind() == Kind.ATTACHMENT) {
            return Optional.empty();
        }
        if (name == null || !SEGMENT.matcher(name).matches()) {
            String words = name == null || name.length() > LONGEST_WORDS ? null : name;
            return Optional.of(new Ref(null, USUAL.get(reference.kind()), reference.value(), words));
        }
        int colon = name.indexOf(':');
        String codes = colon < 0 ? name : name.substring(0, colon);
        int point = codes.indexOf('.');
        return Optional.of(new Ref(
                point < 0 ? null : codes.substring(0, point),
                codes.substring(point + 1),
                reference.value(),
                colon < 0 ? null : name.substring(colon + 1)));
    }
}
