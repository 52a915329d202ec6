package org.koppel.web.security;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.annotation.WebFilter;
import jakarta.servlet.http.HttpFilter;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.List;

/**
 * Refuses forms that no browser of ours sends: they are read into memory as a whole, unlike messages, which the inbox bounds
 * by itself.
 */
@WebFilter({"/shop/*", "/oci/*", "/console/*", "/portal/*"})
public class FormSizeFilter extends HttpFilter {
    private static final long serialVersionUID = 1;
    /** A cart of 500 lines with all fields comes back to the simulator in about 1 MB. */
    private static final long MOST = 4L * 1024 * 1024;

    private static final List<String> WITHOUT_BODY = List.of("GET", "HEAD", "OPTIONS");

    @Override
    protected void doFilter(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws IOException, ServletException {
        long size = request.getContentLengthLong();
        if (size > MOST) {
            response.sendError(HttpServletResponse.SC_REQUEST_ENTITY_TOO_LARGE);
        } else if (size < 0 && !WITHOUT_BODY.contains(request.getMethod()) && isChunked(request)) {
            response.sendError(HttpServletResponse.SC_LENGTH_REQUIRED);
        } else {
            chain.doFilter(request, response);
        }
    }

    private static boolean isChunked(HttpServletRequest request) {
        return request.getHeader("Transfer-Encoding") != null;
    }
}
