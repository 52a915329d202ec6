package org.koppel.web.cxml;

import jakarta.inject.Inject;
import jakarta.servlet.annotation.WebServlet;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.Objects;
import java.util.Optional;
import org.koppel.party.Authentication;
import org.koppel.party.Caller;
import org.koppel.punchout.cxml.CxmlCatalogue;
import org.koppel.shared.PartyId;

/**
 * Gives a customer's system its PunchOut index or its CIF catalogue, where that is agreed. The customer's API key opens it, as
 * Bearer token or as the password of HTTP Basic, which is what procurement systems can be set up with. A key knows no person: who fetches
 * for one says so by {@code ?user=} and gets what that person and the person's site may buy; for a name that nobody has, nothing.
 */
@WebServlet({CxmlCatalogueServlet.INDEX, CxmlCatalogueServlet.CIF})
public class CxmlCatalogueServlet extends HttpServlet {
    static final String INDEX = "/cxml/index.xml";
    static final String CIF = "/cxml/catalogue.cif";
    private static final long serialVersionUID = 1;
    private static final int LONGEST = 1_000;

    @Inject
    private transient Authentication authentication;

    @Inject
    private transient CxmlCatalogue catalogue;

    @Override
    protected void doGet(HttpServletRequest request, HttpServletResponse response) throws IOException {
        Optional<PartyId> customer = key(request.getHeader("Authorization"))
                .flatMap(authentication::byApiKey)
                .flatMap(Caller::customer);
        if (customer.isEmpty()) {
            response.setHeader("WWW-Authenticate", "Basic realm=\"catalogue\", charset=\"UTF-8\"");
            refuse(response, 401, "Send your API key as the password, or as Authorization: Bearer <key>.");
        } else if (!catalogue.isOpen(customer.get())) {
            refuse(response, 403, "The catalogue is not agreed on. Ask the supplier to open it.");
        } else {
            answer(request, response, customer.get());
        }
    }

    private void answer(HttpServletRequest request, HttpServletResponse response, PartyId customer) throws IOException {
        String user = Objects.requireNonNullElse(request.getParameter("user"), "")
                .replace("\0", "")
                .strip();
        if (!catalogue.isFor(customer, user)) {
            refuse(
                    response,
                    403,
                    "You have no buyer of that name, or have switched it off. Send a login, or leave out user.");
            return;
        }
        if (!catalogue.hasArticles(customer, user)) { // an Index without an IndexItem is none (cXML DTD)
            refuse(response, 404, "There is no article that you may buy. Ask the supplier.");
            return;
        }
        response.setHeader("Cache-Control", "private, no-store");
        if (request.getServletPath().equals(INDEX)) {
            response.setContentType("text/xml; charset=UTF-8");
            catalogue.index(customer, user, response.getOutputStream());
        } else {
            response.setContentType("text/plain; charset=UTF-8");
            response.setHeader("Content-Disposition", "attachment; filename=\"catalogue.cif\"");
            catalogue.cif(customer, user, response.getOutputStream());
        }
    }

    /** The key in a header of the scheme Bearer or Basic; empty when there is none. */
    static Optional<String> key(String header) {
        String[] parts = header == null || header.length() > LONGEST
                ? new String[0]
                : header.strip().split(" +", 2);
        if (parts.length < 2) {
            return Optional.empty();
        }
        if (parts[0].equalsIgnoreCase("Bearer")) {
            return Optional.of(parts[1]);
        }
        if (!parts[0].equalsIgnoreCase("Basic")) {
            return Optional.empty();
        }
        try {
            String pair = new String(Base64.getDecoder().decode(parts[1]), StandardCharsets.UTF_8);
            return Optional.of(pair.substring(pair.indexOf(':') + 1));
        } catch (IllegalArgumentException e) {
            return Optional.empty(); // not Base64: nobody
        }
    }

    private static void refuse(HttpServletResponse response, int status, String why) throws IOException {
        response.setStatus(status);
        response.setContentType("text/plain; charset=UTF-8");
        response.getOutputStream().write(why.getBytes(StandardCharsets.UTF_8));
    }
}
