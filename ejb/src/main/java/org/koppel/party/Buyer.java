package org.koppel.party;

import java.util.Optional;

/** A person who buys for a customer. {@code login} is the customer's own name for the person; {@code site} an address id. */
public record Buyer(String login, String name, Optional<String> email, Optional<String> site) {}
