package org.koppel.web.api;

import jakarta.annotation.security.RolesAllowed;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.NotFoundException;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.SecurityContext;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.koppel.catalogue.ArticleSettings;
import org.koppel.catalogue.Articles;
import org.koppel.catalogue.Search;
import org.koppel.catalogue.SearchQuery;
import org.koppel.catalogue.SearchResult;
import org.koppel.catalogue.StockDisplay;
import org.koppel.operations.InvalidFilterException;
import org.koppel.party.Caller;
import org.koppel.shared.PartyId;
import org.koppel.web.api.ArticleViews.ArticleDetailView;
import org.koppel.web.api.ArticleViews.ArticleView;
import org.koppel.web.security.KnownCaller;
import org.koppel.web.security.Roles;

/** Articles as the caller may buy them. The back office says for whom it asks. */
@Path("v1/articles")
@ApplicationScoped
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Articles", description = "The caller's assortment with net prices and stock")
public class ArticleResource {
    private static final int PAGE = 50;

    @Inject
    private Search search;

    @Inject
    private Articles articles;

    @Inject
    private ArticleSettings settings;

    @GET
    @RolesAllowed({Roles.CUSTOMER, Roles.SUPPLIER})
    @Operation(
            operationId = "searchArticles",
            summary = "Find articles by number, words, or words with typos, best first")
    public ItemList<ArticleView> find(
            @Parameter(description = "A number or words", example = "100001") @QueryParam("q") @DefaultValue("")
                    String q,
            @Parameter(description = "nl, fr, de or en") @QueryParam("language") @DefaultValue("en") String language,
            @Parameter(description = "For whom; only for the back office, which must say it") @QueryParam("customer")
                    String customer,
            @Parameter(description = "The value of next of the page before") @QueryParam("after") String after,
            @Context SecurityContext security) {
        int page = page(after);
        SearchQuery query = SearchQuery.of(q, language).size(PAGE).page(page);
        StockDisplay stock = stock(security);
        SearchResult found = search.search(customer(customer, security), query);
        return new ItemList<>(
                found.hits().stream().map(o -> ArticleView.of(o, stock)).toList(),
                found.hasNext() ? Integer.toString(page + 1) : null);
    }

    @GET
    @Path("{number}")
    @RolesAllowed({Roles.CUSTOMER, Roles.SUPPLIER})
    @Operation(
            operationId = "getArticle",
            summary = "An article with texts, prices by quantity, stock and alternatives")
    public ArticleDetailView show(
            @PathParam("number") String number,
            @QueryParam("language") @DefaultValue("en") String language,
            @QueryParam("customer") String customer,
            @Context SecurityContext security) {
        return articles.detail(customer(customer, security), number, language)
                .map(d -> ArticleDetailView.of(d, stock(security)))
                .orElseThrow(NotFoundException::new);
    }

    /** What was agreed to be shown to a customer; the back office sees all. */
    private StockDisplay stock(SecurityContext security) {
        return KnownCaller.of(security).customer().map(settings::stock).orElse(StockDisplay.FIGURE);
    }

    private static PartyId customer(String asked, SecurityContext security) {
        Caller caller = KnownCaller.of(security);
        PartyId wanted = asked == null || asked.isBlank() ? null : ListParameters.party(asked);
        if (wanted != null && !caller.maySee(wanted)) {
            throw new NotFoundException();
        }
        return caller.customer().orElseGet(() -> {
            if (wanted == null) {
                throw new InvalidFilterException("customer", "", "say for which customer the articles are priced");
            }
            return wanted;
        });
    }

    private static int page(String after) {
        if (after == null || after.isBlank()) {
            return 0;
        }
        if (!after.matches("\\d{1,6}")) {
            throw new InvalidFilterException("after", after, "use the value of \"next\" of the page before");
        }
        return Integer.parseInt(after);
    }
}
