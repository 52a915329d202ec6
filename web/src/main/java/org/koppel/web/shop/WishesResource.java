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
import jakarta.ws.rs.core.EntityPart;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.io.IOException;
import java.io.InputStream;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.koppel.party.Customers;
import org.koppel.punchout.AttachmentRefusedException;
import org.koppel.punchout.CartAttachments;
import org.koppel.punchout.CartLogo;
import org.koppel.punchout.CartWishes;
import org.koppel.punchout.Carts;
import org.koppel.punchout.LogoRefusedException;
import org.koppel.punchout.OrderWishes;
import org.koppel.punchout.Visit;
import org.koppel.punchout.WishesRefusedException;
import org.koppel.web.security.Downloads;

/** Days, cost centres, texts, files, card and logo of the open cart: one form; what cannot be kept is said where it was typed. */
@RequestScoped
@Path("{token}/cart/data")
public class WishesResource {
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
    CartAttachments attachments;

    @Inject
    Customers customers;

    @GET
    public Response show() {
        return page(Response.Status.OK.getStatusCode(), WishesForm.said(wishes.of(current.get())), Map.of(), null);
    }

    /** The lists hold one value per line, in the same order as {@code articles}. */
    @POST
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    public Response say(
            @DefaultValue("") @FormParam("site") String site,
            @DefaultValue("") @FormParam("costCentre") String costCentre,
            @DefaultValue("") @FormParam("cardText") String cardText,
            @FormParam("article") List<String> articles,
            @FormParam("delivery") List<String> days,
            @FormParam("lineCostCentre") List<String> costCentres,
            @FormParam("text") List<String> texts) {
        WishesForm form = new WishesForm(articles, days, costCentres, texts);
        Map<String, String> problems = new HashMap<>(form.problems());
        Map<String, String> typed = new HashMap<>(form.typed());
        typed.putAll(Map.of("site", site, "costCentre", costCentre, "cardText", cardText));
        if (problems.isEmpty()) {
            try {
                wishes.say(current.get(), new OrderWishes(site, costCentre, cardText), form.lines());
                return pages.seeOther("cart");
            } catch (WishesRefusedException e) {
                e.problems()
                        .forEach(p -> problems.put(
                                p.article() == null ? p.field() : p.field() + "/" + p.article(),
                                "wishes.problem." + p.reason()));
            }
        }
        return page(UNPROCESSABLE, typed, problems, null);
    }

    @POST
    @Path("logo")
    @Consumes(MediaType.MULTIPART_FORM_DATA)
    public Response logo(@FormParam("logo") EntityPart file) throws IOException {
        try (InputStream content = file == null ? InputStream.nullInputStream() : file.getContent()) {
            wishes.logo(current.get(), content.readNBytes(CartLogo.MOST_BYTES + 1));
            return pages.seeOther("cart/data");
        } catch (LogoRefusedException e) {
            return page(
                    UNPROCESSABLE, WishesForm.said(wishes.of(current.get())), Map.of(), "wishes.logo." + e.reason());
        }
    }

    @POST
    @Path("logo/remove")
    public Response removeLogo() {
        wishes.removeLogo(current.get());
        return pages.seeOther("cart/data");
    }

    @GET
    @Path("logo.png")
    public Response picture() {
        byte[] png = wishes.logo(current.get()).orElseThrow(NotFoundException::new);
        return Response.ok(png, "image/png").build();
    }

    /** A drawing, a picture or a text for one line. */
    @POST
    @Path("files")
    @Consumes(MediaType.MULTIPART_FORM_DATA)
    public Response attach(@FormParam("article") EntityPart article, @FormParam("file") EntityPart file)
            throws IOException {
        String number = article == null ? "" : article.getContent(String.class);
        String name = file == null ? null : file.getFileName().orElse(null);
        try (InputStream content = file == null ? InputStream.nullInputStream() : file.getContent()) {
            attachments.add(current.get(), number, name, content.readNBytes(CartAttachments.MOST_BYTES + 1));
            return pages.seeOther("cart/data#files");
        } catch (AttachmentRefusedException e) {
            return page(
                    UNPROCESSABLE,
                    WishesForm.said(wishes.of(current.get())),
                    Map.of("files", "wishes.files." + e.reason()),
                    null);
        }
    }

    @POST
    @Path("files/{id}/remove")
    public Response detach(@PathParam("id") UUID id) {
        attachments.remove(current.get(), id);
        return pages.seeOther("cart/data#files");
    }

    @GET
    @Path("files/{id}")
    public Response attached(@PathParam("id") UUID id) {
        return attachments
                .file(current.get(), id)
                .map(f -> Downloads.attachment(f.mediaType(), f.name(), f.content()))
                .orElseThrow(NotFoundException::new);
    }

    private Response page(int status, Map<String, String> typed, Map<String, String> problems, String logoProblem) {
        Visit visit = current.get();
        WishesView view = new WishesView(
                carts.show(visit),
                customers.sites(visit.customer()),
                wishes.of(visit).logo(),
                attachments.of(visit),
                typed,
                problems,
                Objects.requireNonNullElse(logoProblem, ""));
        return pages.page(status, "shop/wishes.jte", "", Map.of("view", view));
    }
}
