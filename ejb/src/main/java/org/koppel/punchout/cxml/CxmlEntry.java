package org.koppel.punchout.cxml;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.net.URI;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.koppel.catalogue.Articles;
import org.koppel.catalogue.Audience;
import org.koppel.document.Address;
import org.koppel.document.Contact;
import org.koppel.document.PunchOutRequest;
import org.koppel.party.Buyer;
import org.koppel.party.Customer;
import org.koppel.party.Customers;
import org.koppel.party.ReturnAddressRefusedException;
import org.koppel.party.ReturnAddresses;
import org.koppel.party.Site;
import org.koppel.punchout.Arrival;
import org.koppel.punchout.Audiences;
import org.koppel.punchout.FormerCarts;
import org.koppel.punchout.FormerLine;
import org.koppel.punchout.Purpose;
import org.koppel.punchout.UnknownCartException;
import org.koppel.punchout.Visit;
import org.koppel.punchout.Visits;
import org.koppel.shared.PartyId;

/** Opens a visit for a buyer whose system has proved who it is, with the cart that it sent. All is checked before. */
@ApplicationScoped
@Transactional
class CxmlEntry {
    private static final Set<String> LANGUAGES = Set.of("nl", "fr", "de", "en");

    @Inject
    CxmlConnections connections;

    @Inject
    Visits visits;

    @Inject
    FormerCarts formerCarts;

    @Inject
    Customers customers;

    @Inject
    ReturnAddresses returnAddresses;

    @Inject
    Articles articles;

    @Inject
    Audiences audiences;

    @Inject
    CxmlPerson person;

    /**
     * @return the start page's path below the shop
     * @throws CxmlRefusedException when the request cannot be served
     */
    String enter(PunchOutRequest request, PartyId customer) {
        CxmlConnection agreed = connections.of(customer);
        Purpose purpose = purpose(request.operation(), agreed);
        List<FormerLine> lines = request.lines().stream().map(CxmlEntry::line).toList();
        URI home = home(request, customer);
        check(customer, purpose, lines);
        Optional<Buyer> known = person.of(request, customer);
        String language = language(request, customer);
        Arrival arrival = new Arrival(
                customer,
                request.from().get(0).value(),
                known.map(Buyer::name).orElseGet(() -> name(request.contact())),
                CxmlHandBack.MECHANISM,
                language,
                CxmlReturn.address(home, request, agreed),
                said(request),
                purpose,
                site(request.shipTo(), customer));
        String token = visits.open(arrival.by(known));
        if (purpose == Purpose.CREATE || lines.isEmpty()) {
            return token + '/' + page(request, visits.byToken(token));
        }
        formerCarts.fill(visits.byToken(token), lines);
        return token + "/cart";
    }

    private static String name(Contact contact) {
        return contact == null ? null : contact.name();
    }

    private static Purpose purpose(String operation, CxmlConnection agreed) {
        if (!agreed.allows(operation)) {
            throw new CxmlRefusedException(
                    450, "The operation " + operation + " is not agreed on; send operation=\"create\".");
        }
        return switch (operation) {
            case "create" -> Purpose.CREATE;
            case "edit" -> Purpose.EDIT;
            case "inspect" -> Purpose.INSPECT;
            case "source" -> Purpose.SOURCE;
            default ->
                throw new CxmlRefusedException(
                        450, "There is no such operation; send create, edit, inspect or source as operation.");
        };
    }

    private URI home(PunchOutRequest request, PartyId customer) {
        try {
            return returnAddresses.check(customer, request.returnUrl());
        } catch (ReturnAddressRefusedException e) {
            throw new CxmlRefusedException(400, e.getMessage(), e);
        }
    }

    private void check(PartyId customer, Purpose purpose, List<FormerLine> lines) {
        if (purpose != Purpose.EDIT && purpose != Purpose.INSPECT) {
            return;
        }
        if (lines.isEmpty()) {
            throw new CxmlRefusedException(412, "There is no ItemOut; send the lines of the cart.");
        }
        try {
            formerCarts.check(customer, purpose, lines);
        } catch (UnknownCartException e) {
            throw new CxmlRefusedException(
                    412,
                    "No SupplierPartAuxiliaryID of the lines is one of a cart of ours; send it with every line as you got"
                            + " it, or delete these lines and begin with operation=\"create\".",
                    e);
        }
    }

    private static FormerLine line(PunchOutRequest.Line line) {
        return new FormerLine(
                line.article(),
                line.buyersId(),
                line.auxiliary(),
                line.quantity(),
                line.unit(),
                line.price(),
                line.description());
    }

    /** The customer's own site, by address id or GLN; an unknown place is not a reason to refuse, and no site. */
    private String site(Address shipTo, PartyId customer) {
        return shipTo == null
                ? null
                : customers.sites(customer).stream()
                        .filter(s -> s.addressId().equalsIgnoreCase(shipTo.id())
                                || shipTo.gln() != null && shipTo.gln().equals(s.gln()))
                        .map(Site::addressId)
                        .findFirst()
                        .orElse(null);
    }

    private static Map<String, String> said(PunchOutRequest request) {
        Map<String, String> said = new HashMap<>(request.extrinsics());
        if (request.shipTo() != null && request.shipTo().id() != null) {
            said.put("ShipTo/@addressID", request.shipTo().id());
        }
        if (request.contact() != null && request.contact().email() != null) {
            said.put("Contact/Email", request.contact().email());
        }
        return said;
    }

    /** The article's page for a level 2 punch-out, else the start; an article that is not sold is no reason to refuse. */
    private String page(PunchOutRequest request, Visit visit) {
        if (request.selectedItem() == null && request.selectedAuxiliary() == null) {
            return "";
        }
        Audience audience = audiences.of(visit);
        return Stream.of(request.selectedItem(), request.selectedAuxiliary())
                .filter(Objects::nonNull)
                .filter(a -> articles.detail(audience, a, visit.language()).isPresent())
                .findFirst()
                .map(a -> "articles/"
                        + URLEncoder.encode(a, StandardCharsets.UTF_8).replace("+", "%20"))
                .orElse("");
    }

    private String language(PunchOutRequest request, PartyId customer) {
        String asked = request.language() == null
                ? ""
                : request.language().toLowerCase(Locale.ROOT).split("[-_]")[0];
        return LANGUAGES.contains(asked)
                ? asked
                : customers.byId(customer).map(Customer::language).orElse("en");
    }
}
