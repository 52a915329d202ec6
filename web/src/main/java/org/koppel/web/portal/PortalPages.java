package org.koppel.web.portal;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response;
import java.util.HashMap;
import java.util.Map;
import org.koppel.operations.portal.PortalPerson;
import org.koppel.party.Customer;
import org.koppel.party.Customers;
import org.koppel.web.security.CurrentPerson;
import org.koppel.web.security.LocalAddress;
import org.koppel.web.security.Visitor;
import org.koppel.web.view.Pages;
import org.koppel.web.view.Texts;

/** Renders the templates of the customers' own pages for whoever looks. */
@ApplicationScoped
public class PortalPages {
    private static final String HTML = "text/html; charset=UTF-8";

    @Inject
    private Pages pages;

    @Inject
    private Visitor visitor;

    @Inject
    private CurrentPerson current;

    @Inject
    private Customers customers;

    /** A page of a section; the model's entries are the template's parameters beside {@code f}. */
    Response show(String template, String section, Map<String, Object> model) {
        return show(200, template, section, model);
    }

    /** The page of a form that was refused (422), or shown for the first time. */
    Response form(String template, String section, Map<String, Object> model, Entry entry) {
        Map<String, Object> full = new HashMap<>(model);
        full.put("entry", entry);
        return show(entry.refused() ? 422 : 200, template, section, full);
    }

    /** A page that must work without the database. */
    Response plain(int status, String template, Map<String, Object> model) {
        return render(status, template, "", model, "");
    }

    private Response show(int status, String template, String section, Map<String, Object> model) {
        String customer = current.known()
                .map(PortalPerson::customer)
                .flatMap(customers::byId)
                .map(Customer::name)
                .orElse("");
        return render(status, template, section, model, customer);
    }

    private Response render(int status, String template, String section, Map<String, Object> model, String customer) {
        Map<String, Object> full = new HashMap<>(model);
        full.put("f", frame(section, customer));
        return Response.status(status)
                .type(HTML)
                .entity(pages.render("portal/" + template + ".jte", full))
                .build();
    }

    private PortalFrame frame(String section, String customer) {
        String person = current.known().map(PortalPerson::fullName).orElse("");
        return new PortalFrame(
                texts(),
                Texts.of("console", visitor.language()),
                person,
                customer,
                visitor.theme(),
                section,
                visitor.address());
    }

    Texts texts() {
        return Texts.of("portal", visitor.language());
    }

    /** Answers a form: on to a page of the portal. */
    static Response.ResponseBuilder goTo(String address) {
        return Response.status(Response.Status.SEE_OTHER)
                .header(HttpHeaders.LOCATION, LocalAddress.below("/portal", address));
    }

    /** The same, with a word of confirmation that the page shows. */
    static Response done(String address, String word) {
        return goTo(address + (address.contains("?") ? "&" : "?") + "done=" + word)
                .build();
    }
}
