package org.koppel.web.portal;

import jakarta.annotation.security.PermitAll;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.FormParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.core.Response;
import java.util.Map;
import java.util.Optional;
import org.koppel.operations.portal.PortalInvitations;
import org.koppel.operations.portal.PortalPerson;
import org.koppel.operations.portal.PortalRefusedException;

/** The page behind an invitation's link, where a person chooses a password. */
@Path("invitation/{token}")
@ApplicationScoped
public class InvitationResource {
    @Inject
    private PortalInvitations invitations;

    @Inject
    private PortalPages pages;

    @GET
    @PermitAll
    public Response show(@PathParam("token") String token) {
        return invitations.invited(token).map(p -> page(token, p, Entry.NONE)).orElseGet(this::over);
    }

    @POST
    @PermitAll
    public Response accept(
            @PathParam("token") String token,
            @FormParam("password") @DefaultValue("") String password,
            @FormParam("again") @DefaultValue("") String again) {
        try {
            Optional<PortalPerson> person = invitations.accept(token, password, again);
            return person.map(p -> PortalPages.done("/portal/login", "password"))
                    .orElseGet(this::over);
        } catch (PortalRefusedException e) {
            return invitations
                    .invited(token)
                    .map(p -> page(token, p, Entry.of(e)))
                    .orElseGet(this::over);
        }
    }

    private Response page(String token, PortalPerson person, Entry entry) {
        return pages.form("invitation", "", Map.of("token", token, "invited", person), entry);
    }

    /** The same for a link that was used, that expired and that never was. */
    private Response over() {
        return pages.plain(404, "error", Map.of("kind", "invitation", "detail", ""));
    }
}
