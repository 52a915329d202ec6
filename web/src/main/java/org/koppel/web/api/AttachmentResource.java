package org.koppel.web.api;

import jakarta.annotation.security.RolesAllowed;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.NotFoundException;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.SecurityContext;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.koppel.operations.AttachmentQueries;
import org.koppel.web.security.Downloads;
import org.koppel.web.security.KnownCaller;
import org.koppel.web.security.Roles;

/** Files that buyers gave along with lines; an order's lines name them as references of kind ATTACHMENT. */
@Path("v1/attachments")
@ApplicationScoped
@Tag(name = "Orders")
public class AttachmentResource {
    @Inject
    private AttachmentQueries attachments;

    @GET
    @Path("{id}")
    @Produces(MediaType.WILDCARD)
    @RolesAllowed({Roles.CUSTOMER, Roles.SUPPLIER})
    @Operation(operationId = "getAttachment", summary = "A file that the buyer gave along with a line")
    public Response content(@PathParam("id") UUID id, @Context SecurityContext security) {
        return attachments
                .byId(id, KnownCaller.of(security).customer())
                .map(Downloads::attachment)
                .orElseThrow(NotFoundException::new);
    }
}
