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
import org.koppel.operations.portal.BuyerDesk;
import org.koppel.operations.portal.PortalRefusedException;
import org.koppel.operations.portal.SiteDesk;
import org.koppel.party.BuyerEntry;
import org.koppel.party.SiteEntry;
import org.koppel.web.security.CurrentPerson;
import org.koppel.web.security.Roles;

/** The customer's own buyers. A buyer is named by a field, as the login may hold signs that addresses do not like. */
@Path("buyers")
@ApplicationScoped
@RolesAllowed(Roles.ADMINISTRATOR)
public class BuyerResource {
    private static final String HERE = "/portal/buyers";

    @Inject
    private BuyerDesk desk;

    @Inject
    private SiteDesk sites;

    @Inject
    private CurrentPerson current;

    @Inject
    private PortalPages pages;

    @GET
    public Response list(@QueryParam("done") @DefaultValue("") String done) {
        return pages.show("buyers", "buyers", Map.of("all", desk.of(current.customer()), "done", done));
    }

    /** The customer's standard site is proposed. */
    @GET
    @Path("new")
    public Response fresh() {
        String standard = sites.of(current.customer()).stream()
                .filter(SiteEntry::standard)
                .map(SiteEntry::addressId)
                .findFirst()
                .orElse(null);
        return form(true, new BuyerEntry("", "", null, standard, true, null), Entry.NONE);
    }

    @POST
    @Path("new")
    public Response add(@BeanParam BuyerForm entered) {
        try {
            desk.add(current.person(), entered.entry());
        } catch (PortalRefusedException e) {
            return form(true, entered.entry(), Entry.of(e));
        }
        return PortalPages.done(HERE, "buyer");
    }

    @GET
    @Path("edit")
    public Response edit(@QueryParam("login") @DefaultValue("") String login) {
        return desk.byLogin(current.customer(), login)
                .map(buyer -> form(false, buyer, Entry.NONE))
                .orElseThrow(NotFoundException::new);
    }

    @POST
    @Path("edit")
    public Response change(@BeanParam BuyerForm entered) {
        boolean known;
        try {
            known = desk.change(current.person(), entered.entry());
        } catch (PortalRefusedException e) {
            return form(false, entered.entry(), Entry.of(e));
        }
        return done(known);
    }

    @POST
    @Path("off")
    public Response off(@FormParam("login") @DefaultValue("") String login) {
        return done(desk.switchTo(current.person(), login, false));
    }

    @POST
    @Path("on")
    public Response on(@FormParam("login") @DefaultValue("") String login) {
        return done(desk.switchTo(current.person(), login, true));
    }

    /** The one page that shows a password; it stands in no address and is not kept. */
    @POST
    @Path("credential")
    public Response credential(@FormParam("login") @DefaultValue("") String login) {
        return desk.credential(current.person(), login)
                .map(c -> pages.show("credential", "buyers", Map.of("login", login, "credential", c)))
                .orElseThrow(NotFoundException::new);
    }

    private static Response done(boolean known) {
        if (!known) {
            throw new NotFoundException();
        }
        return PortalPages.done(HERE, "buyer");
    }

    private Response form(boolean fresh, BuyerEntry buyer, Entry entry) {
        return pages.form(
                "buyer",
                "buyers",
                Map.of("fresh", fresh, "buyer", buyer, "sites", sites.of(current.customer())),
                entry);
    }
}
