package org.koppel.operations.portal;

import org.koppel.shared.PartyId;

/** A customer's administrator: the name to log in with, the name people know, and the customer, who is the tenant of all. */
public record PortalPerson(String name, String fullName, PartyId customer) {}
