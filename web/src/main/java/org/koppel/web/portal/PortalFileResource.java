package org.koppel.web.portal;

import jakarta.annotation.security.RolesAllowed;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.NotFoundException;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Response;
import java.util.Optional;
import java.util.UUID;
import org.koppel.operations.DeliveryQueries;
import org.koppel.operations.DocumentFormats;
import org.koppel.web.security.CurrentPerson;
import org.koppel.web.security.Downloads;
import org.koppel.web.security.Roles;

/** The customer's own documents in any format, and the very files that were sent. */
@Path("")
@ApplicationScoped
@RolesAllowed(Roles.ADMINISTRATOR)
public class PortalFileResource {
    @Inject
    private DocumentFormats formats;

    @Inject
    private DeliveryQueries deliveries;

    @Inject
    private CurrentPerson current;

    @GET
    @Path("documents/{id}/content")
    public Response document(@PathParam("id") UUID id, @QueryParam("format") String format) {
        return formats.content(id, Optional.of(current.customer()), format, null)
                .map(Downloads::inline)
                .orElseThrow(NotFoundException::new);
    }

    @GET
    @Path("deliveries/{id}/parts/{position}")
    public Response part(@PathParam("id") UUID id, @PathParam("position") int position) {
        return deliveries
                .part(id, position, Optional.of(current.customer()))
                .map(Downloads::inline)
                .orElseThrow(NotFoundException::new);
    }
}
