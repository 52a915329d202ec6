package org.koppel.operations.portal;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import org.koppel.party.BuyerEntries;
import org.koppel.party.Sites;
import org.koppel.shared.PartyId;

/** To whom something can be granted: a customer's own site or buyer, as a form names it. Part of the caller's transaction. */
@ApplicationScoped
class Grantees {
    private static final String SITE = "site:";
    private static final String BUYER = "buyer:";

    @Inject
    Sites sites;

    @Inject
    BuyerEntries buyers;

    /** One of the two is null. */
    record Grantee(String site, String buyer) {

        @Override
        public String toString() {
            return site == null ? buyer : site;
        }
    }

    /**
     * @param whom {@code site:} and an address id, or {@code buyer:} and a login
     * @throws PortalRefusedException when it is none of the customer's
     */
    Grantee of(PartyId customer, String whom) {
        if (whom.startsWith(SITE)) {
            String site = whom.substring(SITE.length());
            if (sites.byId(customer, site).isPresent()) {
                return new Grantee(site, null);
            }
        }
        if (whom.startsWith(BUYER)) {
            String login = whom.substring(BUYER.length());
            if (buyers.byLogin(customer, login).isPresent()) {
                return new Grantee(null, login);
            }
        }
        throw new PortalRefusedException("whom", "WHOM");
    }
}
