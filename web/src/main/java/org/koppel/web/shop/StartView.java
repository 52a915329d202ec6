package org.koppel.web.shop;

import java.util.List;
import org.koppel.catalogue.Category;
import org.koppel.catalogue.Offer;

/** The start page: where to look, and what was ordered last. */
public record StartView(List<Tile> tiles, List<Offer> lastOrdered) {

    /** A category; {@code picture} is the number of an article that shows what is in it, or null. */
    public record Tile(Category category, String picture) {}
}
