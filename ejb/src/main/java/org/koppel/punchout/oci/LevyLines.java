package org.koppel.punchout.oci;

import java.math.BigDecimal;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.IntStream;
import org.koppel.catalogue.Surcharge;
import org.koppel.punchout.CartItem;

/**
 * Surcharges that a buyer's system asks for by their numbers, because they went home as lines of their own. Each belongs to the
 * nearest article of the call that bears it, those before it first, as they stood in the cart.
 */
final class LevyLines {
    private final List<Optional<CartItem>> articles;
    private final Map<String, Set<Integer>> taken = new HashMap<>();

    /** @param articles by place; empty where none can be bought, or where a surcharge may be meant */
    LevyLines(List<Optional<CartItem>> articles) {
        this.articles = articles;
    }

    /**
     * @param place where it stands in the call, from 0
     * @param quantity null: as many as of the article
     * @return its line with today's amount; empty when no article of the call bears it on a line of its own
     */
    Optional<CartItem> at(int place, String number, BigDecimal quantity) {
        Set<Integer> gone = taken.computeIfAbsent(key(number), k -> new HashSet<>());
        List<Integer> bearers = IntStream.range(0, articles.size())
                .filter(i -> borne(i, number).isPresent())
                .boxed()
                .sorted(Comparator.<Integer, Boolean>comparing(gone::contains)
                        .thenComparing(i -> i > place)
                        .thenComparing(i -> Math.abs(place - i)))
                .toList();
        if (bearers.isEmpty()) {
            return Optional.empty();
        }
        gone.add(bearers.get(0));
        CartItem article = articles.get(bearers.get(0)).orElseThrow();
        return borne(bearers.get(0), number)
                .map(s -> article.borne(place + 1, s, quantity == null ? article.quantity() : quantity));
    }

    private Optional<Surcharge> borne(int article, String number) {
        return articles.get(article).stream()
                .flatMap(a -> a.surcharges().stream())
                .filter(s -> key(s.number()).equals(key(number)))
                .findFirst();
    }

    /** Letters and digits count, signs and case do not. */
    private static String key(String number) {
        return number.toUpperCase(Locale.ROOT).replaceAll("[^\\p{L}\\p{N}]", "");
    }
}
