package org.koppel.web.console;

import jakarta.annotation.security.RolesAllowed;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.NotFoundException;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.SecurityContext;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.koppel.operations.Actions;
import org.koppel.operations.Audit;
import org.koppel.operations.Content;
import org.koppel.operations.MessageDetail;
import org.koppel.operations.MessageQueries;
import org.koppel.web.security.Downloads;
import org.koppel.web.security.Roles;

/** What came in: the list, a message with everything about it, its bytes, and working on it again. */
@Path("messages")
@ApplicationScoped
@RolesAllowed(Roles.OPERATOR)
public class MessagePageResource {
    private static final String HERE = "/console/messages";

    @Inject
    private MessageQueries messages;

    @Inject
    private Actions actions;

    @Inject
    private Audit audit;

    @Inject
    private ConsolePages pages;

    @GET
    public Response list(@BeanParam ListForm form) {
        return pages.show(
                "messages",
                "messages",
                Map.of("list", new ListedRows<>(messages.list(form.filter()), form, MessageQueries.STATUSES, HERE)));
    }

    @GET
    @Path("{id}")
    public Response show(@PathParam("id") UUID id, @QueryParam("done") @DefaultValue("") String done) {
        MessageDetail message = messages.byId(id, Optional.empty()).orElseThrow(NotFoundException::new);
        Content content = messages.content(id, Optional.empty()).orElseThrow(NotFoundException::new);
        return pages.show(
                "message",
                "messages",
                Map.of("m", message, "raw", RawView.of(content), "deeds", audit.of(id), "done", done));
    }

    @GET
    @Path("{id}/content")
    public Response content(@PathParam("id") UUID id, @Context SecurityContext security) {
        Content content = messages.content(id, Optional.empty()).orElseThrow(NotFoundException::new);
        audit.note(security.getUserPrincipal().getName(), "DOWNLOAD", id, null);
        return Downloads.attachment(content);
    }

    @POST
    @Path("{id}/replay")
    public Response replay(@PathParam("id") UUID id, @Context SecurityContext security) {
        actions.replayMessage(id, security.getUserPrincipal().getName());
        return ConsolePages.done(HERE + "/" + id, "replayed");
    }

    @POST
    @Path("{id}/done")
    public Response dealtWith(@PathParam("id") UUID id, @Context SecurityContext security) {
        actions.messageDone(id, security.getUserPrincipal().getName());
        return ConsolePages.done(HERE + "/" + id, "read");
    }

    @POST
    @Path("{id}/documents/{document}/replay")
    public Response replayDocument(
            @PathParam("id") UUID id, @PathParam("document") UUID document, @Context SecurityContext security) {
        actions.replayDocument(document, security.getUserPrincipal().getName());
        return ConsolePages.done(HERE + "/" + id, "replayed");
    }
}
