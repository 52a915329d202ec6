package org.koppel.web.shop;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.servlet.ServletContext;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response;
import java.util.HashMap;
import java.util.Map;
import org.koppel.catalogue.ArticleSettings;
import org.koppel.party.Suppliers;
import org.koppel.punchout.Carts;
import org.koppel.punchout.Visit;
import org.koppel.web.view.Pages;
import org.koppel.web.view.Texts;

/** Answers of the current visit: pages, parts of pages for htmx, and redirections. */
@RequestScoped
public class ShopPages {
    static final String HTML = "text/html;charset=UTF-8";

    @Inject
    Pages pages;

    @Inject
    CurrentVisit current;

    @Inject
    Carts carts;

    @Inject
    Suppliers suppliers;

    @Inject
    ArticleSettings settings;

    @Inject
    ServletContext context;

    Response page(String template, Map<String, Object> model) {
        return page(Response.Status.OK.getStatusCode(), template, "", model);
    }

    /** @param query what the search box shows */
    Response page(int status, String template, String query, Map<String, Object> model) {
        Map<String, Object> all = new HashMap<>(model);
        all.put("page", shopPage(query));
        return Response.status(status)
                .type(HTML)
                .entity(pages.render(template, all))
                .build();
    }

    /**
     * 303 to a place in the shop, by path alone: behind a proxy the server does not know its own address.
     *
     * @param path below the shop's base
     */
    Response seeOther(String path) {
        return Response.status(Response.Status.SEE_OTHER)
                .header(HttpHeaders.LOCATION, current.base() + path)
                .build();
    }

    Texts texts() {
        return Texts.of("shop", current.get().language());
    }

    private ShopPage shopPage(String query) {
        Visit visit = current.get();
        return new ShopPage(
                visit,
                texts(),
                current.base(),
                context.getContextPath() + "/assets/",
                suppliers.get().name(),
                current.cartLines().orElseGet(() -> carts.lineCount(visit)),
                query,
                settings.stock(visit.customer()));
    }
}
