package org.koppel.web.security;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.container.ContainerRequestFilter;
import jakarta.ws.rs.container.PreMatching;
import jakarta.ws.rs.ext.Provider;
import org.koppel.operations.portal.PortalPerson;
import org.koppel.operations.portal.PortalSessions;

/** Knows every visitor of the customers' own pages by their cookies. */
@Provider
@PreMatching
@ApplicationScoped
public class PortalVisitorFilter implements ContainerRequestFilter {
    @Inject
    private PortalSessions sessions;

    @Inject
    private Visitor visitor;

    @Inject
    private CurrentPerson current;

    @Override
    public void filter(ContainerRequestContext request) {
        visitor.arrive(
                VisitorFilter.language(request),
                VisitorFilter.theme(request),
                VisitorFilter.address(request.getUriInfo()));
        sessions.person(VisitorFilter.cookie(request, PortalCookies.SESSION)).ifPresent(this::known);
    }

    private void known(PortalPerson person) {
        current.is(person);
        visitor.isKnownAs(person.name());
    }
}
