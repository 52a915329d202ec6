package org.koppel.web.console;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.koppel.operations.Content;

class RawViewTest {

    private static RawView view(String mediaType, byte[] bytes) {
        return RawView.of(new Content(mediaType, "message", bytes));
    }

    private static RawView xml(String text) {
        return view("text/xml", text.getBytes(StandardCharsets.UTF_8));
    }

    @Test
    void sharedSecretsAreCovered() {
        RawView view = xml("<a><SharedSecret>hunter2</SharedSecret><CredentialMac type=\"x\">abc</CredentialMac></a>");
        assertThat(view.text()).doesNotContain("hunter2").doesNotContain("abc").contains("<SharedSecret>••••••");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "<a><SharedSecret><![CDATA[hunter2]]></SharedSecret><b>seen</b></a>",
                "<a><SharedSecret>x<![CDATA[<]]>hunter2</SharedSecret><b>seen</b></a>",
                "<a><x:SharedSecret xmlns:x='y'>hunter2</x:SharedSecret><b>seen</b></a>",
                "<a><SharedSecret\nkind=\"1\" >hunter2</SharedSecret ><b>seen</b></a>",
                "<a><CredentialMac><part>hunter2</part></CredentialMac><b>seen</b></a>",
                "<a><Credential sharedSecret=\"hunter2\"/><b>seen</b></a>",
                "<a><Credential x:Password = 'hunter2'/><b>seen</b></a>",
                "<a><SharedSecret/><b>seen</b><SharedSecret>hunter2</SharedSecret></a>"
            })
    void secretsAreCoveredHoweverTheyAreWrittenAndNothingElseIs(String text) {
        assertThat(xml(text).text()).doesNotContain("hunter2").contains("seen").contains("••••••");
    }

    @Test
    void aSecretThatIsCutOffIsCoveredToo() {
        assertThat(xml("<a><SharedSecret>hunter2").text()).doesNotContain("hunter2");
    }

    @Test
    void xmlInOneLineIsIndented() {
        assertThat(xml("<?xml version=\"1.0\"?><a><b>1</b><c/><d><e>2</e></d></a>")
                        .text())
                .isEqualTo("""
                        <?xml version="1.0"?>
                        <a>
                          <b>1</b>
                          <c/>
                          <d>
                            <e>2</e>
                          </d>
                        </a>
                        """);
    }

    @Test
    void brokenXmlIsShownAllTheSame() {
        assertThat(xml("<a><b></a></c></d>").text()).contains("</d>");
    }

    @Test
    void textWithLinesOfItsOwnIsLeftAlone() {
        String text = "<a>\n <b/>\n <c/>\n <d/>\n <e/>\n <f/>\n</a>\n";
        assertThat(xml(text).text()).isEqualTo(text);
    }

    @Test
    void theCharsetOfTheSenderIsUsed() {
        byte[] latin = "<?xml version=\"1.0\" encoding=\"ISO-8859-1\"?><a>é</a>".getBytes(StandardCharsets.ISO_8859_1);
        assertThat(view("text/xml", latin).text()).contains("é");
        assertThat(view("text/plain; charset=ISO-8859-1", new byte[] {(byte) 0xe9})
                        .text())
                .isEqualTo("é");
    }

    @Test
    void anUnknownCharsetIsReadAsUtf8() {
        assertThat(view("text/plain; charset=klingon", "é".getBytes(StandardCharsets.UTF_8))
                        .text())
                .isEqualTo("é");
    }

    @Test
    void whatIsNoTextIsShownInHexadecimal() {
        RawView view = view("application/octet-stream", new byte[] {0, 1, 'A', (byte) 0xff});
        assertThat(view.hex()).isTrue();
        assertThat(view.text()).startsWith("00000000  00 01 41 ff").contains("..A.");
    }

    @Test
    void aBrokenMessageShowsItsSecretInHexadecimalNeither() {
        RawView view = xml("<a>\0<SharedSecret>hunter2</SharedSecret><b>seen</b></a>");
        assertThat(view.text()).contains("seen", "••••••").doesNotContain("hunter2", "68 75 6e", "\0");
    }

    @Test
    void aLongTextIsCutAndSaysSo() {
        RawView view = xml("<a>" + "x".repeat(100_000));
        assertThat(view.cut()).isTrue();
        assertThat(view.text().length()).isLessThan(70_000);
    }
}
