package org.koppel.codec;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.koppel.codec.cxml.CxmlEnvelopeReader;
import org.koppel.codec.cxml.CxmlOrderReader;
import org.koppel.codec.ubl.UblOrderReader;
import org.koppel.document.Order;
import org.koppel.document.Reference;
import org.koppel.document.Reference.Kind;
import org.koppel.platform.StoredFile;

/** Files inside orders: UBL embeds them, cXML has them as parts beside the document. */
class EmbeddedFilesTest {
    private static final String UBL_FILE = "<cac:AdditionalDocumentReference><cbc:ID>D-1</cbc:ID><cac:Attachment>"
            + "<cbc:EmbeddedDocumentBinaryObject mimeCode=\"application/pdf\" filename=\"plan.pdf\">\n  JVBE\n  Rg==\n"
            + "</cbc:EmbeddedDocumentBinaryObject></cac:Attachment></cac:AdditionalDocumentReference>";
    private static final String PART =
            "\r\n--b\r\nContent-ID: <plan>\r\nContent-Type: application/pdf\r\n\r\n%PDF\r\n--b--\r\n";

    private final KeepingSink sink = new KeepingSink();

    @Test
    void aFileInsideAUblOrderIsKeptAndNamedByTheOrder() throws Exception {
        new UblOrderReader().read(ubl(UBL_FILE), FormatSettings.DEFAULT, sink);
        assertThat(sink.order.references())
                .contains(
                        new Reference(Kind.OTHER, "AdditionalDocumentReference", "D-1"),
                        new Reference(Kind.ATTACHMENT, "plan.pdf", "id-1"));
        assertThat(sink.kept).singleElement().satisfies(f -> {
            assertThat(f.mediaType()).isEqualTo("application/pdf");
            assertThat(f.content()).isEqualTo("%PDF".getBytes(StandardCharsets.US_ASCII));
        });
    }

    @Test
    void aFileOfAUblLineBelongsToTheLine() throws Exception {
        String line = UBL_FILE.replace("AdditionalDocumentReference", "DocumentReference");
        String order = golden("ubl").replaceFirst("</cac:OrderLine>", line + "</cac:OrderLine>");
        new UblOrderReader().read(stream(order), FormatSettings.DEFAULT, sink);
        assertThat(sink.order.lines().get(0).references()).contains(new Reference(Kind.ATTACHMENT, "plan.pdf", "id-1"));
    }

    @Test
    void aFileThatIsNoBase64IsRefused() {
        assertThatThrownBy(() ->
                        new UblOrderReader().read(ubl(UBL_FILE.replace("Rg==", "R")), FormatSettings.DEFAULT, sink))
                .isInstanceOfSatisfying(
                        DocumentException.class,
                        e -> assertThat(e.problems()).extracting(Problem::code).containsExactly("UNREADABLE_FILE"));
    }

    @Test
    void whereNobodyKeepsFilesTheOrderIsReadWithoutThem() throws Exception {
        List<Order> read = new ArrayList<>();
        new UblOrderReader().read(ubl(UBL_FILE), FormatSettings.DEFAULT, read::add);
        assertThat(read.get(0).references()).noneMatch(r -> r.kind() == Kind.ATTACHMENT);
    }

    @Test
    void aPartBesideACxmlOrderBelongsToTheLineWhoseCommentsNameIt() throws Exception {
        byte[] message = cxml("cid:plan");
        assertThat(new CxmlEnvelopeReader()
                        .read(new ByteArrayInputStream(message))
                        .documentClass())
                .contains(Order.class);
        new CxmlOrderReader().read(new ByteArrayInputStream(message), FormatSettings.DEFAULT, sink);

        assertThat(sink.order.lines().get(0).references())
                .contains(new Reference(Kind.ATTACHMENT, "plan & photo.pdf", "id-1"));
        assertThat(sink.order.lines().get(0).note()).isEqualTo("before after");
        assertThat(sink.kept)
                .singleElement()
                .satisfies(f -> assertThat(f.content()).isEqualTo("%PDF".getBytes(StandardCharsets.US_ASCII)));
    }

    @Test
    void aPartThatManyLinesNameIsKeptOnceHoweverItsAddressIsSpelt() throws Exception {
        String item = Pattern.compile("<ItemOut.*</ItemOut>", Pattern.DOTALL)
                .matcher(new String(cxml("cid:plan"), StandardCharsets.UTF_8))
                .results()
                .findFirst()
                .orElseThrow()
                .group();
        StringBuilder items = new StringBuilder();
        for (int line = 1; line <= 70; line++) {
            items.append(item.replaceFirst("lineNumber=\"[^\"]*\"", "lineNumber=\"" + line + "\"")
                    .replace("cid:plan", line % 2 == 0 ? "CID:%70lan" : "cid:plan")
                    .replace("plan &amp; photo", "photo of line " + line));
        }
        String message = new String(cxml("cid:plan"), StandardCharsets.UTF_8).replace(item, items);

        new CxmlOrderReader()
                .read(new ByteArrayInputStream(message.getBytes(StandardCharsets.UTF_8)), FormatSettings.DEFAULT, sink);

        assertThat(sink.kept).hasSize(1);
        assertThat(sink.order.lines())
                .hasSize(70)
                .allSatisfy(l -> assertThat(l.references())
                        .containsExactly(new Reference(Kind.ATTACHMENT, "photo of line 1.pdf", "id-1")));
    }

    @Test
    void aPartThatIsNotThereIsPassedOverAndAnAddressElsewhereHandedOn() throws Exception {
        new CxmlOrderReader().read(new ByteArrayInputStream(cxml("cid:lost")), FormatSettings.DEFAULT, sink);
        assertThat(sink.order.lines().get(0).references()).isEmpty();
        new CxmlOrderReader()
                .read(new ByteArrayInputStream(cxml("https://buyer.example/plan")), FormatSettings.DEFAULT, sink);
        assertThat(sink.order.lines().get(0).references())
                .containsExactly(new Reference(Kind.OTHER, "Attachment", "https://buyer.example/plan"));
        assertThat(sink.kept).isEmpty();
    }

    private static byte[] cxml(String address) throws IOException {
        String comments = "<Comments>before <Attachment><URL name=\"plan &amp; photo.pdf\">" + address
                + "</URL></Attachment>after</Comments>";
        String order = golden("cxml").replaceFirst("</ItemOut>", comments + "</ItemOut>");
        return ("--b\r\nContent-Type: text/xml\r\n\r\n" + order + PART).getBytes(StandardCharsets.UTF_8);
    }

    private static InputStream ubl(String file) throws IOException {
        return stream(golden("ubl").replaceFirst("<cac:BuyerCustomerParty>", file + "<cac:BuyerCustomerParty>"));
    }

    private static InputStream stream(String text) {
        return new ByteArrayInputStream(text.getBytes(StandardCharsets.UTF_8));
    }

    private static String golden(String format) throws IOException {
        String name = format.equals("ubl") ? "order-full.xml" : "order-minimal.xml";
        try (InputStream in = EmbeddedFilesTest.class.getResourceAsStream("/golden/" + format + "/" + name)) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        }
    }

    private static final class KeepingSink implements DocumentSink<Order> {
        private final List<StoredFile> kept = new ArrayList<>();
        private Order order;

        @Override
        public Optional<String> keep(StoredFile file) {
            kept.add(file);
            return Optional.of("id-" + kept.size());
        }

        @Override
        public void accept(Order read) {
            order = read;
        }
    }
}
