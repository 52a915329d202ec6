package org.koppel.punchout;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.koppel.catalogue.Offer;
import org.koppel.catalogue.Offers;
import org.koppel.catalogue.Surcharges;
import org.koppel.catalogue.Wanted;
import org.koppel.shared.PartyId;

/**
 * Lets a cart that went home back in, for any mechanism that can send one. The lines stand in the new cart as the buyer's system
 * has them, also those that nobody could order today: the cart's page says what is wrong with each.
 */
@ApplicationScoped
@Transactional
public class FormerCarts {
    @Inject
    StoredFormerCarts stored;

    @Inject
    StoredCarts carts;

    @Inject
    StoredAttachments attachments;

    @Inject
    Offers offers;

    @Inject
    Surcharges surcharges;

    @Inject
    Clock clock;

    /**
     * Asked before a visit is opened.
     *
     * @throws UnknownCartException when the lines name carts, and none of them is one that this customer got from us; also when they
     *     name none, and what is handed over would replace one. Who only looks may have lost the reference
     */
    public void check(PartyId customer, Purpose purpose, List<FormerLine> lines) {
        Set<String> named = references(lines);
        boolean known = named.isEmpty()
                ? !purpose.replaces()
                : stored.handedOver(customer, named).isPresent();
        if (!known) {
            throw new UnknownCartException();
        }
    }

    /** Fills the cart of a visit that was just opened. Lines of the same article become one. */
    public void fill(Visit visit, List<FormerLine> lines) {
        List<FormerLine> known = known(visit, lines);
        Set<String> named = visit.purpose() == Purpose.SOURCE ? Set.of() : references(lines);
        String reference = stored.handedOver(visit.customer(), named).orElseGet(CartReference::next);
        stored.keep(visit.id(), reference, new FormerCart(known));
        Instant now = clock.instant();
        Cart cart = new Cart(visit.id(), visit.customer(), reference, now);
        known.forEach(l -> cart.put(l.article(), l.quantity(), now));
        Optional<Cart> before =
                named.isEmpty() ? Optional.empty() : carts.byReference(visit.customer(), Set.of(reference));
        before.ifPresent(old -> said(old, cart, now));
        carts.add(cart);
        before.ifPresent(old -> {
            attachments.copy(old.id(), cart.id());
            carts.copyLogo(old.id(), cart.id());
        });
    }

    /** What the buyer had said with the cart, to the whole and to its lines, counts again. */
    private static void said(Cart old, Cart cart, Instant now) {
        Map<String, LineWishes> byArticle = new LinkedHashMap<>();
        old.lines().forEach(l -> byArticle.put(l.article(), l.wishes()));
        cart.wish(old.wishes(), byArticle, now);
    }

    /** What the visit began with. */
    public FormerCart of(Visit visit) {
        return visit.purpose() == Purpose.CREATE
                ? FormerCart.NONE
                : stored.of(visit.id()).orElse(FormerCart.NONE);
    }

    /**
     * Under our numbers where the catalogue knows them, else as they came. Without lines of surcharges: the articles bring today's.
     */
    private List<FormerLine> known(Visit visit, List<FormerLine> lines) {
        List<Wanted> wanted = new ArrayList<>();
        for (int i = 0; i < lines.size(); i++) {
            FormerLine line = lines.get(i);
            wanted.add(new Wanted(Integer.toString(i), line.article(), line.buyersId(), null, null, line.quantity()));
        }
        Map<String, Offer> found = offers.offers(visit.customer(), wanted, visit.language());
        Set<String> levies = surcharges(lines, found);
        Map<String, FormerLine> byArticle = new LinkedHashMap<>();
        for (int i = 0; i < lines.size(); i++) {
            Offer offer = found.get(Integer.toString(i));
            FormerLine line = lines.get(i);
            if (offer == null && line.article() != null && levies.contains(line.article())) {
                continue;
            }
            String article =
                    offer != null ? offer.article() : line.article() != null ? line.article() : line.buyersId();
            byArticle.merge(article, line.as(article), (one, other) -> one.plus(other.quantity()));
        }
        return List.copyOf(byArticle.values());
    }

    /** Asked for the lines without an article only. */
    private Set<String> surcharges(List<FormerLine> lines, Map<String, Offer> found) {
        List<String> unknown = IntStream.range(0, lines.size())
                .filter(i -> !found.containsKey(Integer.toString(i)))
                .mapToObj(i -> lines.get(i).article())
                .filter(Objects::nonNull)
                .toList();
        return surcharges.known(unknown);
    }

    private static Set<String> references(List<FormerLine> lines) {
        return lines.stream()
                .map(FormerLine::reference)
                .filter(Objects::nonNull)
                .collect(Collectors.toSet());
    }
}
