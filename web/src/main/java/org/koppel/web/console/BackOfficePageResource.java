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
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.SecurityContext;
import java.util.Map;
import java.util.UUID;
import org.koppel.inbound.pickup.WaysInDesk;
import org.koppel.operations.Audit;
import org.koppel.operations.portal.CouplingDesk;
import org.koppel.outbound.ChannelDesk;
import org.koppel.party.BackOffice;
import org.koppel.transport.TransportId;
import org.koppel.web.security.Roles;

/** The supplier's own back office: where orders go to it, and where its answers, despatch advices and invoices are fetched. */
@Path("back-office")
@ApplicationScoped
@RolesAllowed(Roles.OPERATOR)
public class BackOfficePageResource {
    private static final String HERE = "/console/back-office";

    @Inject
    private CouplingDesk couplings;

    @Inject
    private ChannelDesk channels;

    @Inject
    private WaysInDesk ways;

    @Inject
    private Audit audit;

    @Inject
    private ConsolePages pages;

    @GET
    public Response show(@QueryParam("done") @DefaultValue("") String done) {
        return pages.show(
                "back-office",
                "back-office",
                Map.of(
                        "answers",
                        couplings.answers(BackOffice.ID),
                        "transports",
                        channels.transports().stream().map(TransportId::value).toList(),
                        "ways",
                        ways.all().stream()
                                .filter(w -> w.way().customer().isEmpty())
                                .toList(),
                        "pickups",
                        ways.transports(),
                        "deeds",
                        audit.of(BackOffice.ID),
                        "done",
                        done));
    }

    /** A way out that is off makes no new deliveries. */
    @POST
    @Path("answers")
    public Response answer(
            @FormParam("channel") UUID channel, @FormParam("on") boolean on, @Context SecurityContext security) {
        String who = security.getUserPrincipal().getName();
        if (channel == null || !couplings.switchAnswer(BackOffice.ID, channel, on, who)) {
            throw new NotFoundException();
        }
        return ConsolePages.done(HERE, "customer");
    }
}
