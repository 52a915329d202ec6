package org.koppel.web.shop;

import jakarta.enterprise.context.RequestScoped;
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
import jakarta.ws.rs.core.EntityTag;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Request;
import jakarta.ws.rs.core.Response;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.koppel.catalogue.ArticleDetail;
import org.koppel.catalogue.ArticleSettings;
import org.koppel.catalogue.Articles;
import org.koppel.catalogue.Audience;
import org.koppel.catalogue.Categories;
import org.koppel.catalogue.Category;
import org.koppel.catalogue.CategorySearch;
import org.koppel.catalogue.Offer;
import org.koppel.catalogue.Offers;
import org.koppel.catalogue.Picture;
import org.koppel.catalogue.Pictures;
import org.koppel.catalogue.Search;
import org.koppel.catalogue.SearchQuery;
import org.koppel.catalogue.SearchResult;
import org.koppel.catalogue.StockDisplay;
import org.koppel.catalogue.Wanted;
import org.koppel.punchout.Audiences;
import org.koppel.punchout.Carts;
import org.koppel.punchout.OrderList;
import org.koppel.punchout.OrderLists;
import org.koppel.punchout.ShopPolicies;
import org.koppel.punchout.UnknownArticleException;
import org.koppel.punchout.Visit;
import org.koppel.punchout.Visits;
import org.koppel.web.view.Texts;

/** What a buyer looks at: start page, search, articles, pictures. */
@RequestScoped
@Path("{token}")
public class ShopResource {
    private static final int LAST_ORDERED = 4;
    private static final String PICTURE_CACHE = "private, max-age=86400";

    @Inject
    CurrentVisit current;

    @Inject
    ShopPages pages;

    @Inject
    Categories categories;

    @Inject
    Search search;

    @Inject
    CategorySearch categorySearch;

    @Inject
    Articles articles;

    @Inject
    Pictures pictures;

    @Inject
    Offers offers;

    @Inject
    Carts carts;

    @Inject
    Visits visits;

    @Inject
    OrderLists lists;

    @Inject
    Audiences audiences;

    @Inject
    ArticleSettings settings;

    @Inject
    ShopPolicies policies;

    /** Null until somebody asks. */
    private Audience audience;

    @GET
    public Response start() {
        Visit visit = current.get();
        List<Category> tree = categories.tree(audience(), visit.language());
        List<StartView.Tile> tiles =
                tree.stream().map(c -> new StartView.Tile(c, c.example())).toList();
        return pages.page("shop/start.jte", Map.of("view", new StartView(tiles, lastOrdered(visit))));
    }

    @GET
    @Path("search")
    public Response search(
            @DefaultValue("") @QueryParam("q") String text,
            @QueryParam("category") String category,
            @QueryParam("brand") String brand,
            @QueryParam("stock") String stock,
            @QueryParam("attr") List<String> attributes,
            @DefaultValue("") @QueryParam("sort") String sort,
            @DefaultValue("0") @QueryParam("page") String page) {
        Visit visit = current.get();
        SearchQuery query = SearchQuery.of(text, visit.language())
                .in(category)
                .ofBrand(brand)
                .stocked("1".equals(stock) && settings.stock(visit.customer()) != StockDisplay.HIDDEN)
                .having(attributes)
                .by(order(sort))
                .page(pageNumber(page));
        SearchResult result = search.search(audience(), query);
        List<Category> path = query.category() == null
                ? List.of()
                : Categories.path(categories.tree(audience(), visit.language()), query.category());
        List<Category> named = categorySearch.named(audience(), result);
        return pages.page(200, "shop/search.jte", text, Map.of("result", result, "path", path, "named", named));
    }

    @GET
    @Path("articles/{number}")
    public Response article(@PathParam("number") String number) {
        Visit visit = current.get();
        ArticleDetail detail = articles.detail(audience(), number, visit.language())
                .orElseThrow(() -> new UnknownArticleException(number));
        return pages.page(
                "shop/article.jte",
                Map.of(
                        "detail",
                        detail,
                        "lists",
                        lists.all(visit).stream().filter(OrderList::changeable).toList(),
                        "policy",
                        policies.of(visit.customer()),
                        "personal",
                        lists.audiences(visit).contains(OrderList.Audience.BUYER)));
    }

    @GET
    @Path("pictures/{number}")
    public Response picture(@PathParam("number") String number, @Context Request request) {
        Picture picture = pictures.of(audience(), number).orElseThrow(() -> new NotFoundException("No picture"));
        EntityTag tag = new EntityTag(picture.etag());
        Response.ResponseBuilder unchanged = request.evaluatePreconditions(tag);
        Response.ResponseBuilder answer =
                unchanged != null ? unchanged : Response.ok(picture.content()).type(picture.mediaType());
        return answer.tag(tag).header("Cache-Control", PICTURE_CACHE).build();
    }

    @POST
    @Path("language")
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    public Response language(@DefaultValue("") @FormParam("language") String language) {
        if (Texts.LANGUAGES.contains(language)) {
            visits.speak(current.get(), language);
        }
        return pages.seeOther("");
    }

    private Audience audience() {
        if (audience == null) {
            audience = audiences.of(current.get());
        }
        return audience;
    }

    private List<Offer> lastOrdered(Visit visit) {
        List<String> numbers = carts.lastArticles(visit, LAST_ORDERED);
        List<Wanted> wanted = numbers.stream().map(n -> Wanted.article(n, null)).toList();
        Map<String, Offer> known = wanted.isEmpty() ? Map.of() : offers.offers(audience(), wanted, visit.language());
        return numbers.stream()
                .map(known::get)
                .filter(o -> o != null && o.visible())
                .toList();
    }

    /** As the address says; anything else is by relevance. */
    private static SearchQuery.Sort order(String text) {
        return Arrays.stream(SearchQuery.Sort.values())
                .filter(s -> s.name().equalsIgnoreCase(text))
                .findFirst()
                .orElse(SearchQuery.Sort.RELEVANCE);
    }

    private static int pageNumber(String text) {
        return text.matches("[0-9]{1,6}") ? Integer.parseInt(text) : 0;
    }
}
