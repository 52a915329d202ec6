package org.koppel.punchout.peppol;

/**
 * What is agreed with one buyer. The endpoints are electronic addresses, {@code scheme:value} (null: left out); the document
 * travels in the form field {@code fieldName}; its prices hold for {@code validDays}.
 */
record PeppolConnection(
        String sellerEndpoint, String buyerEndpoint, String fieldName, Encoding encoding, int validDays) {
    static final PeppolConnection PLAIN = new PeppolConnection(null, null, "catalogue", Encoding.XML, 30);

    /** How the document stands in its form field. */
    enum Encoding {
        /** As text; the form is posted in UTF-8. */
        XML,
        /** As Base64 of its UTF-8 bytes. */
        BASE64
    }
}
