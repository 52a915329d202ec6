package org.koppel.web.shop;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.koppel.party.Site;
import org.koppel.punchout.Attachment;
import org.koppel.punchout.PricedCart;

/**
 * The page of what goes with a cart: what stands in each field as it was typed (by {@code field}, or {@code field/article}),
 * and beside it what is wrong. {@code logoProblem} is a key of the texts, or empty.
 */
public record WishesView(
        PricedCart cart,
        List<Site> sites,
        boolean logo,
        List<Attachment> attachments,
        Map<String, String> typed,
        Map<String, String> problems,
        String logoProblem) {

    /** Files of one line. */
    public List<Attachment> attachments(String article) {
        return attachments.stream().filter(a -> a.article().equals(article)).toList();
    }

    public String typed(String field) {
        return typed.getOrDefault(field, "");
    }

    public String typed(String field, String article) {
        return typed(field + "/" + article);
    }

    /** Key of the text that says what is wrong with the field. */
    public Optional<String> problem(String field) {
        return Optional.ofNullable(problems.get(field));
    }

    public Optional<String> problem(String field, String article) {
        return problem(field + "/" + article);
    }
}
