package org.koppel.punchout;

/**
 * One rule that narrows the assortment of a site (address id) or a buyer (login), whichever is not null, by an article or a
 * category with all below it, whichever is not null. {@code id} is 0 before it is kept.
 */
public record ShopperGrant(long id, String site, String buyer, boolean included, String article, String category) {}
