package org.koppel.punchout;

/**
 * The person behind a visit, as far as the customer named one. {@code login} is null when it is nobody we know; {@code site} is where
 * this visit's goods go unless the cart says otherwise: as the buyer's system named it, else {@code home}, the site that the person
 * belongs to. All others may be null too.
 */
public record Shopper(String login, String name, String email, String site, String home) {
    static final Shopper NOBODY = new Shopper(null, null, null, null, null);

    /**
     * The site whose budget a cart counts against, null when there is none: the person's own, so that choosing another delivery place
     * spends nobody else's money; of a person without one, the site that the buyer's system named, and only then where the goods go.
     */
    String budgetSite(String delivery) {
        if (home != null) {
            return home;
        }
        return site == null ? delivery : site;
    }
}
