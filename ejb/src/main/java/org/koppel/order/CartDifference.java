package org.koppel.order;

/**
 * One difference between an order and the cart it came from. {@code line} is the order's line number, or the article's number
 * for a line that no order took in time, or the cart's reference for what concerns the whole; {@code field} is {@code price},
 * {@code unit}, {@code quantity}, {@code dropped}, {@code added} or {@code expired} (the order came too late); the values are texts for a person and may be null. Kept as JSON by these names.
 */
public record CartDifference(String line, String field, String cart, String order) {}
