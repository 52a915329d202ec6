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
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.SecurityContext;
import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.koppel.catalogue.ArticleSettings;
import org.koppel.catalogue.StockDisplay;
import org.koppel.catalogue.Surcharge;
import org.koppel.operations.Audit;
import org.koppel.party.Buyer;
import org.koppel.party.Buyers;
import org.koppel.party.Customer;
import org.koppel.party.Customers;
import org.koppel.party.Site;
import org.koppel.punchout.Budget;
import org.koppel.punchout.Budgets;
import org.koppel.punchout.ShopPolicies;
import org.koppel.punchout.ShopPolicy;
import org.koppel.web.security.Roles;

/**
 * What is agreed with a customer about its carts: approval, how long they wait, price cap, budgets; how it sees stock and
 * surcharges.
 */
@Path("shops/{customer}")
@ApplicationScoped
@RolesAllowed(Roles.OPERATOR)
public class ShopPolicyPageResource {
    @Inject
    private Customers customers;

    @Inject
    private Buyers buyers;

    @Inject
    private ShopPolicies policies;

    @Inject
    private Budgets budgets;

    @Inject
    private ArticleSettings settings;

    @Inject
    private Audit audit;

    @Inject
    private ConsolePages pages;

    /** What the page shows; {@code problem} is a key of the texts, or empty. */
    public record View(
            Customer customer,
            ShopPolicy policy,
            ArticleSettings.Agreed shown,
            List<Budget> budgets,
            List<Site> sites,
            List<Buyer> buyers,
            String problem) {}

    @GET
    public Response show(@PathParam("customer") String id, @QueryParam("done") @DefaultValue("") String done) {
        return page(200, customer(id), done, "");
    }

    @POST
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    public Response save(
            @PathParam("customer") String id,
            @FormParam("atOnce") @DefaultValue("NO") String atOnce,
            @FormParam("parkedDays") @DefaultValue("") String parkedDays,
            @FormParam("noticeDays") @DefaultValue("") String noticeDays,
            @FormParam("priceCap") @DefaultValue("") String priceCap,
            @FormParam("priceCapMode") @DefaultValue("REFUSE") String mode,
            @Context SecurityContext security) {
        Customer customer = customer(id);
        try {
            ShopPolicy policy = new ShopPolicy(
                    ShopPolicy.AtOnce.valueOf(atOnce),
                    Integer.parseInt(parkedDays.strip()),
                    Integer.parseInt(noticeDays.strip()),
                    priceCap.isBlank() ? null : amount(priceCap),
                    Budget.Mode.valueOf(mode));
            policies.save(customer.id(), policy);
        } catch (IllegalArgumentException e) { // numbers and choices that mean nothing; the page says what is possible
            return page(422, customer, "", "shop.problem");
        }
        return done(customer, security);
    }

    @POST
    @Path("articles")
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    public Response articles(
            @PathParam("customer") String id,
            @FormParam("stock") @DefaultValue("") String stock,
            @FormParam("surcharges") @DefaultValue("") String surcharges,
            @Context SecurityContext security) {
        Customer customer = customer(id);
        ArticleSettings.Agreed agreed;
        try {
            agreed = new ArticleSettings.Agreed(StockDisplay.valueOf(stock), Surcharge.Handling.valueOf(surcharges));
        } catch (IllegalArgumentException e) { // choices that mean nothing
            return page(422, customer, "", "shop.articles.problem");
        }
        settings.save(customer.id(), agreed);
        audit.note(
                security.getUserPrincipal().getName(),
                "ARTICLE_SETTING",
                null,
                customer.id().value() + ": " + agreed.stock() + ", " + agreed.surcharges());
        return ConsolePages.done("/console/shops/" + customer.id().value(), "shop");
    }

    /** An empty amount takes the budget away. */
    @POST
    @Path("budgets")
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    public Response budget(
            @PathParam("customer") String id,
            @FormParam("of") @DefaultValue("") String of,
            @FormParam("period") @DefaultValue("MONTH") String period,
            @FormParam("amount") @DefaultValue("") String amount,
            @FormParam("mode") @DefaultValue("REFUSE") String mode,
            @Context SecurityContext security) {
        Customer customer = customer(id);
        try {
            String site = of.startsWith("site:") ? of.substring("site:".length()) : null;
            String buyer = of.startsWith("buyer:") ? of.substring("buyer:".length()) : null;
            if (site == null && buyer == null && !of.isEmpty()) {
                return page(422, customer, "", "shop.problem");
            }
            budgets.save(
                    customer.id(),
                    new Budget(
                            UUID.randomUUID(),
                            site,
                            buyer,
                            Budget.Period.valueOf(period),
                            amount(amount),
                            Budget.Mode.valueOf(mode)));
        } catch (IllegalArgumentException e) { // as above
            return page(422, customer, "", "shop.problem");
        }
        return done(customer, security);
    }

    @POST
    @Path("budgets/{budget}/remove")
    public Response remove(
            @PathParam("customer") String id, @PathParam("budget") UUID budget, @Context SecurityContext security) {
        Customer customer = customer(id);
        budgets.remove(customer.id(), budget);
        return done(customer, security);
    }

    /** @throws NumberFormatException when it is no amount */
    private static BigDecimal amount(String text) {
        String plain = text.strip().replace(',', '.');
        if (!plain.matches("[0-9]{1,12}(\\.[0-9]{1,4})?")) {
            throw new NumberFormatException("No amount");
        }
        return new BigDecimal(plain);
    }

    private Response done(Customer customer, SecurityContext security) {
        audit.note(
                security.getUserPrincipal().getName(),
                "SHOP_POLICY",
                null,
                customer.id().value());
        return ConsolePages.done("/console/shops/" + customer.id().value(), "shop");
    }

    private Response page(int status, Customer customer, String done, String problem) {
        View view = new View(
                customer,
                policies.of(customer.id()),
                settings.of(customer.id()),
                budgets.of(customer.id()),
                customers.sites(customer.id()),
                buyers.of(customer.id()),
                problem);
        return pages.show(status, "shop", "carts", Map.of("view", view, "done", done));
    }

    private Customer customer(String id) {
        return customers.named(id).orElseThrow(NotFoundException::new);
    }
}
