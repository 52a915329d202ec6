package org.koppel.catalogue;

/**
 * A picture to serve as it is. It is drawn by Koppel itself, holds no script, and its bytes are not the caller's to change.
 *
 * @param mediaType such as {@code image/svg+xml}
 * @param etag changes when the picture does; without quotes
 */
@SuppressWarnings("ArrayRecordComponent") // a carrier of bytes, never compared
public record Picture(String mediaType, byte[] content, String etag) {}
