package org.koppel.web.portal;

import jakarta.annotation.security.RolesAllowed;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.NotFoundException;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.core.Response;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.koppel.operations.DeliveryQueries;
import org.koppel.operations.DocumentFormats;
import org.koppel.operations.DocumentRow;
import org.koppel.operations.OrderDetail;
import org.koppel.operations.OrderQueries;
import org.koppel.web.console.ListForm;
import org.koppel.web.console.ListedRows;
import org.koppel.web.security.CurrentPerson;
import org.koppel.web.security.Roles;

/** The customer's own orders and deliveries of documents. */
@Path("")
@ApplicationScoped
@RolesAllowed(Roles.ADMINISTRATOR)
public class PortalOrderResource {
    @Inject
    private OrderQueries orders;

    @Inject
    private DeliveryQueries deliveries;

    @Inject
    private DocumentFormats formats;

    @Inject
    private CurrentPerson current;

    @Inject
    private PortalPages pages;

    @GET
    @Path("orders")
    public Response list(@BeanParam ListForm form) {
        return pages.show(
                "orders",
                "orders",
                Map.of(
                        "list",
                        new ListedRows<>(
                                orders.list(form.filter().ofCustomer(current.customer())),
                                form,
                                OrderQueries.STATUSES,
                                "/portal/orders")));
    }

    @GET
    @Path("orders/{id}")
    public Response show(@PathParam("id") UUID id) {
        OrderDetail order = orders.byId(id, Optional.of(current.customer())).orElseThrow(NotFoundException::new);
        Map<String, List<String>> known = order.documents().stream()
                .map(DocumentRow::type)
                .distinct()
                .collect(Collectors.toMap(Function.identity(), formats::of));
        return pages.show("order", "orders", Map.of("o", order, "formats", known));
    }

    @GET
    @Path("deliveries")
    public Response deliveries(@BeanParam ListForm form) {
        return pages.show(
                "deliveries",
                "deliveries",
                Map.of(
                        "list",
                        new ListedRows<>(
                                deliveries.list(form.filter().ofCustomer(current.customer())),
                                form,
                                DeliveryQueries.STATUSES,
                                "/portal/deliveries")));
    }

    @GET
    @Path("deliveries/{id}")
    public Response delivery(@PathParam("id") UUID id) {
        return deliveries
                .byId(id, Optional.of(current.customer()))
                .map(d -> pages.show("delivery", "deliveries", Map.of("d", d)))
                .orElseThrow(NotFoundException::new);
    }
}
