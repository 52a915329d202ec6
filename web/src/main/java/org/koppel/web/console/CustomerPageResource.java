package org.koppel.web.console;

import jakarta.annotation.security.RolesAllowed;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.FormParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.NotFoundException;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.SecurityContext;
import java.time.Clock;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.koppel.operations.Audit;
import org.koppel.operations.CustomerActions;
import org.koppel.operations.portal.CouplingDesk;
import org.koppel.operations.portal.PortalInvitations;
import org.koppel.operations.portal.PortalRefusedException;
import org.koppel.outbound.ChannelDesk;
import org.koppel.party.Credentials;
import org.koppel.party.Customer;
import org.koppel.party.Customers;
import org.koppel.party.OrderPolicy;
import org.koppel.party.ReturnOrigin;
import org.koppel.platform.Settings;
import org.koppel.transport.TransportId;
import org.koppel.web.security.Roles;

/** The customers: who administers a customer's own pages, and the switches of its couplings. */
@Path("customers")
@ApplicationScoped
@RolesAllowed(Roles.OPERATOR)
public class CustomerPageResource {
    private static final int UNPROCESSABLE = 422;
    private static final String HERE = "/console/customers/";

    @Inject
    private Customers customers;

    @Inject
    private PortalInvitations invitations;

    @Inject
    private CouplingDesk couplings;

    @Inject
    private ChannelDesk channels;

    @Inject
    private CustomerActions actions;

    @Inject
    private Audit audit;

    @Inject
    private Settings settings;

    @Inject
    private Clock clock;

    @Inject
    private ConsolePages pages;

    @GET
    public Response list() {
        return pages.show("customers", "customers", Map.of("all", customers.all()));
    }

    @GET
    @Path("{customer}")
    public Response show(@PathParam("customer") String id, @QueryParam("done") @DefaultValue("") String done) {
        return page(customer(id), done, "");
    }

    /** The one page that shows the link, which is kept nowhere; where it is mailed, nobody but that person sees it. */
    @POST
    @Path("{customer}/invitations")
    public Response invite(
            @PathParam("customer") String id,
            @FormParam("name") @DefaultValue("") String name,
            @FormParam("fullName") @DefaultValue("") String fullName,
            @FormParam("email") @DefaultValue("") String email,
            @Context SecurityContext security) {
        Customer customer = customer(id);
        try {
            String token = invitations.invite(customer.id(), name, fullName, email, who(security));
            String link = settings.publicUrl() + "/portal/invitation/" + token;
            boolean mailed = !email.isBlank();
            return pages.show(
                    "invited",
                    "customers",
                    Map.of(
                            "customer",
                            customer,
                            "name",
                            name,
                            "email",
                            email.strip(),
                            "link",
                            mailed ? "" : link,
                            "until",
                            clock.instant().plus(PortalInvitations.LIFE)));
        } catch (PortalRefusedException e) {
            return page(customer, "", e.reason());
        }
    }

    @POST
    @Path("{customer}/people")
    public Response person(
            @PathParam("customer") String id,
            @FormParam("name") @DefaultValue("") String name,
            @FormParam("on") boolean on,
            @Context SecurityContext security) {
        return done(id, invitations.switchTo(customer(id).id(), name, on, who(security)));
    }

    @POST
    @Path("{customer}/couplings")
    public Response coupling(
            @PathParam("customer") String id,
            @FormParam("kind") Credentials.Kind kind,
            @FormParam("on") boolean on,
            @Context SecurityContext security) {
        Customer customer = customer(id);
        if (kind == null) {
            throw new NotFoundException();
        }
        couplings.switchTo(customer.id(), kind, on, who(security));
        return done(id, true);
    }

    /** Who answers the customer's orders. */
    @POST
    @Path("{customer}/policy")
    public Response policy(
            @PathParam("customer") String id, @FormParam("by") OrderPolicy by, @Context SecurityContext security) {
        Customer customer = customer(id);
        if (by == null) {
            throw new NotFoundException();
        }
        actions.answered(customer.id(), by, who(security));
        return done(id, true);
    }

    /** One more system that the customer's browsers come back to. */
    @POST
    @Path("{customer}/returns")
    public Response allow(
            @PathParam("customer") String id,
            @FormParam("address") @DefaultValue("") String address,
            @Context SecurityContext security) {
        Customer customer = customer(id);
        Optional<ReturnOrigin> origin = ReturnOrigin.of(address, settings.demo());
        if (origin.isEmpty()) {
            return page(UNPROCESSABLE, customer, "", "", address);
        }
        actions.allow(customer.id(), origin.get(), who(security));
        return done(id, true);
    }

    @POST
    @Path("{customer}/returns/remove")
    public Response disallow(
            @PathParam("customer") String id,
            @FormParam("origin") @DefaultValue("") String origin,
            @Context SecurityContext security) {
        actions.disallow(customer(id).id(), origin.replace('\0', ' '), who(security));
        return done(id, true);
    }

    @POST
    @Path("{customer}/answers")
    public Response answer(
            @PathParam("customer") String id,
            @FormParam("channel") UUID channel,
            @FormParam("on") boolean on,
            @Context SecurityContext security) {
        return done(id, channel != null && couplings.switchAnswer(customer(id).id(), channel, on, who(security)));
    }

    private static Response done(String id, boolean known) {
        if (!known) {
            throw new NotFoundException();
        }
        return ConsolePages.done(HERE + id, "customer");
    }

    private Response page(Customer customer, String done, String refused) {
        return page(200, customer, done, refused, "");
    }

    /** @param address that cannot be allowed; empty: none was typed */
    private Response page(int status, Customer customer, String done, String refused, String address) {
        Map<String, Object> model = new HashMap<>();
        model.put("customer", customer);
        model.put("people", invitations.of(customer.id()));
        model.put("ways", couplings.of(customer.id()));
        model.put("answers", couplings.answers(customer.id()));
        model.put(
                "transports",
                channels.transports().stream().map(TransportId::value).toList());
        model.put("deeds", audit.of(customer.id()));
        model.put("now", clock.instant());
        model.put("done", done);
        model.put("refused", refused);
        model.put("origins", customers.allowedOrigins(customer.id()));
        model.put("address", address);
        return Response.fromResponse(pages.show("customer", "customers", model))
                .status(status)
                .build();
    }

    private static String who(SecurityContext security) {
        return security.getUserPrincipal().getName();
    }

    private Customer customer(String id) {
        return customers.named(id).orElseThrow(NotFoundException::new);
    }
}
