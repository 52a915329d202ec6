package org.koppel.codec.ubl;

import java.util.Set;
import org.koppel.codec.FormatId;

/** What every part of this format shares. */
public final class Ubl {
    /** UBL 2.1 without a customization. */
    public static final FormatId FORMAT = new FormatId("ubl-2.1");

    /** Peppol BIS 3, which is UBL 2.1 under stricter rules. */
    public static final FormatId PEPPOL = new FormatId("peppol-bis-3");

    static final String MEDIA_TYPE = "application/xml; charset=UTF-8";
    static final String NAMESPACE = "urn:oasis:names:specification:ubl:schema:xsd:";
    static final String PEPPOL_TRANSACTION = "urn:fdc:peppol.eu:poacc:trns:";
    static final String PEPPOL_BILLING = "urn:fdc:peppol.eu:2017:poacc:billing:";

    /** GS1 location number in the list of electronic addresses and in ISO 6523. */
    static final String GLN = "0088";

    /** Belgian enterprise number. */
    static final String BELGIAN_ENTERPRISE = "0208";

    /** Lists of companies in which a number is a legal registration: Belgian enterprise number, Dutch KvK and OIN. */
    static final Set<String> REGISTERS = Set.of(BELGIAN_ENTERPRISE, "0106", "0190");

    static final String GTIN = "0160";

    /** UNSPSC in UNCL 7143. */
    static final String UNSPSC = "TST";

    /** Longest texts that are taken, in characters; a longer one is a problem, never cut. */
    static final int NUMBER_LENGTH = 70;

    static final int LINE_NUMBER_LENGTH = 20;
    static final int NAME_LENGTH = 255;
    static final int TEXT_LENGTH = 4_000;

    /** Most lines of one order, and most references of one order or line. */
    static final int MOST_LINES = 10_000;

    static final int MOST_REFERENCES = 500;

    private Ubl() {}
}
