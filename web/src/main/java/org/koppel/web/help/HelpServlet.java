package org.koppel.web.help;

import jakarta.inject.Inject;
import jakarta.servlet.annotation.WebServlet;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Map;
import java.util.Optional;
import org.koppel.codec.CodecRegistry;
import org.koppel.codec.PublishedSchema;
import org.koppel.web.view.Pages;
import org.koppel.web.view.Texts;

/** {@code /help}: the manual and what is published; {@code /help/oci.md}: a chapter as a page; {@code /help/koppel-1.xsd}: the file itself. */
@WebServlet("/help/*")
public class HelpServlet extends HttpServlet {
    private static final long serialVersionUID = 1;
    private static final String PAGE = "text/html; charset=UTF-8";

    @Inject
    private transient CodecRegistry codecs;

    @Inject
    private transient Manual manual;

    @Inject
    private transient Pages pages;

    @Override
    protected void doGet(HttpServletRequest request, HttpServletResponse response) throws IOException {
        String path = request.getPathInfo();
        Texts texts = Texts.of("help", request.getLocale().getLanguage());
        if (path == null || path.equals("/")) {
            Map<String, Object> model = Map.of("t", texts, "parts", manual.all(), "files", codecs.published());
            send(response, PAGE, pages.render("help/index.jte", model));
            return;
        }
        Optional<Manual.Chapter> chapter = manual.chapter(path.substring(1));
        if (chapter.isPresent()) {
            Map<String, Object> model = Map.of("t", texts, "chapter", chapter.get());
            send(response, PAGE, pages.render("help/chapter.jte", model));
            return;
        }
        Optional<PublishedSchema> asked = codecs.published().stream()
                .filter(s -> path.equals("/" + s.name()))
                .findFirst();
        if (asked.isEmpty()) {
            response.sendError(HttpServletResponse.SC_NOT_FOUND);
            return;
        }
        send(response, asked.get().mediaType(), asked.get().content());
    }

    private static void send(HttpServletResponse response, String mediaType, byte[] content) throws IOException {
        response.setContentType(mediaType);
        response.setContentLength(content.length);
        response.setHeader("X-Content-Type-Options", "nosniff");
        response.getOutputStream().write(content);
    }
}
