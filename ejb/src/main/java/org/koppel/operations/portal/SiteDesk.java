package org.koppel.operations.portal;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;
import org.koppel.operations.Audit;
import org.koppel.party.SiteEntry;
import org.koppel.party.Sites;
import org.koppel.shared.PartyId;

/** A customer's own sites: the change and its note in the audit, or neither. */
@ApplicationScoped
@Transactional
public class SiteDesk {
    private static final int MOST = 2_000;
    private static final Pattern CODE = Pattern.compile("[A-Za-z0-9][A-Za-z0-9._/ -]{0,34}");
    private static final Pattern GLN = Pattern.compile("[0-9]{13}");
    private static final Pattern COUNTRY = Pattern.compile("[A-Za-z]{2}");

    @Inject
    Sites sites;

    @Inject
    SiteUses uses;

    @Inject
    Audit audit;

    public List<SiteEntry> of(PartyId customer) {
        return sites.of(customer);
    }

    /** The customer's own site; empty for any other. */
    public Optional<SiteEntry> byId(PartyId customer, String addressId) {
        return sites.byId(customer, addressId);
    }

    /** @throws PortalRefusedException when a field cannot be taken, or the code is one of the customer's already */
    public void add(PortalPerson person, SiteEntry entered) {
        SiteEntry site = checked(entered);
        List<SiteEntry> known = sites.of(person.customer());
        if (known.size() >= MOST) {
            throw new PortalRefusedException("addressId", "TOO_MANY");
        }
        refuseTaken(known, site.addressId());
        sites.add(person.customer(), site);
        note(person, "SITE_ADD", site.addressId());
    }

    /**
     * Name, address and, as long as nothing was ordered to it, the code.
     *
     * @return false when the customer has no such site
     * @throws PortalRefusedException when a field cannot be taken, the new code is taken, or orders refer to the old one
     */
    public boolean change(PortalPerson person, String addressId, SiteEntry entered) {
        Optional<SiteEntry> known = sites.byId(person.customer(), addressId);
        if (known.isEmpty()) {
            return false;
        }
        SiteEntry site = checked(entered);
        if (!site.addressId().equals(addressId)) {
            if (uses.isNamed(person.customer(), addressId)) {
                throw new PortalRefusedException("addressId", "ORDERED_TO");
            }
            refuseTaken(
                    sites.of(person.customer()).stream()
                            .filter(s -> !s.addressId().equals(addressId))
                            .toList(),
                    site.addressId());
        }
        sites.change(person.customer(), addressId, site);
        boolean renamed = !site.addressId().equals(addressId);
        note(person, "SITE_CHANGE", renamed ? addressId + " -> " + site.addressId() : addressId);
        return true;
    }

    /** @return false when the customer has no such site */
    public boolean switchTo(PortalPerson person, String addressId, boolean active) {
        if (sites.byId(person.customer(), addressId).isEmpty()) {
            return false;
        }
        sites.switchTo(person.customer(), addressId, active);
        note(person, active ? "SITE_ON" : "SITE_OFF", addressId);
        return true;
    }

    /** @return false when the customer has no such site, or has switched it off */
    public boolean makeStandard(PortalPerson person, String addressId) {
        if (sites.byId(person.customer(), addressId).filter(SiteEntry::active).isEmpty()) {
            return false;
        }
        sites.makeStandard(person.customer(), addressId);
        note(person, "SITE_STANDARD", addressId);
        return true;
    }

    private void note(PortalPerson person, String action, String detail) {
        audit.noteOfCustomer(person.name(), action, person.customer(), detail);
    }

    /** Buyers' systems send codes in any case. */
    private static void refuseTaken(List<SiteEntry> known, String addressId) {
        if (known.stream().anyMatch(s -> s.addressId().equalsIgnoreCase(addressId))) {
            throw new PortalRefusedException("addressId", "TAKEN");
        }
    }

    private static SiteEntry checked(SiteEntry e) {
        String code = Entered.matching("addressId", Entered.text("addressId", e.addressId(), 35), CODE, "CODE");
        String country = Entered.matching("country", e.country(), COUNTRY, "COUNTRY");
        return new SiteEntry(
                code,
                Entered.text("name", e.name(), 100),
                Entered.matching("gln", e.gln(), GLN, "GLN"),
                Entered.optional("street", e.street(), 100),
                Entered.optional("postalCode", e.postalCode(), 20),
                Entered.optional("city", e.city(), 100),
                country == null ? null : country.toUpperCase(Locale.ROOT),
                e.active(),
                e.standard());
    }
}
