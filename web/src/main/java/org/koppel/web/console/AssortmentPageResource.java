package org.koppel.web.console;

import jakarta.annotation.security.RolesAllowed;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.BeanParam;
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
import jakarta.ws.rs.core.EntityPart;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.SecurityContext;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import org.koppel.catalogue.AssortmentRule;
import org.koppel.catalogue.AssortmentRules;
import org.koppel.catalogue.Categories;
import org.koppel.catalogue.Category;
import org.koppel.catalogue.CsvRows;
import org.koppel.operations.Audit;
import org.koppel.party.Customer;
import org.koppel.party.Customers;
import org.koppel.web.security.Roles;

/** What a customer may buy: what that comes to, its rules, one more, one less, many by a file. */
@Path("assortments/{customer}")
@ApplicationScoped
@RolesAllowed(Roles.OPERATOR)
public class AssortmentPageResource {
    private static final int UNPROCESSABLE = 422;
    private static final int SHOWN = 200;
    private static final AssortmentRule NOTHING = new AssortmentRule("", "", "");
    private static final List<String> HEADS = List.of("range.rule", "extra.article", "range.category");

    @Inject
    private Customers customers;

    @Inject
    private AssortmentRules rules;

    @Inject
    private Categories categories;

    @Inject
    private Audit audit;

    @Inject
    private ConsolePages pages;

    /**
     * What the page shows: the top categories that the customer sees, the names of all categories by code, the rules whose number or
     * code begins so; {@code more} says that there are more; {@code typed} stands in the form, {@code problem} is a key of the texts
     * or empty.
     */
    public record View(
            Customer customer,
            List<Category> seen,
            Map<String, String> names,
            String beginning,
            List<AssortmentRule> list,
            boolean more,
            AssortmentRule typed,
            String problem,
            Imported imported) {

        /** How many articles the customer sees. */
        public int articles() {
            return seen.stream().mapToInt(Category::count).sum();
        }

        /** Of the category in which it sees most. */
        public int most() {
            return seen.stream().mapToInt(Category::count).max().orElse(0);
        }
    }

    /** A rule as the form says it. */
    public static class Form {
        @FormParam("effect")
        @DefaultValue("")
        String effect;

        @FormParam("article")
        @DefaultValue("")
        String article;

        @FormParam("category")
        @DefaultValue("")
        String category;

        AssortmentRule rule() {
            return new AssortmentRule(effect, article, category);
        }
    }

    @GET
    public Response show(
            @PathParam("customer") String id,
            @QueryParam("beginning") @DefaultValue("") String beginning,
            @QueryParam("done") @DefaultValue("") String done) {
        return page(200, customer(id), beginning.replace('\0', ' ').strip(), NOTHING, "", Imported.NONE, done);
    }

    @POST
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    public Response add(@PathParam("customer") String id, @BeanParam Form form, @Context SecurityContext security) {
        Customer customer = customer(id);
        AssortmentRule said = form.rule();
        AssortmentRule.Outcome outcome = rules.add(customer.id(), said);
        if (outcome.isRefused()) {
            return page(UNPROCESSABLE, customer, "", said, key(outcome), Imported.NONE, "");
        }
        return done(customer, "+ " + said.effect() + " " + said.article() + said.category(), security);
    }

    @POST
    @Path("remove")
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    public Response remove(@PathParam("customer") String id, @BeanParam Form form, @Context SecurityContext security) {
        Customer customer = customer(id);
        AssortmentRule kept = form.rule();
        rules.remove(customer.id(), kept);
        return done(customer, "– " + kept.effect() + " " + kept.article() + kept.category(), security);
    }

    /** The answer is the page with what became of every line. */
    @POST
    @Path("file")
    @Consumes(MediaType.MULTIPART_FORM_DATA)
    public Response file(
            @PathParam("customer") String id, @FormParam("file") EntityPart file, @Context SecurityContext security)
            throws IOException {
        Customer customer = customer(id);
        try {
            List<Imported.Line> lines =
                    rules.addAll(customer.id(), AssortmentRule.read(UploadedList.content(file))).stream()
                            .map(AssortmentPageResource::line)
                            .toList();
            note(customer, lines.size() + " lines of a file", security);
            return page(200, customer, "", NOTHING, "", new Imported(HEADS, lines), "");
        } catch (CsvRows.UnreadableException e) {
            return page(UNPROCESSABLE, customer, "", NOTHING, "list." + e.problem(), Imported.NONE, "");
        }
    }

    @GET
    @Path("sample.csv")
    public Response sample() {
        return UploadedList.sample(AssortmentRule.SAMPLE, "assortment.csv");
    }

    private static Imported.Line line(AssortmentRule.Line line) {
        AssortmentRule said = line.said();
        return new Imported.Line(
                line.number(),
                List.of(said.effect(), said.article(), said.category()),
                key(line.outcome()),
                line.outcome().isRefused());
    }

    private static String key(AssortmentRule.Outcome outcome) {
        return "range." + outcome + (outcome.isRefused() ? ".refused" : "");
    }

    private Customer customer(String id) {
        return customers.named(id).orElseThrow(NotFoundException::new);
    }

    private Response done(Customer customer, String what, SecurityContext security) {
        note(customer, what, security);
        return ConsolePages.done("/console/assortments/" + customer.id().value(), "shop");
    }

    private void note(Customer customer, String what, SecurityContext security) {
        String noted = UploadedList.noted(customer.id().value() + ": " + what);
        audit.note(security.getUserPrincipal().getName(), "ASSORTMENT", null, noted);
    }

    private Response page(
            int status,
            Customer customer,
            String beginning,
            AssortmentRule typed,
            String problem,
            Imported imported,
            String done) {
        String language = pages.texts().language();
        List<AssortmentRule> found = rules.of(customer.id(), language, beginning, SHOWN + 1);
        View view = new View(
                customer,
                categories.tree(customer.id(), language),
                categories.names(language),
                beginning,
                found.subList(0, Math.min(found.size(), SHOWN)),
                found.size() > SHOWN,
                typed,
                problem,
                imported);
        return pages.show(status, "assortment", "customers", Map.of("view", view, "done", done));
    }
}
