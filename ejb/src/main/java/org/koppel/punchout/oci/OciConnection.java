package org.koppel.punchout.oci;

/**
 * What one buyer's OCI expects: {@code vendor} is our number there, the schemes name the classification that is sent as
 * MATGROUP and as EXT_CATEGORY_ID (all three may be null: left out), the lengths are what its fields really hold.
 */
record OciConnection(
        String vendor, String matgroupScheme, String categoryScheme, int matnrLength, int vendormatLength) {
    /** OCI 4.0 without agreements. */
    static final OciConnection PLAIN = new OciConnection(null, null, "UNSPSC", 40, 40);
}
