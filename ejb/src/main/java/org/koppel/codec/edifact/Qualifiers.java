package org.koppel.codec.edifact;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.koppel.codec.EdiSegment;
import org.koppel.document.Reference;
import org.koppel.document.Reference.Kind;

/**
 * References by their qualifier (1153). The usual qualifier of a kind needs no name; every other is kept as the name, with the
 * line it points to behind a colon ({@code ON:10}) and the party it belongs to before a point ({@code BY.IT}), so that an answer
 * repeats the very segment.
 */
final class Qualifiers {
    /** How 1153 of D.96A names what other formats know too. */
    private static final Map<String, Kind> KINDS = Map.of(
            "CT", Kind.CONTRACT,
            "BO", Kind.CONTRACT,
            "AGI", Kind.REQUISITION,
            "ADE", Kind.ACCOUNTING,
            "AEP", Kind.ACCOUNTING,
            "AAG", Kind.CART,
            "VN", Kind.SUPPLIER_ORDER);

    private static final Map<Kind, String> USUAL = Map.of(
            Kind.CONTRACT, "CT",
            Kind.REQUISITION, "AGI",
            Kind.ACCOUNTING, "ADE",
            Kind.CART, "AAG",
            Kind.SUPPLIER_ORDER, "VN",
            Kind.OTHER, "ZZZ");

    /** How names of places begin. */
    static final String PLACE = "LOC+";

    private Qualifiers() {}

    /** A reference as a segment says it. {@code party} (3035) and {@code line} (1156) may be null. */
    record Rff(String party, String qualifier, String value, String line) {
        /** A qualifier that is missing is a fault of its own, which was found. */
        Rff {
            qualifier = qualifier == null ? "?" : qualifier;
        }
    }

    static Reference read(Rff rff) {
        Kind kind = KINDS.getOrDefault(rff.qualifier(), Kind.OTHER);
        boolean usual = rff.qualifier().equals(USUAL.get(kind)) && rff.party() == null && rff.line() == null;
        String name = (rff.party() == null ? "" : rff.party() + '.')
                + rff.qualifier()
                + (rff.line() == null ? "" : ':' + rff.line());
        return new Reference(kind, usual && kind != Kind.OTHER ? null : name, rff.value());
    }

    /** Adds what an RFF says, unless there are too many. @param party whose it is (3035), null for the document's or a line's */
    static void keep(String party, EdiSegment rff, List<Reference> all) {
        if (rff.at(1) != null && rff.at(1, 2) != null && all.size() < Edifact.MOST_REFERENCES) {
            all.add(read(new Rff(party, rff.at(1), rff.at(1, 2), rff.at(1, 3))));
        }
    }

    /** The same of a LOC. */
    static void keepPlace(String party, EdiSegment loc, List<Reference> all) {
        if (loc.at(2) != null && all.size() < Edifact.MOST_REFERENCES) {
            String name = PLACE + (party == null ? "" : party + '+') + loc.at(1);
            all.add(new Reference(Kind.OTHER, name, loc.at(2)));
        }
    }

    /** Empty for what was no RFF. Names of other formats have no qualifier: they go under the usual one of their kind. */
    static Optional<Rff> write(Reference reference) {
        String name = reference.name();
        if (name != null && name.startsWith(PLACE) || reference.kind() == Kind.ATTACHMENT) {
            return Optional.empty();
        }
        if (name == null || !name.matches("([A-Z]{2,3}\\.)?[A-Z0-9]{2,3}(:.{1,6})?")) {
            return Optional.of(new Rff(null, USUAL.get(reference.kind()), reference.value(), null));
        }
        int point = name.indexOf('.');
        int colon = name.indexOf(':', point + 1);
        return Optional.of(new Rff(
                point < 0 ? null : name.substring(0, point),
                name.substring(point + 1, colon < 0 ? name.length() : colon),
                reference.value(),
                colon < 0 ? null : name.substring(colon + 1)));
    }
}
