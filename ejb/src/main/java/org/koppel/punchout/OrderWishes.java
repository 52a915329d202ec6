package org.koppel.punchout;

/**
 * What a buyer says to a whole cart: {@code site} is an address id of the customer, {@code costCentre} counts for lines
 * without their own, {@code cardText} goes along with the goods. Any may be null.
 */
public record OrderWishes(String site, String costCentre, String cardText) {
    public static final OrderWishes NONE = new OrderWishes(null, null, null);
}
