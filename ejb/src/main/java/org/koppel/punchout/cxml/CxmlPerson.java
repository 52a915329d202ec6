package org.koppel.punchout.cxml;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.koppel.document.Contact;
import org.koppel.document.PunchOutRequest;
import org.koppel.party.Buyer;
import org.koppel.party.Buyers;
import org.koppel.shared.PartyId;

/** The person behind a request. cXML has no place for it alone: systems name it in Contact, and in Extrinsics of many names. */
@ApplicationScoped
class CxmlPerson {
    /** Names of Extrinsics that name a person, as the systems in use spell them, in lower case. */
    private static final Set<String> NAMING = Set.of(
            "user",
            "userid",
            "username",
            "useremail",
            "userfullname",
            "userprintablename",
            "uniquename",
            "uniqueusername",
            "loginname",
            "login",
            "email",
            "emailaddress");

    @Inject
    Buyers buyers;

    /**
     * The buyer we know by any of what was said; empty when nobody is named, or nobody we know.
     *
     * @throws CxmlRefusedException when the customer has switched that person off
     */
    Optional<Buyer> of(PunchOutRequest request, PartyId customer) {
        List<String> names = names(request);
        if (!names.isEmpty() && buyers.isSwitchedOff(customer, names)) {
            throw new CxmlRefusedException(
                    403, "The person that the request names may not buy here any more; ask your administrator.");
        }
        return names.stream().flatMap(n -> buyers.named(customer, n).stream()).findFirst();
    }

    private static List<String> names(PunchOutRequest request) {
        Contact contact = request.contact();
        Stream<String> said = contact == null ? Stream.empty() : Stream.of(contact.email(), contact.name());
        Stream<String> extrinsics = request.extrinsics().entrySet().stream()
                .filter(e -> NAMING.contains(e.getKey().toLowerCase(Locale.ROOT)))
                .map(Map.Entry::getValue);
        return Stream.concat(said.filter(Objects::nonNull), extrinsics)
                .filter(n -> !n.isBlank())
                .toList();
    }
}
