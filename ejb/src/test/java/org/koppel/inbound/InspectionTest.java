package org.koppel.inbound;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.koppel.codec.CodecRegistry;
import org.koppel.codec.EnvelopeReader;
import org.koppel.codec.FormatId;
import org.koppel.codec.cxml.CxmlEnvelopeReader;
import org.koppel.codec.edifact.EdifactD96AEnvelopeReader;
import org.koppel.document.Acknowledgement.Outcome;
import org.koppel.party.Caller;
import org.koppel.platform.Settings;
import org.koppel.shared.PartyId;

/** What is refused before anything of it is read, by whatever way it comes. */
class InspectionTest {
    private static final String EDIFACT = "UNB+UNOC:3+EDIPLUS:14+SUPPLIER:14+261121:0930+1'";
    private final Inspection inspection = new Inspection();

    InspectionTest() {
        Map<String, String> settings =
                Map.of("KOPPEL_MAX_MESSAGE_BYTES", "1000", "KOPPEL_MAX_INTERCHANGE_BYTES", "5000");
        inspection.system = new Settings() {
            @Override
            public Optional<String> text(String name) {
                return Optional.ofNullable(settings.get(name));
            }
        };
        inspection.codecs = new CodecRegistry() {
            @Override
            public Optional<EnvelopeReader> recognise(String contentType, byte[] head) {
                return readers().filter(r -> r.recognises(contentType, head)).findFirst();
            }

            @Override
            public Optional<EnvelopeReader> envelope(FormatId format) {
                return readers().filter(r -> r.format().equals(format)).findFirst();
            }
        };
    }

    private static Stream<EnvelopeReader> readers() {
        return Stream.of(new CxmlEnvelopeReader(), new EdifactD96AEnvelopeReader());
    }

    @Test
    void anInterchangeOfSomebodyKnownMayBeLargerThanADocumentAndThanAStrangers() throws IOException {
        assertThat(inspect(EDIFACT, 5_001, true).problems())
                .singleElement()
                .satisfies(p -> assertThat(p.toString())
                        .contains("MESSAGE_TOO_LARGE", "5001 bytes", "takes 5000 at most", "Split it"));
        assertThat(inspect(EDIFACT, 1_001, false).outcome()).isEqualTo(Outcome.TOO_LARGE);
        assertThat(inspect("<cXML>", 1_001, true).problems())
                .singleElement()
                .satisfies(p -> assertThat(p.message()).contains("takes 1000 at most"));
    }

    @Test
    void whatWasNotReadAtAllIsTooLargeInItsFormat() throws IOException {
        Inspection.Finding finding = inspection.inspect(incoming(true, "cxml-1.2"), new Body(new byte[0], 0, true));

        assertThat(finding.outcome()).isEqualTo(Outcome.TOO_LARGE);
        assertThat(finding.format()).get().extracting(EnvelopeReader::format).isEqualTo(new FormatId("cxml-1.2"));
        assertThat(finding.problems().get(0).message()).startsWith("The message has more bytes than are read at all");
    }

    @ParameterizedTest
    @ValueSource(strings = {"PK\3\4inner.zip", "\u001F\u008B", "7z\u00BC\u00AF", "Rar!"})
    void whatIsPackedIsRefusedWithACureAlsoWhereItsFormatIsNamed(String begin) throws IOException {
        byte[] content = begin.getBytes(StandardCharsets.ISO_8859_1);
        Body body = new Body(content, content.length, false);

        for (String format : new String[] {null, "cxml-1.2"}) {
            Inspection.Finding finding = inspection.inspect(incoming(true, format), body);
            assertThat(finding.outcome()).isEqualTo(Outcome.UNSUPPORTED);
            assertThat(finding.customer()).as("so that all of it is kept").contains(new PartyId("buyer-1"));
            assertThat(finding.problems())
                    .singleElement()
                    .satisfies(p -> assertThat(p.toString()).contains("PACKED", "Send the document itself"));
        }
    }

    private Inspection.Finding inspect(String begin, int size, boolean known) throws IOException {
        byte[] content = (begin + " ".repeat(size - begin.length())).getBytes(StandardCharsets.ISO_8859_1);
        return inspection.inspect(incoming(known, null), new Body(content, size, false));
    }

    private static Incoming incoming(boolean known, String format) {
        return new Incoming(
                "api",
                Optional.ofNullable(format).map(FormatId::new),
                "application/octet-stream",
                known ? Optional.of(new Caller(Optional.of(new PartyId("buyer-1")))) : Optional.empty(),
                Optional.empty(),
                "192.0.2.1",
                new ByteArrayInputStream(new byte[0]));
    }
}
