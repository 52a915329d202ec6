package org.koppel.web.portal;

import jakarta.annotation.security.RolesAllowed;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.FormParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Response;
import java.util.HashMap;
import java.util.Map;
import org.koppel.operations.portal.DialectDesk;
import org.koppel.operations.portal.PortalRefusedException;
import org.koppel.punchout.oci.DialectPreview;
import org.koppel.punchout.oci.DialectRefusedException;
import org.koppel.punchout.oci.Profiles;
import org.koppel.web.security.CurrentPerson;
import org.koppel.web.security.Roles;
import org.koppel.web.view.DialectRefusal;

/** How the customer's own system reads the returned cart, as far as the customer may change it, with a preview. */
@Path("dialect")
@ApplicationScoped
@RolesAllowed(Roles.ADMINISTRATOR)
public class PortalDialectResource {
    @Inject
    private DialectDesk desk;

    @Inject
    private DialectPreview previews;

    @Inject
    private CurrentPerson current;

    @Inject
    private PortalPages pages;

    @GET
    public Response show(
            @QueryParam("profile") @DefaultValue("") String profile,
            @QueryParam("done") @DefaultValue("") String done) {
        String yaml = Profiles.names().contains(profile) ? "base: " + profile + "\n" : desk.yaml(current.customer());
        return page(yaml, done);
    }

    /** Shows what a file makes of the return form, and keeps nothing. */
    @POST
    @Path("preview")
    public Response preview(@FormParam("yaml") @DefaultValue("") String yaml) {
        return page(unix(yaml), "");
    }

    @POST
    public Response save(@FormParam("yaml") @DefaultValue("") String yaml) {
        try {
            desk.save(current.person(), unix(yaml));
        } catch (DialectRefusedException | PortalRefusedException e) {
            return page(unix(yaml), ""); // which says what is wrong, and where
        }
        return PortalPages.done("/portal/dialect", "dialect");
    }

    private Response page(String yaml, String done) {
        Map<String, Object> model = new HashMap<>();
        model.put("yaml", yaml);
        model.put("profiles", Profiles.names());
        model.put("done", done);
        model.put("refusal", "");
        model.put("preview", null);
        Entry entry = Entry.NONE;
        try {
            desk.check(current.customer(), yaml);
            model.put(
                    "preview",
                    previews.of(current.customer(), yaml, pages.texts().language()));
        } catch (DialectRefusedException e) {
            model.put("refusal", DialectRefusal.text(e, pages.texts().language()));
        } catch (PortalRefusedException e) {
            entry = Entry.of(e);
        }
        return pages.form("dialect", "dialect", model, entry);
    }

    /** Browsers send every line end of a form as two characters. */
    private static String unix(String text) {
        return text.replace("\r\n", "\n");
    }
}
