package org.koppel.codec.x12;

import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.koppel.codec.EdiDescription;
import org.koppel.codec.FormatId;
import org.koppel.shared.UnitCode;
import org.koppel.shared.UnitTable;
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

    /** Element 355 of 004010 and what it is in UN/ECE Rec 20 and 21. */
    private static final Map<String, UnitCode> UNITS = UnitTable.meanings(X12.class, "units-355.txt");

    /** The first code of a unit is how it is written. */
    private static final Map<UnitCode, String> SPELLINGS = UNITS.entrySet().stream()
            .collect(Collectors.toMap(Map.Entry::getValue, Map.Entry::getKey, (first, other) -> first));

    private static final int LENGTH = 2;

    private X12() {}

    /** A code of two letters means what element 355 says: {@code RO} is no roll and {@code MT} no metre. */
    static Optional<UnitCode> unit(String written) {
        String code = written.toUpperCase(Locale.ROOT);
        UnitCode own = UNITS.get(code);
        if (own != null) {
            return Optional.of(own);
        }
        return code.length() == LENGTH && !Units.isListed(code) ? Optional.empty() : Units.understood(code);
    }

    /** {@code EA} for a piece; units without a code of two letters are spelt as in Rec 20 and do not fit. */
    static String spelling(UnitCode unit) {
        return Units.same(unit, UnitCode.PIECE) ? "EA" : SPELLINGS.getOrDefault(unit, unit.value());
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
