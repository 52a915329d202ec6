package org.koppel.web.portal;

import jakarta.annotation.security.RolesAllowed;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.Response;
import java.util.Map;
import org.koppel.operations.Audit;
import org.koppel.operations.ListFilter;
import org.koppel.operations.OrderQueries;
import org.koppel.operations.portal.Commitments;
import org.koppel.web.security.CurrentPerson;
import org.koppel.web.security.Roles;

/** The first page: what is open, the latest orders, and who changed what. */
@Path("")
@ApplicationScoped
@RolesAllowed(Roles.ADMINISTRATOR)
public class PortalHomeResource {
    private static final int LATEST = 10;

    @Inject
    private OrderQueries orders;

    @Inject
    private Commitments commitments;

    @Inject
    private Audit audit;

    @Inject
    private CurrentPerson current;

    @Inject
    private PortalPages pages;

    @GET
    public Response show() {
        ListFilter latest = ListFilter.NONE.ofCustomer(current.customer()).after(null, LATEST);
        return pages.show(
                "home",
                "home",
                Map.of(
                        "open",
                        commitments.total(current.customer()),
                        "orders",
                        orders.list(latest).items(),
                        "deeds",
                        audit.of(current.customer())));
    }
}
