package org.koppel.web.console;

import jakarta.annotation.security.RolesAllowed;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
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
import jakarta.ws.rs.core.MultivaluedMap;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.SecurityContext;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.koppel.codec.CodecRegistry;
import org.koppel.inbound.pickup.UnknownWayInException;
import org.koppel.inbound.pickup.WaysInDesk;
import org.koppel.operations.Audit;
import org.koppel.operations.WayInActions;
import org.koppel.party.Customers;
import org.koppel.transport.DeliveryOutcome;
import org.koppel.transport.TransportId;
import org.koppel.web.security.Roles;

/** The ways in: places of partners that are visited on a schedule. */
@Path("ways")
@ApplicationScoped
@RolesAllowed(Roles.OPERATOR)
public class WayInPageResource {
    private static final String HERE = "/console/ways";
    private static final int SHOWN = 50;

    @Inject
    private WaysInDesk desk;

    @Inject
    private WayInActions actions;

    @Inject
    private Audit audit;

    @Inject
    private Customers customers;

    @Inject
    private CodecRegistry codecs;

    @Inject
    private ConsolePages pages;

    @GET
    public Response list() {
        return pages.show("ways", "ways", Map.of("all", desk.all(), "transports", desk.transports()));
    }

    @GET
    @Path("new")
    public Response fresh(
            @QueryParam("transport") @DefaultValue("") String transport,
            @QueryParam("customer") @DefaultValue("") String customer) {
        TransportId id = known(transport);
        return form(200, WayInForm.fresh(id, desk.settingsOf(id), customer));
    }

    @POST
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    public Response add(MultivaluedMap<String, String> form, @Context SecurityContext security) {
        TransportId transport = known(form.getFirst("transport"));
        UUID id = UUID.randomUUID();
        WayInForm typed = distinct(read(transport, form), id, true);
        if (!typed.faults().isEmpty()) {
            return form(422, typed);
        }
        actions.save(typed.way(id, true), who(security));
        return ConsolePages.done(HERE + "/" + id, "way");
    }

    @GET
    @Path("{id}")
    public Response show(@PathParam("id") UUID id, @QueryParam("done") @DefaultValue("") String done) {
        WaysInDesk.Listed way = way(id);
        return page(200, way, WayInForm.of(way.way(), desk.settingsOf(way.way().transport())), null, done);
    }

    @POST
    @Path("{id}")
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    public Response save(
            @PathParam("id") UUID id, MultivaluedMap<String, String> form, @Context SecurityContext security) {
        WaysInDesk.Listed way = way(id);
        WayInForm typed =
                distinct(read(way.way().transport(), form), id, way.way().active());
        if (!typed.faults().isEmpty()) {
            return page(422, way, typed, null, "");
        }
        actions.save(typed.way(id, way.way().active()), who(security));
        return ConsolePages.done(HERE + "/" + id, "way");
    }

    @POST
    @Path("{id}/run")
    public Response run(@PathParam("id") UUID id, @Context SecurityContext security) {
        try {
            actions.runNow(id, who(security));
        } catch (UnknownWayInException e) {
            throw new NotFoundException(e.getMessage(), e);
        }
        return ConsolePages.done(HERE + "/" + id, "wayrun");
    }

    @POST
    @Path("{id}/switch")
    public Response turn(@PathParam("id") UUID id, @FormParam("on") boolean on, @Context SecurityContext security) {
        actions.switchTo(way(id).way().id(), on, who(security));
        return ConsolePages.done(HERE + "/" + id, "way");
    }

    /** The answer is the page itself, with what the partner said. */
    @POST
    @Path("{id}/test")
    public Response test(@PathParam("id") UUID id) {
        WaysInDesk.Listed way = way(id);
        DeliveryOutcome said = desk.test(id);
        return page(200, way, WayInForm.of(way.way(), desk.settingsOf(way.way().transport())), said, "");
    }

    /** Two ways in that are on and that partners could not tell apart are one too many. */
    private WayInForm distinct(WayInForm typed, UUID id, boolean active) {
        return typed.faults().isEmpty() && desk.isTaken(typed.way(id, active)) ? typed.wrong("set.partner.id") : typed;
    }

    private WayInForm read(TransportId transport, MultivaluedMap<String, String> form) {
        List<String> ids = customers.all().stream().map(c -> c.id().value()).toList();
        return WayInForm.read(transport, desk.settingsOf(transport), form, ids, List.copyOf(codecs.formats()));
    }

    private Response form(int status, WayInForm typed) {
        return pages.show(
                status,
                "way-new",
                "ways",
                Map.of(
                        "form",
                        typed,
                        "formats",
                        List.copyOf(codecs.formats()),
                        "visited",
                        desk.isVisited(typed.transport())));
    }

    private Response page(int status, WaysInDesk.Listed way, WayInForm typed, DeliveryOutcome said, String done) {
        UUID id = way.way().id();
        Map<String, Object> model = new HashMap<>();
        model.put("way", way);
        model.put("form", typed);
        model.put("said", said);
        model.put("formats", List.copyOf(codecs.formats()));
        model.put("runs", desk.runs(id, SHOWN));
        model.put("files", desk.files(id, SHOWN));
        model.put("deeds", audit.of(id));
        model.put("done", done);
        return pages.show(status, "way", "ways", model);
    }

    private TransportId known(String transport) {
        return desk.transports().stream()
                .filter(t -> t.value().equals(transport))
                .findFirst()
                .orElseThrow(NotFoundException::new);
    }

    private WaysInDesk.Listed way(UUID id) {
        return desk.byId(id).orElseThrow(NotFoundException::new);
    }

    private static String who(SecurityContext security) {
        return security.getUserPrincipal().getName();
    }
}
