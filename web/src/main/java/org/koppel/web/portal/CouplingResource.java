package org.koppel.web.portal;

import jakarta.annotation.security.RolesAllowed;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.Response;
import java.util.Map;
import org.koppel.operations.portal.CouplingDesk;
import org.koppel.web.security.CurrentPerson;
import org.koppel.web.security.Roles;

/** Which couplings the customer has, and which of them are on; the supplier's order desk moves the switches. */
@Path("couplings")
@ApplicationScoped
@RolesAllowed(Roles.ADMINISTRATOR)
public class CouplingResource {
    @Inject
    private CouplingDesk desk;

    @Inject
    private CurrentPerson current;

    @Inject
    private PortalPages pages;

    @GET
    public Response show() {
        return pages.show(
                "couplings",
                "couplings",
                Map.of("ways", desk.of(current.customer()), "answers", desk.answers(current.customer())));
    }
}
