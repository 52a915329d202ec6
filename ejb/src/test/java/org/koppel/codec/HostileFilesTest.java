package org.koppel.codec;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.koppel.codec.cebeo.CebeoOrderReader;
import org.koppel.codec.cebeo.CebeoOrderResponseReader;
import org.koppel.codec.cxml.CxmlInvoiceReader;
import org.koppel.codec.cxml.CxmlOrderCancellationReader;
import org.koppel.codec.cxml.CxmlOrderChangeReader;
import org.koppel.codec.cxml.CxmlOrderReader;
import org.koppel.codec.cxml.CxmlPunchOutRequestReader;
import org.koppel.codec.cxml.CxmlStatusUpdateReader;
import org.koppel.codec.edifact.EdifactD01BReader;
import org.koppel.codec.edifact.EdifactD96AReader;
import org.koppel.codec.own.OwnJsonInvoiceReader;
import org.koppel.codec.own.OwnJsonOrderReader;
import org.koppel.codec.own.OwnOrderReader;
import org.koppel.codec.own.OwnXmlInvoiceReader;
import org.koppel.codec.own.OwnXmlOrderReader;
import org.koppel.codec.table.OrderCsvReader;
import org.koppel.codec.table.OrderDbfReader;
import org.koppel.codec.table.OrderXlsxReader;
import org.koppel.codec.ubl.PeppolInvoiceReader;
import org.koppel.codec.ubl.PeppolOrderReader;
import org.koppel.codec.ubl.UblApplicationResponseReader;
import org.koppel.codec.ubl.UblDespatchAdviceReader;
import org.koppel.codec.ubl.UblInvoiceReader;
import org.koppel.codec.ubl.UblOrderCancellationReader;
import org.koppel.codec.ubl.UblOrderChangeReader;
import org.koppel.codec.ubl.UblOrderReader;
import org.koppel.codec.ubl.UblOrderResponseReader;
import org.koppel.codec.x12.X12Reader;
import org.koppel.document.Document;
import org.koppel.document.RefusedDocument;

/** What a broken program or a bad one sends: every reader refuses it with code, place and cure, and none of them falls over. */
class HostileFilesTest {
    private static final int DEEP = 100_000;
    private static final String JSON_LINE =
            "{\"number\":\"1\",\"item\":{\"sellersId\":\"1%s\"},\"quantity\":{\"value\":1,\"unit\":\"H87\"}}";

    /** Readers of XML with a root that they take. */
    private static Stream<Arguments> xml() {
        return Stream.of(
                Arguments.of(new CxmlOrderReader(), "cXML"),
                Arguments.of(new CxmlOrderChangeReader(), "cXML"),
                Arguments.of(new CxmlOrderCancellationReader(), "cXML"),
                Arguments.of(new CxmlPunchOutRequestReader(), "cXML"),
                Arguments.of(new CxmlStatusUpdateReader(), "cXML"),
                Arguments.of(new CxmlInvoiceReader(), "cXML"),
                Arguments.of(new CebeoOrderReader(), "cebeoXML"),
                Arguments.of(new CebeoOrderResponseReader(), "cebeoXML"),
                Arguments.of(new UblOrderReader(), "Order"),
                Arguments.of(new UblOrderChangeReader(), "OrderChange"),
                Arguments.of(new UblOrderCancellationReader(), "OrderCancellation"),
                Arguments.of(new UblOrderResponseReader(), "OrderResponse"),
                Arguments.of(new UblDespatchAdviceReader(), "DespatchAdvice"),
                Arguments.of(new UblApplicationResponseReader(), "ApplicationResponse"),
                Arguments.of(new UblInvoiceReader(), "Invoice"),
                Arguments.of(new PeppolOrderReader(), "Order"),
                Arguments.of(new PeppolInvoiceReader(), "Invoice"),
                Arguments.of(new OwnXmlOrderReader(), "Order"),
                Arguments.of(new OwnXmlInvoiceReader(), "Invoice"));
    }

    @ParameterizedTest
    @MethodSource("xml")
    void hundredThousandNestedElementsAreRefused(DocumentReader<?> reader, String root) throws Exception {
        String name = namespace(root);
        InputStream deep = new Generated('<' + name + '>', DEEP, i -> "<a>", "");

        assertThat(problems(reader, deep))
                .singleElement()
                .satisfies(p -> refused(p, "MALFORMED_XML", "nested deeper than 100"));
    }

    @ParameterizedTest
    @MethodSource("xml")
    void aNulAnotherCharsetAndAnEndInTheMiddleAreRefused(DocumentReader<?> reader, String root) throws Exception {
        String open = '<' + namespace(root) + '>';

        assertThat(problems(reader, bytes(open + "<a>\0</a></" + root + ">")))
                .singleElement()
                .satisfies(p -> refused(p, "MALFORMED_XML", "well-formed"));
        assertThat(problems(reader, bytes(open + "<a>")))
                .singleElement()
                .satisfies(p -> refused(p, "MALFORMED_XML", "well-formed"));
        assertThat(problems(
                        reader,
                        new ByteArrayInputStream(
                                (open + "<a>Verlängerung</a></" + root + ">").getBytes(StandardCharsets.ISO_8859_1))))
                .singleElement()
                .satisfies(p -> refused(p, "WRONG_CHARSET", "send UTF-8"));
    }

    private static String namespace(String root) {
        String ubl = "urn:oasis:names:specification:ubl:schema:xsd:" + root + "-2";
        return root + " xmlns=\"" + ubl + '"';
    }

    private static Stream<DocumentReader<?>> json() {
        return Stream.of(new OwnJsonOrderReader(), new OwnJsonInvoiceReader(), new OwnOrderReader());
    }

    @ParameterizedTest
    @MethodSource("json")
    void deepJsonIsRefused(DocumentReader<?> reader) throws Exception {
        String type = "{\"type\":\"Order\",\"a\":";

        for (String nested : List.of("[", "{\"a\":")) {
            assertThat(problems(reader, new Generated(type, DEEP, i -> nested, "")))
                    .singleElement()
                    .satisfies(p -> refused(p, "MALFORMED_JSON", "Send"));
        }
    }

    @ParameterizedTest
    @MethodSource("json")
    void aNulAnotherCharsetAndAnEndInTheMiddleOfJsonAreRefused(DocumentReader<?> reader) throws Exception {
        assertThat(problems(reader, bytes(json("\0")))).anySatisfy(p -> refused(p, "MALFORMED_JSON", ""));
        assertThat(problems(reader, bytes(json("").substring(0, 40))))
                .anySatisfy(p -> refused(p, "MALFORMED_JSON", ""));
        assertThat(problems(reader, new ByteArrayInputStream(json("é").getBytes(StandardCharsets.ISO_8859_1))))
                .anySatisfy(p -> refused(p, "MALFORMED_JSON", ""));
        assertThat(problems(reader, bytes(json("\\u0000"))))
                .singleElement()
                .satisfies(p -> refused(p, "CONTROL_CHARACTER", "leave it out"));
    }

    private static String json(String inside) {
        return "{\"type\":\"Order\",\"number\":\"P1\",\"issuedAt\":\"2026-11-21T09:15:00Z\",\"currency\":\"EUR\",\"lines\":["
                + JSON_LINE.formatted(inside) + "]}";
    }

    @ParameterizedTest
    @MethodSource("json")
    void jsonOfMoreValuesThanADocumentHasIsRefused(DocumentReader<?> reader) throws Exception {
        String many = "[" + "{},".repeat(9_000) + "{}],";
        InputStream file = new Generated("{\"type\":\"Order\",\"a\":[", 2_000, i -> many, "0]}");

        assertThat(problems(reader, file)).singleElement().satisfies(p -> refused(p, "TOO_MANY_LINES", "split"));
    }

    private static Stream<Arguments> interchanges() {
        String edifact = "UNA:+.? 'UNB+UNOC:3+EDIPLUS:14+SUPPLIER:14+261121:0930+1'UNH+1+ORDERS:D:%s:UN'"
                + "BGM+220+P%s+9'DTM+137:20261121:102'NAD+BY+5412345000013::9'CUX+2:EUR:9'LIN+1'PIA+5+100001:SA'"
                + "QTY+21:1:PCE'UNS+S'CNT+2:1'UNT+11+1'UNZ+1+1'";
        String x12 =
                "ISA*00*          *00*          *ZZ*AMERCO         *ZZ*SUPPLIER       *261121*0930*U*00401*000000101*0*P*>~"
                        + "GS*PO*AMERCO*SUPPLIER*20261121*0930*7*X*004010~ST*850*0001~BEG*00*SA*P%s**20261121~"
                        + "N1*BY*Buyer*UL*5412345000013~PO1*1*1*EA*1**VN*100001~CTT*1~SE*6*0001~GE*1*7~IEA*1*000000101~";
        return Stream.of(
                Arguments.of(new EdifactD96AReader(), edifact.formatted("96A", "%s")),
                Arguments.of(new EdifactD01BReader(), edifact.formatted("01B", "%s")),
                Arguments.of(new X12Reader(), x12));
    }

    @ParameterizedTest
    @MethodSource("interchanges")
    void aNulInAnInterchangeAHalfOneAndOneThatIsNoneAreRefused(DocumentReader<?> reader, String interchange)
            throws Exception {
        assertThat(problems(reader, bytes(interchange.formatted("1")))).isEmpty();
        assertThat(problems(reader, bytes(interchange.formatted("\0"))))
                .isNotEmpty()
                .allSatisfy(HostileFilesTest::told);
        byte[] whole = interchange.formatted("1").getBytes(StandardCharsets.US_ASCII);
        for (int length : new int[] {0, 3, 20, whole.length / 2, whole.length - 20}) {
            assertThat(problems(reader, new ByteArrayInputStream(Arrays.copyOf(whole, length))))
                    .as("the first %s bytes", length)
                    .isNotEmpty()
                    .allSatisfy(HostileFilesTest::told);
        }
        byte[] utf16 = interchange.formatted("1").getBytes(StandardCharsets.UTF_16);
        assertThat(problems(reader, new ByteArrayInputStream(utf16)))
                .isNotEmpty()
                .allSatisfy(HostileFilesTest::told);
    }

    private static Stream<DocumentReader<?>> tables() {
        return Stream.of(new OrderCsvReader(), new OrderXlsxReader(), new OrderDbfReader());
    }

    @ParameterizedTest
    @MethodSource("tables")
    void whatIsNoTableIsRefused(DocumentReader<?> reader) throws Exception {
        for (byte[] file :
                List.of(new byte[0], new byte[100_000], "PK\3\4".getBytes(StandardCharsets.US_ASCII), zipInZip())) {
            assertThat(problems(reader, new ByteArrayInputStream(file)))
                    .isNotEmpty()
                    .allSatisfy(HostileFilesTest::told);
        }
    }

    @Test
    void aNulInARowAQuoteThatIsNotClosedAndAnotherCharsetAreRefused() throws Exception {
        String head = "order;issued_on;article;quantity\n";
        OrderCsvReader reader = new OrderCsvReader();

        assertThat(problems(reader, bytes(head + "P1;2026-11-21;1\0;1\n")))
                .isNotEmpty()
                .allSatisfy(HostileFilesTest::told);
        assertThat(problems(
                        reader, new Generated(head + "P1;2026-11-21;\"1;1\n", 200_000, i -> "P2;2026-11-21;1;1\n", "")))
                .singleElement()
                .satisfies(p -> refused(p, "MALFORMED_CSV", "quote"));
        assertThat(problems(
                        reader,
                        new ByteArrayInputStream((head + "P1;2026-11-21;é;1\n").getBytes(StandardCharsets.ISO_8859_1))))
                .singleElement()
                .satisfies(p -> refused(p, "WRONG_CHARSET", "write it so"));
    }

    private static byte[] zipInZip() throws IOException {
        byte[] zip = new byte[0];
        for (int i = 0; i < 5; i++) {
            ByteArrayOutputStream out = new ByteArrayOutputStream();
            try (ZipOutputStream around = new ZipOutputStream(out)) {
                around.putNextEntry(new ZipEntry("inner.zip"));
                around.write(zip);
            }
            zip = out.toByteArray();
        }
        return zip;
    }

    private static void refused(Problem problem, String code, String words) {
        assertThat(problem.code()).isEqualTo(code);
        assertThat(problem.message()).contains(words);
        told(problem);
    }

    /** Nothing of the machine, and something to do. */
    private static void told(Problem problem) {
        assertThat(problem.location()).isNotNull();
        assertThat(problem.message()).isNotBlank().doesNotContain("Exception", "\0", "StreamReadConstraints");
    }

    private static InputStream bytes(String text) {
        return new ByteArrayInputStream(text.getBytes(StandardCharsets.UTF_8));
    }

    @SuppressWarnings("unchecked")
    private static List<Problem> problems(DocumentReader<?> reader, InputStream file) throws IOException {
        List<Problem> found = new ArrayList<>();
        try {
            ((DocumentReader<Document>) reader).read(file, FormatSettings.DEFAULT, new DocumentSink<>() {
                @Override
                public void accept(Document taken) {
                    // some of what is cut off was whole before
                }

                @Override
                public void refuse(RefusedDocument refused, List<Problem> why) {
                    found.addAll(why);
                }
            });
        } catch (DocumentException e) {
            found.addAll(e.problems());
        }
        return found;
    }
}
