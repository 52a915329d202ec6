package org.koppel.operations;

/** One file of a delivery, without its bytes; {@code size} in bytes. */
public record PartRow(int position, String format, String mediaType, String fileName, long size) {}
