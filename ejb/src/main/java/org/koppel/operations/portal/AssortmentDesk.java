package org.koppel.operations.portal;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.math.BigDecimal;
import java.util.List;
import org.koppel.catalogue.Offer;
import org.koppel.catalogue.Offers;
import org.koppel.catalogue.Wanted;
import org.koppel.operations.Audit;
import org.koppel.punchout.ShopperGrant;
import org.koppel.punchout.ShopperGrants;
import org.koppel.shared.PartyId;

/** What single sites and buyers of a customer see of its assortment: always less than the customer, never more. */
@ApplicationScoped
@Transactional
public class AssortmentDesk {
    private static final int MOST = 5_000;

    @Inject
    ShopperGrants grants;

    @Inject
    Offers offers;

    @Inject
    Grantees grantees;

    @Inject
    Audit audit;

    public List<ShopperGrant> of(PartyId customer) {
        return grants.of(customer);
    }

    /**
     * @param whom as {@link Grantees#of} takes it
     * @param categories the codes of what the customer sees
     * @param what an article number, or the code of a category with all below it
     * @throws PortalRefusedException when it is not for a site or buyer of the customer, or the customer does not see it itself
     */
    public void grant(PortalPerson person, String whom, boolean included, List<String> categories, String what) {
        Grantees.Grantee grantee = grantees.of(person.customer(), whom);
        String named = Entered.text("what", what, 100);
        boolean category = categories.contains(named);
        String article = category ? null : article(person.customer(), named);
        if (grants.of(person.customer()).size() >= MOST) {
            throw new PortalRefusedException("what", "TOO_MANY");
        }
        grants.add(
                person.customer(),
                new ShopperGrant(0, grantee.site(), grantee.buyer(), included, article, category ? named : null));
        audit.noteOfCustomer(
                person.name(),
                included ? "ASSORTMENT_ONLY" : "ASSORTMENT_WITHOUT",
                person.customer(),
                grantee + ": " + (category ? named : article));
    }

    private String article(PartyId customer, String number) {
        Wanted wanted = Wanted.article(number, BigDecimal.ONE);
        return offers.offers(customer, List.of(wanted), "en").values().stream()
                .filter(Offer::visible)
                .map(Offer::article)
                .findFirst()
                .orElseThrow(() -> new PortalRefusedException("what", "NOT_IN_ASSORTMENT"));
    }

    /** @return false when the customer has no such rule */
    public boolean remove(PortalPerson person, long rule) {
        boolean known = grants.remove(person.customer(), rule);
        if (known) {
            audit.noteOfCustomer(person.name(), "ASSORTMENT_OFF", person.customer(), null);
        }
        return known;
    }
}
