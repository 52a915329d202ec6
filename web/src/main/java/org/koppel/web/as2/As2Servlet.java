package org.koppel.web.as2;

import jakarta.inject.Inject;
import jakarta.servlet.annotation.WebServlet;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Collections;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import org.koppel.inbound.pickup.ReceptionDesk;
import org.koppel.transport.Reception;
import org.koppel.transport.TransportId;
import org.koppel.web.security.RequestSize;

/**
 * Takes AS2 messages by POST (RFC 4130) and answers with their receipt, also where it says no (7.5); 4xx where none was asked for or it is
 * no AS2, 5xx where the same message may be taken later.
 */
@WebServlet("/as2")
public class As2Servlet extends HttpServlet {
    private static final long serialVersionUID = 1;
    private static final TransportId AS2 = new TransportId("as2");

    @Inject
    private transient ReceptionDesk desk;

    @Override
    protected void doPost(HttpServletRequest request, HttpServletResponse response) throws IOException {
        try {
            write(response, desk.receive(AS2, headers(request), request.getInputStream(), request.getRemoteAddr()));
        } catch (IOException e) {
            if (!RequestSize.isTooLarge(e)) {
                throw e;
            }
            byte[] cure = (RequestSize.CURE + "\n").getBytes(StandardCharsets.US_ASCII);
            write(
                    response,
                    new Reception.Answer(
                            HttpServletResponse.SC_REQUEST_ENTITY_TOO_LARGE,
                            Map.of("Content-Type", "text/plain; charset=US-ASCII"),
                            cure,
                            "too large"));
        }
    }

    private static Map<String, String> headers(HttpServletRequest request) {
        Map<String, String> headers = new HashMap<>();
        for (String name : Collections.list(request.getHeaderNames())) {
            headers.put(name.toLowerCase(Locale.ROOT), request.getHeader(name));
        }
        return headers;
    }

    private static void write(HttpServletResponse response, Reception.Answer answer) throws IOException {
        response.setStatus(answer.status());
        answer.headers().forEach((name, value) -> {
            if (name.equalsIgnoreCase("Content-Type")) {
                response.setContentType(value);
            } else {
                response.setHeader(name, value);
            }
        });
        response.setContentLength(answer.body().length);
        response.getOutputStream().write(answer.body());
    }
}
