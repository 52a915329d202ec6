package org.koppel.web.security;

import jakarta.ws.rs.core.SecurityContext;
import java.security.Principal;

/** The security context of a person with a living console session. */
record LoggedIn(String name, boolean secure) implements SecurityContext, Principal {

    @Override
    public Principal getUserPrincipal() {
        return this;
    }

    @Override
    public String getName() {
        return name;
    }

    @Override
    public boolean isUserInRole(String role) {
        return role.equals(Roles.OPERATOR);
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
