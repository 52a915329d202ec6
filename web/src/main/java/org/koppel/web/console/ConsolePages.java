package org.koppel.web.console;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;
import org.koppel.party.Customer;
import org.koppel.party.Customers;
import org.koppel.web.security.LocalAddress;
import org.koppel.web.security.Visitor;
import org.koppel.web.view.Pages;
import org.koppel.web.view.Texts;

/** Renders the console's templates for whoever looks. */
@ApplicationScoped
public class ConsolePages {
    private static final String HTML = "text/html; charset=UTF-8";

    @Inject
    private Pages pages;

    @Inject
    private Visitor visitor;

    @Inject
    private Customers customers;

    /** A page of a section; the model's entries are the template's parameters beside {@code f}. */
    Response show(String template, String section, Map<String, Object> model) {
        return show(200, template, section, model, names());
    }

    /** The same with another status: a form that could not be taken. */
    Response show(int status, String template, String section, Map<String, Object> model) {
        return show(status, template, section, model, names());
    }

    /** A page that must work without the database. */
    Response plain(int status, String template, Map<String, Object> model) {
        return show(status, template, "", model, Map.of());
    }

    private Response show(
            int status, String template, String section, Map<String, Object> model, Map<String, String> names) {
        Map<String, Object> full = new HashMap<>(model);
        full.put(
                "f", new Frame(texts(), visitor.user().orElse(""), visitor.theme(), section, visitor.address(), names));
        return Response.status(status)
                .type(HTML)
                .entity(pages.render("console/" + template + ".jte", full))
                .build();
    }

    Texts texts() {
        return Texts.of("console", visitor.language());
    }

    /** Answers a form: on to a page of the console. */
    static Response.ResponseBuilder goTo(String address) {
        return seeOther(LocalAddress.of(address));
    }

    /** The same, with a word of confirmation that the page shows. */
    static Response done(String address, String word) {
        return seeOther(LocalAddress.of(address) + "?done=" + word).build();
    }

    /** By path alone: JAX-RS would resolve it against the application's own path, and behind a proxy against a wrong host. */
    private static Response.ResponseBuilder seeOther(String path) {
        return Response.status(Response.Status.SEE_OTHER).header(HttpHeaders.LOCATION, path);
    }

    private Map<String, String> names() {
        Map<String, String> names = new LinkedHashMap<>();
        for (Customer customer : customers.all()) {
            names.put(customer.id().value(), customer.name());
        }
        return names;
    }
}
