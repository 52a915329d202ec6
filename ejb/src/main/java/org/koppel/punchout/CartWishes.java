package org.koppel.punchout;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.koppel.party.Customers;
import org.koppel.punchout.WishesRefusedException.Problem;
import org.koppel.punchout.WishesRefusedException.Reason;

/** What a buyer says with the open cart: per line a day, a cost centre and a text; for the whole a site, a card and a logo. */
@ApplicationScoped
@Transactional
public class CartWishes {
    public static final int COST_CENTRE_LENGTH = 50;
    public static final int TEXT_LENGTH = 500;
    public static final int CARD_LENGTH = 600;

    @Inject
    StoredCarts carts;

    @Inject
    Customers customers;

    @Inject
    Clock clock;

    /** What was said so far; {@code lines} by article, in the order of the cart. */
    public record Said(OrderWishes whole, Map<String, LineWishes> lines, boolean logo) {
        static final Said NOTHING = new Said(OrderWishes.NONE, Map.of(), false);

        public LineWishes of(String article) {
            return lines.getOrDefault(article, LineWishes.NONE);
        }
    }

    public Said of(Visit visit) {
        return open(visit)
                .map(cart -> {
                    Map<String, LineWishes> lines = new LinkedHashMap<>();
                    cart.lines().forEach(l -> lines.put(l.article(), l.wishes()));
                    return new Said(cart.wishes(), lines, carts.logo(cart.id()).isPresent());
                })
                .orElse(Said.NOTHING);
    }

    /**
     * Keeps what was said; blank texts mean nothing said. Does nothing without an open cart.
     *
     * @throws WishesRefusedException with everything that cannot be kept; nothing is kept then
     */
    public void say(Visit visit, OrderWishes whole, Map<String, LineWishes> lines) {
        visit.requireChangeable();
        carts.lockVisit(visit.id());
        List<Problem> problems = new ArrayList<>();
        OrderWishes clean = new OrderWishes(
                site(visit, whole.site(), problems),
                text(null, "costCentre", whole.costCentre(), COST_CENTRE_LENGTH, problems),
                text(null, "cardText", whole.cardText(), CARD_LENGTH, problems));
        Map<String, LineWishes> cleanLines = new LinkedHashMap<>();
        lines.forEach((article, said) -> cleanLines.put(article, line(article, said, problems)));
        if (!problems.isEmpty()) {
            throw new WishesRefusedException(problems);
        }
        open(visit).ifPresent(cart -> cart.wish(clean, cleanLines, clock.instant()));
    }

    /**
     * Puts a company logo on the card of the open cart.
     *
     * @throws LogoRefusedException when it cannot be taken
     */
    public void logo(Visit visit, byte[] uploaded) {
        visit.requireChangeable();
        byte[] png = CartLogo.drawn(uploaded);
        carts.lockVisit(visit.id());
        open(visit).ifPresent(cart -> carts.logo(cart.id(), png));
    }

    public void removeLogo(Visit visit) {
        visit.requireChangeable();
        carts.lockVisit(visit.id());
        open(visit).ifPresent(cart -> carts.logo(cart.id(), null));
    }

    /** The open cart's logo, a PNG. */
    public Optional<byte[]> logo(Visit visit) {
        return open(visit).flatMap(cart -> carts.logo(cart.id()));
    }

    private Optional<Cart> open(Visit visit) {
        return carts.latest(visit.id()).filter(c -> c.status() == Cart.Status.OPEN);
    }

    private LineWishes line(String article, LineWishes said, List<Problem> problems) {
        LocalDate today = LocalDate.now(clock);
        LocalDate day = said.delivery();
        if (day != null && day.isBefore(today)) {
            problems.add(new Problem(article, "delivery", Reason.PAST));
        } else if (day != null && day.isAfter(today.plusYears(1))) {
            problems.add(new Problem(article, "delivery", Reason.TOO_FAR));
        }
        return new LineWishes(
                day,
                text(article, "costCentre", said.costCentre(), COST_CENTRE_LENGTH, problems),
                text(article, "text", said.text(), TEXT_LENGTH, problems));
    }

    private String site(Visit visit, String said, List<Problem> problems) {
        String site = said == null || said.isBlank() ? null : said.strip();
        boolean known = site == null
                || customers.sites(visit.customer()).stream()
                        .anyMatch(s -> s.addressId().equals(site));
        if (!known) {
            problems.add(new Problem(null, "site", Reason.SITE_UNKNOWN));
        }
        return site;
    }

    /** Without control characters but line ends, which a form sends as two. */
    private static String text(String article, String field, String said, int most, List<Problem> problems) {
        if (said == null || said.isBlank()) {
            return null;
        }
        String clean = said.replace("\r\n", "\n")
                .replaceAll("[\\p{Cntrl}&&[^\n]]", " ")
                .strip();
        if (clean.length() > most) {
            problems.add(new Problem(article, field, Reason.TOO_LONG));
        }
        return clean.isEmpty() ? null : clean;
    }
}
