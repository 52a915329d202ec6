package org.koppel.punchout.cxml;

/**
 * What is agreed with one buyer: name of the form field, which says the encoding too ({@code cxml-urlencoded},
 * {@code cXML-base64}), DTD version of the PunchOutOrderMessage, classification scheme, and whether prices are given for one unit.
 */
record CxmlConnection(String fieldName, String dtd, String scheme, boolean pricePerOne) {
    static final CxmlConnection PLAIN = new CxmlConnection("cxml-urlencoded", "1.2.014", "UNSPSC", false);

    boolean base64() {
        return fieldName.equalsIgnoreCase("cxml-base64");
    }
}
