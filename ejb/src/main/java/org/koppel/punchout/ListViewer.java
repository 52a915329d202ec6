package org.koppel.punchout;

import java.util.Locale;
import org.koppel.shared.PartyId;

/**
 * Who looks at lists. {@code person} and {@code login} are in lower case; person and site are empty where nobody said who or where, the login where the
 * person is none we know.
 */
record ListViewer(PartyId customer, String person, String login, String site) {

    /** By login, which is the same whatever the buyer's system calls the person, else by the name it gave. */
    static ListViewer of(Visit visit, Shopper shopper) {
        String named = shopper.login() == null ? visit.buyer() : shopper.login();
        return new ListViewer(
                visit.customer(),
                plain(named).toLowerCase(Locale.ROOT),
                plain(shopper.login()).toLowerCase(Locale.ROOT),
                plain(shopper.site()));
    }

    /** Whether there can be a list of this kind for the viewer. */
    boolean has(OrderList.Audience audience) {
        return switch (audience) {
            case BUYER -> !person.isEmpty();
            case SITE -> !site.isEmpty();
            case CUSTOMER -> true;
        };
    }

    private static String plain(String text) {
        return text == null ? "" : text.strip();
    }
}
