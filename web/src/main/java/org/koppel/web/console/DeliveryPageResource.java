package org.koppel.web.console;

import jakarta.annotation.security.RolesAllowed;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.NotFoundException;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.SecurityContext;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.koppel.operations.Actions;
import org.koppel.operations.Audit;
import org.koppel.operations.BulkResend;
import org.koppel.operations.DeliveryDetail;
import org.koppel.operations.DeliveryQueries;
import org.koppel.operations.ListFilter;
import org.koppel.web.security.Downloads;
import org.koppel.web.security.Roles;

/** The outbox: the list, a delivery with its attempts and files, sending again, singly and what a filter finds. */
@Path("deliveries")
@ApplicationScoped
@RolesAllowed(Roles.OPERATOR)
public class DeliveryPageResource {
    private static final String HERE = "/console/deliveries";
    /** How many one click may send again. */
    private static final int MOST_AT_ONCE = 500;

    @Inject
    private DeliveryQueries deliveries;

    @Inject
    private Actions actions;

    @Inject
    private BulkResend bulk;

    @Inject
    private Audit audit;

    @Inject
    private ConsolePages pages;

    @GET
    public Response list(@BeanParam ListForm form, @QueryParam("done") @DefaultValue("") String done) {
        return pages.show(
                "deliveries",
                "deliveries",
                Map.of(
                        "list",
                        new ListedRows<>(deliveries.list(form.filter()), form, DeliveryQueries.STATUSES, HERE),
                        "done",
                        done));
    }

    @GET
    @Path("{id}")
    public Response show(@PathParam("id") UUID id, @QueryParam("done") @DefaultValue("") String done) {
        DeliveryDetail delivery = deliveries.byId(id, Optional.empty()).orElseThrow(NotFoundException::new);
        return pages.show("delivery", "deliveries", Map.of("d", delivery, "deeds", audit.of(id), "done", done));
    }

    @GET
    @Path("{id}/parts/{position}")
    public Response part(@PathParam("id") UUID id, @PathParam("position") int position) {
        return deliveries
                .part(id, position, Optional.empty())
                .map(Downloads::attachment)
                .orElseThrow(NotFoundException::new);
    }

    @POST
    @Path("{id}/resend")
    public Response resend(@PathParam("id") UUID id, @Context SecurityContext security) {
        actions.resend(id, security.getUserPrincipal().getName());
        return ConsolePages.done(HERE + "/" + id, "resent");
    }

    /** Says how many would be sent before anything is. Only parked ones: what is delivered is sent again one by one. */
    @GET
    @Path("resend")
    public Response preview(@BeanParam ListForm form) {
        int count = deliveries.ids(parked(form), MOST_AT_ONCE + 1).size();
        return pages.show(
                "resend",
                "deliveries",
                Map.of("form", form, "count", Math.min(count, MOST_AT_ONCE), "more", count > MOST_AT_ONCE));
    }

    @POST
    @Path("resend")
    public Response resendAll(@BeanParam ListForm form, @Context SecurityContext security) {
        bulk.resendAll(parked(form), MOST_AT_ONCE, security.getUserPrincipal().getName());
        return ConsolePages.done(HERE, "resent");
    }

    private static ListFilter parked(ListForm form) {
        return form.filter().ofStatus("PARKED");
    }
}
