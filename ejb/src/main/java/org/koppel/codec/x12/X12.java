package org.koppel.codec.x12;

import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.koppel.codec.EdiDescription;
import org.koppel.codec.FormatId;
import org.koppel.shared.UnitCode;
import org.koppel.shared.Units;

/** What every part of this format shares. */
final class X12 {
    static final FormatId FORMAT = new FormatId("x12-4010");
    static final String MEDIA_TYPE = "application/EDI-X12";
    static final String FILE_EXTENSION = "x12";
    static final String VERSION = "004010";
    static final String PURCHASE_ORDER = "850";
    static final String ORDER_CHANGE = "860";
    static final String INVOICE = "810";

    /** Of one order or line. */
    static final int MOST_REFERENCES = 500;

    /** Element 355, where it differs from UN/ECE Rec 20 and the usual synonyms. */
    private static final Map<String, String> UNITS = Map.ofEntries(
            Map.entry("EA", "H87"),
            Map.entry("MR", "MTR"),
            Map.entry("KG", "KGM"),
            Map.entry("GR", "GRM"),
            Map.entry("LT", "LTR"),
            Map.entry("ML", "MLT"),
            Map.entry("CM", "CMT"),
            Map.entry("MM", "MMT"),
            Map.entry("DK", "KMT"),
            Map.entry("SM", "MTK"),
            Map.entry("CR", "MTQ"),
            Map.entry("MP", "TNE"),
            Map.entry("BX", "XBX"),
            Map.entry("CT", "XCT"),
            Map.entry("PK", "XPK"),
            Map.entry("RL", "XRO"),
            Map.entry("PL", "XPX"),
            Map.entry("ST", "SET"),
            Map.entry("PR", "PR"),
            Map.entry("DZ", "DZN"),
            Map.entry("HC", "CEN"),
            Map.entry("TH", "MIL"),
            Map.entry("HR", "HUR"),
            Map.entry("DA", "DAY"),
            Map.entry("MJ", "MIN"),
            Map.entry("ZZ", UnitCode.AGREED.value()));

    private static final Map<String, String> SPELLINGS =
            UNITS.entrySet().stream().collect(Collectors.toMap(Map.Entry::getValue, Map.Entry::getKey));

    private X12() {}

    static Optional<UnitCode> unit(String code) {
        String own = UNITS.get(code);
        return own == null ? Units.understood(code) : Optional.of(new UnitCode(own));
    }

    /** {@code EA} for a piece; units without a code of two letters are spelt as in Rec 20 and do not fit. */
    static String spelling(UnitCode unit) {
        return Units.same(unit, UnitCode.PIECE) ? "EA" : SPELLINGS.getOrDefault(unit.value(), unit.value());
    }

    /** The descriptions of what is read; read when the first one comes. */
    static final class Sets {
        private static final Map<String, EdiDescription> DESCRIPTIONS = Map.of(
                PURCHASE_ORDER,
                EdiDescription.load(X12.class, "850-4010.xml"),
                ORDER_CHANGE,
                EdiDescription.load(X12.class, "860-4010.xml"),
                "855",
                EdiDescription.load(X12.class, "855-4010.xml"),
                "865",
                EdiDescription.load(X12.class, "865-4010.xml"),
                "856",
                EdiDescription.load(X12.class, "856-4010.xml"),
                INVOICE,
                EdiDescription.load(X12.class, "810-4010.xml"));

        private Sets() {}

        /** Null for another transaction set, or another version. */
        static EdiDescription of(String type, String version) {
            return type != null && version != null && version.contains(VERSION) ? DESCRIPTIONS.get(type) : null;
        }
    }
}
