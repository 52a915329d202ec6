package org.koppel.web.console;

import jakarta.annotation.security.RolesAllowed;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.FormParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.NotFoundException;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.SecurityContext;
import java.util.List;
import java.util.Map;
import org.koppel.operations.Audit;
import org.koppel.operations.Couplings.Coupling;
import org.koppel.operations.Simulation;
import org.koppel.operations.Simulations;
import org.koppel.web.security.FromAnywhere;
import org.koppel.web.security.Roles;
import org.koppel.web.simulator.Entrances;
import org.koppel.web.simulator.FormBody;
import org.koppel.web.simulator.ReturnedLine;
import org.koppel.web.view.Texts;

/** One simulated punch-out: its request, the shop, what came home and how it is judged, the order, the confirmation. */
@Path("simulator/{id: [A-Za-z0-9_-]{20,60}}")
@ApplicationScoped
@RolesAllowed(Roles.OPERATOR)
public class SimulationResource {
    @Inject
    private Simulations simulations;

    @Inject
    private SimulationViews views;

    @Inject
    private Entrances entrances;

    @Inject
    private Audit audit;

    @Inject
    private ConsolePages pages;

    /** @param seen the version that the page which asks has; nothing is sent when it is still the same */
    @GET
    public Response show(
            @PathParam("id") String id,
            @QueryParam("seen") @DefaultValue("") String seen,
            @Context SecurityContext security) {
        SimulationView view = views.of(own(id, security), pages.texts());
        return seen.equals(view.version())
                ? Response.noContent().build()
                : pages.show("simulation", "simulator", Map.of("v", view));
    }

    /**
     * Sends the request and goes where the answer leads: into the shop, or to the page when something came home at once. What is
     * refused is told in the frame.
     */
    @POST
    @Path("send")
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    public Response send(
            @PathParam("id") String id,
            @FormParam("password") @DefaultValue("") String password,
            @Context HttpServletRequest request,
            @Context SecurityContext security) {
        Simulation simulation = own(id, security);
        Coupling who = views.coupling(simulation);
        Entrances.Sent sent = entrances.send(
                SimulationViews.system(simulation), who, simulation.request(), password, request.getRemoteAddr());
        simulations.sent(simulation, sent.answer(), sent.refused());
        audit.note(simulation.user(), "SIMULATE", null, who.customer() + " " + simulation.system());
        if (sent.form() != null) {
            simulations.returned(own(id, security), FormBody.write(sent.form()));
        }
        if (sent.place() != null) {
            return Response.status(Response.Status.SEE_OTHER)
                    .header("Location", sent.place())
                    .build();
        }
        return sent.refused() == null ? here(id) : refused(id, sent.refused());
    }

    /** The shop's own words where it has some. */
    private Response refused(String id, String key) {
        Texts shop = Texts.of("shop", pages.texts().language());
        boolean ours = key.startsWith("refused.") || key.startsWith("ids.");
        Texts words = ours ? shop : pages.texts();
        return SimulatorResource.framed(pages.plain(
                200, "sim-refused", Map.of("id", id, "why", words.get(key), "cure", words.get(key + ".cure"))));
    }

    /**
     * Where the cart comes home to. The address is unguessable, and the cart is taken only from the browser of the very person who
     * began the simulation, once, while it is on its way; so other sites gain nothing by posting here.
     */
    @POST
    @Path("return")
    @FromAnywhere
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    public Response cameBack(@PathParam("id") String id, String form, @Context SecurityContext security) {
        simulations.returned(own(id, security), form);
        return here(id);
    }

    @GET
    @Path("return")
    public Response seeReturned(@PathParam("id") String id, @Context SecurityContext security) {
        return here(own(id, security).id());
    }

    /** Approves the cart: makes the order of it and sends it, once. */
    @POST
    @Path("order")
    public Response order(
            @PathParam("id") String id, @Context HttpServletRequest request, @Context SecurityContext security) {
        Simulation simulation = own(id, security);
        if (simulation.returned() == null) {
            throw new NotFoundException();
        }
        List<ReturnedLine> lines = views.lines(simulation);
        if (simulation.orderMessage() == null && !lines.isEmpty()) {
            Entrances.Ordered ordered = entrances.order(
                    SimulationViews.system(simulation), views.coupling(simulation), id, lines, request.getRemoteAddr());
            simulations.ordered(simulation, ordered.document(), ordered.answer(), ordered.message());
            audit.note(simulation.user(), "SIMULATE_ORDER", ordered.message(), simulation.customer());
        }
        return here(id);
    }

    private Simulation own(String id, SecurityContext security) {
        return simulations.byId(id, security.getUserPrincipal().getName()).orElseThrow(NotFoundException::new);
    }

    private static Response here(String id) {
        return ConsolePages.goTo(SimulatorResource.HERE + "/" + id).build();
    }
}
