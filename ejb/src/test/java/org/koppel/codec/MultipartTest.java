package org.koppel.codec;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.NullSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.koppel.platform.StoredFile;

class MultipartTest {
    private static final String PARTS = """
            --b\r
            Content-Type: text/xml\r
            \r
            <a/>\r
            --b\r
            Content-ID: <one@x>\r
            Content-Type: application/pdf;\r
             name="plan.pdf"\r
            Content-Transfer-Encoding: base64\r
            \r
            JVBE\r
            Rg==\r
            --b\r
            Content-ID: <two%y>\r
            Content-Type: text/plain; charset=UTF-8\r
            Content-Disposition: attachment; filename=../note.txt\r
            Content-Transfer-Encoding: quoted-printable\r
            \r
            =C3=A9 long=\r
             line=3D1\r
            --b--\r
            """;

    @Test
    void theFirstPartIsTheDocument() throws Exception {
        assertThat(document(PARTS)).isEqualTo("<a/>");
        assertThat(document("\r\n" + PARTS.replace("\r\n", "\n"))).isEqualTo("<a/>");
    }

    @Test
    void aMessageWithoutABoundaryIsTheDocumentItself() throws Exception {
        assertThat(document("<a/>")).isEqualTo("<a/>");
        assertThat(document("<")).isEqualTo("<");
        assertThat(document("")).isEmpty();
        assertThat(document("\n\n\n\n-- no")).isEqualTo("\n\n\n\n-- no");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "multipart/related; boundary=b; start=\"<two%y>\"",
                "Multipart/Related; type=\"text/xml\"; start-info=\"<one@x>\"; start=\"two%y\"; boundary=\"b\"",
                "multipart/related;\r\n boundary=b;\r\n START = <two%y>"
            })
    void thePartThatTheContentTypeNamesIsTheDocument(String contentType) throws Exception {
        byte[] message = PARTS.getBytes(StandardCharsets.UTF_8);
        Multipart read = Multipart.read(RootPart.first(message, contentType));
        assertThat(new String(read.document().readAllBytes(), StandardCharsets.UTF_8))
                .isEqualTo("é long line=1");
        assertThat(read.file("cid:one@x", null).orElseThrow().name()).isEqualTo("plan.pdf");
    }

    @ParameterizedTest
    @NullSource
    @ValueSource(
            strings = {
                "multipart/related; boundary=b",
                "multipart/related; boundary=b; start=\"<three>\"",
                "multipart/related; boundary=c; start=\"<one@x>\"",
                "multipart/related; start=\"<one@x>\"",
                "multipart/mixed; boundary=b; start=\"<one@x>\"",
                "text/xml"
            })
    void withoutANamedPartTheFirstIsTheDocument(String contentType) throws Exception {
        byte[] message = PARTS.getBytes(StandardCharsets.UTF_8);
        assertThat(RootPart.first(message, contentType)).hasBinaryContent(message);
    }

    @Test
    void otherPartsAreFoundByTheirAddressAndDecoded() throws Exception {
        Multipart message = read(PARTS);
        StoredFile plan = message.file("cid:one@x", null).orElseThrow();
        assertThat(plan.name()).isEqualTo("plan.pdf");
        assertThat(plan.mediaType()).isEqualTo("application/pdf");
        assertThat(plan.content()).isEqualTo("%PDF".getBytes(StandardCharsets.US_ASCII));
        StoredFile note = message.file("CID:two%25y", null).orElseThrow();
        assertThat(note.name()).isEqualTo("note.txt");
        assertThat(new String(note.content(), StandardCharsets.UTF_8)).isEqualTo("é long line=1");
        assertThat(message.file("cid:one@x", "C:\\drawing.pdf").orElseThrow().name())
                .isEqualTo("drawing.pdf");
    }

    @Test
    void anAddressThatLeadsNowhereFindsNothing() throws Exception {
        Multipart message = read(PARTS);
        assertThat(message.file("cid:three", null)).isEmpty();
        assertThat(message.file("cid:%", null)).isEmpty();
        assertThat(message.file("https://x.example/plan.pdf", null)).isEmpty();
        assertThat(message.file(null, null)).isEmpty();
    }

    @Test
    void bytesOfABinaryPartStayAsTheyAre() throws Exception {
        String binary = "--b\r\n\r\n<a/>\r\n--b\r\nContent-ID: <1>\r\n\r\n\u0000\r\n\u00ff-\r\n--b--";
        byte[] content = Multipart.read(new ByteArrayInputStream(binary.getBytes(StandardCharsets.ISO_8859_1)))
                .file("cid:1", null)
                .orElseThrow()
                .content();
        assertThat(new String(content, StandardCharsets.ISO_8859_1)).isEqualTo("\u0000\r\n\u00ff-");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"--", "--\r\n", "--b", "--b\r\n", "--b\r\n\r\n<a/>", "--b\r\nno header\r\n--b--", "--b\r\n--b--"
            })
    void aMessageThatWasCutOffIsRefused(String message) {
        assertThatThrownBy(() -> read(message))
                .isInstanceOfSatisfying(
                        DocumentException.class,
                        e -> assertThat(e.problems()).extracting(Problem::code).containsExactly("MALFORMED_MIME"));
    }

    @Test
    void aPartThatIsNoBase64IsRefused() throws Exception {
        Multipart message = read(PARTS.replace("Rg==", "R"));
        assertThatThrownBy(() -> message.file("cid:one@x", null)).isInstanceOf(DocumentException.class);
    }

    private static Multipart read(String message) throws DocumentException, IOException {
        return Multipart.read(new ByteArrayInputStream(message.getBytes(StandardCharsets.UTF_8)));
    }

    private static String document(String message) throws DocumentException, IOException {
        return new String(read(message).document().readAllBytes(), StandardCharsets.UTF_8);
    }
}
