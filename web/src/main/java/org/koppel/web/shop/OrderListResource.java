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
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.koppel.punchout.OrderListRefusedException;
import org.koppel.punchout.OrderLists;
import org.koppel.punchout.QuickLine;
import org.koppel.punchout.Visit;

/** Lists that a customer's buyers keep, and earlier carts: looked at, saved, ordered again. */
@RequestScoped
@Path("{token}/lists")
@Consumes(MediaType.APPLICATION_FORM_URLENCODED)
public class OrderListResource {
    private static final int UNPROCESSABLE = 422;
    private static final String ID = "{id: [0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}}";

    @Inject
    CurrentVisit current;

    @Inject
    ShopPages pages;

    @Inject
    OrderLists lists;

    @GET
    @Consumes(MediaType.WILDCARD)
    public Response show() {
        return page(200, "");
    }

    /** Keeps the cart as a list. */
    @POST
    public Response save(@DefaultValue("") @FormParam("name") String name) {
        try {
            lists.save(current.get(), name);
            return pages.seeOther("lists");
        } catch (OrderListRefusedException e) {
            return page(UNPROCESSABLE, pages.texts().get("lists.refused." + e.reason()));
        }
    }

    @POST
    @Path(ID + "/order")
    public Response order(@PathParam("id") UUID id) {
        List<QuickLine> lines = lists.order(current.get(), id);
        if (lines.isEmpty()) {
            throw new NotFoundException("No such list");
        }
        return pages.page("shop/quick.jte", Map.of("view", QuickView.of(lines)));
    }

    @POST
    @Path(ID + "/remove")
    public Response remove(@PathParam("id") UUID id) {
        lists.remove(current.get(), id);
        return pages.seeOther("lists");
    }

    private Response page(int status, String problem) {
        Visit visit = current.get();
        return pages.page(
                status,
                "shop/lists.jte",
                "",
                Map.of("lists", lists.all(visit), "earlier", lists.earlier(visit), "problem", problem));
    }
}
