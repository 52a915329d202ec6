package org.koppel.web.security;

import jakarta.annotation.Priority;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.ws.rs.ClientErrorException;
import jakarta.ws.rs.NotAuthorizedException;
import jakarta.ws.rs.Priorities;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.container.ContainerRequestFilter;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.ext.Provider;
import java.util.Optional;
import org.koppel.party.Authentication;
import org.koppel.party.Caller;
import org.koppel.party.FailedLogins;

/** Lets in who shows a good API key in {@code Authorization: Bearer}; everybody else gets a 401 that says how. */
@Provider
@ApplicationScoped
@Priority(Priorities.AUTHENTICATION)
public class ApiKeyFilter implements ContainerRequestFilter {
    private static final String SCHEME = "Bearer ";
    private static final int LONGEST = 500;
    private static final int TOO_MANY = 429;

    @Inject
    private Authentication authentication;

    @Inject
    private FailedLogins failedLogins;

    @Context
    private HttpServletRequest servlet;

    @Override
    public void filter(ContainerRequestContext request) {
        Optional<String> key = key(request.getHeaderString(HttpHeaders.AUTHORIZATION));
        if (key.isEmpty()) {
            throw new NotAuthorizedException("Send an API key in the header Authorization: Bearer <key>", "Bearer");
        }
        Caller caller = caller(key.get(), "api " + name(key.get()), servlet.getRemoteAddr());
        boolean secure = request.getSecurityContext().isSecure();
        request.setSecurityContext(new KnownCaller(caller, secure));
    }

    private Caller caller(String key, String name, String address) {
        if (failedLogins.tooMany(name, address)) {
            throw new ClientErrorException(Response.status(TOO_MANY)
                    .header(HttpHeaders.RETRY_AFTER, FailedLogins.RETRY_AFTER)
                    .build());
        }
        Optional<Caller> caller = authentication.byApiKey(key);
        if (caller.isEmpty()) {
            failedLogins.failed(name, address);
            throw new NotAuthorizedException(
                    "This API key is not known. Check that it was copied whole, and that it was not replaced by a new one",
                    "Bearer error=\"invalid_token\"");
        }
        failedLogins.succeeded(name, address);
        return caller.get();
    }

    /** What stands before the secret. */
    static String name(String key) {
        int end = key.indexOf('_');
        return end < 0 ? "" : key.substring(0, end);
    }

    /** The key in the header, or empty when there is none of the scheme; the scheme's case does not matter. */
    static Optional<String> key(String header) {
        if (header == null || !header.regionMatches(true, 0, SCHEME, 0, SCHEME.length())) {
            return Optional.empty();
        }
        return Optional.of(header.substring(SCHEME.length()).strip())
                .filter(k -> !k.isEmpty() && k.length() <= LONGEST);
    }
}
