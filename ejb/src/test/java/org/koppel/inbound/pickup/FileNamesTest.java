package org.koppel.inbound.pickup;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class FileNamesTest {

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "*|orders.edi|true",
                "*.edi|ORDERS.EDI|true",
                "*.edi|orders.edi.bak|false",
                "*.edi, *.x12|a.x12|true",
                "ORD_????.csv|ord_0001.csv|true",
                "ORD_????.csv|ord_001.csv|false",
                "*a*b*c|xxaxxbxxc|true",
                "*a*b*c|xxaxxcxxb|false",
                "a.edi|abedi|false",
                "*|.hidden|false",
                "*|orders.edi.tmp|false",
                "*|orders.edi.filepart|false",
                "*.tmp|orders.tmp|false",
                "''|orders.edi|false"
            })
    void aPatternTakesWhatItSays(String pattern, String name, boolean taken) {
        assertThat(new FileNames(pattern).take(name)).isEqualTo(taken);
    }
}
