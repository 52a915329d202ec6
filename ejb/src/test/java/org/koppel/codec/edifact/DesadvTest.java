package org.koppel.codec.edifact;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.koppel.codec.BackOfficeDocuments;
import org.koppel.codec.ControlNumber;
import org.koppel.codec.DespatchAdvices;
import org.koppel.codec.DocumentWriter;
import org.koppel.codec.FormatSettings;
import org.koppel.document.DespatchAdvice;
import org.koppel.document.DespatchAdvice.Carrier;

class DesadvTest {
    private static final FormatSettings AGREED = new FormatSettings("nl", Map.of(ControlNumber.OPTION, "77"));

    @Test
    void aDespatchIsAsTheGoldenFileShows() throws Exception {
        try (InputStream golden = getClass().getResourceAsStream("/golden/edifact/despatch-advice.edi")) {
            assertThat(written(new EdifactD96ADespatchAdviceWriter()).replace("'", "'\n"))
                    .isEqualTo(new String(golden.readAllBytes(), StandardCharsets.ISO_8859_1));
        }
    }

    @Test
    void theNewerDirectoryHasItsOwnVersion() throws Exception {
        assertThat(written(new EdifactD01BDespatchAdviceWriter())).contains("DESADV:D:01B:UN:EAN007");
    }

    @Test
    void aTrackingNumberThatIsTooLongForTheTransportStandsAmongTheReferences() throws Exception {
        String tracking = "JJD01490012345678901"; // 20 characters; 8028 has 17
        String written = written(
                new EdifactD96ADespatchAdviceWriter(), DespatchAdvices.by(new Carrier("Snel & Co", "SNEL", tracking)));

        assertThat(written).contains("RFF+CN:" + tracking + "'NAD", "TDT+20++30++SNEL:::Snel & Co'");
        assertThat(BackOfficeDocuments.read(new EdifactD96AReader(), written.getBytes(StandardCharsets.ISO_8859_1)))
                .extracting(d -> ((DespatchAdvice) d).carrier())
                .containsExactly(new Carrier("Snel & Co", "SNEL", tracking));
    }

    private static String written(DocumentWriter<DespatchAdvice> writer) throws Exception {
        return written(writer, DespatchAdvices.anAdvice());
    }

    private static String written(DocumentWriter<DespatchAdvice> writer, DespatchAdvice advice) throws Exception {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        writer.write(advice, AGREED, out);
        return out.toString(StandardCharsets.ISO_8859_1);
    }
}
