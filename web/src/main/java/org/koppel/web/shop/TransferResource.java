package org.koppel.web.shop;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.Response;
import java.util.Map;
import org.koppel.punchout.CartNotTransferableException;
import org.koppel.punchout.ReturnForm;
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

    @POST
    @Path("transfer")
    public Response transfer() {
        try {
            transfers.transfer(current.get());
            return pages.seeOther("transfer");
        } catch (CartNotTransferableException e) {
            return pages.seeOther("cart"); // the cart's page says line by line what stands in the way
        }
    }

    @GET
    @Path("transfer")
    public Response transferPage() {
        try {
            return page(transfers.transferForm(current.get()), "return.transfer");
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

    private Response page(ReturnForm form, String key) {
        return pages.page("shop/return.jte", Map.of("form", form, "key", key));
    }
}
