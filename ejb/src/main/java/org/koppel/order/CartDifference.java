package org.koppel.order;

/**
 * One difference between an order and the cart it came from. {@code line} is the order's line number, or the article's number
 * for a line that the order does not have, or the cart's reference for what concerns the whole; {@code field} is {@code price},
 * {@code unit}, {@code quantity}, {@code added}, {@code missing} (not in this order; another may still take it), {@code dropped} (nobody took it in
 * time), {@code expired} (the order came too late), {@code several} (with the order's number: carts that it may come from, none of which it was
 * linked to) or {@code similar} (with the order's number: the cart that it may come from, to which it was not linked; the differences that
 * follow are to that one); the values are texts for a person and may be null. Kept as JSON by these names.
 */
public record CartDifference(String line, String field, String cart, String order) {}
