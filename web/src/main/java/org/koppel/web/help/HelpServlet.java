package org.koppel.web.help;

import jakarta.inject.Inject;
import jakarta.servlet.annotation.WebServlet;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.stream.Collectors;
import org.koppel.codec.CodecRegistry;
import org.koppel.codec.PublishedSchema;

/** {@code /help}: a list of what is published; {@code /help/koppel-1.xsd}: the file itself. */
@WebServlet("/help/*")
public class HelpServlet extends HttpServlet {
    private static final long serialVersionUID = 1;

    @Inject
    private transient CodecRegistry codecs;

    @Override
    protected void doGet(HttpServletRequest request, HttpServletResponse response) throws IOException {
        String path = request.getPathInfo();
        if (path == null || path.equals("/")) {
            send(response, "text/html; charset=UTF-8", list().getBytes(StandardCharsets.UTF_8));
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

    private String list() {
        String files = codecs.published().stream()
                .map(s -> "<li><a href=\"/help/" + s.name() + "\">" + s.name() + "</a></li>")
                .collect(Collectors.joining());
        return "<!DOCTYPE html><html lang=\"en\"><head><meta charset=\"UTF-8\"><title>Koppel: formats</title>"
                + "<meta name=\"viewport\" content=\"width=device-width\"></head><body><main><h1>Koppel</h1>"
                + "<p>Descriptions of our own XML and JSON, and sample files:</p>"
                + "<p lang=\"nl\">Beschrijvingen van onze eigen XML en JSON, en voorbeeldbestanden:</p>"
                + "<p lang=\"fr\">Descriptions de nos propres formats XML et JSON, et fichiers d’exemple :</p>"
                + "<p lang=\"de\">Beschreibungen unserer eigenen XML- und JSON-Formate, und Beispieldateien:</p>"
                + "<ul>" + files + "</ul></main></body></html>";
    }
}
