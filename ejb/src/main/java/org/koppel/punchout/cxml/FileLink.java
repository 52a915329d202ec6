package org.koppel.punchout.cxml;

/** A file of a line, and where the buyer's system fetches it. */
record FileLink(String name, String address) {}
