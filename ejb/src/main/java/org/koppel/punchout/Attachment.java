package org.koppel.punchout;

import java.util.UUID;

/** A file that a buyer gave along with a line; {@code size} in bytes. */
public record Attachment(UUID id, String article, String name, String mediaType, int size) {}
