package org.koppel.web.punchout;

import jakarta.inject.Inject;
import jakarta.servlet.ServletException;
import jakarta.servlet.annotation.MultipartConfig;
import jakarta.servlet.annotation.WebServlet;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.koppel.punchout.FormField;
import org.koppel.punchout.peppol.PeppolCall;
import org.koppel.punchout.peppol.PeppolEntry;
import org.koppel.punchout.peppol.PeppolRefusedException;
import org.koppel.punchout.peppol.PeppolRefusedException.Reason;
import org.koppel.web.view.Pages;
import org.koppel.web.view.Texts;

/**
 * The entry of buyers whose cart goes home as Peppol's T77: {@code /peppol-punchout}, or {@code /peppol-punchout/{customer}}
 * for one customer only. A good call is answered 303 to the shop, a bad one with a page that says what to mend.
 */
@WebServlet(urlPatterns = {"/peppol-punchout", "/peppol-punchout/*"})
@MultipartConfig(
        maxFileSize = PostedForm.LARGEST,
        maxRequestSize = PostedForm.LARGEST,
        fileSizeThreshold = PostedForm.LARGEST)
public class PeppolServlet extends HttpServlet {
    private static final long serialVersionUID = 1;
    private static final String RETRY_AFTER_SECONDS = "900";

    @Inject
    private transient PeppolEntry entry;

    @Inject
    private transient Pages pages;

    @Override
    protected void doGet(HttpServletRequest request, HttpServletResponse response)
            throws IOException, ServletException {
        answer(request, response);
    }

    @Override
    protected void doPost(HttpServletRequest request, HttpServletResponse response)
            throws IOException, ServletException {
        answer(request, response);
    }

    private void answer(HttpServletRequest request, HttpServletResponse response) throws IOException, ServletException {
        response.setHeader("Content-Security-Policy", "default-src 'self'; base-uri 'none'; form-action 'none'");
        response.setHeader("Referrer-Policy", "no-referrer");
        response.setHeader("Cache-Control", "no-store");
        Optional<PeppolCall> call = call(request);
        if (call.isEmpty()) {
            refuse(request, response, Reason.CALL_UNREADABLE);
            return;
        }
        try {
            String token = entry.enter(call.get(), pinned(request), request.getRemoteAddr());
            response.setStatus(HttpServletResponse.SC_SEE_OTHER);
            response.setHeader("Location", request.getContextPath() + "/shop/" + token + "/");
        } catch (PeppolRefusedException e) {
            refuse(request, response, e.reason());
        }
    }

    private static Optional<PeppolCall> call(HttpServletRequest request) throws IOException, ServletException {
        try {
            List<FormField> query = FormEncoding.parse(request.getQueryString());
            return PostedForm.of(request).map(form -> PeppolCall.of(query, form));
        } catch (IllegalArgumentException e) {
            return Optional.empty(); // the message could hold a part of the password
        }
    }

    private static Optional<String> pinned(HttpServletRequest request) {
        return Optional.ofNullable(request.getPathInfo())
                .map(p -> p.substring(1))
                .filter(p -> !p.isEmpty());
    }

    /** The texts are those of OCI, whose call this is. */
    private void refuse(HttpServletRequest request, HttpServletResponse response, Reason reason) throws IOException {
        Texts texts = Texts.of("shop", request.getLocale().getLanguage());
        byte[] page = pages.render(
                "shop/refused.jte",
                Map.of("texts", texts, "key", "refused." + reason, "assets", request.getContextPath() + "/assets/"));
        if (reason == Reason.TOO_MANY_ATTEMPTS) {
            response.setHeader("Retry-After", RETRY_AFTER_SECONDS);
        }
        response.setStatus(reason.status());
        response.setContentType("text/html;charset=UTF-8");
        response.getOutputStream().write(page);
    }
}
