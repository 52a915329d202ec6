package org.koppel.catalogue;

import java.util.List;

/**
 * A category of the supplier's tree, such as {@code cable.data}: its name in the language that was asked for, how many
 * articles the customer can see in it and below, its children (empty in a search result), and the number of an article that shows
 * what is in it (null outside the tree).
 */
public record Category(String code, String name, int count, List<Category> children, String example) {

    public Category {
        children = List.copyOf(children);
    }

    public Category(String code, String name, int count, List<Category> children) {
        this(code, name, count, children, null);
    }
}
