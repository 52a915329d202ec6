package org.koppel.catalogue;

import java.math.BigDecimal;
import java.util.List;
import org.koppel.document.Price;

/**
 * An article's page for one customer.
 *
 * @param offer name, price at the minimum quantity, stock, units, numbers, classifications
 * @param brand may be null
 * @param text the long description, plain text; may be empty
 * @param path the categories from the top down to the article's own; {@code count} is 0 and children are empty there
 * @param listPrice before anything the customer has agreed; without scales
 * @param scales net prices by quantity, smallest first; the first starts at the minimum quantity. One entry: no scales
 * @param alternatives what may be bought instead, only articles the customer can order
 * @param accessories what goes with it, only articles the customer can order
 * @param successor what replaces this dead article; null when there is none or the customer cannot order it
 */
public record ArticleDetail(
        Offer offer,
        String brand,
        String text,
        List<Category> path,
        List<Attribute> attributes,
        Price listPrice,
        List<Scale> scales,
        List<Offer> alternatives,
        List<Offer> accessories,
        Offer successor) {

    /** A property in the reader's language: {@code Section}, {@code 2.5 mm²}. */
    public record Attribute(String name, String value) {}

    /** The net price from a quantity (in the order unit) on. */
    public record Scale(BigDecimal fromQuantity, Price price) {}

    public ArticleDetail {
        path = List.copyOf(path);
        attributes = List.copyOf(attributes);
        scales = List.copyOf(scales);
        alternatives = List.copyOf(alternatives);
        accessories = List.copyOf(accessories);
    }
}
