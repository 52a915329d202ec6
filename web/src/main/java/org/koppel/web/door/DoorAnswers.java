package org.koppel.web.door;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.util.Map;
import org.koppel.inbound.SlowBodyException;
import org.koppel.web.cxml.CxmlStatus;
import org.koppel.web.security.Unavailability;
import org.koppel.web.view.Pages;
import org.koppel.web.view.Texts;

/** Says a failure so that its reader understands: cXML to systems that sent cXML, a text to those that fetch files or send CebeoXML or AS2, a page to people. */
@ApplicationScoped
class DoorAnswers {
    @Inject
    Pages pages;

    @Inject
    Clock clock;

    /** Who reads the answer of an address. */
    private enum Reader {
        CXML_SYSTEM,
        FILE_SYSTEM,
        SENDING_SYSTEM,
        PERSON;

        static Reader of(String path) {
            if (path.equals("/cxml")) {
                return CXML_SYSTEM;
            }
            if (path.equals("/cebeo") || path.equals("/as2")) {
                return SENDING_SYSTEM;
            }
            return path.startsWith("/cxml/") ? FILE_SYSTEM : PERSON;
        }
    }

    /** The same call may work later. @param path below the application, as {@code /oci} */
    void unavailable(String path, HttpServletRequest request, HttpServletResponse response) throws IOException {
        response.resetBuffer();
        response.setHeader("Retry-After", Integer.toString(Unavailability.RETRY_AFTER));
        String cure = "Nothing was stored. Send the same message again later.";
        switch (Reader.of(path)) {
            case CXML_SYSTEM -> cxml(response, 503, CxmlStatus.of(560, "Temporary server error", cure));
            case SENDING_SYSTEM -> text(response, 503, cure);
            case FILE_SYSTEM -> text(response, 503, "Not available at this moment. Ask again later.");
            case PERSON ->
                page(
                        response,
                        503,
                        "shop/refused.jte",
                        Map.of(
                                "texts",
                                texts(request),
                                "key",
                                "refused.UNAVAILABLE",
                                "assets",
                                request.getContextPath() + "/assets/"));
        }
    }

    /** The message was not waited for. @param path below the application, as {@code /cxml} */
    void tooSlow(String path, HttpServletResponse response, SlowBodyException why) throws IOException {
        response.resetBuffer();
        response.setHeader("Connection", "close");
        if (Reader.of(path) == Reader.CXML_SYSTEM) {
            cxml(response, 408, CxmlStatus.of(406, "Not Acceptable", why.getMessage()));
        } else {
            text(response, 408, why.getMessage());
        }
    }

    /** Sending it again will most likely not help. @param path below the application, as {@code /oci} */
    void broken(String path, String errorId, HttpServletRequest request, HttpServletResponse response)
            throws IOException {
        String cure = "Tell the supplier the error id " + errorId + ".";
        switch (Reader.of(path)) {
            case CXML_SYSTEM -> cxml(response, 500, CxmlStatus.of(500, "Internal Server Error", cure));
            case FILE_SYSTEM, SENDING_SYSTEM -> text(response, 500, cure);
            case PERSON ->
                page(
                        response,
                        500,
                        "shop/error.jte",
                        Map.of(
                                "texts",
                                texts(request),
                                "key",
                                "error.machine",
                                "detail",
                                errorId,
                                "base",
                                "",
                                "assets",
                                request.getContextPath() + "/assets/"));
        }
    }

    private void cxml(HttpServletResponse response, int status, CxmlStatus answer) throws IOException {
        write(response, status, "text/xml; charset=UTF-8", answer.toXml(clock));
    }

    private static void text(HttpServletResponse response, int status, String text) throws IOException {
        write(response, status, "text/plain; charset=UTF-8", text.getBytes(StandardCharsets.UTF_8));
    }

    private void page(HttpServletResponse response, int status, String template, Map<String, Object> model)
            throws IOException {
        response.setHeader("Content-Security-Policy", "default-src 'self'; base-uri 'none'; form-action 'none'");
        response.setHeader("Referrer-Policy", "no-referrer");
        response.setHeader("X-Content-Type-Options", "nosniff");
        write(response, status, "text/html;charset=UTF-8", pages.render(template, model));
    }

    private static void write(HttpServletResponse response, int status, String mediaType, byte[] content)
            throws IOException {
        response.setHeader("Cache-Control", "no-store");
        response.setStatus(status);
        response.setContentType(mediaType);
        response.setContentLength(content.length);
        response.getOutputStream().write(content);
    }

    private static Texts texts(HttpServletRequest request) {
        return Texts.of("shop", request.getLocale().getLanguage());
    }
}
