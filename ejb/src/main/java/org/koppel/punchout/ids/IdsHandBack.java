package org.koppel.punchout.ids;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.math.BigDecimal;
import java.time.Clock;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.koppel.catalogue.Offers;
import org.koppel.catalogue.Wanted;
import org.koppel.party.Customer;
import org.koppel.party.Customers;
import org.koppel.party.Suppliers;
import org.koppel.punchout.CartItem;
import org.koppel.punchout.FormField;
import org.koppel.punchout.HandBack;
import org.koppel.punchout.ReturnForm;
import org.koppel.punchout.Visit;

/** Posts the cart as XML in the field {@code warenkorb} to the address that came as {@code hookurl}. */
@ApplicationScoped
public class IdsHandBack implements HandBack {
    /** As {@link Visit#mechanism} names it. */
    public static final String MECHANISM = "IDS";

    @Inject
    IdsConnections connections;

    @Inject
    Baskets baskets;

    @Inject
    Offers offers;

    @Inject
    Suppliers suppliers;

    @Inject
    Customers customers;

    @Inject
    Clock clock;

    @Override
    public String mechanism() {
        return MECHANISM;
    }

    @Override
    public ReturnForm transfer(Visit visit, String reference, List<CartItem> items) {
        String document = baskets.answer(reference)
                .orElseGet(() -> baskets.answered(reference, document(visit, reference, items)));
        return form(visit, document);
    }

    /** An empty basket: the craftsman's software goes on without waiting for one. */
    @Override
    public ReturnForm cancel(Visit visit) {
        Basket.Header header = baskets.of(visit.id()).map(Basket::header).orElse(Basket.Header.NONE);
        BasketWriter writer = new BasketWriter(connections.of(visit.customer()), Map.of());
        return form(visit, writer.write(null, header, List.of(), LocalDateTime.now(clock)));
    }

    private String document(Visit visit, String reference, List<CartItem> items) {
        Optional<Basket> basket = baskets.of(visit.id());
        List<Allotment> lines = new ArrayList<>();
        for (CartItem item : items) {
            List<Basket.Position> same = basket.map(Basket::positions).orElse(List.of()).stream()
                    .filter(p -> item.article().equals(p.article()))
                    .toList();
            lines.addAll(Allotment.of(item, same));
        }
        BasketWriter writer = new BasketWriter(connections.of(visit.customer()), taxPercent(visit, items));
        return writer.write(
                reference, basket.map(Basket::header).orElse(Basket.Header.NONE), lines, LocalDateTime.now(clock));
    }

    /** VAT by article; none for a craftsman in another country, where the goods are taxed. */
    private Map<String, BigDecimal> taxPercent(Visit visit, List<CartItem> items) {
        String home = suppliers.get().country();
        String country = customers.byId(visit.customer()).map(Customer::country).orElse(home);
        if (home != null && country != null && !home.equals(country)) {
            return Map.of();
        }
        List<Wanted> wanted = items.stream()
                .map(i -> Wanted.article(i.article(), i.quantity()))
                .toList();
        Map<String, BigDecimal> percent = new HashMap<>();
        offers.offers(visit.customer(), wanted, visit.language())
                .forEach((article, offer) -> percent.put(article, offer.taxPercent()));
        return percent;
    }

    private static ReturnForm form(Visit visit, String document) {
        return new ReturnForm(
                visit.returnAddress().url(),
                visit.returnAddress().target(),
                visit.returnAddress().charset(),
                List.of(new FormField("warenkorb", document)));
    }
}
