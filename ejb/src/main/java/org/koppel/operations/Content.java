package org.koppel.operations;

/** Stored bytes; the media type (may be null) is what the sender or the writer said. */
public record Content(String mediaType, String fileName, byte[] bytes) {}
