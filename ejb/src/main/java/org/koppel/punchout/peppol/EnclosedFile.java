package org.koppel.punchout.peppol;

/** A file of a line: {@code content} travels inside the document; null where it is fetched at {@code address}. */
record EnclosedFile(String id, String name, String mediaType, byte[] content, String address) {}
