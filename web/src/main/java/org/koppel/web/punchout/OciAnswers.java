package org.koppel.web.punchout;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.net.URI;
import java.util.Map;
import org.koppel.party.ReturnAddresses;
import org.koppel.punchout.ReturnForm;
import org.koppel.punchout.oci.OciFunctions;
import org.koppel.web.view.Pages;
import org.koppel.web.view.Texts;

/** Sends what a function without a shop answers: a form that posts itself, or JSON as it is read. */
@ApplicationScoped
public class OciAnswers {
    /** Of a form. */
    public static final String CONTENT_TYPE = "text/html;charset=UTF-8";

    /** Says {@code true} to systems when a search found more than the answer holds; people read it on the page. */
    private static final String MORE_HITS = "Koppel-More-Hits";

    @Inject
    Pages pages;

    void send(OciFunctions.Answer answer, HttpServletRequest request, HttpServletResponse response) throws IOException {
        if (answer.page() != null) {
            response.setContentType("application/json;charset=UTF-8");
            answer.page().write(response.getOutputStream());
            return;
        }
        ReturnForm form = answer.form();
        byte[] page = page(answer, request.getContextPath() + "/assets/");
        response.setHeader(
                "Content-Security-Policy",
                "default-src 'self'; base-uri 'none'; object-src 'none'; form-action " + destination(form.action()));
        if (answer.more()) {
            response.setHeader(MORE_HITS, "true");
        }
        response.setContentType(CONTENT_TYPE);
        response.getOutputStream().write(page);
    }

    /** The page that posts the form of an answer home, in UTF-8. @param assets where styles and scripts are, with a slash at the end */
    public byte[] page(OciFunctions.Answer answer, String assets) {
        return pages.render(
                "shop/answer.jte",
                Map.of(
                        "texts",
                        Texts.of("shop", answer.language()),
                        "form",
                        answer.form(),
                        "more",
                        answer.more(),
                        "assets",
                        assets));
    }

    /** The address was checked, so that nothing in it can end the directive. */
    private static String destination(String action) {
        URI address = URI.create(action);
        return address.isOpaque() ? "sapevent:" : ReturnAddresses.origin(address);
    }
}
