package org.koppel.punchout.peppol;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.math.BigDecimal;
import java.time.LocalDateTime;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.koppel.catalogue.Offer;
import org.koppel.catalogue.Offers;
import org.koppel.catalogue.Wanted;
import org.koppel.party.Customer;
import org.koppel.party.Customers;
import org.koppel.party.Supplier;
import org.koppel.party.Suppliers;
import org.koppel.punchout.CartItem;
import org.koppel.punchout.FormField;
import org.koppel.punchout.Visit;

/** Gathers what T77 wants to know of a cart beyond its lines: both companies, VAT, and the references of the call. */
@ApplicationScoped
class ShoppingCarts {
    @Inject
    Suppliers suppliers;

    @Inject
    Customers customers;

    @Inject
    Offers offers;

    @Inject
    EnclosedFiles files;

    ShoppingCart cart(
            Visit visit, PeppolConnection agreed, String reference, List<CartItem> items, LocalDateTime issuedAt) {
        Supplier seller = suppliers.get();
        Optional<Customer> buyer = customers.byId(visit.customer());
        Map<String, Offer> known = offers(visit, items);
        Map<String, List<EnclosedFile>> enclosed = files.of(visit.customer(), reference);
        List<ShoppingCart.Line> lines = items.stream()
                .map(i -> new ShoppingCart.Line(
                        i,
                        tax(i, known.get(i.article()), seller, buyer),
                        enclosed.getOrDefault(i.article(), List.of())))
                .toList();
        return new ShoppingCart(
                reference,
                issuedAt,
                issuedAt.toLocalDate().plusDays(agreed.validDays()),
                echoed(visit, PeppolCall.CONTRACT),
                echoed(visit, PeppolCall.BUYER_REFERENCE),
                new ShoppingCart.Company(seller.name(), agreed.sellerEndpoint(), seller.gln()),
                new ShoppingCart.Company(
                        visit.customerName(),
                        agreed.buyerEndpoint(),
                        buyer.map(Customer::gln).orElse(null)),
                lines);
    }

    private Map<String, Offer> offers(Visit visit, List<CartItem> items) {
        List<Wanted> wanted = items.stream()
                .map(i -> Wanted.article(i.article(), i.quantity()))
                .toList();
        return offers.offers(visit.customer(), wanted, visit.language());
    }

    /** The rate that the cart froze; carts that went home before it was kept have that of the catalogue. */
    private static ItemTax tax(CartItem item, Offer offer, Supplier seller, Optional<Customer> buyer) {
        BigDecimal today = offer == null ? BigDecimal.ZERO : offer.taxPercent();
        BigDecimal percent = item.taxPercent() == null ? today : item.taxPercent();
        return ItemTax.of(
                percent,
                seller.country(),
                buyer.map(Customer::country).orElse(null),
                buyer.map(Customer::vatNumber).orElse(null));
    }

    private static String echoed(Visit visit, String name) {
        return visit.returnAddress().fields().stream()
                .filter(f -> f.name().equals(name))
                .map(FormField::value)
                .findFirst()
                .orElse(null);
    }
}
