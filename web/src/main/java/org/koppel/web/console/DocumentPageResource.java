package org.koppel.web.console;

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
import org.koppel.operations.DocumentFormats;
import org.koppel.web.security.Downloads;
import org.koppel.web.security.Roles;

/** Documents in any format, shown in the browser where it can. */
@Path("documents")
@ApplicationScoped
public class DocumentPageResource {
    @Inject
    private DocumentFormats formats;

    @GET
    @Path("{id}/content")
    @RolesAllowed(Roles.OPERATOR)
    public Response content(@PathParam("id") UUID id, @QueryParam("format") String format) {
        return formats.content(id, Optional.empty(), format, null)
                .map(Downloads::inline)
                .orElseThrow(NotFoundException::new);
    }
}
