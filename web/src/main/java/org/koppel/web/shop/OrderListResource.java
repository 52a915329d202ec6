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
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.math.BigDecimal;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.koppel.punchout.OrderList;
import org.koppel.punchout.OrderListRefusedException;
import org.koppel.punchout.OrderLists;
import org.koppel.punchout.QuickLine;
import org.koppel.punchout.QuickResults;
import org.koppel.punchout.Visit;

/** Lists that buyers keep for themselves, their site or all, and earlier carts: looked at, saved, changed, ordered again. */
@RequestScoped
@Path("{token}/lists")
@Consumes(MediaType.APPLICATION_FORM_URLENCODED)
public class OrderListResource {
    private static final int UNPROCESSABLE = 422;
    private static final String PLAIN_ID = "[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}";
    private static final String ID = "{id: " + PLAIN_ID + "}";

    @Inject
    CurrentVisit current;

    @Inject
    ShopPages pages;

    @Inject
    OrderLists lists;

    @Inject
    QuickResults results;

    @GET
    @Consumes(MediaType.WILDCARD)
    public Response show() {
        return page(200, "");
    }

    /** A list with its articles. */
    @GET
    @Path(ID)
    @Consumes(MediaType.WILDCARD)
    public Response list(@PathParam("id") UUID id) {
        return list(200, id, "");
    }

    /** Keeps the cart as a list. @param audience who sees it; @param byAll whether they may change it, too */
    @POST
    public Response save(
            @DefaultValue("") @FormParam("name") String name,
            @DefaultValue("") @FormParam("audience") String audience,
            @FormParam("byAll") String byAll) {
        try {
            lists.save(current.get(), name, audience(audience), "1".equals(byAll));
            return pages.seeOther("lists");
        } catch (OrderListRefusedException e) {
            return page(UNPROCESSABLE, refusal(e));
        }
    }

    @POST
    @Path(ID + "/order")
    public Response order(@PathParam("id") UUID id) {
        List<QuickLine> lines = lists.order(current.get(), id);
        if (lines.isEmpty()) {
            throw new NotFoundException("No such list");
        }
        return pages.seeOther("quick?result=" + results.keep(current.get(), lines));
    }

    @POST
    @Path(ID + "/remove")
    public Response remove(@PathParam("id") UUID id) {
        try {
            lists.remove(current.get(), id);
            return pages.seeOther("lists");
        } catch (OrderListRefusedException e) {
            return page(UNPROCESSABLE, refusal(e));
        }
    }

    /** Of a list whose owner left. */
    @POST
    @Path(ID + "/own")
    public Response takeOver(@PathParam("id") UUID id) {
        try {
            lists.takeOver(current.get(), id);
            return pages.seeOther("lists/" + id);
        } catch (OrderListRefusedException e) {
            return page(UNPROCESSABLE, refusal(e));
        }
    }

    /** Puts an article on a list, or on the buyer's own first one. @param list empty for that */
    @POST
    @Path("articles")
    public Response keep(
            @DefaultValue("") @FormParam("list") String list, @DefaultValue("") @FormParam("article") String article) {
        try {
            UUID id = list.matches(PLAIN_ID) ? UUID.fromString(list) : null;
            OrderList kept = lists.keep(current.get(), id, pages.texts().get("lists.favourites"), article.strip());
            return pages.seeOther("lists/" + kept.id());
        } catch (OrderListRefusedException e) {
            return page(UNPROCESSABLE, refusal(e));
        }
    }

    @POST
    @Path(ID + "/lines/{article}")
    public Response change(
            @PathParam("id") UUID id,
            @PathParam("article") String article,
            @DefaultValue("") @FormParam("quantity") String quantity) {
        try {
            BigDecimal wanted =
                    QuantityText.read(quantity, pages.texts().locale()).orElse(BigDecimal.ZERO);
            lists.put(current.get(), id, article, wanted);
            return pages.seeOther("lists/" + id);
        } catch (OrderListRefusedException e) {
            return list(UNPROCESSABLE, id, refusal(e));
        }
    }

    @POST
    @Path(ID + "/lines/{article}/remove")
    public Response take(@PathParam("id") UUID id, @PathParam("article") String article) {
        try {
            lists.take(current.get(), id, article);
            return pages.seeOther("lists/" + id);
        } catch (OrderListRefusedException e) {
            return list(UNPROCESSABLE, id, refusal(e));
        }
    }

    private String refusal(OrderListRefusedException e) {
        return pages.texts().get("lists.refused." + e.reason());
    }

    /** As the form says; the whole customer where it says nothing. */
    private static OrderList.Audience audience(String text) {
        return Arrays.stream(OrderList.Audience.values())
                .filter(a -> a.name().equals(text))
                .findFirst()
                .orElse(OrderList.Audience.CUSTOMER);
    }

    private Response list(int status, UUID id, String problem) {
        Visit visit = current.get();
        OrderList list = lists.byId(visit, id).orElseThrow(() -> new NotFoundException("No such list"));
        return pages.page(
                status, "shop/list.jte", "", Map.of("list", list, "lines", lists.lines(visit, id), "problem", problem));
    }

    private Response page(int status, String problem) {
        Visit visit = current.get();
        return pages.page(
                status,
                "shop/lists.jte",
                "",
                Map.of(
                        "lists",
                        lists.all(visit),
                        "earlier",
                        lists.earlier(visit),
                        "audiences",
                        lists.audiences(visit),
                        "problem",
                        problem));
    }
}
