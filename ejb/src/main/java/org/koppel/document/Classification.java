package org.koppel.document;

/** A category code of a scheme, such as {@code UNSPSC} {@code 39121003}; {@code version} may be null. */
public record Classification(String scheme, String version, String code) {}
