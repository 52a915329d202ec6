package org.koppel.web.api;

import jakarta.annotation.security.RolesAllowed;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.NotFoundException;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.SecurityContext;
import java.io.IOException;
import java.io.InputStream;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBody;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.koppel.inbound.Inbox;
import org.koppel.inbound.Incoming;
import org.koppel.inbound.Receipt;
import org.koppel.operations.MessageQueries;
import org.koppel.operations.Page;
import org.koppel.party.Caller;
import org.koppel.web.api.Views.MessageDetailView;
import org.koppel.web.api.Views.MessageView;
import org.koppel.web.security.Downloads;
import org.koppel.web.security.KnownCaller;
import org.koppel.web.security.RequestSize;
import org.koppel.web.security.Roles;

/** Messages: any document in any supported format comes in here, and what became of it is found here. */
@Path("v1/messages")
@ApplicationScoped
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Messages", description = "Hand over documents in any supported format, and follow what becomes of them")
public class MessageResource {
    private static final String RECEIVED = "RECEIVED";

    @Inject
    private Inbox inbox;

    @Inject
    private MessageQueries messages;

    @POST
    @Consumes(MediaType.WILDCARD)
    @Produces({MediaType.APPLICATION_JSON, ProblemDetail.MEDIA_TYPE})
    @RolesAllowed({Roles.CUSTOMER, Roles.SUPPLIER})
    @Operation(
            operationId = "postMessage",
            summary = "Hand over a message",
            description = "The bytes are stored before the answer. The format is recognised from the content where it"
                    + " is plain; otherwise name it in Koppel-Format. Repeating a message under the same"
                    + " Idempotency-Key is safe.")
    @RequestBody(
            description = "The message, in any supported format",
            required = true,
            content = @Content(mediaType = "*/*", schema = @Schema(type = SchemaType.STRING, format = "binary")))
    @APIResponse(
            responseCode = "202",
            description = "Stored; will be worked on",
            content = @Content(schema = @Schema(implementation = Accepted.class)))
    @APIResponse(
            responseCode = "200",
            description = "This very message came before; the id is the first one's",
            content = @Content(schema = @Schema(implementation = Accepted.class)))
    @APIResponse(responseCode = "400", description = "Cannot be parsed")
    @APIResponse(responseCode = "409", description = "Another message came under this key before")
    @APIResponse(responseCode = "413", description = "Larger than the server takes")
    @APIResponse(responseCode = "415", description = "No supported format")
    @APIResponse(
            responseCode = "422",
            description = "Parsed, but not acceptable; problems[] has every reason with its place")
    @APIResponse(responseCode = "503", description = "Not now; nothing was stored, Retry-After says when to repeat")
    public Response post(
            @Parameter(hidden = true) InputStream body,
            @Parameter(hidden = true) @HeaderParam(HttpHeaders.CONTENT_TYPE) String contentType,
            @Parameter(description = "The format id, where the content does not show it", example = "cxml-1.2")
                    @HeaderParam("Koppel-Format")
                    String format,
            @Parameter(
                            description =
                                    "Your own unique name of this message; the same key and content again answer 200",
                            example = "2026-01-05-order-4711")
                    @HeaderParam("Idempotency-Key")
                    String idempotencyKey,
            @Context HttpServletRequest request,
            @Context SecurityContext security)
            throws IOException {
        Incoming incoming = new Incoming(
                "api",
                IntakeAnswers.format(format),
                contentType,
                Optional.of(KnownCaller.of(security)),
                IntakeAnswers.idempotencyKey(idempotencyKey),
                request.getRemoteAddr(),
                body,
                request.getContentLengthLong());
        Receipt receipt = RequestSize.receive(inbox, incoming);
        return IntakeAnswers.of(receipt, receipt.repeated() ? status(receipt.id()) : RECEIVED);
    }

    private String status(UUID message) {
        return messages.byId(message, Optional.empty())
                .map(m -> m.row().status())
                .orElse(RECEIVED);
    }

    @GET
    @RolesAllowed({Roles.CUSTOMER, Roles.SUPPLIER})
    @Operation(operationId = "listMessages", summary = "List messages, newest first")
    public ItemList<MessageView> list(
            @BeanParam ListParameters parameters,
            @Parameter(description = "Your own id of the message (cXML payloadID, Idempotency-Key)")
                    @QueryParam("reference")
                    String reference,
            @Context SecurityContext security) {
        return ItemList.of(
                parameters
                        .filter(KnownCaller.of(security), reference)
                        .map(messages::list)
                        .orElse(new Page<>(List.of(), null)),
                MessageView::of);
    }

    @GET
    @Path("{id}")
    @RolesAllowed({Roles.CUSTOMER, Roles.SUPPLIER})
    @Operation(operationId = "getMessage", summary = "What became of a message: status, problems, documents")
    public MessageDetailView show(@PathParam("id") UUID id, @Context SecurityContext security) {
        Caller caller = KnownCaller.of(security);
        return messages.byId(id, caller.customer()).map(MessageDetailView::of).orElseThrow(NotFoundException::new);
    }

    @GET
    @Path("{id}/content")
    @Produces(MediaType.WILDCARD)
    @RolesAllowed({Roles.CUSTOMER, Roles.SUPPLIER})
    @Operation(operationId = "getMessageContent", summary = "The message's bytes as they came")
    public Response content(@PathParam("id") UUID id, @Context SecurityContext security) {
        return messages.original(id, KnownCaller.of(security).customer())
                .map(Downloads::attachment)
                .orElseThrow(NotFoundException::new);
    }
}
