package org.koppel.document;

import org.koppel.shared.DocumentNumber;

/** A partner asks which requests are served here (cXML ProfileRequest); also used as a ping. */
public record ServiceProfileRequest(DocumentNumber number) implements Document {}
