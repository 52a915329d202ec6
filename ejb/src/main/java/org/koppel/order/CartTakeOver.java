package org.koppel.order;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import org.koppel.catalogue.Offer;
import org.koppel.document.Address;
import org.koppel.document.Card;
import org.koppel.document.Contact;
import org.koppel.document.Order;
import org.koppel.document.OrderLine;
import org.koppel.document.Party;
import org.koppel.document.Reference;
import org.koppel.party.Buyers;
import org.koppel.party.Customer;
import org.koppel.party.Customers;
import org.koppel.party.Site;
import org.koppel.punchout.Attachment;
import org.koppel.punchout.ParkedCart;
import org.koppel.punchout.ParkedCarts;
import org.koppel.punchout.Wishes;

/**
 * Gives an approved order what its buyer said in the shop and the order does not state itself: site, buyer, cost centre, wanted
 * day, text and files of a line, card. What the order states always stands.
 */
@ApplicationScoped
class CartTakeOver {
    @Inject
    ParkedCarts carts;

    @Inject
    Customers customers;

    @Inject
    Buyers buyers;

    @Inject
    OrderAnswer answer;

    /** The order completed by its cart, as often as it is asked. */
    Order completed(Order order, Customer customer, UUID cart) {
        return carts.byId(customer.id(), cart)
                .map(c -> completed(order, customer, c, answer.offers(customer, order)))
                .orElse(order);
    }

    /** @param offers by line number, to know which article a line means */
    Order completed(Order order, Customer customer, ParkedCart cart, Map<String, Offer> offers) {
        List<OrderLine> lines = new ArrayList<>();
        Map<String, List<Reference>> files = files(cart);
        SurchargeLines surcharges = SurchargeLines.of(order, offers);
        for (OrderLine line : order.lines()) {
            boolean levy = surcharges.contains(line);
            OrderLine article = levy ? surcharges.borneBy(line).bearers().get(0) : line;
            lines.add(parked(cart, article, offers.get(article.number()))
                    .map(p -> levy
                            ? completed(order, line, ofASurcharge(p.wishes()), List.of())
                            : completed(order, line, p.wishes(), files.getOrDefault(p.article(), List.of())))
                    .orElse(line));
        }
        String logo = carts.logo(cart.id())
                .map(png -> Base64.getEncoder().encodeToString(png))
                .orElse(null);
        return whole(order, customer, cart.data(), lines, logo);
    }

    /** The order completed as a whole; its lines are those that are given. @param logo as of {@link Card}, may be null */
    Order whole(Order order, Customer customer, ParkedCart.Data cart, List<OrderLine> lines, String logo) {
        return new Order(
                order.number(),
                order.version(),
                order.issuedAt(),
                order.currency(),
                order.language(),
                order.test(),
                buyer(order.buyer(), customer, cart),
                order.invoicee(),
                order.shipTo() == null ? site(customer, cart.site()) : order.shipTo(),
                order.requestedDelivery(),
                order.note(),
                order.total(),
                order.references(),
                lines,
                order.card() == null ? Card.of(cart.cardText(), logo) : order.card());
    }

    /** An article stands in a cart once; a buyer's system may make several lines of it. */
    private static Optional<ParkedCart.Line> parked(ParkedCart cart, OrderLine line, Offer offer) {
        String article = offer == null ? line.item().sellersId() : offer.article();
        return cart.lines().stream().filter(l -> l.article().equals(article)).findFirst();
    }

    /** By article. */
    private Map<String, List<Reference>> files(ParkedCart cart) {
        return carts.attachments(cart.id()).stream()
                .collect(Collectors.groupingBy(
                        Attachment::article,
                        Collectors.mapping(
                                a -> new Reference(Reference.Kind.ATTACHMENT, a.name(), a.id().toString()),
                                Collectors.toList())));
    }

    private static OrderLine completed(Order order, OrderLine line, Wishes wishes, List<Reference> files) {
        List<Reference> references = new ArrayList<>(line.references());
        references.addAll(files);
        boolean accounted = hasAccount(line.references()) || hasAccount(order.references());
        if (wishes.costCentre() != null && !accounted) {
            references.add(Reference.of(Reference.Kind.ACCOUNTING, wishes.costCentre()));
        }
        boolean dated = line.requestedDelivery() != null || order.requestedDelivery() != null;
        return new OrderLine(
                line.number(),
                line.item(),
                line.quantity(),
                line.price(),
                dated ? line.requestedDelivery() : wishes.delivery(),
                line.note() == null ? wishes.text() : line.note(),
                line.shipTo(),
                references);
    }

    /** A levy is accounted and delivered with its article; what was said of the article is not said of it. */
    private static Wishes ofASurcharge(Wishes article) {
        return new Wishes(article.delivery(), article.costCentre(), null, null, null);
    }

    private static boolean hasAccount(List<Reference> references) {
        return references.stream().anyMatch(r -> r.kind() == Reference.Kind.ACCOUNTING);
    }

    private Address site(Customer customer, String id) {
        return customers.sites(customer.id()).stream()
                .filter(s -> s.addressId().equals(id))
                .findFirst()
                .map(CartTakeOver::address)
                .orElse(null);
    }

    private static Address address(Site site) {
        return new Address(
                site.addressId(),
                site.gln(),
                site.name(),
                null,
                site.street(),
                site.postalCode(),
                site.city(),
                site.country());
    }

    private Party buyer(Party stated, Customer customer, ParkedCart.Data cart) {
        boolean named = stated != null && stated.contact() != null;
        if (named || cart.buyerName() == null) {
            return stated;
        }
        String email = Optional.ofNullable(cart.buyer())
                .flatMap(login -> buyers.byLogin(customer.id(), login))
                .flatMap(b -> b.email())
                .orElse(null);
        Contact contact = new Contact(null, cart.buyerName(), email, null);
        Party party = Objects.requireNonNullElse(stated, Party.named(customer.name()));
        return new Party(party.name(), party.gln(), party.vat(), contact, party.address());
    }
}
