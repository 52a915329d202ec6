package org.koppel.codec.edifact;

import static org.koppel.codec.EdiOutput.of;

import java.util.ArrayList;
import java.util.List;
import org.koppel.document.Contact;
import org.koppel.document.Party;
import org.koppel.document.Reference;

/** What ORDERS, ORDCHG and ORDRSP write alike beside that: parties with the buyer's references to them, and its places. */
final class OrderSegments extends EdifactSegments {
    private final List<Reference> references;
    private final List<String> written = new ArrayList<>();

    /** @param references of the order */
    OrderSegments(EdifactOutput out, List<Reference> references) {
        super(out);
        this.references = references;
    }

    void party(String role, Party party) {
        written.add(role);
        nad(role, party);
        places(Qualifiers.PLACE + role + '+', references);
        references(role, references);
        if (party.contact() != null) {
            contact("BY".equals(role) ? "OC" : "IC", party.contact());
        }
    }

    /** CTA with its COM; nothing without a name. @param function 3139 */
    private void contact(String function, Contact contact) {
        if (contact.name() != null) {
            segment("CTA", function, of("", contact.name()));
            means("TE", contact.telephone());
            means("EM", contact.email());
        }
    }

    private void means(String kind, String number) {
        if (number != null) {
            segment("COM", of(number, kind));
        }
    }

    /** Parties that only the references name. */
    void otherParties() {
        references.stream()
                .flatMap(r -> Qualifiers.write(r).stream())
                .map(Qualifiers.Rff::party)
                .filter(p -> p != null && !written.contains(p))
                .distinct()
                .toList()
                .forEach(p -> party(p, new Party(null, null, null, null, null)));
    }

    /** References and places of a line. */
    void lineReferences(List<Reference> its) {
        references(null, its);
        places(Qualifiers.PLACE, its);
    }

    private void places(String prefix, List<Reference> all) {
        all.stream()
                .filter(r -> r.name() != null && r.name().startsWith(prefix))
                .forEach(r -> segment("LOC", r.name().substring(prefix.length()), r.value()));
    }
}
