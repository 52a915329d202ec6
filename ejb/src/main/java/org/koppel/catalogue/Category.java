package org.koppel.catalogue;

import java.util.List;

/**
 * A category of the supplier's tree, such as {@code cable.data}: its name in the language that was asked for, how many
 * articles the customer can see in it and below, and its children (empty in a search result).
 */
public record Category(String code, String name, int count, List<Category> children) {

    public Category {
        children = List.copyOf(children);
    }
}
