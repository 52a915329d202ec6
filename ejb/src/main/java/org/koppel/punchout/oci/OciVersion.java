package org.koppel.punchout.oci;

import java.util.Arrays;
import java.util.Map;
import java.util.Optional;

/** Versions of the interface: which fields a form may have and how long they are (SAP Open Catalog Interface, return fields). */
enum OciVersion {
    V2_0("2.0"),
    V3_0("3.0"),
    V4_0("4.0"),
    V5_0("5.0");

    /** Not limited by OCI. */
    static final int UNLIMITED = 100_000;

    private static final Map<String, Integer> LENGTHS = Map.ofEntries(
            Map.entry("DESCRIPTION", 40),
            Map.entry("MATNR", 40),
            Map.entry("QUANTITY", 15),
            Map.entry("UNIT", 3),
            Map.entry("PRICE", 15),
            Map.entry("CURRENCY", 5),
            Map.entry("PRICEUNIT", 5),
            Map.entry("LEADTIME", 5),
            Map.entry("LONGTEXT", UNLIMITED),
            Map.entry("VENDOR", 10),
            Map.entry("VENDORMAT", 40),
            Map.entry("MANUFACTCODE", 10),
            Map.entry("MANUFACTMAT", 40),
            Map.entry("MATGROUP", 10),
            Map.entry("SERVICE", 1),
            Map.entry("CONTRACT", 10),
            Map.entry("CONTRACT_ITEM", 5),
            Map.entry("EXT_QUOTE_ID", 35),
            Map.entry("EXT_QUOTE_ITEM", 10),
            Map.entry("EXT_PRODUCT_ID", 40),
            Map.entry("ATTACHMENT", 255),
            Map.entry("ATTACHMENT_TITLE", 255),
            Map.entry("ATTACHMENT_PURPOSE", 1),
            Map.entry("EXT_SCHEMA_TYPE", 10),
            Map.entry("EXT_CATEGORY_ID", 60),
            Map.entry("EXT_CATEGORY", 40),
            Map.entry("SLD_SYS_NAME", 60),
            Map.entry("CUST_FIELD1", 10),
            Map.entry("CUST_FIELD2", 10),
            Map.entry("CUST_FIELD3", 10),
            Map.entry("CUST_FIELD4", 20),
            Map.entry("CUST_FIELD5", 50));

    /** Fields that only the last version has. */
    private static final Map<String, Integer> NEW_IN_5 = Map.of("ITEM_TYPE", 1, "PARENT_ID", 5, "TAX", 5);

    private final String number;

    OciVersion(String number) {
        this.number = number;
    }

    static Optional<OciVersion> of(String number) {
        return Arrays.stream(values()).filter(v -> v.number.equals(number)).findFirst();
    }

    /** The greatest length of a field; empty when the version has no such field. */
    Optional<Integer> length(String field) {
        if (field.equals("MATNR") && this != V4_0 && this != V5_0) {
            return Optional.of(18);
        }
        if (field.equals("PRICEUNIT") && this == V3_0) {
            return Optional.of(9);
        }
        Integer later = this == V5_0 ? NEW_IN_5.get(field) : null;
        return Optional.ofNullable(LENGTHS.getOrDefault(field, later));
    }

    /** Whether the field is of a later version than this. */
    boolean isTooOldFor(String field) {
        return this != V5_0 && NEW_IN_5.containsKey(field);
    }
}
