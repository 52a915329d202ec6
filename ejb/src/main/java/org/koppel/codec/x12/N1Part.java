package org.koppel.codec.x12;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.koppel.codec.EdiSegment;
import org.koppel.document.Address;
import org.koppel.document.Contact;
import org.koppel.document.Party;

/** One N1 with the N2, N3, N4 and PER below it: who it is, where, and whom to ask. */
final class N1Part {
    /** 66: a global location number. */
    private static final String GLN = "UL";

    private final EdiSegment n1;
    private final List<String> streets = new ArrayList<>();
    private String more;
    private EdiSegment n4;
    private Contact contact;

    N1Part(EdiSegment n1) {
        this.n1 = n1;
    }

    /** 98. */
    String role() {
        return n1.at(1);
    }

    void take(EdiSegment segment) {
        switch (segment.tag()) {
            case "N2" -> more = segment.at(1);
            case "N3" -> Stream.of(1, 2).map(segment::at).filter(s -> s != null).forEach(streets::add);
            case "N4" -> n4 = segment;
            case "PER" -> contact = contact(segment);
            default -> {} // transport and packing
        }
    }

    /** PER: a name and up to three ways to reach it. */
    static Contact contact(EdiSegment per) {
        String telephone = null;
        String mail = null;
        for (int element = 3; element <= 7; element += 2) {
            if ("TE".equals(per.at(element))) {
                telephone = per.at(element + 1);
            } else if ("EM".equals(per.at(element))) {
                mail = per.at(element + 1);
            }
        }
        return new Contact(per.at(1), per.at(2), mail, telephone);
    }

    private String gln() {
        String id = n1.at(4);
        return GLN.equals(n1.at(3)) && id != null && id.matches("\\d{13}") ? id : null;
    }

    /** The state stands behind the city, as on an envelope. */
    Address address() {
        String city = n4 == null
                ? null
                : Stream.of(n4.at(1), n4.at(2)).filter(s -> s != null).collect(Collectors.joining(" "));
        return new Address(
                gln() == null ? n1.at(4) : null,
                gln(),
                n1.at(2),
                more == null && contact != null ? contact.name() : more,
                streets.isEmpty() ? null : String.join(" ", streets),
                n4 == null ? null : n4.at(3),
                city == null || city.isEmpty() ? null : city,
                n4 == null ? null : n4.at(4));
    }

    Party party(Contact usual) {
        boolean placed = !streets.isEmpty() || n4 != null || gln() == null && n1.at(4) != null;
        return new Party(n1.at(2), gln(), null, contact == null ? usual : contact, placed ? address() : null);
    }
}
