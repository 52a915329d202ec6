package org.koppel.web.console;

import jakarta.annotation.security.PermitAll;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.CookieParam;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.FormParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.SecurityContext;
import java.time.Clock;
import java.time.Duration;
import java.util.Map;
import org.koppel.operations.ConsoleLogin;
import org.koppel.operations.ConsoleSessions;
import org.koppel.web.security.ConsoleCookies;
import org.koppel.web.security.LocalAddress;

/** Coming, going, and how a person likes the console. */
@Path("")
@ApplicationScoped
public class SessionResource {
    @Inject
    private ConsoleLogin login;

    @Inject
    private ConsoleSessions sessions;

    @Inject
    private ConsolePages pages;

    @Inject
    private Clock clock;

    @GET
    @Path("login")
    @PermitAll
    public Response form(@QueryParam("next") String next) {
        return page(200, next, "", "");
    }

    @POST
    @Path("login")
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    @PermitAll
    public Response login(
            @FormParam("user") @DefaultValue("") String user,
            @FormParam("password") @DefaultValue("") String password,
            @FormParam("next") String next,
            @Context HttpServletRequest request,
            @Context SecurityContext security) {
        ConsoleLogin.Outcome outcome = login.login(user, password, request.getRemoteAddr());
        if (outcome.token().isPresent()) {
            return ConsolePages.goTo(next)
                    .cookie(ConsoleCookies.session(outcome.token().get(), security.isSecure()))
                    .build();
        }
        String trouble = outcome.lockedUntil()
                .map(until -> pages.texts()
                        .get(
                                "login.locked",
                                Math.max(
                                        1,
                                        Duration.between(clock.instant(), until).toMinutes() + 1)))
                .orElseGet(() -> pages.texts().get("login.wrong"));
        return page(outcome.lockedUntil().isPresent() ? 429 : 401, next, user, trouble);
    }

    private Response page(int status, String next, String user, String trouble) {
        return pages.plain(
                status,
                "login",
                Map.of(
                        "next",
                        LocalAddress.of(next),
                        "name",
                        user,
                        "trouble",
                        trouble,
                        "needsSetUp",
                        login.needsSetUp()));
    }

    @POST
    @Path("logout")
    @PermitAll
    public Response logout(@CookieParam(ConsoleCookies.SESSION) String token, @Context SecurityContext security) {
        sessions.close(token);
        return ConsolePages.goTo("/console/login")
                .cookie(ConsoleCookies.noSession(security.isSecure()))
                .build();
    }

    /** Values that mean nothing are stored and ignored when read. */
    @POST
    @Path("preferences")
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    @PermitAll
    public Response prefer(
            @FormParam("language") @DefaultValue("en") String language,
            @FormParam("theme") @DefaultValue("auto") String theme,
            @FormParam("next") String next,
            @Context SecurityContext security) {
        return ConsolePages.goTo(next)
                .cookie(
                        ConsoleCookies.preference(ConsoleCookies.LANGUAGE, plain(language), security.isSecure()),
                        ConsoleCookies.preference(ConsoleCookies.THEME, plain(theme), security.isSecure()))
                .build();
    }

    private static String plain(String value) {
        return value.matches("[a-z]{2,5}") ? value : "";
    }
}
