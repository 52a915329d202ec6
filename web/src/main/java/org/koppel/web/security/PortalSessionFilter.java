package org.koppel.web.security;

import jakarta.annotation.Priority;
import jakarta.annotation.security.PermitAll;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.ForbiddenException;
import jakarta.ws.rs.HttpMethod;
import jakarta.ws.rs.Priorities;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.container.ContainerRequestFilter;
import jakarta.ws.rs.container.ResourceInfo;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.ext.Provider;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import org.koppel.platform.Settings;

/**
 * Sends whoever is not logged in to the log-in page of the customers' own pages, and refuses form posts that another site made.
 * Methods with {@code @PermitAll} are open to all.
 */
@Provider
@ApplicationScoped
@Priority(Priorities.AUTHENTICATION)
public class PortalSessionFilter implements ContainerRequestFilter {
    @Inject
    private Settings settings;

    @Inject
    private Visitor visitor;

    @Inject
    private CurrentPerson current;

    @Context
    private ResourceInfo resource;

    @Override
    public void filter(ContainerRequestContext request) {
        boolean secure = request.getSecurityContext().isSecure();
        current.known().ifPresent(person -> request.setSecurityContext(new PortalCaller(person, secure)));
        boolean post = !request.getMethod().equals(HttpMethod.GET);
        if (post && !madeByUs(request)) {
            throw new ForbiddenException("This form was sent by another site");
        }
        if (current.known().isEmpty() && !resource.getResourceMethod().isAnnotationPresent(PermitAll.class)) {
            String back = post ? "/portal" : visitor.address();
            String login = "/portal/login?next=" + URLEncoder.encode(back, StandardCharsets.UTF_8);
            request.abortWith(Response.status(Response.Status.SEE_OTHER)
                    .header(HttpHeaders.LOCATION, login)
                    .build());
        }
    }

    private boolean madeByUs(ContainerRequestContext request) {
        return Origins.sameSite(
                request.getHeaderString("Origin"),
                request.getHeaderString("Sec-Fetch-Site"),
                request.getUriInfo().getRequestUri(),
                settings.text("KOPPEL_PUBLIC_URL").orElse(null));
    }
}
