package org.koppel.document;

import org.koppel.shared.DocumentNumber;

/**
 * A document of an interchange that was not taken while its neighbours were. {@code number} is the one its issuer gave it, or the
 * reference of its message where it could not be read; {@code kind} is the format's own word ({@code ORDERS}).
 */
public record RefusedDocument(DocumentNumber number, String kind, String reference) implements Document {}
