package org.koppel.web.api;

import jakarta.annotation.security.RolesAllowed;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.NotFoundException;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.SecurityContext;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.koppel.operations.Actions;
import org.koppel.operations.DeliveryQueries;
import org.koppel.operations.DeliveryRow;
import org.koppel.operations.Page;
import org.koppel.web.api.Views.DeliveryDetailView;
import org.koppel.web.security.Downloads;
import org.koppel.web.security.KnownCaller;
import org.koppel.web.security.Roles;

/** The outbox: what is on its way, what arrived, what is parked. */
@Path("v1/deliveries")
@ApplicationScoped
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Deliveries", description = "The outbox: every delivery with its attempts, and sending again")
public class DeliveryResource {
    @Inject
    private DeliveryQueries deliveries;

    @Inject
    private Actions actions;

    @GET
    @RolesAllowed({Roles.CUSTOMER, Roles.SUPPLIER})
    @Operation(operationId = "listDeliveries", summary = "List deliveries, newest first")
    public ItemList<DeliveryRow> list(
            @BeanParam ListParameters parameters,
            @Parameter(description = "The beginning of the document's number, or the buyer's whole order number")
                    @QueryParam("document")
                    String document,
            @Context SecurityContext security) {
        return ItemList.of(
                parameters
                        .filter(KnownCaller.of(security), document)
                        .map(deliveries::list)
                        .orElse(new Page<>(List.of(), null)),
                row -> row);
    }

    @GET
    @Path("{id}")
    @RolesAllowed({Roles.CUSTOMER, Roles.SUPPLIER})
    @Operation(operationId = "getDelivery", summary = "A delivery with every attempt and the files that went out")
    public DeliveryDetailView show(@PathParam("id") UUID id, @Context SecurityContext security) {
        return deliveries
                .byId(id, KnownCaller.of(security).customer())
                .map(DeliveryDetailView::of)
                .orElseThrow(NotFoundException::new);
    }

    @GET
    @Path("{id}/parts/{position}")
    @Produces(MediaType.WILDCARD)
    @RolesAllowed({Roles.CUSTOMER, Roles.SUPPLIER})
    @Operation(operationId = "getDeliveryPart", summary = "One file of a delivery, as it went out")
    public Response part(
            @PathParam("id") UUID id, @PathParam("position") int position, @Context SecurityContext security) {
        return deliveries
                .part(id, position, KnownCaller.of(security).customer())
                .map(Downloads::attachment)
                .orElseThrow(NotFoundException::new);
    }

    @POST
    @Path("{id}/resend")
    @RolesAllowed(Roles.SUPPLIER)
    @Operation(operationId = "resendDelivery", summary = "Send the same bytes again, now")
    @APIResponse(responseCode = "202", description = "Will be sent at once")
    @APIResponse(responseCode = "409", description = "An attempt is running at this moment")
    public Response resend(@PathParam("id") UUID id, @Context SecurityContext security) {
        actions.resend(id, security.getUserPrincipal().getName());
        return Response.accepted(Map.of("id", id, "status", "PENDING")).build();
    }
}
