package org.koppel.codec.cxml;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;
import static org.assertj.core.api.Assertions.tuple;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.SequenceInputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.koppel.codec.DocumentException;
import org.koppel.codec.Envelope;
import org.koppel.codec.Envelope.Identity;
import org.koppel.codec.IncompleteEnvelopeException;
import org.koppel.codec.Problem;
import org.koppel.document.Order;
import org.koppel.document.ServiceProfileRequest;

class CxmlEnvelopeReaderTest {
    private static final Identity BOUWGROEP = new Identity("DUNS", "bouwgroep");

    @Test
    void anOrdersEnvelopeSaysWhoSendsWhatToWhom() throws DocumentException {
        Envelope envelope = Golden.envelope(Golden.bytes("order-minimal"));

        assertThat(envelope.reference()).isEqualTo("1.2026@bouwgroep.example");
        assertThat(envelope.senders()).containsExactly(BOUWGROEP);
        assertThat(envelope.recipients()).containsExactly(new Identity("DUNS", "supplier"));
        assertThat(envelope.proofs()).containsExactly(new Envelope.SharedSecret(BOUWGROEP, "open sesame"));
        assertThat(envelope.kind()).isEqualTo("OrderRequest");
        assertThat(envelope.documentClass()).contains(Order.class);
        assertThat(envelope.test()).isFalse();
    }

    @Test
    void withoutAMessageIdItStillSaysWhoSendsWhat() throws Exception {
        String anonymous = Golden.minimalWith(" payloadID=\"1.2026@bouwgroep.example\"", "");

        IncompleteEnvelopeException incomplete =
                catchThrowableOfType(IncompleteEnvelopeException.class, () -> Golden.envelope(anonymous));

        assertThat(incomplete.problems()).extracting(Problem::location).containsExactly("cXML/@payloadID");
        assertThat(incomplete.envelope().senders()).containsExactly(BOUWGROEP);
        assertThat(incomplete.envelope().proofs()).hasSize(1);
        assertThat(incomplete.envelope().documentClass()).contains(Order.class);
    }

    @Test
    void severalCredentialsAndTheTestModeAreRead() throws DocumentException {
        Envelope envelope = Golden.envelope(Golden.bytes("order-full"));

        assertThat(envelope.senders()).containsExactly(new Identity("NetworkID", "AN01000000001"), BOUWGROEP);
        assertThat(envelope.proofs()).containsExactly(new Envelope.SharedSecret(BOUWGROEP, "öpen & sésame"));
        assertThat(envelope.test()).isTrue();
    }

    @Test
    void aMacIsReadWithItsDatesAsTheyWereSent() throws DocumentException {
        Envelope envelope = Golden.envelope(Golden.minimalWith(
                "<SharedSecret>open sesame</SharedSecret>",
                "<CredentialMac type=\"FromSenderCredentials\" algorithm=\"HMAC-SHA1-96\""
                        + " creationDate=\"2003-01-15T08:42:46-0800\" expirationDate=\"2003-01-15T11:42:46-0800\">\n"
                        + "  cR6Jpz58nriXERDN\n</CredentialMac>"));

        assertThat(envelope.proofs())
                .containsExactly(new Envelope.Mac(
                        BOUWGROEP,
                        "FromSenderCredentials",
                        "HMAC-SHA1-96",
                        "2003-01-15T08:42:46-0800",
                        "2003-01-15T11:42:46-0800",
                        "cR6Jpz58nriXERDN"));
    }

    @Test
    void aMacWithoutItsDatesProvesNothing() throws DocumentException {
        Envelope envelope = Golden.envelope(
                Golden.minimalWith(
                        "<SharedSecret>open sesame</SharedSecret>",
                        "<CredentialMac type=\"FromSenderCredentials\" algorithm=\"HMAC-SHA1-96\">cR6Jpz58nriXERDN</CredentialMac>"));

        assertThat(envelope.proofs()).isEmpty();
    }

    @Test
    void aSecretInFromProvesNothing() throws DocumentException {
        Envelope envelope = Golden.envelope(Golden.text("order-minimal")
                .replace("<SharedSecret>open sesame</SharedSecret>", "")
                .replaceFirst("<Identity>bouwgroep</Identity>", "$0<SharedSecret>open sesame</SharedSecret>"));

        assertThat(envelope.proofs()).isEmpty();
    }

    @Test
    void theSecretStaysOutOfTheEnvelopesText() throws DocumentException {
        assertThat(Golden.envelope(Golden.bytes("order-minimal")).toString()).doesNotContain("open sesame");
    }

    @Test
    void unknownTypesAndOtherRequestsAreNamedButHaveNoDocument() throws DocumentException {
        Envelope update = Golden.envelope(Golden.minimalWith("orderID=", "type=\"refresh\" orderID="));
        Envelope quote = Golden.envelope(Golden.text("order-minimal").replace("OrderRequest>", "QuoteRequest>"));

        assertThat(update.kind()).isEqualTo("OrderRequest/refresh");
        assertThat(update.documentClass()).isEmpty();
        assertThat(quote.kind()).isEqualTo("QuoteRequest");
        assertThat(quote.documentClass()).isEmpty();
    }

    @Test
    void aProfileRequestHasItsDocument() throws DocumentException {
        String minimal = Golden.text("order-minimal");
        String profile = minimal.substring(0, minimal.indexOf("<OrderRequest>")) + "<ProfileRequest/></Request></cXML>";

        assertThat(Golden.envelope(profile).kind()).isEqualTo("ProfileRequest");
        assertThat(Golden.envelope(profile).documentClass()).contains(ServiceProfileRequest.class);
    }

    @Test
    void anOrderThatSaysNewIsNew() throws DocumentException {
        Envelope envelope = Golden.envelope(Golden.minimalWith("orderID=", "type=\"new\" orderID="));

        assertThat(envelope.documentClass()).contains(Order.class);
    }

    @Test
    void noLineIsReadForTheEnvelope() throws DocumentException, IOException {
        String minimal = Golden.text("order-minimal");
        String start = minimal.substring(0, minimal.indexOf("      <ItemOut"));
        InputStream endless = new InputStream() {
            private long left = 1_000_000;

            @Override
            public int read() throws IOException {
                if (left-- == 0) {
                    throw new IOException("The envelope reader went on reading");
                }
                return ' ';
            }
        };
        InputStream in =
                new SequenceInputStream(new ByteArrayInputStream(start.getBytes(StandardCharsets.UTF_8)), endless);

        assertThat(new CxmlEnvelopeReader().read(in).kind()).isEqualTo("OrderRequest");
    }

    @Test
    void everythingThatIsMissingIsNamedAtOnce() {
        assertThat(Golden.envelopeProblems("<cXML><Header><From><Credential domain='DUNS'/></From></Header></cXML>"))
                .extracting(Problem::code, Problem::location)
                .containsExactly(
                        tuple("MISSING_FIELD", "cXML/@payloadID"),
                        tuple("MISSING_FIELD", "Header/From"),
                        tuple("MISSING_FIELD", "Header/Sender"),
                        tuple("MISSING_FIELD", "cXML/Request"));
    }

    @Test
    void aMissingSenderIsSaidWithItsCure() {
        String minimal = Golden.text("order-minimal");
        String anonymous = minimal.replaceAll("(?s)<Sender>.*</Sender>", "");

        assertThat(Golden.envelopeProblems(anonymous))
                .containsExactly(new Problem(
                        "MISSING_FIELD",
                        "Header/Sender",
                        "Header/Sender has no Credential with a domain and an Identity; say who sends, with its SharedSecret"
                                + " or CredentialMac"));
    }

    @Test
    void anotherRootIsRefusedByItsName() {
        List<Problem> problems = Golden.envelopeProblems(Golden.text("broken-wrong-root"));

        assertThat(problems).extracting(Problem::code).containsExactly("WRONG_ROOT");
        assertThat(problems.get(0).location()).startsWith("line 2, ").endsWith("<order>");
        assertThat(problems.get(0).message()).isEqualTo("The root element is order; a cXML document begins with cXML");
    }

    @Test
    void bytesInAnotherCharsetThanDeclaredAreRefused() {
        byte[] latin = Golden.minimalWith("<UserAgent>Test", "<UserAgent>Bestellsystem für Käufer")
                .getBytes(StandardCharsets.ISO_8859_1);

        assertThat(catchThrowableOfType(DocumentException.class, () -> Golden.envelope(latin))
                        .problems())
                .extracting(Problem::code)
                .containsExactly("WRONG_CHARSET");
    }

    @Test
    void aStreamThatFailsIsNotTheDocumentsFault() {
        InputStream failing = new InputStream() {
            @Override
            public int read() throws IOException {
                throw new IOException("Connection reset");
            }
        };

        assertThatThrownBy(() -> new CxmlEnvelopeReader().read(failing))
                .isInstanceOf(IOException.class)
                .hasMessage("Connection reset");
    }

    @Test
    void cxmlIsRecognisedByItsFirstBytes() {
        CxmlEnvelopeReader reader = new CxmlEnvelopeReader();
        byte[] order = Golden.bytes("order-minimal");

        assertThat(reader.recognises("text/xml; charset=UTF-8", order)).isTrue();
        assertThat(reader.recognises(null, "<cXML payloadID=".getBytes(StandardCharsets.UTF_16LE)))
                .isTrue();
        assertThat(reader.recognises("text/xml", "<?xml version='1.0'?><cXMLish>".getBytes(StandardCharsets.UTF_8)))
                .isFalse();
        assertThat(reader.recognises("text/plain", "UNB+UNOC:3+".getBytes(StandardCharsets.UTF_8)))
                .isFalse();
    }
}
