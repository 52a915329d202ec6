package org.koppel.transport;

/** One rendered file of a delivery. {@code mediaType} may carry a charset; {@code fileName} has no path. */
public record Part(String mediaType, String fileName, byte[] content) {}
