package org.koppel.web.api;

import jakarta.annotation.security.RolesAllowed;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.NotFoundException;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.SecurityContext;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.koppel.despatch.DespatchNote;
import org.koppel.despatch.Despatching;
import org.koppel.operations.Actions;
import org.koppel.operations.DocumentRow;
import org.koppel.operations.OrderDetail;
import org.koppel.operations.OrderQueries;
import org.koppel.operations.Page;
import org.koppel.web.api.Views.DocumentView;
import org.koppel.web.api.Views.OrderDetailView;
import org.koppel.web.api.Views.OrderView;
import org.koppel.web.security.KnownCaller;
import org.koppel.web.security.Roles;

/** Purchase orders: found by the buyer's number, with lines, references and all documents. */
@Path("v1/orders")
@ApplicationScoped
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Orders", description = "Purchase orders, how far they are, and what was sent for them")
public class OrderResource {
    @Inject
    private OrderQueries orders;

    @Inject
    private Actions actions;

    @Inject
    private Despatching despatching;

    @GET
    @RolesAllowed({Roles.CUSTOMER, Roles.SUPPLIER})
    @Operation(operationId = "listOrders", summary = "List orders, newest first")
    public ItemList<OrderView> list(
            @BeanParam ListParameters parameters,
            @Parameter(description = "The buyer's order number, whole", example = "4500012345") @QueryParam("number")
                    String number,
            @Context SecurityContext security) {
        return ItemList.of(
                parameters
                        .filter(KnownCaller.of(security), null)
                        .map(filter -> orders.byNumber(number, filter))
                        .orElse(new Page<>(List.of(), null)),
                OrderView::of);
    }

    @GET
    @Path("{id}")
    @RolesAllowed({Roles.CUSTOMER, Roles.SUPPLIER})
    @Operation(operationId = "getOrder", summary = "An order with its lines, references and documents")
    public OrderDetailView show(@PathParam("id") UUID id, @Context SecurityContext security) {
        return OrderDetailView.of(find(id, security));
    }

    @GET
    @Path("{id}/documents")
    @RolesAllowed({Roles.CUSTOMER, Roles.SUPPLIER})
    @Operation(operationId = "listOrderDocuments", summary = "What was sent for an order, oldest first")
    public ItemList<DocumentView> documents(@PathParam("id") UUID id, @Context SecurityContext security) {
        List<DocumentRow> sent = find(id, security).documents().stream()
                .filter(d -> d.direction().equals("OUT"))
                .toList();
        return ItemList.of(new Page<>(sent, null), DocumentView::of);
    }

    @POST
    @Path("{id}/confirm")
    @RolesAllowed(Roles.SUPPLIER)
    @Operation(
            operationId = "confirmOrder",
            summary = "Let a held order go: it is judged by today's prices and stock, and answered")
    @APIResponse(responseCode = "200", description = "Answered; the order as it is now")
    @APIResponse(responseCode = "409", description = "The order is not held (any more)")
    public OrderDetailView confirm(@PathParam("id") UUID id, @Context SecurityContext security) {
        actions.confirmOrder(id, security.getUserPrincipal().getName());
        return OrderDetailView.of(find(id, security));
    }

    @POST
    @Path("{id}/reject")
    @Consumes(MediaType.APPLICATION_JSON)
    @RolesAllowed(Roles.SUPPLIER)
    @Operation(operationId = "rejectOrder", summary = "Refuse a held order as a whole; the buyer gets the reason")
    @APIResponse(responseCode = "200", description = "Answered; the order as it is now")
    @APIResponse(responseCode = "400", description = "No usable reason")
    @APIResponse(responseCode = "409", description = "The order is not held (any more)")
    public OrderDetailView reject(@PathParam("id") UUID id, Rejection rejection, @Context SecurityContext security) {
        String reason = rejection == null ? null : rejection.reason();
        actions.rejectOrder(id, reason, security.getUserPrincipal().getName());
        return OrderDetailView.of(find(id, security));
    }

    @POST
    @Path("{id}/despatches")
    @Consumes(MediaType.APPLICATION_JSON)
    @RolesAllowed(Roles.SUPPLIER)
    @Operation(operationId = "despatchOrder", summary = "Goods of an order left; the buyer gets a despatch advice")
    @APIResponse(responseCode = "200", description = "Noted; the order as it is now")
    @APIResponse(responseCode = "409", description = "The order is not confirmed, or nothing of it is left")
    @APIResponse(
            responseCode = "422",
            description = "A line is not one of the order, or more would leave than was confirmed")
    public OrderDetailView despatch(@PathParam("id") UUID id, DespatchNote note, @Context SecurityContext security) {
        find(id, security);
        despatching.despatch(id, note == null ? DespatchNote.EMPTY : note);
        return OrderDetailView.of(find(id, security));
    }

    /** Why an order is refused. */
    public record Rejection(
            @Schema(
                    description = "What the buyer reads, in the buyer's language; 1 to 1000 characters",
                    required = true)
            String reason) {}

    private OrderDetail find(UUID id, SecurityContext security) {
        return orders.byId(id, KnownCaller.of(security).customer()).orElseThrow(NotFoundException::new);
    }
}
