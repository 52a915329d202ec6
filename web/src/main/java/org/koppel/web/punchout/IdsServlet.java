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
import org.koppel.punchout.ids.IdsCall;
import org.koppel.punchout.ids.IdsEntry;
import org.koppel.punchout.ids.IdsRefusedException;
import org.koppel.punchout.ids.IdsRefusedException.Reason;
import org.koppel.web.view.Pages;
import org.koppel.web.view.Texts;

/**
 * The entry of craftsmen's software: {@code /ids}, or {@code /ids/{customer}} for one customer only. A good call is answered
 * 303 to the shop; one whose basket could not be taken as a whole with a page that says what is missing and leads there; a bad
 * one with a page that says what to mend. {@code /ids-done} ends visits that know no way home.
 */
@WebServlet(urlPatterns = {"/ids", "/ids/*", IdsEntry.NO_WAY_HOME})
@MultipartConfig(
        maxFileSize = PostedForm.LARGEST,
        maxRequestSize = PostedForm.LARGEST,
        fileSizeThreshold = PostedForm.LARGEST)
public class IdsServlet extends HttpServlet {
    private static final long serialVersionUID = 1;
    private static final String RETRY_AFTER_SECONDS = "900";

    @Inject
    private transient IdsEntry entry;

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
        headers(response);
        if (request.getServletPath().equals(IdsEntry.NO_WAY_HOME)) {
            Texts texts = Texts.of("shop", request.getLocale().getLanguage());
            show(response, 200, "shop/ids-done.jte", Map.of("texts", texts, "assets", assets(request)));
            return;
        }
        Optional<IdsCall> call = call(request);
        if (call.isEmpty()) {
            refuse(request, response, Reason.CALL_UNREADABLE);
            return;
        }
        try {
            enter(request, response, call.get());
        } catch (IdsRefusedException e) {
            refuse(request, response, e.reason());
        }
    }

    private void enter(HttpServletRequest request, HttpServletResponse response, IdsCall call) throws IOException {
        IdsEntry.Entered entered = entry.enter(call, pinned(request), request.getRemoteAddr());
        String shop = request.getContextPath() + "/shop/" + entered.token() + "/" + call.place();
        if (entered.refused().isEmpty()) {
            response.setStatus(HttpServletResponse.SC_SEE_OTHER);
            response.setHeader("Location", shop);
            return;
        }
        Texts texts = Texts.of("shop", entered.language());
        Map<String, Object> model =
                Map.of("texts", texts, "refused", entered.refused(), "shop", shop, "assets", assets(request));
        show(response, 200, "shop/ids-basket.jte", model);
    }

    private static Optional<IdsCall> call(HttpServletRequest request) throws IOException, ServletException {
        try {
            List<FormField> query = FormEncoding.parse(request.getQueryString());
            return PostedForm.of(request).map(form -> IdsCall.of(query, form));
        } catch (IllegalArgumentException e) {
            return Optional.empty(); // the message could hold a part of the password
        }
    }

    private static Optional<String> pinned(HttpServletRequest request) {
        return Optional.ofNullable(request.getPathInfo())
                .map(p -> p.substring(1))
                .filter(p -> !p.isEmpty());
    }

    private void refuse(HttpServletRequest request, HttpServletResponse response, Reason reason) throws IOException {
        Texts texts = Texts.of("shop", request.getLocale().getLanguage());
        if (reason == Reason.TOO_MANY_ATTEMPTS) {
            response.setHeader("Retry-After", RETRY_AFTER_SECONDS);
        }
        show(
                response,
                reason.status(),
                "shop/refused.jte",
                Map.of("texts", texts, "key", "ids." + reason, "assets", assets(request)));
    }

    private void show(HttpServletResponse response, int status, String template, Map<String, Object> model)
            throws IOException {
        byte[] page = pages.render(template, model);
        response.setStatus(status);
        response.setContentType("text/html;charset=UTF-8");
        response.getOutputStream().write(page);
    }

    private static String assets(HttpServletRequest request) {
        return request.getContextPath() + "/assets/";
    }

    private static void headers(HttpServletResponse response) {
        response.setHeader("Content-Security-Policy", "default-src 'self'; base-uri 'none'; form-action 'none'");
        response.setHeader("Referrer-Policy", "no-referrer");
        response.setHeader("Cache-Control", "no-store");
        response.setHeader("X-Content-Type-Options", "nosniff");
    }
}
