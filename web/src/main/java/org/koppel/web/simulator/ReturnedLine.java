package org.koppel.web.simulator;

/**
 * A line of a cart as it came home, in the buyer's system's own words; what did not come is empty.
 *
 * @param reference of the cart, to be sent with the order
 * @param unit UN/ECE or ISO code, the customer's own codes translated back
 * @param price for {@code priceUnit} units, with a point
 */
public record ReturnedLine(
        String number,
        String article,
        String buyersNumber,
        String reference,
        String description,
        String quantity,
        String unit,
        String price,
        String priceUnit,
        String currency) {}
