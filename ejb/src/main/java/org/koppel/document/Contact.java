package org.koppel.document;

/** A person to ask (UBL {@code cac:Contact}); any field may be null. */
public record Contact(String role, String name, String email, String telephone) {}
