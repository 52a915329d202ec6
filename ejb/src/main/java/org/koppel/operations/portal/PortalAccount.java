package org.koppel.operations.portal;

import java.time.Instant;

/**
 * An administrator as the order desk sees one. {@code email}, {@code invitedUntil} (an invitation that was not taken yet) and
 * {@code lastLogin} may be null; {@code ready} says whether there is a password.
 */
public record PortalAccount(
        String name,
        String fullName,
        String email,
        boolean active,
        boolean ready,
        Instant invitedUntil,
        Instant lastLogin) {}
