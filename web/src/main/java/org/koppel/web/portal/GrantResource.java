package org.koppel.web.portal;

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
import jakarta.ws.rs.core.Response;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.koppel.catalogue.Categories;
import org.koppel.catalogue.Category;
import org.koppel.operations.portal.AssortmentDesk;
import org.koppel.operations.portal.BudgetDesk;
import org.koppel.operations.portal.BuyerDesk;
import org.koppel.operations.portal.PortalRefusedException;
import org.koppel.operations.portal.SiteDesk;
import org.koppel.party.Customer;
import org.koppel.party.Customers;
import org.koppel.punchout.Budget;
import org.koppel.web.security.CurrentPerson;
import org.koppel.web.security.Roles;

/** What sites and buyers may spend and see, within what is agreed with the supplier. */
@Path("grants")
@ApplicationScoped
@RolesAllowed(Roles.ADMINISTRATOR)
public class GrantResource {
    private static final String HERE = "/portal/grants";

    @Inject
    private BudgetDesk budgets;

    @Inject
    private AssortmentDesk assortments;

    @Inject
    private SiteDesk sites;

    @Inject
    private BuyerDesk buyers;

    @Inject
    private Categories categories;

    @Inject
    private Customers customers;

    @Inject
    private CurrentPerson current;

    @Inject
    private PortalPages pages;

    @GET
    public Response show(@QueryParam("done") @DefaultValue("") String done) {
        return page(done, Entry.NONE);
    }

    @POST
    @Path("budgets")
    public Response budget(
            @FormParam("whom") @DefaultValue("") String whom,
            @FormParam("period") @DefaultValue("MONTH") Budget.Period period,
            @FormParam("amount") @DefaultValue("") String amount,
            @FormParam("mode") @DefaultValue("REFUSE") Budget.Mode mode) {
        try {
            budgets.grant(current.person(), whom, period, amount, mode);
        } catch (PortalRefusedException e) {
            return page("", Entry.of(e));
        }
        return PortalPages.done(HERE, "grant");
    }

    @POST
    @Path("budgets/remove")
    public Response removeBudget(@FormParam("id") UUID id) {
        return done(budgets.remove(current.person(), id));
    }

    @POST
    @Path("assortment")
    public Response rule(
            @FormParam("whom") @DefaultValue("") String whom,
            @FormParam("effect") @DefaultValue("EXCLUDE") String effect,
            @FormParam("category") @DefaultValue("") String category,
            @FormParam("article") @DefaultValue("") String article) {
        List<String> codes = List.copyOf(categories().keySet());
        try {
            assortments.grant(
                    current.person(), whom, effect.equals("INCLUDE"), codes, article.isBlank() ? category : article);
        } catch (PortalRefusedException e) {
            return page("", Entry.of(e));
        }
        return PortalPages.done(HERE, "grant");
    }

    @POST
    @Path("assortment/remove")
    public Response removeRule(@FormParam("id") @DefaultValue("0") long id) {
        return done(assortments.remove(current.person(), id));
    }

    private static Response done(boolean known) {
        if (!known) {
            throw new NotFoundException();
        }
        return PortalPages.done(HERE, "grant");
    }

    private Response page(String done, Entry entry) {
        Map<String, Object> model = new HashMap<>();
        model.put("budgets", budgets.of(current.customer()));
        model.put("agreed", budgets.agreed(current.customer()));
        model.put("priceCap", budgets.priceCap(current.customer()).orElse(null));
        model.put(
                "currency",
                customers.byId(current.customer()).map(Customer::currency).orElse(""));
        model.put("rules", assortments.of(current.customer()));
        model.put("sites", sites.of(current.customer()));
        model.put("buyers", buyers.of(current.customer()));
        model.put("categories", categories());
        model.put("done", done);
        return pages.form("grants", "grants", model, entry);
    }

    /** Names by code, children behind their parent. */
    private Map<String, String> categories() {
        Map<String, String> names = new LinkedHashMap<>();
        collect(categories.tree(current.customer(), pages.texts().language()), "", names);
        return names;
    }

    private static void collect(List<Category> level, String parents, Map<String, String> names) {
        for (Category category : level) {
            String name = parents + category.name();
            names.put(category.code(), name);
            collect(category.children(), name + " › ", names);
        }
    }
}
