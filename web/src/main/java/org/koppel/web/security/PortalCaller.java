package org.koppel.web.security;

import jakarta.ws.rs.core.SecurityContext;
import java.security.Principal;
import org.koppel.operations.portal.PortalPerson;

/** The security context of a customer's administrator with a living session. */
record PortalCaller(PortalPerson person, boolean secure) implements SecurityContext, Principal {

    @Override
    public Principal getUserPrincipal() {
        return this;
    }

    @Override
    public String getName() {
        return person.name();
    }

    @Override
    public boolean isUserInRole(String role) {
        return role.equals(Roles.ADMINISTRATOR);
    }

    @Override
    public boolean isSecure() {
        return secure;
    }

    @Override
    public String getAuthenticationScheme() {
        return SecurityContext.FORM_AUTH;
    }
}
