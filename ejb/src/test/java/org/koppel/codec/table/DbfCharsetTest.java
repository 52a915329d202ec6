package org.koppel.codec.table;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.io.ByteArrayOutputStream;
import java.nio.charset.Charset;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.koppel.codec.BackOfficeDocuments;
import org.koppel.codec.DocumentException;
import org.koppel.codec.FormatSettings;
import org.koppel.codec.OrderResponses;
import org.koppel.codec.Problem;
import org.koppel.document.OrderResponse;

/** DBF in the code pages of old programs: the header names the page, and a character stands in it or the file is not written. */
class DbfCharsetTest {
    private static final int LANGUAGE = 29;

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "IBM850|2|Grüße: één écran à Łódź|Ł",
                "IBM850|2|Grüße: één écran Ø 5 mm, ©|",
                "IBM437|1|Grüße: één écran, 5 µm|",
                "IBM437|1|Kabel Ø 5 mm|Ø",
                "IBM437|1|Kabel ã 5 mm|ã",
                "windows-1252|3|Grüße: één écran Ø 5 mm, € 3|",
                "windows-1252|3|Aan Łódź|Ł"
            })
    void accentsStandInTheCodePageThatTheHeaderNamesOrAreRefused(String charset, int mark, String words, String missing)
            throws Exception {
        OrderResponse response = OrderResponses.aResponse()
                .lines(List.of(OrderResponses.described(words)))
                .build();

        if (missing != null) {
            DocumentException refused = catchThrowableOfType(DocumentException.class, () -> written(response, charset));
            assertThat(refused.problems()).extracting(Problem::code).containsOnly("UNMAPPABLE_CHARACTER");
            assertThat(refused.problems().get(0).location()).contains("line 10", "description");
            assertThat(refused.problems().get(0).message()).contains(charset, missing);
        } else {
            byte[] dbf = written(response, charset);
            assertThat(dbf[LANGUAGE]).isEqualTo((byte) mark);
            assertThat(new String(dbf, Charset.forName(charset))).contains(words);
        }
    }

    @Test
    void whatIsWrittenInACodePageIsReadInItWithoutBeingTold() throws Exception {
        OrderResponse response = OrderResponses.aResponse()
                .lines(List.of(OrderResponses.changed("één")))
                .build();

        for (String charset : List.of("IBM850", "IBM437", "windows-1252")) {
            OrderResponse again = BackOfficeDocuments.<OrderResponse>read(
                            new OrderResponseDbfReader(), written(response, charset))
                    .get(0);
            assertThat(again.lines().get(0).number()).as(charset).isEqualTo("één");
        }
    }

    private static byte[] written(OrderResponse response, String charset) throws Exception {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        new OrderResponseDbfWriter().write(response, new FormatSettings("nl", Map.of("dbf.charset", charset)), out);
        return out.toByteArray();
    }
}
