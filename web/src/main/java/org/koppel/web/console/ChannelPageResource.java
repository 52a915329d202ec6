package org.koppel.web.console;

import jakarta.annotation.security.RolesAllowed;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DefaultValue;
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
import org.koppel.codec.FormatId;
import org.koppel.operations.ChannelActions;
import org.koppel.outbound.ChannelDesk;
import org.koppel.party.BackOffice;
import org.koppel.party.Channel;
import org.koppel.party.Customer;
import org.koppel.party.Customers;
import org.koppel.shared.PartyId;
import org.koppel.transport.DeliveryOutcome;
import org.koppel.transport.TransportId;
import org.koppel.web.security.Roles;

/** The ways out to a customer, or to the back office: formats, transport, settings, and when deliveries go. */
@Path("channels")
@ApplicationScoped
@RolesAllowed(Roles.OPERATOR)
public class ChannelPageResource {
    private static final String HERE = "/console/channels";

    /** What goes to the back office, the likeliest first; what else is written goes to customers. */
    private static final List<String> TO_BACK_OFFICE =
            List.of("Order", "OrderChange", "OrderCancellation", "ApplicationResponse", "InterchangeReceipt");

    @Inject
    private ChannelDesk desk;

    @Inject
    private ChannelActions actions;

    @Inject
    private Customers customers;

    @Inject
    private CodecRegistry codecs;

    @Inject
    private ConsolePages pages;

    @GET
    @Path("new")
    public Response fresh(
            @QueryParam("customer") @DefaultValue("") String customer,
            @QueryParam("transport") @DefaultValue("") String transport) {
        TransportId id = known(transport);
        String usual = isBackOffice(customer) ? TO_BACK_OFFICE.get(0) : "OrderResponse";
        return page(
                200,
                null,
                ChannelForm.fresh(
                        id, desk.settingsOf(id), customer(customer).id().value(), usual),
                null,
                "");
    }

    @POST
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    public Response add(MultivaluedMap<String, String> form, @Context SecurityContext security) {
        TransportId transport = known(form.getFirst("transport"));
        Customer customer = customer(form.getFirst("customer"));
        ChannelForm typed = read(transport, customer.id(), form);
        if (!typed.faults().isEmpty()) {
            return page(422, null, typed, null, "");
        }
        UUID id = UUID.randomUUID();
        actions.save(typed.channel(id, customer.id()), who(security));
        return ConsolePages.done(HERE + "/" + id, "channel");
    }

    @GET
    @Path("{id}")
    public Response show(@PathParam("id") UUID id, @QueryParam("done") @DefaultValue("") String done) {
        Channel channel = channel(id);
        return page(200, id, ChannelForm.of(channel, desk.settingsOf(channel.transport())), null, done);
    }

    @POST
    @Path("{id}")
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    public Response save(
            @PathParam("id") UUID id, MultivaluedMap<String, String> form, @Context SecurityContext security) {
        Channel channel = channel(id);
        ChannelForm typed = read(channel.transport(), channel.customer(), form);
        if (!typed.faults().isEmpty()) {
            typed.values().put("customer", channel.customer().value());
            return page(422, id, typed, null, "");
        }
        actions.save(typed.channel(id, channel.customer()), who(security));
        return ConsolePages.done(HERE + "/" + id, "channel");
    }

    /** The answer is the page itself, with what the partner said. */
    @POST
    @Path("{id}/test")
    public Response test(@PathParam("id") UUID id) {
        Channel channel = channel(id);
        DeliveryOutcome said = desk.test(channel);
        return page(200, id, ChannelForm.of(channel, desk.settingsOf(channel.transport())), said, "");
    }

    private ChannelForm read(TransportId transport, PartyId customer, MultivaluedMap<String, String> form) {
        ChannelForm.Offer offer = new ChannelForm.Offer() {
            @Override
            public List<String> types() {
                return typesFor(customer.value());
            }

            @Override
            public boolean writes(String type, String format) {
                return codecs.writes(type, format);
            }

            @Override
            public boolean bundles(String format) {
                return desk.bundles(new FormatId(format), transport);
            }
        };
        return ChannelForm.read(transport, desk.settingsOf(transport), form, offer);
    }

    private List<String> typesFor(String customer) {
        return isBackOffice(customer) ? TO_BACK_OFFICE : codecs.typesWritten();
    }

    private static boolean isBackOffice(String customer) {
        return BackOffice.ID.value().equals(customer);
    }

    /** @param id of a channel that is kept, else null */
    private Response page(int status, UUID id, ChannelForm form, DeliveryOutcome said, String done) {
        Map<String, Object> model = new HashMap<>();
        model.put("id", id);
        model.put("form", form);
        model.put("said", said);
        model.put("types", typesFor(form.value("customer")));
        model.put("done", done);
        return pages.show(status, "channel", "customers", model);
    }

    private TransportId known(String transport) {
        return desk.transports().stream()
                .filter(t -> t.value().equals(transport))
                .findFirst()
                .orElseThrow(NotFoundException::new);
    }

    private Channel channel(UUID id) {
        return desk.byId(id).orElseThrow(NotFoundException::new);
    }

    private Customer customer(String id) {
        return isBackOffice(id)
                ? customers.byId(BackOffice.ID).orElseThrow(NotFoundException::new)
                : customers.named(id).orElseThrow(NotFoundException::new);
    }

    private static String who(SecurityContext security) {
        return security.getUserPrincipal().getName();
    }
}
