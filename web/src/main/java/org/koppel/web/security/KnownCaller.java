package org.koppel.web.security;

import jakarta.ws.rs.core.SecurityContext;
import java.security.Principal;
import org.koppel.party.Caller;
import org.koppel.shared.PartyId;

/** The security context of a call with a good API key. */
public record KnownCaller(Caller caller, boolean secure) implements SecurityContext, Principal {

    /** The caller behind a context that {@link ApiKeyFilter} made. */
    public static Caller of(SecurityContext context) {
        return ((KnownCaller) context.getUserPrincipal()).caller();
    }

    @Override
    public Principal getUserPrincipal() {
        return this;
    }

    @Override
    public String getName() {
        return caller.customer().map(PartyId::value).orElse("back office");
    }

    @Override
    public boolean isUserInRole(String role) {
        return role.equals(caller.isSupplier() ? Roles.SUPPLIER : Roles.CUSTOMER);
    }

    @Override
    public boolean isSecure() {
        return secure;
    }

    @Override
    public String getAuthenticationScheme() {
        return "Bearer";
    }
}
