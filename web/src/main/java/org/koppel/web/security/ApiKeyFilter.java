package org.koppel.web.security;

import jakarta.annotation.Priority;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.NotAuthorizedException;
import jakarta.ws.rs.Priorities;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.container.ContainerRequestFilter;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.ext.Provider;
import java.util.Optional;
import org.koppel.party.Authentication;
import org.koppel.party.Caller;

/** Lets in who shows a good API key in {@code Authorization: Bearer}; everybody else gets a 401 that says how. */
@Provider
@ApplicationScoped
@Priority(Priorities.AUTHENTICATION)
public class ApiKeyFilter implements ContainerRequestFilter {
    private static final String SCHEME = "Bearer ";
    private static final int LONGEST = 500;

    @Inject
    private Authentication authentication;

    @Override
    public void filter(ContainerRequestContext request) {
        Optional<String> key = key(request.getHeaderString(HttpHeaders.AUTHORIZATION));
        if (key.isEmpty()) {
            throw new NotAuthorizedException("Send an API key in the header Authorization: Bearer <key>", "Bearer");
        }
        Caller caller = authentication
                .byApiKey(key.get())
                .orElseThrow(() -> new NotAuthorizedException(
                        "This API key is not known. Check that it was copied whole, and that it was not replaced by a new one",
                        "Bearer error=\"invalid_token\""));
        boolean secure = request.getSecurityContext().isSecure();
        request.setSecurityContext(new KnownCaller(caller, secure));
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
