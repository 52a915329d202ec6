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
import jakarta.ws.rs.core.EntityPart;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.SecurityContext;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.koppel.codec.RowAgreements;
import org.koppel.inbound.pickup.WayIn;
import org.koppel.inbound.pickup.WaysInDesk;
import org.koppel.operations.OrderFileDesk;
import org.koppel.operations.OrderFilePreview;
import org.koppel.party.BackOffice;
import org.koppel.party.Customer;
import org.koppel.party.Customers;
import org.koppel.web.security.Roles;

/**
 * How files are written: what the columns of a customer's files with orders hold, agreed for the customer or for one of its ways in, and its
 * numbers and units. The back office's files have our columns; only how it writes is agreed.
 */
@Path("files/{customer}")
@ApplicationScoped
@RolesAllowed(Roles.OPERATOR)
public class OrderFilePageResource {
    private static final int UNPROCESSABLE = 422;

    @Inject
    private Customers customers;

    @Inject
    private WaysInDesk ways;

    @Inject
    private OrderFileDesk desk;

    @Inject
    private ConsolePages pages;

    /**
     * What the page shows: {@code way} is null for what holds for all of them; {@code others} are the customer's ways in; {@code fields}
     * are empty for the back office; {@code tried} says that the preview is of a sample.
     */
    public record View(
            Customer customer,
            WayIn way,
            List<WayIn> others,
            List<String> fields,
            List<String> options,
            OrderFileForm form,
            OrderFilePreview preview,
            boolean tried) {}

    @GET
    public Response show(
            @PathParam("customer") String id,
            @QueryParam("way") UUID way,
            @QueryParam("done") @DefaultValue("") String done) {
        Customer customer = customer(id);
        WayIn chosen = way(customer, way);
        OrderFileForm form = OrderFileForm.of(desk.agreed(customer.id(), Optional.ofNullable(way)));
        return page(200, customer, chosen, form, done);
    }

    /** Shows what a sample becomes, and keeps nothing. */
    @POST
    @Path("preview")
    @Consumes(MediaType.MULTIPART_FORM_DATA)
    public Response preview(@PathParam("customer") String id, @QueryParam("way") UUID way, List<EntityPart> parts)
            throws IOException {
        Customer customer = customer(id);
        return page(200, customer, way(customer, way), OrderFileForm.read(parts, names()), "");
    }

    @POST
    @Consumes(MediaType.MULTIPART_FORM_DATA)
    public Response save(
            @PathParam("customer") String id,
            @QueryParam("way") UUID way,
            List<EntityPart> parts,
            @Context SecurityContext security)
            throws IOException {
        Customer customer = customer(id);
        WayIn chosen = way(customer, way);
        OrderFileForm form = OrderFileForm.read(parts, names());
        String who = security.getUserPrincipal().getName();
        if (!desk.save(customer.id(), Optional.ofNullable(way), form.agreed(), who)
                .isEmpty()) {
            return page(UNPROCESSABLE, customer, chosen, form, ""); // which says what is wrong
        }
        String here = "/console/files/" + customer.id().value();
        return chosen == null
                ? ConsolePages.done(here, "files")
                : ConsolePages.goTo(here + "?done=files&way=" + way).build();
    }

    private List<String> names() {
        List<String> names = new ArrayList<>(desk.options());
        desk.fields().forEach(f -> names.add(RowAgreements.COLUMN + f));
        return names;
    }

    private Response page(int status, Customer customer, WayIn way, OrderFileForm form, String done) {
        byte[] sample = form.sample();
        View view = new View(
                customer,
                way,
                waysOf(customer),
                BackOffice.is(customer.id()) ? List.of() : desk.fields(),
                desk.options(),
                form,
                desk.preview(customer.id(), form.agreed(), sample),
                sample.length > 0);
        return pages.show(
                status,
                "order-files",
                BackOffice.is(customer.id()) ? "back-office" : "customers",
                Map.of("view", view, "done", done));
    }

    private List<WayIn> waysOf(Customer customer) {
        return ways.all().stream()
                .map(WaysInDesk.Listed::way)
                .filter(w -> w.customer().filter(customer.id()::equals).isPresent())
                .toList();
    }

    /** Null when none is asked for. */
    private WayIn way(Customer customer, UUID id) {
        return id == null
                ? null
                : waysOf(customer).stream()
                        .filter(w -> w.id().equals(id))
                        .findFirst()
                        .orElseThrow(NotFoundException::new);
    }

    private Customer customer(String id) {
        return customers
                .named(id)
                .or(() -> BackOffice.ID.value().equals(id) ? customers.byId(BackOffice.ID) : Optional.empty())
                .orElseThrow(NotFoundException::new);
    }
}
