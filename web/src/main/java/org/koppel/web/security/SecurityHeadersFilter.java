package org.koppel.web.security;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.annotation.WebFilter;
import jakarta.servlet.http.HttpFilter;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;

/**
 * Puts the usual headers on everything that is not served by JAX-RS, where {@link SecurityHeadersResponseFilter} does it. The
 * punch-out shop has a policy per visit and sets its own.
 */
@WebFilter("/*")
public class SecurityHeadersFilter extends HttpFilter {
    private static final long serialVersionUID = 1;

    @Override
    protected void doFilter(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws IOException, ServletException {
        String path = request.getServletPath() + (request.getPathInfo() == null ? "" : request.getPathInfo());
        if (!path.matches("/(shop|oci|api|console|portal)(/.*)?")) {
            SecurityHeaders.usual().forEach(response::setHeader);
        }
        chain.doFilter(request, response);
    }
}
