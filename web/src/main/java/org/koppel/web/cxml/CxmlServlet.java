package org.koppel.web.cxml;

import jakarta.inject.Inject;
import jakarta.servlet.annotation.WebServlet;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.lang.System.Logger.Level;
import java.time.Clock;
import java.util.Optional;
import org.koppel.codec.FormatId;
import org.koppel.inbound.Inbox;
import org.koppel.inbound.Incoming;
import org.koppel.inbound.Receipt;
import org.koppel.inbound.SlowBodyException;
import org.koppel.web.security.RequestSize;

/**
 * Takes every cXML request document. What the message gets wrong is said inside HTTP 200 by a cXML Status; an HTTP 5xx is
 * answered only when sending the same message again can help.
 */
@WebServlet("/cxml")
public class CxmlServlet extends HttpServlet {
    private static final long serialVersionUID = 1;
    private static final System.Logger LOG = System.getLogger(CxmlServlet.class.getName());
    private static final FormatId CXML = new FormatId("cxml-1.2");

    @Inject
    private transient Inbox inbox;

    @Inject
    private transient Clock clock;

    @Override
    protected void doPost(HttpServletRequest request, HttpServletResponse response) throws IOException {
        Incoming incoming = new Incoming(
                "http-cxml",
                Optional.of(CXML),
                request.getContentType(),
                Optional.empty(),
                Optional.empty(),
                request.getRemoteAddr(),
                request.getInputStream(),
                request.getContentLengthLong());
        Receipt receipt;
        try {
            receipt = RequestSize.receive(inbox, incoming);
        } catch (SlowBodyException e) {
            throw e; // answered as at every door
        } catch (IOException e) {
            LOG.log(Level.INFO, "A cXML request could not be read: {0}", e.toString());
            answerUnreadable(response);
            return;
        }
        Receipt.Answer answer = receipt.answer()
                .orElseThrow(() -> new IllegalStateException("No cXML answer to message " + receipt.id()));
        write(response, 200, answer.mediaType(), answer.content());
    }

    @Override
    protected void doGet(HttpServletRequest request, HttpServletResponse response) throws IOException {
        response.setHeader("Allow", "POST");
        answer(
                response,
                405,
                CxmlStatus.of(
                        450,
                        "Not Implemented",
                        "This address takes cXML documents by POST, with Content-Type text/xml. Ask with a"
                                + " ProfileRequest which requests are served."));
    }

    private void answerUnreadable(HttpServletResponse response) throws IOException {
        answer(response, 400, CxmlStatus.of(406, "Not Acceptable", "The body could not be read. Send it again."));
    }

    private void answer(HttpServletResponse response, int status, CxmlStatus cxml) throws IOException {
        write(response, status, "text/xml; charset=UTF-8", cxml.toXml(clock));
    }

    private static void write(HttpServletResponse response, int status, String mediaType, byte[] content)
            throws IOException {
        response.setStatus(status);
        response.setContentType(mediaType);
        response.setContentLength(content.length);
        response.getOutputStream().write(content);
    }
}
