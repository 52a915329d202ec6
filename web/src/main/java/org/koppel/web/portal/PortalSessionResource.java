package org.koppel.web.portal;

import jakarta.annotation.security.PermitAll;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.ws.rs.CookieParam;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.FormParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.SecurityContext;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import org.koppel.operations.portal.PortalLogin;
import org.koppel.operations.portal.PortalSessions;
import org.koppel.web.security.ConsoleCookies;
import org.koppel.web.security.LocalAddress;
import org.koppel.web.security.PortalCookies;

/** Coming, going, and how a person likes the pages. */
@Path("")
@ApplicationScoped
public class PortalSessionResource {
    @Inject
    private PortalLogin login;

    @Inject
    private PortalSessions sessions;

    @Inject
    private PortalPages pages;

    @Inject
    private Clock clock;

    @GET
    @Path("login")
    @PermitAll
    public Response form(@QueryParam("next") String next, @QueryParam("done") @DefaultValue("") String done) {
        return page(200, next, "", "", done);
    }

    @POST
    @Path("login")
    @PermitAll
    public Response login(
            @FormParam("user") @DefaultValue("") String user,
            @FormParam("password") @DefaultValue("") String password,
            @FormParam("next") String next,
            @Context HttpServletRequest request,
            @Context SecurityContext security) {
        PortalLogin.Outcome outcome = login.login(user, password, request.getRemoteAddr());
        if (outcome.token().isPresent()) {
            return PortalPages.goTo(next)
                    .cookie(PortalCookies.session(outcome.token().get(), security.isSecure()))
                    .build();
        }
        boolean locked = outcome.lockedUntil().isPresent();
        String trouble = outcome.lockedUntil()
                .map(until -> pages.texts().get("login.locked", minutes(until)))
                .orElseGet(() -> pages.texts().get("login.wrong"));
        return page(locked ? 429 : 401, next, user, trouble, "");
    }

    private long minutes(Instant until) {
        return Math.max(1, Duration.between(clock.instant(), until).toMinutes() + 1);
    }

    private Response page(int status, String next, String user, String trouble, String done) {
        return pages.plain(
                status,
                "login",
                Map.of("next", LocalAddress.below("/portal", next), "name", user, "trouble", trouble, "done", done));
    }

    @POST
    @Path("logout")
    @PermitAll
    public Response logout(@CookieParam(PortalCookies.SESSION) String token, @Context SecurityContext security) {
        sessions.close(token);
        return PortalPages.goTo("/portal/login")
                .cookie(PortalCookies.noSession(security.isSecure()))
                .build();
    }

    /** Values that mean nothing are stored and ignored when read. */
    @POST
    @Path("preferences")
    @PermitAll
    public Response prefer(
            @FormParam("language") @DefaultValue("en") String language,
            @FormParam("theme") @DefaultValue("auto") String theme,
            @FormParam("next") String next,
            @Context SecurityContext security) {
        return PortalPages.goTo(next)
                .cookie(
                        PortalCookies.preference(ConsoleCookies.LANGUAGE, plain(language), security.isSecure()),
                        PortalCookies.preference(ConsoleCookies.THEME, plain(theme), security.isSecure()))
                .build();
    }

    private static String plain(String value) {
        return value.matches("[a-z]{2,5}") ? value : "";
    }
}
