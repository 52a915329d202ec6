package org.koppel.codec.edifact;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import org.koppel.codec.EdiSegment;
import org.koppel.document.Address;
import org.koppel.document.Contact;
import org.koppel.document.Party;

/** One NAD with the CTA, COM and RFF below it: who it is, where, and whom to ask. */
final class NadPart {
    private static final Pattern GLN = Pattern.compile("\\d{13}");
    private static final String GS1 = "9";

    private final EdiSegment nad;
    private String role;
    private String person;
    private String telephone;
    private String mail;
    private String vat;

    NadPart(EdiSegment nad) {
        this.nad = nad;
    }

    /** 3035. */
    String qualifier() {
        return nad.at(1);
    }

    /** CTA or COM: whom to ask, and how to reach them. */
    void ask(EdiSegment segment) {
        if (segment.tag().equals("CTA")) {
            role = segment.at(1);
            person = segment.at(2, 2) == null ? segment.at(2, 1) : segment.at(2, 2);
        } else if ("EM".equals(segment.at(1, 2))) {
            mail = segment.at(1);
        } else if ("TE".equals(segment.at(1, 2))) {
            telephone = segment.at(1);
        }
    }

    void vat(String number) {
        vat = number;
    }

    String gln() {
        String id = nad.at(2);
        return id != null && GS1.equals(nad.at(2, 3)) && GLN.matcher(id).matches() ? id : null;
    }

    /** The name in C080, else the first line of C058; null without one. */
    private String name() {
        String name = joined(4, 5);
        return name == null ? joined(3, 5) : name;
    }

    private String joined(int element, int most) {
        List<String> parts = new ArrayList<>();
        for (int component = 1; component <= most; component++) {
            if (nad.at(element, component) != null) {
                parts.add(nad.at(element, component).strip());
            }
        }
        return parts.isEmpty() ? null : String.join(" ", parts);
    }

    Address address() {
        String id = gln() == null ? nad.at(2) : null;
        return new Address(id, gln(), name(), person, joined(5, 4), nad.at(8), nad.at(6), nad.at(9));
    }

    /** Null for a part that is not there. */
    static Party party(NadPart part) {
        return part == null ? null : part.party();
    }

    Party party() {
        boolean asked = person != null || mail != null || telephone != null;
        boolean placed = nad.at(5) != null || nad.at(6) != null || nad.at(8) != null || nad.at(9) != null;
        return new Party(
                name(),
                gln(),
                vat,
                asked ? new Contact(role, person, mail, telephone) : null,
                placed || gln() == null && nad.at(2) != null ? address() : null);
    }
}
