package org.koppel.web.console;

import jakarta.annotation.security.PermitAll;
import jakarta.annotation.security.RolesAllowed;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.NotFoundException;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriInfo;
import java.util.List;
import java.util.Map;
import org.koppel.operations.OciAccounts;
import org.koppel.platform.DemoSecrets;
import org.koppel.platform.Settings;
import org.koppel.web.security.FromAnywhere;
import org.koppel.web.security.Origins;
import org.koppel.web.security.Roles;
import org.koppel.web.security.SecurityHeaders;
import org.koppel.web.security.Visitor;

/** Acts as a buyer's SAP SRM: opens the shop in a frame and shows what comes back. */
@Path("simulator")
@ApplicationScoped
public class SimulatorResource {
    /** The demo's customer that plays SAP SRM. */
    private static final String SRM_BUYER = "bouwgroep";

    @Inject
    OciAccounts accounts;

    @Inject
    DemoSecrets secrets;

    @Inject
    Settings settings;

    @Inject
    Visitor visitor;

    @Inject
    ConsolePages pages;

    @GET
    @RolesAllowed(Roles.OPERATOR)
    public Response show(@QueryParam("account") @DefaultValue("") String chosen, @Context UriInfo uri) {
        List<OciAccounts.Account> all = accounts.all();
        OciAccounts.Account account = all.stream()
                .filter(a -> a.username().equals(chosen))
                .findFirst()
                .or(() ->
                        all.stream().filter(a -> a.customer().equals(SRM_BUYER)).findFirst())
                .or(() -> all.stream().findFirst())
                .orElse(new OciAccounts.Account("", "", ""));
        String hook = Origins.of(uri.getRequestUri()) + "/console/simulator/return";
        return pages.show(
                "simulator",
                "simulator",
                Map.of("accounts", all, "account", account, "password", demoPassword(account), "hook", hook));
    }

    /** Known in the demo only, where it stands in the demo's properties file anyway. */
    private String demoPassword(OciAccounts.Account account) {
        return settings.demo() && !account.customer().isEmpty()
                ? secrets.get("customer." + account.customer() + ".oci.password")
                : "";
    }

    /** What the frame shows before the shop opens in it. */
    @GET
    @Path("blank")
    @RolesAllowed(Roles.OPERATOR)
    public Response blank() {
        return framed(pages.plain(200, "blank", Map.of()));
    }

    /**
     * Where the shop sends the buyer back to. In the demo it works without a login: browsers send no cookie of ours with a post
     * from another site, and nothing is kept. Elsewhere only for whoever is logged in.
     *
     * @throws NotFoundException for everybody else
     */
    @POST
    @Path("return")
    @PermitAll
    @FromAnywhere
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    public Response cameBack(String form) {
        if (!isOpen()) {
            throw new NotFoundException();
        }
        return framed(pages.plain(200, "returned", Map.of("cart", ReturnedCart.of(form))));
    }

    boolean isOpen() {
        return settings.demo() || visitor.user().isPresent();
    }

    private static Response framed(Response page) {
        return Response.fromResponse(page)
                .header(SecurityHeaders.POLICY, SecurityHeaders.FRAMED_BY_US)
                .build();
    }

    @GET
    @Path("return")
    @PermitAll
    public Response cameBackByLink(@Context UriInfo uri) {
        String query = uri.getRequestUri().getRawQuery();
        return cameBack(query == null ? "" : query);
    }
}
