package org.koppel.web.console;

import jakarta.annotation.security.RolesAllowed;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.FormParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.NotFoundException;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.SecurityContext;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.koppel.operations.Actions;
import org.koppel.operations.Audit;
import org.koppel.operations.CartQueries;
import org.koppel.operations.DocumentFormats;
import org.koppel.operations.DocumentRow;
import org.koppel.operations.OrderDetail;
import org.koppel.operations.OrderQueries;
import org.koppel.web.security.Roles;

/** Purchase orders: the list, and an order as a sheet of paper with everything that belongs to it. */
@Path("orders")
@ApplicationScoped
@RolesAllowed(Roles.OPERATOR)
public class OrderPageResource {
    @Inject
    private OrderQueries orders;

    @Inject
    private CartQueries carts;

    @Inject
    private DocumentFormats formats;

    @Inject
    private Actions actions;

    @Inject
    private Audit audit;

    @Inject
    private ConsolePages pages;

    @GET
    public Response list(@BeanParam ListForm form) {
        return pages.show(
                "orders",
                "orders",
                Map.of(
                        "list",
                        new ListedRows<>(orders.list(form.filter()), form, OrderQueries.STATUSES, "/console/orders")));
    }

    @GET
    @Path("{id}")
    public Response show(@PathParam("id") UUID id, @QueryParam("done") @DefaultValue("") String done) {
        OrderDetail order = orders.byId(id, Optional.empty()).orElseThrow(NotFoundException::new);
        Map<String, List<String>> known = order.documents().stream()
                .map(DocumentRow::type)
                .distinct()
                .collect(Collectors.toMap(Function.identity(), formats::of));
        Optional<CartQueries.Detail> cart = Optional.ofNullable(order.cart()).flatMap(carts::byId);
        return pages.show(
                "order",
                "orders",
                Map.of("o", order, "formats", known, "deeds", audit.of(id), "done", done, "cart", cart));
    }

    @POST
    @Path("{id}/confirm")
    public Response confirm(@PathParam("id") UUID id, @Context SecurityContext security) {
        actions.confirmOrder(id, security.getUserPrincipal().getName());
        return ConsolePages.done("/console/orders/" + id, "answered");
    }

    @POST
    @Path("{id}/reject")
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    public Response reject(
            @PathParam("id") UUID id,
            @FormParam("reason") @DefaultValue("") String reason,
            @Context SecurityContext security) {
        actions.rejectOrder(id, reason, security.getUserPrincipal().getName());
        return ConsolePages.done("/console/orders/" + id, "answered");
    }
}
