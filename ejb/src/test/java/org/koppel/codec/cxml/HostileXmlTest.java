package org.koppel.codec.cxml;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.SocketTimeoutException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.koppel.codec.DocumentException;
import org.koppel.codec.Problem;

/** Attacks by DTD and entity: none reads a file, opens a connection or grows in memory. */
class HostileXmlTest {
    private static final String CANARY = "canary-in-a-file";
    private static final String DTD = "<!DOCTYPE cXML SYSTEM \"http://xml.cxml.org/schemas/cXML/1.2.014/cXML.dtd\">";

    @TempDir
    private Path folder;

    private static void bothRefuse(String document, String code) {
        assertThat(Golden.envelopeProblems(document)).extracting(Problem::code).containsExactly(code);
        assertThat(Golden.problems(document)).extracting(Problem::code).containsExactly(code);
    }

    @Test
    void aFileNamedAsEntityIsNotRead() throws IOException {
        Path secret = Files.writeString(folder.resolve("secret.txt"), CANARY);
        String xxe = Golden.minimalWith(DTD, "<!DOCTYPE cXML [<!ENTITY x SYSTEM \"" + secret.toUri() + "\">]>")
                .replace(">bouwgroep<", ">&x;<");

        bothRefuse(xxe, "ENTITY_NOT_ALLOWED");
        assertThat(Golden.problems(xxe).toString()).doesNotContain(CANARY);
        assertThat(Golden.problems(xxe))
                .containsExactly(new Problem(
                        "ENTITY_NOT_ALLOWED",
                        "DOCTYPE",
                        "The DOCTYPE declares entities or markup of its own; leave out everything from [ to ]"));
    }

    @Test
    void aBillionLaughsAreNotLaughed() {
        StringBuilder dtd = new StringBuilder("<!DOCTYPE cXML [<!ENTITY l0 \"lol\">");
        for (int i = 1; i < 10; i++) {
            dtd.append("<!ENTITY l")
                    .append(i)
                    .append(" \"")
                    .append(("&l" + (i - 1) + ';').repeat(10))
                    .append("\">");
        }
        String bomb = Golden.minimalWith(DTD, dtd + "]>").replace(">bouwgroep<", ">&l9;<");

        bothRefuse(bomb, "ENTITY_NOT_ALLOWED");
    }

    @Test
    void anEntityOfAnExternalDtdIsNamedWithItsPlace() {
        List<Problem> problems = Golden.problems(Golden.minimalWith("Installatieautomaat", "a&nbsp;b"));

        assertThat(problems).extracting(Problem::code).containsExactly("ENTITY_NOT_ALLOWED");
        assertThat(problems.get(0).location()).startsWith("line 21, ").endsWith("<Description>");
        assertThat(problems.get(0).message())
                .isEqualTo("The entity &nbsp; is not one of XML's own; write the character itself");
    }

    @Test
    void anEntityInWhatNobodyReadsIsRefusedToo() {
        assertThat(Golden.problems(Golden.minimalWith("<UserAgent>Test", "<UserAgent>&evil;")))
                .extracting(Problem::code)
                .containsExactly("ENTITY_NOT_ALLOWED");
    }

    @Test
    void anEntityInAnAttributeIsRefused() {
        List<Problem> problems = Golden.problems(Golden.minimalWith("orderID=\"4711\"", "orderID=\"&evil;\""));

        assertThat(problems).extracting(Problem::code).containsExactly("MALFORMED_XML");
        assertThat(problems.get(0).message()).contains("evil");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "<!DOCTYPE cXML SYSTEM \"http://127.0.0.1:%d/cXML.dtd\">",
                "<!DOCTYPE cXML PUBLIC \"-//x\" 'http://127.0.0.1:%d/[cXML].dtd'>",
                "<!-- <!DOCTYPE cXML [ --><!DOCTYPE cXML SYSTEM \"http://127.0.0.1:%d/a>b.dtd\">"
            })
    void aDtdFromOutsideIsSteppedOverWithoutLoadingIt(String doctype) throws IOException, DocumentException {
        try (ServerSocket outside = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            String order = Golden.minimalWith(DTD, String.format(doctype, outside.getLocalPort()));

            assertThat(Golden.envelope(order).kind()).isEqualTo("OrderRequest");
            assertThat(Golden.order(order).number().value()).isEqualTo("4711");
            assertThat(hadVisitor(outside)).isFalse();
        }
    }

    @Test
    void aParameterEntityFromOutsideIsRefusedWithoutLoadingIt() throws IOException {
        try (ServerSocket outside = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            String address = "http://127.0.0.1:" + outside.getLocalPort() + "/evil.dtd";

            bothRefuse(
                    Golden.minimalWith(DTD, "<!DOCTYPE cXML [<!ENTITY % p SYSTEM \"" + address + "\"> %p;]>"),
                    "ENTITY_NOT_ALLOWED");
            assertThat(hadVisitor(outside)).isFalse();
        }
    }

    @Test
    void aPrologThatDoesNotEndIsRefused() {
        String padded = Golden.minimalWith(DTD, "<!--" + " ".repeat(20_000) + "-->" + DTD);

        bothRefuse(padded, "MALFORMED_XML");
    }

    /** The kernel completes connections by itself, so one made before would be waiting now. */
    private static boolean hadVisitor(ServerSocket socket) throws IOException {
        socket.setSoTimeout(1);
        try {
            socket.accept().close();
            return true;
        } catch (SocketTimeoutException e) {
            return false;
        }
    }
}
