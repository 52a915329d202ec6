package org.koppel.punchout;

/**
 * The person behind a visit, as far as the customer named one. {@code login} is null when it is nobody we know; {@code site}
 * is the person's own delivery place; {@code name} and {@code email} may be null too.
 */
public record Shopper(String login, String name, String email, String site) {
    static final Shopper NOBODY = new Shopper(null, null, null, null);
}
