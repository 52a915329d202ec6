package org.koppel.web.punchout;

import jakarta.inject.Inject;
import jakarta.servlet.annotation.WebServlet;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Optional;
import org.koppel.catalogue.Picture;
import org.koppel.catalogue.PictureAddresses;

/** {@code /pictures/{name}}: pictures for buyers' systems, which have neither a visit nor a log-in here; the name is the permission. */
@WebServlet("/pictures/*")
public class PictureServlet extends HttpServlet {
    private static final long serialVersionUID = 1;

    @Inject
    private transient PictureAddresses addresses;

    @Override
    protected void doGet(HttpServletRequest request, HttpServletResponse response) throws IOException {
        String path = request.getPathInfo();
        Optional<Picture> found = path == null ? Optional.empty() : addresses.picture(path.substring(1));
        if (found.isEmpty()) {
            response.sendError(HttpServletResponse.SC_NOT_FOUND);
            return;
        }
        Picture picture = found.get();
        String tag = '"' + picture.etag() + '"';
        response.setHeader("ETag", tag);
        response.setHeader("Cache-Control", "private, max-age=86400");
        response.setHeader("X-Content-Type-Options", "nosniff");
        response.setHeader("Content-Security-Policy", "default-src 'none'");
        if (tag.equals(request.getHeader("If-None-Match"))) {
            response.setStatus(HttpServletResponse.SC_NOT_MODIFIED);
            return;
        }
        response.setContentType(picture.mediaType());
        response.setContentLength(picture.content().length);
        response.getOutputStream().write(picture.content());
    }
}
