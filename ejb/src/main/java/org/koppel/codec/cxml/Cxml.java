package org.koppel.codec.cxml;

import org.koppel.codec.FormatId;

/** What every part of this format shares. */
public final class Cxml {
    /** cXML 1.x; written as 1.2. */
    public static final FormatId FORMAT = new FormatId("cxml-1.2");

    static final String MEDIA_TYPE = "text/xml; charset=UTF-8";

    /** Longest texts that are taken, in characters; a longer one is a problem, never cut. */
    static final int NUMBER_LENGTH = 70;

    static final int LINE_NUMBER_LENGTH = 20;
    static final int NAME_LENGTH = 255;
    static final int AUXILIARY_LENGTH = 1_000;
    static final int TEXT_LENGTH = 4_000;

    /** Most lines of one order, and most references of one order or line. */
    static final int MOST_LINES = 10_000;

    static final int MOST_REFERENCES = 500;

    private Cxml() {}
}
