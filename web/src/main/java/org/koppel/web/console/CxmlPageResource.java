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
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.koppel.operations.Audit;
import org.koppel.party.Customer;
import org.koppel.party.Customers;
import org.koppel.punchout.cxml.CxmlConnection;
import org.koppel.punchout.cxml.CxmlConnections;
import org.koppel.web.security.Roles;

/** What is agreed with a customer about cXML PunchOut: seen and changed. */
@Path("cxml/{customer}")
@ApplicationScoped
@RolesAllowed(Roles.OPERATOR)
public class CxmlPageResource {
    @Inject
    private Customers customers;

    @Inject
    private CxmlConnections connections;

    @Inject
    private Audit audit;

    @Inject
    private ConsolePages pages;

    /** What the page shows; {@code faults} are names of fields that have to be mended before it is kept. */
    public record View(Customer customer, CxmlConnection agreed, List<String> faults) {}

    @GET
    public Response show(@PathParam("customer") String id, @QueryParam("done") @DefaultValue("") String done) {
        Customer customer = customer(id);
        return page(new View(customer, connections.of(customer.id()), List.of()), done);
    }

    @POST
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    public Response save(
            @PathParam("customer") String id, MultivaluedMap<String, String> form, @Context SecurityContext security) {
        Customer customer = customer(id);
        CxmlConnection wanted = read(form);
        if (!wanted.faults().isEmpty()) {
            return page(new View(customer, wanted, wanted.faults()), "");
        }
        connections.change(customer.id(), wanted);
        audit.note(
                security.getUserPrincipal().getName(),
                "CXML",
                null,
                customer.id().value());
        return ConsolePages.done("/console/cxml/" + customer.id().value(), "cxml");
    }

    private static CxmlConnection read(MultivaluedMap<String, String> form) {
        List<String> echo = Arrays.stream(text(form, "echo").split(","))
                .map(String::strip)
                .filter(e -> !e.isEmpty())
                .toList();
        return new CxmlConnection(
                text(form, "fieldName"),
                text(form, "dtd"),
                text(form, "setupDtd"),
                text(form, "scheme"),
                form.containsKey("pricePerOne"),
                text(form, "operationAllowed"),
                echo,
                form.containsKey("catalogue"));
    }

    private static String text(MultivaluedMap<String, String> form, String name) {
        String value = form.getFirst(name);
        return value == null ? "" : value.replace('\0', ' ').strip();
    }

    private Response page(View view, String done) {
        return pages.show("cxml", "dialects", Map.of("view", view, "done", done));
    }

    private Customer customer(String id) {
        return customers.named(id).orElseThrow(NotFoundException::new);
    }
}
