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
import java.lang.annotation.Annotation;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import org.koppel.platform.Settings;

/**
 * Sends whoever is not logged in to the login page, and refuses form posts that another site made. Methods with
 * {@code @PermitAll} are open to all; those that also carry {@link FromAnywhere} may be posted to by other sites.
 */
@Provider
@ApplicationScoped
@Priority(Priorities.AUTHENTICATION)
public class ConsoleSessionFilter implements ContainerRequestFilter {
    @Inject
    private Settings settings;

    @Inject
    private Visitor visitor;

    @Context
    private ResourceInfo resource;

    @Override
    public void filter(ContainerRequestContext request) {
        Optional<String> user = visitor.user();
        user.ifPresent(name -> request.setSecurityContext(
                new LoggedIn(name, request.getSecurityContext().isSecure())));
        boolean post = !request.getMethod().equals(HttpMethod.GET);
        if (post && !is(FromAnywhere.class) && !madeByUs(request)) {
            throw new ForbiddenException("This form was sent by another site");
        }
        if (user.isEmpty() && !is(PermitAll.class)) {
            String back = post ? "/console" : visitor.address();
            String login = "/console/login?next=" + URLEncoder.encode(back, StandardCharsets.UTF_8);
            request.abortWith(Response.status(Response.Status.SEE_OTHER)
                    .header(HttpHeaders.LOCATION, login)
                    .build());
        }
    }

    private boolean is(Class<? extends Annotation> mark) {
        return resource.getResourceMethod().isAnnotationPresent(mark);
    }

    private boolean madeByUs(ContainerRequestContext request) {
        return Origins.sameSite(
                request.getHeaderString("Origin"),
                request.getHeaderString("Sec-Fetch-Site"),
                request.getUriInfo().getRequestUri(),
                settings.text("KOPPEL_PUBLIC_URL").orElse(null));
    }
}
