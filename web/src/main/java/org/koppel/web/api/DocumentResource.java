package org.koppel.web.api;

import jakarta.annotation.security.RolesAllowed;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.NotFoundException;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.SecurityContext;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.koppel.operations.DocumentFormats;
import org.koppel.operations.DocumentQueries;
import org.koppel.web.api.Views.DocumentView;
import org.koppel.web.security.Downloads;
import org.koppel.web.security.KnownCaller;
import org.koppel.web.security.Roles;

/** Documents that travelled, each in every format that is installed for its type. */
@Path("v1/documents")
@ApplicationScoped
@Tag(name = "Documents", description = "Every document that travelled, in any format")
public class DocumentResource {
    @Inject
    private DocumentQueries documents;

    @Inject
    private DocumentFormats formats;

    @GET
    @Path("{id}")
    @Produces(MediaType.APPLICATION_JSON)
    @RolesAllowed({Roles.CUSTOMER, Roles.SUPPLIER})
    @Operation(operationId = "getDocument", summary = "About a document: type, number, order, problems")
    public DocumentView show(@PathParam("id") UUID id, @Context SecurityContext security) {
        return documents
                .byId(id, KnownCaller.of(security).customer())
                .map(DocumentView::of)
                .orElseThrow(NotFoundException::new);
    }

    @GET
    @Path("{id}/content")
    @Produces(MediaType.WILDCARD)
    @RolesAllowed({Roles.CUSTOMER, Roles.SUPPLIER})
    @Operation(operationId = "getDocumentContent", summary = "A document in the format asked for")
    public Response content(
            @PathParam("id") UUID id,
            @Parameter(
                            description =
                                    "A format id (pdf, html, cxml-1.2 …) or a media type (application/pdf, text/html);"
                                            + " without it the record as JSON",
                            example = "pdf")
                    @QueryParam("format")
                    String format,
            @Parameter(
                            description =
                                    "nl, fr, de or en, for formats that people read; without it the document's own. Texts of the document itself stay as they are")
                    @QueryParam("language")
                    String language,
            @Context SecurityContext security) {
        return formats.content(id, KnownCaller.of(security).customer(), format, language)
                .map(Downloads::inline)
                .orElseThrow(NotFoundException::new);
    }
}
