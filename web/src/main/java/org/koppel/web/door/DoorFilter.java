package org.koppel.web.door;

import jakarta.inject.Inject;
import jakarta.persistence.PersistenceException;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.annotation.WebFilter;
import jakarta.servlet.http.HttpFilter;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.transaction.TransactionalException;
import java.io.IOException;
import java.lang.System.Logger.Level;
import org.koppel.inbound.InboxFullException;
import org.koppel.inbound.SlowBodyException;
import org.koppel.web.security.Unavailability;

/**
 * Stands before the entrances of the punch-out, of CebeoXML, of AS2 and of the REST API: while the database is away, or the inbox full, callers read when to come back
 * (503, {@code Retry-After}) in the format that they speak, and so do those whose message comes too slowly (408). Other failures go on to {@link FailureServlet}.
 */
@WebFilter({
    "/oci",
    "/oci/*",
    "/ids",
    "/ids/*",
    "/peppol-punchout",
    "/peppol-punchout/*",
    "/cxml",
    "/cxml/*",
    "/cebeo",
    "/as2",
    "/api/*"
})
public class DoorFilter extends HttpFilter {
    private static final long serialVersionUID = 1;
    private static final System.Logger LOG = System.getLogger(DoorFilter.class.getName());

    @Inject
    private transient DoorAnswers answers;

    @Override
    protected void doFilter(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws IOException, ServletException {
        try {
            chain.doFilter(request, response);
            if (response.getStatus() == HttpServletResponse.SC_REQUEST_TIMEOUT) { // /api has words of its own for it
                hangUp(request, response);
            }
        } catch (SlowBodyException e) {
            answers.tooSlow(request.getServletPath(), response, e);
            hangUp(request, response);
        } catch (PersistenceException | TransactionalException | InboxFullException e) {
            if (response.isCommitted() || !Unavailability.isCauseOf(e)) {
                throw e;
            }
            LOG.log(Level.WARNING, "{0} answered 503: {1}", request.getServletPath(), e.toString());
            answers.unavailable(request.getServletPath(), request, response);
        }
    }

    /** The server would read the body to its end, at the sender's pace: interrupted, it hangs up instead. */
    private static void hangUp(HttpServletRequest request, HttpServletResponse response) throws IOException {
        LOG.log(Level.INFO, "{0} answered 408 to {1}", request.getServletPath(), request.getRemoteAddr());
        response.flushBuffer();
        Thread.currentThread().interrupt();
    }
}
