package org.koppel.web.shop;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.servlet.ServletContext;
import jakarta.ws.rs.ForbiddenException;
import jakarta.ws.rs.HttpMethod;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.container.ContainerRequestFilter;
import org.koppel.platform.Settings;
import org.koppel.punchout.ReadOnlyVisitException;
import org.koppel.punchout.Visits;
import org.koppel.web.security.Origins;

/**
 * Finds the visit of the token in the path before anything else happens, and refuses posts that another site's page sends.
 *
 * <p>The shop's own pages post with {@code Origin: null}: that is what browsers send under {@code Referrer-Policy:
 * no-referrer}, and from a sandboxed frame. It is taken, because nobody can post into a visit without its unguessable token.
 */
@ApplicationScoped
public class VisitFilter implements ContainerRequestFilter {
    @Inject
    Visits visits;

    @Inject
    CurrentVisit current;

    @Inject
    ServletContext context;

    @Inject
    Settings settings;

    @Override
    public void filter(ContainerRequestContext request) {
        String token = request.getUriInfo().getPathParameters().getFirst("token");
        boolean reads = request.getMethod().equals(HttpMethod.GET)
                || request.getMethod().equals(HttpMethod.HEAD);
        Visits.Entered entered = visits.enter(token);
        current.begin(entered.visit(), context.getContextPath() + "/shop/" + token + "/");
        if (reads) {
            current.countedLines(entered.cartLines());
        }
        String origin = request.getHeaderString("Origin");
        if (!reads && origin != null && !origin.equals("null") && !isOurs(origin, request)) {
            throw new ForbiddenException("A page of another site posted here");
        }
        if (current.get().readOnly() && !isForLooking(request.getUriInfo().getPath(), reads)) {
            throw new ReadOnlyVisitException();
        }
    }

    /** Every form but those that go home or speak another language, and every page of forms, is closed to who only looks. */
    private static boolean isForLooking(String path, boolean reads) {
        String place = path.replaceFirst("^/?[^/]*/?", "");
        return reads
                ? !place.equals("transfer")
                        && !place.equals("cart/data")
                        && !place.startsWith("quick")
                        && !place.startsWith("lists")
                : place.equals("cancel") || place.equals("language");
    }

    private boolean isOurs(String origin, ContainerRequestContext request) {
        return Origins.sameSite(
                origin,
                null,
                request.getUriInfo().getBaseUri(),
                settings.text("KOPPEL_PUBLIC_URL").orElse(null));
    }
}
