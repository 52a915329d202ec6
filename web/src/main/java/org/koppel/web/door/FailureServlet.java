package org.koppel.web.door;

import jakarta.inject.Inject;
import jakarta.servlet.DispatcherType;
import jakarta.servlet.RequestDispatcher;
import jakarta.servlet.annotation.WebServlet;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.lang.System.Logger.Level;
import java.util.UUID;

/**
 * The last resort of what JAX-RS does not serve ({@code error-page} of web.xml): 500 and an error id, under which the log has the
 * cause. Nobody gets here by an address.
 */
@WebServlet(FailureServlet.PATH)
public class FailureServlet extends HttpServlet {
    static final String PATH = "/failure";
    private static final long serialVersionUID = 1;
    private static final System.Logger LOG = System.getLogger(FailureServlet.class.getName());

    @Inject
    private transient DoorAnswers answers;

    @Override
    protected void service(HttpServletRequest request, HttpServletResponse response) throws IOException {
        if (request.getDispatcherType() != DispatcherType.ERROR) {
            response.sendError(HttpServletResponse.SC_NOT_FOUND);
            return;
        }
        String errorId = UUID.randomUUID().toString();
        LOG.log(Level.ERROR, "Error " + errorId, (Throwable) request.getAttribute(RequestDispatcher.ERROR_EXCEPTION));
        String asked = (String) request.getAttribute(RequestDispatcher.ERROR_REQUEST_URI);
        answers.broken(asked.substring(request.getContextPath().length()), errorId, request, response);
    }
}
