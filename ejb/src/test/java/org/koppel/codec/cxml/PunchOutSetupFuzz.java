package org.koppel.codec.cxml;

import static org.assertj.core.api.Assertions.assertThat;

import com.code_intelligence.jazzer.junit.FuzzTest;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.params.provider.MethodSource;
import org.koppel.codec.DocumentException;
import org.koppel.codec.FormatSettings;
import org.koppel.codec.XmlCursor;
import org.koppel.codec.XmlStreams;
import org.koppel.document.PunchOutRequest;
import org.koppel.fuzz.Fuzzed;

/** A PunchOutSetupRequest: read, or refused with problems; the BuyerCookie can always go back inside another document. */
class PunchOutSetupFuzz {
    static Stream<byte[]> seeds() {
        byte[] golden = Golden.bytes("punchout-setup");
        String nested = new String(golden, StandardCharsets.UTF_8)
                .replaceFirst("<cXML ", "<cXML xmlns:a=\"urn:a\" ")
                .replaceFirst(
                        "<BuyerCookie>.*</BuyerCookie>",
                        "<BuyerCookie><a:b c=\"&lt;&quot;\">1<!-- x --><![CDATA[<d>]]></a:b></BuyerCookie>");
        return Stream.of(golden, nested.getBytes(StandardCharsets.UTF_8));
    }

    @MethodSource("seeds")
    @FuzzTest
    void messages(byte[] message) throws IOException, DocumentException {
        try {
            new CxmlEnvelopeReader().read(new ByteArrayInputStream(message));
        } catch (DocumentException e) {
            Fuzzed.checkRefusal(e);
        }
        List<PunchOutRequest> read = new ArrayList<>();
        try {
            new CxmlPunchOutRequestReader().read(new ByteArrayInputStream(message), FormatSettings.DEFAULT, read::add);
        } catch (DocumentException e) {
            Fuzzed.checkRefusal(e);
            return;
        }
        PunchOutRequest request = read.get(0);
        assertThat(cookieOf("<a>" + request.cookie() + "</a>")).isEqualTo(request.cookie());
        assertThat(request.extrinsics()).hasSizeLessThanOrEqualTo(100);
        assertThat(request.extrinsics().values()).allMatch(v -> v.length() <= Cxml.TEXT_LENGTH);
        assertThat(request.to()).isNotEmpty();
    }

    private static String cookieOf(String xml) throws DocumentException, IOException {
        XmlCursor cursor = XmlStreams.open(new ByteArrayInputStream(xml.getBytes(StandardCharsets.UTF_8)));
        cursor.nextChild(0);
        return cursor.innerXml(Cxml.TEXT_LENGTH);
    }
}
