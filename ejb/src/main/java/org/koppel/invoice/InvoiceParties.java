package org.koppel.invoice;

import java.util.List;
import java.util.Optional;
import org.koppel.document.Address;
import org.koppel.document.Contact;
import org.koppel.document.Order;
import org.koppel.document.Party;
import org.koppel.party.Customer;
import org.koppel.party.Site;
import org.koppel.party.Supplier;

/** Companies as an invoice names them. */
final class InvoiceParties {
    private InvoiceParties() {}

    static Party of(Supplier s) {
        Address address = new Address(null, s.gln(), s.name(), null, s.street(), s.postalCode(), s.city(), s.country());
        return new Party(
                s.name(), s.gln(), s.vatNumber(), new Contact(null, s.name(), s.email(), s.telephone()), address);
    }

    static Party of(Customer c, Optional<Order> order) {
        Address address = new Address(null, c.gln(), c.name(), null, c.street(), c.postalCode(), c.city(), c.country());
        Contact contact = order.map(Order::buyer).map(Party::contact).orElse(null);
        return new Party(c.name(), c.gln(), c.vatNumber(), contact, address);
    }

    /** Field by field; an address counts when it names a country. */
    static Party completed(Party given, Party known) {
        if (given == null) {
            return known;
        }
        boolean placed = given.address() != null && given.address().country() != null;
        return new Party(
                first(given.name(), known.name()),
                first(given.gln(), known.gln()),
                first(given.vat(), known.vat()),
                first(given.contact(), known.contact()),
                placed ? given.address() : known.address());
    }

    /** The place as it was named, completed by what we know of the customer's sites; null stays null. */
    static Address place(Address named, List<Site> sites) {
        if (named == null || named.country() != null) {
            return named;
        }
        return sites.stream()
                .filter(s -> s.addressId().equals(named.id())
                        || s.gln() != null && s.gln().equals(named.gln()))
                .findFirst()
                .map(s -> new Address(
                        s.addressId(),
                        first(named.gln(), s.gln()),
                        first(named.name(), s.name()),
                        named.deliverTo(),
                        first(named.street(), s.street()),
                        first(named.postalCode(), s.postalCode()),
                        first(named.city(), s.city()),
                        s.country()))
                .orElse(named);
    }

    private static <T> T first(T given, T otherwise) {
        return given == null ? otherwise : given;
    }
}
