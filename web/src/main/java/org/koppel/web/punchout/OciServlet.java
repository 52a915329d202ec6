package org.koppel.web.punchout;

import jakarta.inject.Inject;
import jakarta.servlet.annotation.WebServlet;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.koppel.platform.Json;
import org.koppel.punchout.FormField;
import org.koppel.punchout.oci.OciCall;
import org.koppel.punchout.oci.OciEntry;
import org.koppel.punchout.oci.OciFunctions;
import org.koppel.punchout.oci.OciRefusedException;
import org.koppel.punchout.oci.OciRefusedException.Reason;
import org.koppel.web.view.Pages;
import org.koppel.web.view.Texts;

/**
 * The OCI entry: {@code /oci}, or {@code /oci/{customer}} for one customer only. A good call is answered 303 to the shop, which
 * takes the credentials out of the address bar; a bad one with a page that says what to mend and repeats nothing of the call.
 */
@WebServlet(urlPatterns = {"/oci", "/oci/*"})
public class OciServlet extends HttpServlet {
    private static final long serialVersionUID = 1;
    private static final int LARGEST_FORM = 64 * 1024;
    private static final String RETRY_AFTER_SECONDS = "900";

    /** What a program reads of a refusal. */
    record Problem(int status, String code, String title, String detail) {}

    @Inject
    private transient OciEntry entry;

    @Inject
    private transient OciFunctions functions;

    @Inject
    private transient OciAnswers answers;

    @Inject
    private transient Pages pages;

    @Override
    protected void doGet(HttpServletRequest request, HttpServletResponse response) throws IOException {
        enter(request, response, "");
    }

    @Override
    protected void doPost(HttpServletRequest request, HttpServletResponse response) throws IOException {
        byte[] body = request.getInputStream().readNBytes(LARGEST_FORM + 1);
        String type = request.getContentType() == null ? "" : request.getContentType();
        boolean isForm =
                type.isEmpty() || type.toLowerCase(Locale.ROOT).startsWith("application/x-www-form-urlencoded");
        if (body.length > LARGEST_FORM || !isForm) {
            refuse(request, response, Optional.empty(), Reason.CALL_UNREADABLE);
            return;
        }
        enter(request, response, new String(body, StandardCharsets.ISO_8859_1));
    }

    private void enter(HttpServletRequest request, HttpServletResponse response, String form) throws IOException {
        Optional<OciCall> call = call(request.getQueryString(), form);
        if (call.isEmpty()) {
            refuse(request, response, Optional.empty(), Reason.CALL_UNREADABLE);
            return;
        }
        try {
            Optional<OciFunctions.Answer> answer =
                    functions.answer(call.get(), pinned(request), request.getRemoteAddr());
            headers(response);
            if (answer.isPresent()) {
                answers.send(answer.get(), request, response);
                return;
            }
            String place = entry.enter(call.get(), pinned(request), request.getRemoteAddr());
            response.setStatus(HttpServletResponse.SC_SEE_OTHER);
            response.setHeader("Location", request.getContextPath() + "/shop/" + place);
        } catch (OciRefusedException e) {
            if (functions.isReadByProgram(call.get(), pinned(request))) {
                problem(response, call.flatMap(OciCall::language), e.reason());
            } else {
                refuse(request, response, call.flatMap(OciCall::language), e.reason());
            }
        }
    }

    private static Optional<OciCall> call(String query, String form) {
        try {
            List<FormField> fromQuery = FormEncoding.parse(query);
            return Optional.of(OciCall.of(fromQuery, FormEncoding.parse(form)));
        } catch (IllegalArgumentException e) {
            return Optional.empty(); // the message could hold a part of the password
        }
    }

    private static Optional<String> pinned(HttpServletRequest request) {
        String path = request.getPathInfo();
        return Optional.ofNullable(path).map(p -> p.substring(1)).filter(p -> !p.isEmpty());
    }

    private void refuse(
            HttpServletRequest request, HttpServletResponse response, Optional<String> language, Reason reason)
            throws IOException {
        later(response, reason);
        page(request, response, language, reason.status(), "refused." + reason);
    }

    private static void later(HttpServletResponse response, Reason reason) {
        if (reason == Reason.TOO_MANY_ATTEMPTS) {
            response.setHeader("Retry-After", RETRY_AFTER_SECONDS);
        }
    }

    /** As RFC 9457 says it. */
    private static void problem(HttpServletResponse response, Optional<String> language, Reason reason)
            throws IOException {
        Texts texts = Texts.of("shop", language.orElse("en"));
        String key = "refused." + reason;
        later(response, reason);
        headers(response);
        response.setStatus(reason.status());
        response.setContentType("application/problem+json");
        response.getOutputStream()
                .write(Json.write(new Problem(reason.status(), reason.name(), texts.get(key), texts.get(key + ".cure")))
                        .getBytes(StandardCharsets.UTF_8));
    }

    private void page(
            HttpServletRequest request, HttpServletResponse response, Optional<String> language, int status, String key)
            throws IOException {
        Texts texts = Texts.of("shop", language.orElse(request.getLocale().getLanguage()));
        byte[] page = pages.render(
                "shop/refused.jte",
                Map.of("texts", texts, "key", key, "assets", request.getContextPath() + "/assets/"));
        headers(response);
        response.setHeader("Content-Security-Policy", "default-src 'self'; base-uri 'none'; form-action 'none'");
        response.setStatus(status);
        response.setContentType("text/html;charset=UTF-8");
        response.getOutputStream().write(page);
    }

    private static void headers(HttpServletResponse response) {
        response.setHeader("Referrer-Policy", "no-referrer");
        response.setHeader("Cache-Control", "no-store");
        response.setHeader("X-Content-Type-Options", "nosniff");
    }
}
