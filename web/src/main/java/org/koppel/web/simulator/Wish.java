package org.koppel.web.simulator;

import java.util.Arrays;
import java.util.List;

/**
 * What a person wants to try.
 *
 * @param article and {@code quantity}, {@code words}: empty where the operation needs none; to validate several articles, they
 *     and their quantities are separated by semicolons
 * @param hook where the cart is to come home to
 * @param language ISO 639-1
 * @param cart the lines of an earlier cart, for edit and inspect
 */
public record Wish(
        BuyerSystem system,
        Operation operation,
        String article,
        String quantity,
        String words,
        String hook,
        String language,
        boolean framed,
        List<ReturnedLine> cart) {

    public Wish {
        cart = List.copyOf(cart);
    }

    /** Those of {@code article}, which are separated by semicolons. */
    List<String> articles() {
        return separated(article);
    }

    /** Those of {@code quantity}, in the order of the articles; fewer where not all are said. */
    List<String> quantities() {
        return separated(quantity);
    }

    private static List<String> separated(String text) {
        return Arrays.stream(text.split(";"))
                .map(String::strip)
                .filter(s -> !s.isEmpty())
                .toList();
    }

    /** Where the answer opens. A shop in a frame hands the cart to the whole page, as buyers' systems have it. */
    String target() {
        return "_top";
    }
}
