package org.koppel.document;

/**
 * Why a line or an order was changed, delayed or refused: a stable {@code code} ({@code UNKNOWN_ARTICLE},
 * {@code PRICE_DIFFERS}) and a {@code text} in the buyer's language that says what to do.
 */
public record Reason(String code, String text) {}
