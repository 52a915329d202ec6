package org.koppel.web.portal;

import jakarta.annotation.security.RolesAllowed;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.FormParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.NotFoundException;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Response;
import java.util.Map;
import org.koppel.operations.portal.PortalRefusedException;
import org.koppel.operations.portal.SiteDesk;
import org.koppel.party.SiteEntry;
import org.koppel.web.security.CurrentPerson;
import org.koppel.web.security.Roles;

/** The customer's own sites. A site is named by a field, as its code may hold any sign. */
@Path("sites")
@ApplicationScoped
@RolesAllowed(Roles.ADMINISTRATOR)
public class SiteResource {
    private static final String HERE = "/portal/sites";
    private static final SiteEntry NEW = new SiteEntry("", "", null, null, null, null, null, true, false);

    @Inject
    private SiteDesk desk;

    @Inject
    private CurrentPerson current;

    @Inject
    private PortalPages pages;

    @GET
    public Response list(@QueryParam("done") @DefaultValue("") String done) {
        return pages.show("sites", "sites", Map.of("all", desk.of(current.customer()), "done", done));
    }

    @GET
    @Path("new")
    public Response fresh() {
        return form("", NEW, Entry.NONE);
    }

    @POST
    @Path("new")
    public Response add(@BeanParam SiteForm entered) {
        try {
            desk.add(current.person(), entered.entry());
        } catch (PortalRefusedException e) {
            return form("", entered.entry(), Entry.of(e));
        }
        return PortalPages.done(HERE, "site");
    }

    @GET
    @Path("edit")
    public Response edit(@QueryParam("id") @DefaultValue("") String id) {
        return desk.byId(current.customer(), id)
                .map(site -> form(id, site, Entry.NONE))
                .orElseThrow(NotFoundException::new);
    }

    @POST
    @Path("edit")
    public Response change(@FormParam("id") @DefaultValue("") String id, @BeanParam SiteForm entered) {
        boolean known;
        try {
            known = desk.change(current.person(), id, entered.entry());
        } catch (PortalRefusedException e) {
            return form(id, entered.entry(), Entry.of(e));
        }
        return done(known);
    }

    @POST
    @Path("off")
    public Response off(@FormParam("id") @DefaultValue("") String id) {
        return done(desk.switchTo(current.person(), id, false));
    }

    @POST
    @Path("on")
    public Response on(@FormParam("id") @DefaultValue("") String id) {
        return done(desk.switchTo(current.person(), id, true));
    }

    @POST
    @Path("standard")
    public Response standard(@FormParam("id") @DefaultValue("") String id) {
        return done(desk.makeStandard(current.person(), id));
    }

    private static Response done(boolean known) {
        if (!known) {
            throw new NotFoundException();
        }
        return PortalPages.done(HERE, "site");
    }

    private Response form(String id, SiteEntry site, Entry entry) {
        return pages.form("site", "sites", Map.of("id", id, "site", site), entry);
    }
}
