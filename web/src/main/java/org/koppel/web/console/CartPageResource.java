package org.koppel.web.console;

import jakarta.annotation.security.RolesAllowed;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.NotFoundException;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.core.Response;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.koppel.operations.AttachmentQueries;
import org.koppel.operations.CartQueries;
import org.koppel.web.security.Downloads;
import org.koppel.web.security.Roles;

/** Carts that went home: which wait for their order, which were ordered, which expired, and what was said with them. */
@Path("carts")
@ApplicationScoped
@RolesAllowed(Roles.OPERATOR)
public class CartPageResource {
    @Inject
    private CartQueries carts;

    @Inject
    private AttachmentQueries attachments;

    @Inject
    private ConsolePages pages;

    @GET
    public Response list(@BeanParam ListForm form) {
        return pages.show(
                "carts",
                "carts",
                Map.of(
                        "list",
                        new ListedRows<>(carts.list(form.filter()), form, CartQueries.STATUSES, "/console/carts")));
    }

    @GET
    @Path("{id}")
    public Response show(@PathParam("id") UUID id) {
        return pages.show("cart", "carts", Map.of("c", carts.byId(id).orElseThrow(NotFoundException::new)));
    }

    @GET
    @Path("files/{id}")
    public Response file(@PathParam("id") UUID id) {
        return attachments.byId(id, Optional.empty()).map(Downloads::attachment).orElseThrow(NotFoundException::new);
    }

    @GET
    @Path("{id}/logo.png")
    public Response logo(@PathParam("id") UUID id) {
        return Response.ok(carts.logo(id).orElseThrow(NotFoundException::new), "image/png")
                .build();
    }
}
