package org.koppel.party;

/**
 * A buyer as the customer keeps it. {@code login} is the customer's own name for the person and never changes, as carts and
 * orders refer to it. {@code email}, {@code site} (an address id) and {@code userName} (what the person punches out with, where
 * there is a credential of its own) may be null.
 */
public record BuyerEntry(String login, String name, String email, String site, boolean active, String userName) {}
