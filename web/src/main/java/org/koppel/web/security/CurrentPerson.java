package org.koppel.web.security;

import jakarta.enterprise.context.RequestScoped;
import jakarta.ws.rs.NotAuthorizedException;
import java.util.Optional;
import org.koppel.operations.portal.PortalPerson;
import org.koppel.shared.PartyId;

/** The administrator of this request. The only place from which the customers' own pages take the customer: its session. */
@RequestScoped
public class CurrentPerson {
    private PortalPerson person;

    void is(PortalPerson known) {
        person = known;
    }

    /** Nobody on pages that are open to all. */
    public Optional<PortalPerson> known() {
        return Optional.ofNullable(person);
    }

    /** @throws NotAuthorizedException when nobody is logged in; the filter does not let it come so far */
    public PortalPerson person() {
        return known().orElseThrow(() -> new NotAuthorizedException("Log in first", "Form"));
    }

    /** The tenant. */
    public PartyId customer() {
        return person().customer();
    }
}
