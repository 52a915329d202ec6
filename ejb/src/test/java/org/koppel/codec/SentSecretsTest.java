package org.koppel.codec;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_16;
import static java.nio.charset.StandardCharsets.UTF_16BE;
import static java.nio.charset.StandardCharsets.UTF_16LE;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.nio.charset.Charset;
import java.util.Base64;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class SentSecretsTest {
    private static final String MESSAGE = "<?xml version=\"1.0\"?>\n<cXML><Sender><SharedSecret>hünter2</SharedSecret>"
            + "<UserAgent>ü</UserAgent></Sender></cXML>";

    @ParameterizedTest
    @ValueSource(
            strings = {
                "<a><SharedSecret>hunter2</SharedSecret><b>seen</b></a>",
                "<a><x:SharedSecret xmlns:x='y'>hunter2</x:SharedSecret><b>seen</b></a>",
                "<a><SharedSecret\nkind=\"1>\" >hunter2</SharedSecret ><b>seen</b></a>",
                "<a><SharedSecret><![CDATA[hunter2]]></SharedSecret><b>seen</b></a>",
                "<a><SharedSecret><![CDATA[x</SharedSecret>hunter2]]></SharedSecret><b>seen</b></a>",
                "<a><SharedSecret><!-- </SharedSecret> -->hunter2</SharedSecret><b>seen</b></a>",
                "<a><SharedSecret>x<SharedSecret>y</SharedSecret>hunter2</SharedSecret><b>seen</b></a>",
                "<a><SharedSecret/><b>seen</b><SharedSecret>hunter2</SharedSecret></a>",
                "<a><!-- <SharedSecret> --><b>seen</b><SharedSecret>hunter2</SharedSecret></a>",
                "<a><!-- <SharedSecret>hunter2</SharedSecret> --><b>seen</b></a>",
                "<a><![CDATA[<SharedSecret>hunter2</SharedSecret>]]><b>seen</b></a>",
                "<a><SHAREDSECRET>hunter2</SHAREDSECRET><b>seen</b></a>",
                "<a b=\"<SharedSecret>hunter2</SharedSecret><b>seen</b></a>",
                "<cebeoXML><Customer><Password>hunter2</Password></Customer><b>seen</b></cebeoXML>",
                "<b>seen</b><SharedSecret>hunter2</SharedSecre></a>",
                "<b>seen</b><SharedSecret>hunter2",
                "<b>seen</b><!-- <SharedSecret>hunter2"
            })
    void everySpellingOfASecretIsOverwritten(String xml) {
        String kept = new String(SentSecrets.erased(xml.getBytes(UTF_8)), UTF_8);

        assertThat(kept).hasSameSizeAs(xml).contains("<b>seen</b>", "*******").doesNotContain("hunter2");
    }

    static Stream<Charset> charsets() {
        return Stream.of(UTF_8, ISO_8859_1, UTF_16, UTF_16LE, UTF_16BE);
    }

    @ParameterizedTest
    @MethodSource("charsets")
    void inEveryCharsetLengthAndRestStayAsTheyWere(Charset charset) {
        byte[] sent = MESSAGE.getBytes(charset);

        byte[] kept = SentSecrets.erased(sent);

        String stars = charset.equals(UTF_8) ? "********" : "*******"; // ü has two bytes there
        assertThat(kept).hasSameSizeAs(sent);
        assertThat(new String(kept, charset)).isEqualTo(MESSAGE.replace("hünter2", stars));
    }

    @Test
    void whatWasSentStaysAsItIsAndWithoutASecretNothingIsCopied() {
        byte[] sent = MESSAGE.getBytes(UTF_8);
        byte[] plain = "UNB+UNOC:3+a:14+b:14'<PasswordRules>x</PasswordRules>".getBytes(UTF_8);

        SentSecrets.erased(sent);

        assertThat(new String(sent, UTF_8)).isEqualTo(MESSAGE);
        assertThat(SentSecrets.erased(plain)).isSameAs(plain);
        assertThat(SentSecrets.erased(new byte[0])).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"\n", "\r\n"})
    void inAMessageOfSeveralPartsTheyAreFoundThroughBase64(String eol) throws Exception {
        String coded = Base64.getMimeEncoder(40, eol.getBytes(UTF_8)).encodeToString(MESSAGE.getBytes(UTF_8));

        String kept = multipart("base64", coded, eol);

        assertThat(document(kept)).isEqualTo(MESSAGE.replace("hünter2", "********"));
        assertThat(kept).endsWith(eol + "--b" + eol + eol + "file" + eol + "--b--");
    }

    @Test
    void inAMessageOfSeveralPartsTheyAreFoundThroughQuotedPrintable() throws Exception {
        String coded = MESSAGE.replace("<SharedSecret>", "<Shared=\r\nSecret>")
                .replace("=\"1.0\"", "=3D\"1.0\"")
                .replace("hünter2", "h=C3=BCn=\r\nter2")
                .replace("ü", "=C3=BC");

        String kept = multipart("Quoted-Printable", coded, "\r\n");

        assertThat(kept).contains("*=2A=2A*=\r\n****").doesNotContain("ter2");
        assertThat(document(kept)).isEqualTo(MESSAGE.replace("hünter2", "********"));
    }

    @Test
    void aMillionCommentsThatNeverEndAreReadOnce() {
        String hostile = "<!--".repeat(500_000) + "<SharedSecret>".repeat(10_000) + "hunter2";

        assertThat(new String(SentSecrets.erased(hostile.getBytes(UTF_8)), UTF_8))
                .doesNotContain("hunter2");
    }

    private static String multipart(String encoding, String part, String eol) {
        String sent = "--b" + eol + "Content-Type: text/xml" + eol + "Content-Transfer-Encoding: " + encoding + eol
                + eol + part + eol + "--b" + eol + eol + "file" + eol + "--b--";
        byte[] kept = SentSecrets.erased(sent.getBytes(ISO_8859_1));
        assertThat(kept).hasSize(sent.length());
        return new String(kept, ISO_8859_1);
    }

    private static String document(String multipart) throws Exception {
        byte[] bytes = multipart.getBytes(ISO_8859_1);
        return new String(
                Multipart.read(new ByteArrayInputStream(bytes)).document().readAllBytes(), UTF_8);
    }

    @Test
    void whatWasOverwrittenCanBePutBackByteByByte() {
        for (Charset charset : List.of(UTF_8, UTF_16)) {
            byte[] original =
                    ("<a><SharedSecret>s*cret</SharedSecret><b/><x:SharedSecret><![CDATA[ü]]></x:SharedSecret></a>")
                            .getBytes(charset);
            byte[] kept = SentSecrets.erased(original);

            assertThat(kept).isNotEqualTo(original);
            assertThat(SentSecrets.restored(kept, SentSecrets.taken(original, kept)))
                    .isEqualTo(original);
        }
        byte[] plain = "<a/>".getBytes(UTF_8);
        assertThat(SentSecrets.taken(plain, SentSecrets.erased(plain))).isEmpty();
    }
}
