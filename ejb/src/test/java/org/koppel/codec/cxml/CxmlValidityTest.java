package org.koppel.codec.cxml;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.koppel.codec.DocumentWriter;
import org.koppel.codec.FormatSettings;
import org.koppel.document.Acknowledgement;
import org.koppel.document.Document;
import org.koppel.document.PunchOutResponse;
import org.koppel.document.ServiceProfile;
import org.koppel.shared.DocumentNumber;

/** Every answer is valid by the DTD that it names. */
class CxmlValidityTest {
    private static final Path WRITTEN =
            Path.of(System.getProperty("basedir", ""), "src/test/resources/golden/cxml-1.2/out");
    private static final OffsetDateTime MONDAY = OffsetDateTime.parse("2026-01-05T08:00:00Z");
    private static final DocumentNumber NUMBER = new DocumentNumber("a-1");

    @ParameterizedTest
    @EnumSource
    void everyStatusIsValid(Acknowledgement.Outcome outcome) throws Exception {
        Acknowledgement document =
                new Acknowledgement(NUMBER, MONDAY, "p-1", outcome, List.of("A <b> & \"c\"", "\u0001 é"));

        CxmlDtd.valid(written(new CxmlAcknowledgementWriter(), document, FormatSettings.DEFAULT));
    }

    @Test
    void aProfileIsValid() throws Exception {
        ServiceProfile profile = new ServiceProfile(
                NUMBER, MONDAY, "p-1", MONDAY, Map.of("ProfileRequest", "https://s.example/cxml?a&b"));

        CxmlDtd.valid(written(new CxmlServiceProfileWriter(), profile, FormatSettings.DEFAULT));
    }

    @Test
    void aStartPageAndARefusalAreValidInTheAgreedVersion() throws Exception {
        FormatSettings coupa = new FormatSettings("en", Map.of("dtd", "1.2.021"));
        PunchOutResponse page = new PunchOutResponse(NUMBER, MONDAY, "https://s.example/?a&b", 200, null);
        PunchOutResponse refusal = new PunchOutResponse(NUMBER, MONDAY, null, 412, "Send the lines.");

        String welcome = written(new CxmlPunchOutResponseWriter(), page, coupa);

        CxmlDtd.valid(welcome);
        assertThat(welcome).contains("/1.2.021/cXML.dtd");
        assertThat(CxmlDtd.valid(written(new CxmlPunchOutResponseWriter(), refusal, coupa))
                        .getElementsByTagName("PunchOutSetupResponse")
                        .getLength())
                .isZero();
    }

    @TestFactory
    Stream<DynamicTest> everyGoldenFileIsValid() throws IOException {
        return Files.list(WRITTEN)
                .map(f ->
                        DynamicTest.dynamicTest(f.getFileName().toString(), () -> CxmlDtd.valid(Files.readString(f))));
    }

    @Test
    void theJudgeSeesAWrongOrder() {
        String wrong = "<!DOCTYPE cXML SYSTEM \"http://xml.cxml.org/schemas/cXML/1.2.014/cXML.dtd\">"
                + "<cXML payloadID=\"1\" timestamp=\"2026-01-05T08:00:00+00:00\"><Response><PunchOutSetupResponse><StartPage>"
                + "<URL>x</URL></StartPage></PunchOutSetupResponse><Status code=\"200\" text=\"OK\"/></Response></cXML>";

        assertThatThrownBy(() -> CxmlDtd.valid(wrong)).isInstanceOf(AssertionError.class);
    }

    @Test
    void aDocumentThatNamesAFileWhichDoesNotKnowItIsNotValid() throws IOException {
        String confirmation = Files.readString(WRITTEN.resolve("order-response.xml"));

        assertThatThrownBy(() -> CxmlDtd.valid(confirmation.replace("/Fulfill.dtd", "/cXML.dtd")))
                .isInstanceOf(AssertionError.class)
                .hasMessageContaining("Fulfill.dtd does");
    }

    private static <T extends Document> String written(DocumentWriter<T> writer, T document, FormatSettings settings)
            throws Exception {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        writer.write(document, settings, out);
        return out.toString(StandardCharsets.UTF_8);
    }
}
