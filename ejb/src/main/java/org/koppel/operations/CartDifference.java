package org.koppel.operations;

/** Where an order says something else than the cart it came from: the buyer's line, the field, both values as texts. */
public record CartDifference(String line, String field, String cart, String order) {}
