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
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.SecurityContext;
import java.util.List;
import java.util.Map;
import org.koppel.operations.Audit;
import org.koppel.party.Customer;
import org.koppel.party.Customers;
import org.koppel.punchout.oci.DialectPreview;
import org.koppel.punchout.oci.DialectRefusedException;
import org.koppel.punchout.oci.Dialects;
import org.koppel.punchout.oci.Profiles;
import org.koppel.web.security.Roles;
import org.koppel.web.view.DialectRefusal;

/** How each customer's system speaks OCI: the list, and one dialect with what it makes of the return form. */
@Path("dialects")
@ApplicationScoped
@RolesAllowed(Roles.OPERATOR)
public class DialectPageResource {
    private static final int UNPROCESSABLE = 422;
    private static final String HERE = "/console/dialects";

    @Inject
    private Customers customers;

    @Inject
    private Dialects dialects;

    @Inject
    private DialectPreview previews;

    @Inject
    private Audit audit;

    @Inject
    private ConsolePages pages;

    /** What a dialect's page shows; {@code preview} is null when the file was refused, and {@code refusal} says why. */
    public record View(Customer customer, String yaml, DialectPreview.Preview preview, String refusal) {}

    @GET
    public Response list() {
        return pages.show("dialects", "dialects", Map.of("all", customers.all()));
    }

    @GET
    @Path("{customer}")
    public Response show(
            @PathParam("customer") String id,
            @QueryParam("profile") @DefaultValue("") String profile,
            @QueryParam("done") @DefaultValue("") String done) {
        Customer customer = customer(id);
        String yaml = Profiles.names().contains(profile) ? "base: " + profile + "\n" : dialects.yaml(customer.id());
        return page(customer, yaml, done);
    }

    /** Shows what a file makes of the return form, and keeps nothing. */
    @POST
    @Path("{customer}/preview")
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    public Response preview(@PathParam("customer") String id, @FormParam("yaml") @DefaultValue("") String yaml) {
        return page(customer(id), unix(yaml), "");
    }

    @POST
    @Path("{customer}")
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    public Response save(
            @PathParam("customer") String id,
            @FormParam("yaml") @DefaultValue("") String yaml,
            @Context SecurityContext security) {
        Customer customer = customer(id);
        String who = security.getUserPrincipal().getName();
        try {
            dialects.save(customer.id(), unix(yaml), who);
        } catch (DialectRefusedException e) {
            return Response.fromResponse(page(customer, unix(yaml), "")) // which says what is wrong, and where
                    .status(UNPROCESSABLE)
                    .build();
        }
        audit.note(who, "DIALECT", null, customer.id().value());
        return ConsolePages.done(HERE + "/" + customer.id().value(), "dialect");
    }

    @GET
    @Path("{customer}/yaml")
    public Response download(@PathParam("customer") String id) {
        Customer customer = customer(id);
        String name = "dialect-" + customer.id().value() + ".yaml";
        return Response.ok(dialects.yaml(customer.id()), "application/yaml; charset=UTF-8")
                .header(HttpHeaders.CONTENT_DISPOSITION, "attachment; filename=\"" + name + "\"")
                .build();
    }

    private Response page(Customer customer, String yaml, String done) {
        DialectPreview.Preview preview = null;
        String refusal = "";
        try {
            preview = previews.of(customer.id(), yaml, pages.texts().language());
        } catch (DialectRefusedException e) {
            refusal = DialectRefusal.text(e, pages.texts().language());
        }
        List<String> profiles = Profiles.names();
        return pages.show(
                "dialect",
                "dialects",
                Map.of("view", new View(customer, yaml, preview, refusal), "profiles", profiles, "done", done));
    }

    private Customer customer(String id) {
        return customers.named(id).orElseThrow(NotFoundException::new);
    }

    /** Browsers send every line end of a form as two characters. */
    private static String unix(String text) {
        return text.replace("\r\n", "\n");
    }
}
