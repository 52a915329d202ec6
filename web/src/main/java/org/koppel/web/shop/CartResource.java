package org.koppel.web.shop;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.FormParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.koppel.catalogue.Offer;
import org.koppel.punchout.CartAdvice;
import org.koppel.punchout.CartWishes;
import org.koppel.punchout.Carts;
import org.koppel.punchout.FormerCarts;
import org.koppel.punchout.PricedCart;
import org.koppel.punchout.QuantityRefusedException;
import org.koppel.punchout.Transfers;
import org.koppel.punchout.Visit;
import org.koppel.web.view.Texts;

/** The cart. Form posts answer 303, or 422 with the page that says why and keeps what was typed. */
@RequestScoped
@Path("{token}/cart")
@Consumes(MediaType.APPLICATION_FORM_URLENCODED)
public class CartResource {
    private static final int UNPROCESSABLE = 422;

    @Inject
    CurrentVisit current;

    @Inject
    ShopPages pages;

    @Inject
    Carts carts;

    @Inject
    CartWishes wishes;

    @Inject
    Transfers transfers;

    @Inject
    FormerCarts formerCarts;

    @Inject
    CartAdvice advice;

    @GET
    @Consumes(MediaType.WILDCARD)
    public Response show() {
        Visit visit = current.get();
        PricedCart cart = carts.show(visit);
        return pages.page(
                "shop/cart.jte",
                Map.of(
                        "cart",
                        cart,
                        "advice",
                        advice.of(visit, cart),
                        "former",
                        formerCarts.of(visit),
                        "said",
                        wishes.of(visit),
                        "atOnce",
                        transfers.ordersAtOnce(visit)));
    }

    /** @param htmx set by htmx, which gets a message for the page it is on instead of another page */
    @POST
    @Path("lines")
    public Response add(
            @DefaultValue("") @FormParam("article") String article,
            @DefaultValue("") @FormParam("quantity") String quantity,
            @HeaderParam("HX-Request") String htmx) {
        Optional<BigDecimal> wanted = QuantityText.read(quantity, pages.texts().locale());
        if (wanted.isEmpty()) {
            return refuse(unreadable(article, quantity, false), htmx);
        }
        try {
            current.countedLines(carts.add(current.get(), article.strip(), wanted.get()));
        } catch (QuantityRefusedException e) {
            return refuse(refusal(e, article, quantity, false), htmx);
        }
        return htmx == null
                ? pages.seeOther("cart")
                : pages.page("shop/added.jte", Map.of("article", article.strip(), "quantity", wanted.get()));
    }

    @POST
    @Path("lines/{article}")
    public Response change(
            @PathParam("article") String article, @DefaultValue("") @FormParam("quantity") String quantity) {
        Optional<BigDecimal> wanted = QuantityText.read(quantity, pages.texts().locale());
        if (wanted.isEmpty()) {
            return refuse(unreadable(article, quantity, true), null);
        }
        try {
            carts.change(current.get(), article, wanted.get());
        } catch (QuantityRefusedException e) {
            return refuse(refusal(e, article, quantity, true), null);
        }
        return pages.seeOther("cart");
    }

    @POST
    @Path("lines/{article}/remove")
    public Response remove(@PathParam("article") String article) {
        carts.remove(current.get(), article);
        return pages.seeOther("cart");
    }

    /** Takes the successor of a dead article. */
    @POST
    @Path("lines/{article}/replace")
    public Response replace(@PathParam("article") String article) {
        try {
            carts.replace(current.get(), article);
        } catch (QuantityRefusedException e) {
            return refuse(refusal(e, e.offer().article(), "", false), null);
        }
        return pages.seeOther("cart");
    }

    /** Begins a new cart with what the last one held. */
    @POST
    @Path("copy")
    public Response copy() {
        carts.copyLast(current.get());
        return pages.seeOther("cart");
    }

    private Response refuse(Refusal refusal, String htmx) {
        String template = htmx == null ? "shop/quantity.jte" : "shop/part/refusal.jte";
        return pages.page(UNPROCESSABLE, template, "", Map.of("refusal", refusal));
    }

    private Refusal unreadable(String article, String typed, boolean change) {
        return new Refusal(article, typed, pages.texts().get("quantity.UNREADABLE"), null, List.of(), change);
    }

    private Refusal refusal(QuantityRefusedException e, String article, String typed, boolean change) {
        Texts texts = pages.texts();
        Offer offer = e.offer();
        boolean whole = e.reason() == QuantityRefusedException.Reason.NOT_A_STEP
                && offer.step().compareTo(BigDecimal.ONE) == 0;
        String message = texts.get(
                "quantity." + (whole ? "NOT_WHOLE" : e.reason()),
                texts.number(offer.minimum()),
                texts.number(offer.step()));
        return new Refusal(article, typed, message, offer, e.proposals(), change);
    }
}
