package org.koppel.transport;

/**
 * One rendered file of a delivery. {@code mediaType} may carry a charset; {@code fileName} has no path; {@code control} is the
 * control reference of an interchange, by which partners name it in their answers; null for every other file.
 */
public record Part(String mediaType, String fileName, byte[] content, String control) {

    /** Without a control reference. */
    public Part(String mediaType, String fileName, byte[] content) {
        this(mediaType, fileName, content, null);
    }
}
