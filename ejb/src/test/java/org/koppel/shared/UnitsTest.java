package org.koppel.shared;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.NullSource;
import org.junit.jupiter.params.provider.ValueSource;

class UnitsTest {

    @ParameterizedTest
    @CsvSource({"EA,H87", "pce,H87", "' Stk ',H87", "C62,C62", "M,MTR", "MTR,MTR", "KG,KGM", "BX,XBX", "RO,XRO", "PR,PR"
    })
    void synonymsAreUnderstoodWhateverTheirCase(String code, String unit) {
        assertThat(Units.understood(code)).contains(new UnitCode(unit));
    }

    @ParameterizedTest
    @CsvSource({
        "CS,XCS", "EV,XEN", "DR,XDR", "JR,XJR", "SV,XSI", "DZ,DZN", "YD,YRD", "IN,INH", "HR,HUR", "oz,ONZ", "CM,CMT"
    })
    void olderCodesOfPackagesAndAbbreviationsOfMeasuresAreUnderstood(String code, String unit) {
        assertThat(Units.understood(code)).contains(new UnitCode(unit));
    }

    @ParameterizedTest
    @ValueSource(strings = {"CA", "CR", "RL", "PL", "CL", "CY", "BR", "BK", "SL", "TN", "TY", "CN", "TB"})
    void aCodeThatRec20AndX12UnderstandDifferentlyIsNotGuessed(String code) {
        assertThat(Units.understood(code)).isEmpty();
    }

    @Test
    void aListThatNamesACodeTwiceOrAUnitThatIsNoneIsRefused() {
        assertThatThrownBy(() -> UnitTable.meanings(UnitsTest.class, "units-twice.txt"))
                .hasMessageContaining("EA MTR metre");
        assertThatThrownBy(() -> UnitTable.meanings(UnitsTest.class, "units-unknown.txt"))
                .hasMessageContaining("XX XX9 nothing");
    }

    @ParameterizedTest
    @ValueSource(strings = {"XBG", "FOT", "LBR", "YRD", "FTK", "XDR", "XPL", "GLL", "4L", "ZZ", "KWH"})
    void everyCodeOfRec20AndOfRec21WithAnXIsUnderstood(String code) {
        assertThat(Units.understood(code)).contains(new UnitCode(code));
    }

    @ParameterizedTest
    @NullSource
    @ValueSource(strings = {"", " ", "BUSHEL", "BOX", "H8", "EA.", "XX9", "#"})
    void whatNobodyAgreedOnIsNotGuessed(String code) {
        assertThat(Units.understood(code)).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({"H87,PCE", "C62,PCE", "XBX,BX", "MTR,MTR", "KGM,KGM"})
    void theIsoSpellingIsWhatSapExpects(String unit, String iso) {
        assertThat(Units.iso(new UnitCode(unit))).isEqualTo(iso);
    }

    @Test
    void aUnitThatIsLeftToTheArticleFitsEveryOther() {
        assertThat(Units.fit(UnitCode.AGREED, new UnitCode("MTR"))).isTrue();
        assertThat(Units.fit(new UnitCode("MTR"), UnitCode.AGREED)).isTrue();
        assertThat(Units.fit(UnitCode.PIECE, new UnitCode("C62"))).isTrue();
        assertThat(Units.fit(UnitCode.PIECE, new UnitCode("MTR"))).isFalse();
    }

    @Test
    void pieceAndOneAreTheSameAndAMetreIsNot() {
        assertThat(Units.same(new UnitCode("H87"), new UnitCode("C62"))).isTrue();
        assertThat(Units.same(new UnitCode("H87"), new UnitCode("MTR"))).isFalse();
    }

    @Test
    void everyUnitThatIsWrittenIsUnderstoodAgain() {
        for (String unit : new String[] {"H87", "XBX", "XCT", "XPK", "XRO", "XPX", "MTR"}) {
            assertThat(Units.understood(Units.iso(new UnitCode(unit)))).contains(new UnitCode(unit));
        }
    }
}
