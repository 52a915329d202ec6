package org.koppel.web.portal;

import jakarta.annotation.security.RolesAllowed;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.Response;
import java.util.Map;
import java.util.stream.Collectors;
import org.koppel.operations.portal.Commitments;
import org.koppel.operations.portal.SiteDesk;
import org.koppel.party.SiteEntry;
import org.koppel.web.security.CurrentPerson;
import org.koppel.web.security.Roles;

/** What was ordered and is not delivered yet, by site and by cost centre. */
@Path("commitments")
@ApplicationScoped
@RolesAllowed(Roles.ADMINISTRATOR)
public class CommitmentResource {
    @Inject
    private Commitments commitments;

    @Inject
    private SiteDesk sites;

    @Inject
    private CurrentPerson current;

    @Inject
    private PortalPages pages;

    @GET
    public Response show() {
        Map<String, String> names =
                sites.of(current.customer()).stream().collect(Collectors.toMap(SiteEntry::addressId, SiteEntry::name));
        return pages.show(
                "commitments",
                "commitments",
                Map.of(
                        "total",
                        commitments.total(current.customer()),
                        "sites",
                        commitments.bySite(current.customer()),
                        "centres",
                        commitments.byCostCentre(current.customer()),
                        "names",
                        names,
                        "open",
                        String.join("%2C", Commitments.OPEN)));
    }
}
