package org.koppel.codec.x12;

import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
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

    /** Element 355 of 004010 and what it is in UN/ECE Rec 20 and 21, both ways. What is not here is spelt alike in both, or in one only. */
    private static final Map<String, String> UNITS = pairs(
            "EA H87 MR MTR CM CMT MM MMT DM DMT DK KMT FT FOT IN INH YD YRD SM MTK SC CMK MS MMK SF FTK SI INK SY YDK"
                    + " CR MTQ CC CMQ CF FTQ CI INQ CY YDQ LT LTR ML MLT C3 CLT DL DLT H4 HLT GA GLL QT QTL PT PTL FO OZA"
                    + " KG KGM GR GRM ME MGM MP TNE TN STN LG LTN LB LBR OZ ONZ KH KWH"
                    + " PR PR ST SET DZ DZN DP DPR GS GRO GG GGR HC CEN TH MIL HR HUR DA DAY MJ MIN WK WEE MO MON YR ANN"
                    + " BX XBX CT XCT PK XPK RL XRO PL XPX BG XBG BO XBO BC XBJ BD XBE BA XBL BR XBA CA XCS CN XCX CL XCY"
                    + " CX XCL CP XCR CQ XCQ DR XDR EV XEN BS XBK JR XJR JU XJG KE XKG PA XPL RA XRK RE XRL SH XST SJ XSA"
                    + " SL XSY SO XSO SV XSI TB XTU TY XPU VI XVI BK D63");

    /** Other codes for them, understood only. CS is a cassette; who sells none writes it for a case. */
    private static final Map<String, String> ALSO =
            pairs("PC H87 UN H87 LF FOT LM MTR LY YRD HU CEN T3 MIL TV TNE MQ KMT PF XPX PH XPK CS XCS");

    private static final Map<String, String> SPELLINGS =
            UNITS.entrySet().stream().collect(Collectors.toMap(Map.Entry::getValue, Map.Entry::getKey));

    private static final int LENGTH = 2;

    private static Map<String, String> pairs(String codes) {
        String[] all = codes.split(" ");
        return IntStream.range(0, all.length / 2)
                .boxed()
                .collect(Collectors.toUnmodifiableMap(i -> all[2 * i], i -> all[2 * i + 1]));
    }

    private X12() {}

    /** A code of two letters means what element 355 says: {@code RO} is no roll and {@code MT} no metre. */
    static Optional<UnitCode> unit(String code) {
        String own = UNITS.getOrDefault(code, ALSO.get(code));
        if (own != null) {
            return Optional.of(new UnitCode(own));
        }
        return code != null && code.length() == LENGTH && !Units.isListed(code)
                ? Optional.empty()
                : Units.understood(code);
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
