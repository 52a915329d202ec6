package org.koppel.web.portal;

import jakarta.annotation.security.RolesAllowed;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.FormParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.NotFoundException;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Response;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.koppel.operations.portal.NotificationDesk;
import org.koppel.operations.portal.PortalRefusedException;
import org.koppel.party.AnswerWay;
import org.koppel.web.security.CurrentPerson;
import org.koppel.web.security.Roles;

/** Who at the customer gets confirmations and other documents by e-mail. */
@Path("notifications")
@ApplicationScoped
@RolesAllowed(Roles.ADMINISTRATOR)
public class NotificationResource {
    @Inject
    private NotificationDesk desk;

    @Inject
    private CurrentPerson current;

    @Inject
    private PortalPages pages;

    @GET
    public Response show(@QueryParam("done") @DefaultValue("") String done) {
        return page(done, "", Entry.NONE);
    }

    @POST
    public Response change(
            @FormParam("channel") UUID channel,
            @FormParam("to") @DefaultValue("") String to,
            @FormParam("cc") @DefaultValue("") String cc) {
        boolean known;
        try {
            known = desk.change(current.person(), channel, to, cc);
        } catch (PortalRefusedException e) {
            return page("", String.valueOf(channel), Entry.of(e));
        }
        if (!known) {
            throw new NotFoundException();
        }
        return PortalPages.done("/portal/notifications", "notify");
    }

    /** @param refused the channel whose addresses were not taken, or empty */
    private Response page(String done, String refused, Entry entry) {
        List<AnswerWay> ways = desk.of(current.customer());
        return pages.form(
                "notifications", "notifications", Map.of("ways", ways, "done", done, "refused", refused), entry);
    }
}
