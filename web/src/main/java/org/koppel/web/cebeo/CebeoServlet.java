package org.koppel.web.cebeo;

import jakarta.inject.Inject;
import jakarta.servlet.annotation.WebServlet;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Optional;
import org.koppel.codec.FormatId;
import org.koppel.inbound.Inbox;
import org.koppel.inbound.Incoming;
import org.koppel.inbound.Receipt;
import org.koppel.web.security.RequestSize;

/** Takes CebeoXML by POST. As its clients expect, what was understood is answered by 200 and a code in the message. */
@WebServlet("/cebeo")
public class CebeoServlet extends HttpServlet {
    private static final long serialVersionUID = 1;
    private static final FormatId CEBEO = new FormatId("cebeo-xml-2");

    @Inject
    private transient Inbox inbox;

    @Override
    protected void doPost(HttpServletRequest request, HttpServletResponse response) throws IOException {
        Incoming incoming = new Incoming(
                "http-cebeo",
                Optional.of(CEBEO),
                request.getContentType(),
                Optional.empty(),
                Optional.empty(),
                request.getRemoteAddr(),
                request.getInputStream(),
                request.getContentLengthLong());
        Receipt receipt = RequestSize.receive(inbox, incoming);
        Receipt.Answer answer = receipt.answer()
                .orElseThrow(() -> new IllegalStateException("No CebeoXML answer to message " + receipt.id()));
        response.setStatus(HttpServletResponse.SC_OK);
        response.setContentType(answer.mediaType());
        response.setContentLength(answer.content().length);
        response.getOutputStream().write(answer.content());
    }
}
