package org.koppel.web.shop;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.Response;
import java.io.IOException;
import java.util.Map;
import java.util.Optional;
import org.koppel.inbound.InboxFullException;
import org.koppel.order.OrderAtOnce;
import org.koppel.punchout.CartNotTransferableException;
import org.koppel.punchout.ReturnForm;
import org.koppel.punchout.TransferredCart;
import org.koppel.punchout.Transfers;

/** The way home, with the cart or without. The page with the return form can be loaded again and stays the same. */
@RequestScoped
@Path("{token}")
public class TransferResource {
    @Inject
    CurrentVisit current;

    @Inject
    ShopPages pages;

    @Inject
    Transfers transfers;

    @Inject
    OrderAtOnce orders;

    /** A cart of a customer without approval is ordered right then; pressed twice it is the same order. */
    @POST
    @Path("transfer")
    public Response transfer() throws IOException {
        try {
            Optional<TransferredCart> order = transfers.transfer(current.get());
            if (order.isPresent()) {
                orders.place(order.get());
            }
            return pages.seeOther("transfer");
        } catch (InboxFullException e) {
            return pages.seeOther("transfer"); // the cart is kept as an order, and placed when there is room
        } catch (CartNotTransferableException e) {
            return pages.seeOther("cart"); // the cart's page says line by line what stands in the way
        }
    }

    @GET
    @Path("transfer")
    public Response transferPage() {
        try {
            Transfers.WayHome home = transfers.wayHome(current.get());
            return home.order().map(o -> ordered(o, home.form())).orElseGet(() -> page(home.form(), "return.transfer"));
        } catch (CartNotTransferableException e) {
            return pages.seeOther("cart");
        }
    }

    @POST
    @Path("cancel")
    public Response cancel() {
        transfers.cancel(current.get());
        return pages.seeOther("cancel");
    }

    @GET
    @Path("cancel")
    public Response cancelPage() {
        return page(transfers.cancelForm(current.get()), "return.cancel");
    }

    /** The order's number, then the way back; what goes back is what was agreed. */
    private Response ordered(TransferredCart cart, ReturnForm form) {
        String number = cart.cart().reference();
        boolean placed = cart.cart().data().order() != null;
        return pages.page("shop/ordered.jte", Map.of("form", form, "number", number, "placed", placed));
    }

    private Response page(ReturnForm form, String key) {
        return pages.page("shop/return.jte", Map.of("form", form, "key", key));
    }
}
