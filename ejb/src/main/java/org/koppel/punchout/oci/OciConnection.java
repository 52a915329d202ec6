package org.koppel.punchout.oci;

import java.util.ArrayList;
import java.util.List;

/**
 * What one buyer's OCI expects: {@code vendor} is our number there, the schemes name the classification that is sent as
 * MATGROUP and as EXT_CATEGORY_ID (all three may be null: left out), the lengths are what its fields really hold.
 */
record OciConnection(
        String vendor, String matgroupScheme, String categoryScheme, int matnrLength, int vendormatLength) {
    /** OCI 4.0 without agreements. */
    static final OciConnection PLAIN = new OciConnection(null, null, "UNSPSC", 40, 40);

    /** The same agreement as a dialect. */
    Dialect dialect() {
        Dialect plain = Dialect.basedOn(Profiles.GENERIC);
        Dialect whole = Profiles.resolved(plain);
        List<FieldRule> own = new ArrayList<>();
        if (vendor != null) {
            own.add(FieldRule.constant("VENDOR", vendor));
        }
        if (matgroupScheme != null) {
            own.add(FieldRule.classified("MATGROUP", Attribute.CLASS_CODE, matgroupScheme));
        }
        own.add(whole.field("MATNR").orElseThrow().length(matnrLength));
        own.add(whole.field("VENDORMAT").orElseThrow().length(vendormatLength));
        if (categoryScheme == null) {
            return plain.fields(own, List.of("EXT_SCHEMA_TYPE", "EXT_CATEGORY_ID"));
        }
        for (String name : List.of("EXT_SCHEMA_TYPE", "EXT_CATEGORY_ID")) {
            own.add(whole.field(name).orElseThrow().scheme(categoryScheme));
        }
        return plain.fields(own, List.of());
    }
}
