package org.koppel.web.shop;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.servlet.ServletContext;
import jakarta.ws.rs.WebApplicationException;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.ext.ExceptionMapper;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import org.koppel.punchout.BuyerSwitchedOffException;
import org.koppel.punchout.CartNotReturnableException;
import org.koppel.punchout.IllegalCartStateException;
import org.koppel.punchout.ReadOnlyVisitException;
import org.koppel.punchout.UnknownArticleException;
import org.koppel.punchout.UnknownVisitException;
import org.koppel.punchout.Visit;
import org.koppel.web.security.Unavailability;
import org.koppel.web.security.UnreadableForm;
import org.koppel.web.view.Pages;
import org.koppel.web.view.Texts;

/** Turns whatever went wrong into a page that says what to do; the last resort of the shop. */
@ApplicationScoped
public class ShopErrorMapper implements ExceptionMapper<Throwable> {
    private static final Logger LOG = System.getLogger(ShopErrorMapper.class.getName());

    @Inject
    Pages pages;

    @Inject
    CurrentVisit current;

    @Inject
    ServletContext context;

    @Context
    HttpHeaders headers;

    @Override
    public Response toResponse(Throwable failure) {
        if (failure instanceof UnknownVisitException unknown) {
            return unknown.isExpired() ? page(410, "error.expired", "") : page(404, "error.visit", "");
        }
        if (failure instanceof BuyerSwitchedOffException) {
            return page(403, "error.off", "");
        }
        if (failure instanceof UnknownArticleException unknown) {
            return page(404, "error.article", unknown.article());
        }
        if (failure instanceof ReadOnlyVisitException) {
            return page(409, "error.inspect", "");
        }
        if (failure instanceof IllegalCartStateException) {
            return page(409, "error.cart", "");
        }
        if (failure instanceof CartNotReturnableException broken) {
            LOG.log(Level.WARNING, "Answered 422: {0}", broken.getMessage());
            return page(422, "error.document", String.join("; ", broken.causes()));
        }
        if (failure instanceof WebApplicationException web) {
            int status = web.getResponse().getStatus();
            return status < 400 ? web.getResponse() : page(status, status == 403 ? "error.foreign" : "error.page", "");
        }
        if (UnreadableForm.isCauseOf(failure)) {
            return page(400, "error.page", "");
        }
        if (Unavailability.isCauseOf(failure)) {
            LOG.log(Level.WARNING, "Answered 503: {0}", failure.toString());
            return Response.fromResponse(page(503, "error.unavailable", ""))
                    .header(HttpHeaders.RETRY_AFTER, Unavailability.RETRY_AFTER)
                    .build();
        }
        String id = UUID.randomUUID().toString();
        LOG.log(Level.ERROR, "Shop request failed, error " + id, failure);
        return page(500, "error.machine", id);
    }

    private Response page(int status, String key, String detail) {
        String base = current.known().isPresent() ? current.base() : "";
        Texts texts = texts();
        byte[] body = headers.getHeaderString("HX-Request") == null
                ? pages.render(
                        "shop/error.jte",
                        Map.of("texts", texts, "key", key, "detail", detail, "base", base, "assets", assets()))
                : pages.render(
                        "shop/part/problem.jte",
                        Map.of("title", texts.get(key), "text", texts.get(key + ".text", detail)));
        return Response.status(status).type(ShopPages.HTML).entity(body).build();
    }

    private String assets() {
        return context.getContextPath() + "/assets/";
    }

    private Texts texts() {
        Locale accepted = headers.getAcceptableLanguages().stream()
                .filter(l -> Texts.LANGUAGES.contains(l.getLanguage()))
                .findFirst()
                .orElse(Locale.ENGLISH);
        return Texts.of("shop", current.known().map(Visit::language).orElse(accepted.getLanguage()));
    }
}
