package org.koppel.codec.ubl;

/**
 * What the rules of Peppol say to a document. {@code rule} is the rule's id ({@code PEPPOL-T77-R002}, {@code XSD} for the
 * schema); {@code fatal} ones must not leave the house; {@code location} is an XPath or a line and may be empty.
 */
public record PeppolFinding(boolean fatal, String rule, String location, String text) {}
