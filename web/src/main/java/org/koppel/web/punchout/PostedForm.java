package org.koppel.web.punchout;

import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.Part;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.koppel.punchout.FormField;
import org.koppel.web.security.UnreadableForm;

/** The body of a form in either encoding that browsers have, of bounded size. */
final class PostedForm {
    /** A basket of a thousand positions with long texts, percent-encoded. */
    static final int LARGEST = 4 * 1024 * 1024;

    private PostedForm() {}

    /**
     * The fields; none for a GET. Empty when the body is no form or too large. Multipart needs {@code @MultipartConfig}.
     *
     * @throws IllegalArgumentException when a field cannot be decoded
     */
    static Optional<List<FormField>> of(HttpServletRequest request) throws IOException, ServletException {
        if (!request.getMethod().equals("POST")) {
            return Optional.of(List.of());
        }
        String type =
                request.getContentType() == null ? "" : request.getContentType().toLowerCase(Locale.ROOT);
        if (type.startsWith("multipart/form-data")) {
            return parts(request);
        }
        byte[] body = request.getInputStream().readNBytes(LARGEST + 1);
        boolean isForm = type.isEmpty() || type.startsWith("application/x-www-form-urlencoded");
        return isForm && body.length <= LARGEST
                ? Optional.of(FormEncoding.parse(new String(body, StandardCharsets.ISO_8859_1)))
                : Optional.empty();
    }

    private static Optional<List<FormField>> parts(HttpServletRequest request) throws IOException, ServletException {
        List<FormField> fields = new ArrayList<>();
        try {
            for (Part part : request.getParts()) {
                try (InputStream in = part.getInputStream()) {
                    fields.add(new FormField(part.getName(), FormEncoding.text(in.readAllBytes())));
                }
            }
        } catch (RuntimeException e) {
            // broad, because the container has several of its own for a form it cannot read; all others go on
            if (!UnreadableForm.isCauseOf(e)) {
                throw e;
            }
            return Optional.empty();
        }
        return Optional.of(fields);
    }
}
