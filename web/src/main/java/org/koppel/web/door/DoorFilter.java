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
import org.koppel.web.security.Unavailability;

/**
 * Stands before the entrances of the punch-out, of CebeoXML and of AS2: while the database is away, or the inbox full, callers read when to come back
 * (503, {@code Retry-After}) in the format that they speak. Other failures go on to {@link FailureServlet}.
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
    "/as2"
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
        } catch (PersistenceException | TransactionalException | InboxFullException e) {
            if (response.isCommitted() || !Unavailability.isCauseOf(e)) {
                throw e;
            }
            LOG.log(Level.WARNING, "{0} answered 503: {1}", request.getServletPath(), e.toString());
            answers.unavailable(request.getServletPath(), request, response);
        }
    }
}
