package org.koppel.codec;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.SequenceInputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.logging.Level;
import java.util.logging.Logger;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.Named;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.koppel.codec.cebeo.CebeoOrderReader;
import org.koppel.codec.cxml.CxmlOrderReader;
import org.koppel.codec.edifact.EdifactD96AReader;
import org.koppel.codec.own.OwnJsonOrderReader;
import org.koppel.codec.own.OwnOrderReader;
import org.koppel.codec.own.OwnXmlOrderReader;
import org.koppel.codec.table.OrderCsvReader;
import org.koppel.codec.table.OrderDbfReader;
import org.koppel.codec.table.OrderXlsxReader;
import org.koppel.codec.ubl.UblInvoiceReader;
import org.koppel.codec.ubl.UblOrderChangeReader;
import org.koppel.codec.ubl.UblOrderReader;
import org.koppel.codec.x12.X12Reader;
import org.koppel.document.Document;
import org.koppel.document.RefusedDocument;

/** More lines than are taken, in every format: one more, and a million in a heap of 64 MB. */
class TooManyLinesTest {
    private static final int LINES = 10_001;

    /** A document of many lines. @param line with {@code #} for its number */
    record Long(DocumentReader<?> reader, String before, String line, String between, String after) {
        InputStream written(int lines) {
            return new Generated(
                    before, lines, i -> (i == 1 ? "" : between) + line.replace("#", Integer.toString(i)), after);
        }
    }

    static Stream<Named<Long>> documents() throws Exception {
        return Stream.of(
                Named.of(
                        "UBL order",
                        of(
                                new UblOrderReader(),
                                "ubl/order-full.xml",
                                "<cac:OrderLine>",
                                "</Order>",
                                "<cac:OrderLine><cac:LineItem><cbc:ID>#</cbc:ID><cbc:Quantity unitCode='C62'>1</cbc:Quantity>"
                                        + "<cac:Item><cbc:Name>Socket</cbc:Name></cac:Item></cac:LineItem></cac:OrderLine>")),
                Named.of(
                        "UBL order change",
                        of(
                                new UblOrderChangeReader(),
                                "ubl/order-change.xml",
                                "<cac:OrderLine>",
                                "</OrderChange>",
                                "<cac:OrderLine><cac:LineItem><cbc:ID>#</cbc:ID><cbc:Quantity unitCode='C62'>1</cbc:Quantity>"
                                        + "<cac:Item><cbc:Name>Socket</cbc:Name></cac:Item></cac:LineItem></cac:OrderLine>")),
                Named.of(
                        "cXML",
                        of(
                                new CxmlOrderReader(),
                                "cxml/order-full.xml",
                                "<ItemOut",
                                "</OrderRequest>",
                                "<ItemOut lineNumber='#' quantity='1'><ItemID><SupplierPartID>1</SupplierPartID></ItemID>"
                                        + "<ItemDetail><UnitPrice><Money currency='EUR'>1</Money></UnitPrice><Description"
                                        + " xml:lang='en'>Socket</Description><UnitOfMeasure>EA</UnitOfMeasure></ItemDetail>"
                                        + "</ItemOut>")),
                Named.of(
                        "CebeoXML",
                        of(
                                new CebeoOrderReader(),
                                "cebeo/order-full.xml",
                                "<OrderLine>",
                                "<OrderAttribute",
                                "<OrderLine><CustomerOrderLineID>#</CustomerOrderLineID><Material><SupplierItemID>1"
                                        + "</SupplierItemID></Material><OrderedQuantity>1</OrderedQuantity></OrderLine>")),
                Named.of(
                        "Koppel XML",
                        of(
                                new OwnXmlOrderReader(),
                                "own/order-full.xml",
                                "<line>",
                                "</lines>",
                                "<line><number>#</number><item><sellersId>1</sellersId></item><quantity><value>1</value>"
                                        + "<unit>H87</unit></quantity></line>")),
                Named.of(
                        "Koppel JSON",
                        new Long(
                                new OwnJsonOrderReader(),
                                "{\"type\":\"Order\",\"number\":\"P1\",\"issuedAt\":\"2026-11-21T09:15:00Z\",\"currency\":\"EUR\",\"lines\":[",
                                "{\"number\":\"#\",\"item\":{\"sellersId\":\"1\"},\"quantity\":{\"value\":1,\"unit\":\"H87\"}}",
                                ",",
                                "]}")),
                Named.of(
                        "Koppel's order",
                        new Long(
                                new OwnOrderReader(),
                                "{\"number\":\"P1\",\"issuedAt\":\"2026-11-21T09:15:00Z\",\"currency\":\"EUR\",\"lines\":[",
                                "{\"number\":\"#\",\"item\":{\"sellersId\":\"1\"},\"quantity\":{\"value\":1,\"unit\":\"H87\"}}",
                                ",",
                                "]}")),
                Named.of(
                        "CSV",
                        new Long(
                                new OrderCsvReader(),
                                "order;issued_on;line;article;quantity;unit\n",
                                "P1;2026-11-21;#;100001;1;PCE\n",
                                "",
                                "")),
                Named.of(
                        "ORDERS",
                        new Long(
                                new EdifactD96AReader(),
                                "UNA:+.? 'UNB+UNOC:3+EDIPLUS:14+SUPPLIER:14+261121:0930+1'UNH+1+ORDERS:D:96A:UN:EAN008'"
                                        + "BGM+220+P1+9'DTM+137:20261121:102'NAD+BY+5412345000013::9'CUX+2:EUR:9'",
                                "LIN+#'PIA+5+100001:SA'QTY+21:1:PCE'",
                                "",
                                "UNS+S'CNT+2:10001'UNT+30011+1'UNZ+1+1'")),
                Named.of(
                        "850",
                        new Long(
                                new X12Reader(),
                                isa()
                                        + "GS*PO*AMERCO*SUPPLIER*20261121*0930*7*X*004010~ST*850*0001~BEG*00*SA*P1**20261121~",
                                "PO1*#*1*EA*1**VN*100001~",
                                "",
                                "CTT*10001~SE*10005*0001~GE*1*7~IEA*1*000000101~")),
                Named.of(
                        "810",
                        new Long(
                                new X12Reader(),
                                isa() + "GS*IN*AMERCO*SUPPLIER*20261121*0930*7*X*004010~ST*810*0001~"
                                        + "BIG*20261121*F1**4711***DI~CUR*SE*EUR~ITD*01*3****20261221~",
                                "IT1*#*1*EA*1**VN*100001~TXI*VA**21*CD*S~",
                                "",
                                "TDS*1210121~CTT*10001~SE*20009*0001~GE*1*7~IEA*1*000000101~")),
                Named.of(
                        "UBL invoice",
                        of(
                                new UblInvoiceReader(),
                                "ubl/invoice.xml",
                                "<cac:InvoiceLine>",
                                "</Invoice>",
                                "<cac:InvoiceLine><cbc:ID>#</cbc:ID><cbc:InvoicedQuantity unitCode='C62'>1</cbc:InvoicedQuantity>"
                                        + "<cbc:LineExtensionAmount currencyID='EUR'>1</cbc:LineExtensionAmount><cac:Item><cbc:Name>Lamp"
                                        + "</cbc:Name><cac:ClassifiedTaxCategory><cbc:ID>S</cbc:ID><cbc:Percent>21</cbc:Percent>"
                                        + "</cac:ClassifiedTaxCategory></cac:Item><cac:Price><cbc:PriceAmount currencyID='EUR'>1"
                                        + "</cbc:PriceAmount></cac:Price></cac:InvoiceLine>")));
    }

    private static String isa() {
        return "ISA*00*          *00*          *ZZ*AMERCO         *ZZ*SUPPLIER       *261121*0930*U*00401*000000101*0*P*>~";
    }

    /** A golden file with other lines. @param from where its lines begin; @param end what follows the last of them */
    private static Long of(DocumentReader<?> reader, String file, String from, String end, String line) {
        String golden = new String(BackOfficeDocuments.golden(file), StandardCharsets.UTF_8);
        return new Long(
                reader,
                golden.substring(0, golden.indexOf(from)),
                line,
                "\n",
                golden.substring(golden.lastIndexOf(end)));
    }

    @ParameterizedTest
    @MethodSource("documents")
    void oneLineTooManyIsNamedOnce(Long document) throws Exception {
        assertThat(problems(document.reader(), document.written(LINES)))
                .extracting(Problem::code)
                .containsOnlyOnce("TOO_MANY_LINES");
    }

    @Test
    void aMillionLinesAreRefusedInASmallHeapWithLimitAndCure() throws Exception {
        List<String> said = SmallHeap.run(64, Million.class);

        assertThat(said).hasSize(Million.files().size());
        assertThat(said)
                .allSatisfy(line -> assertThat(line)
                        .containsOnlyOnce("TOO_MANY_LINES")
                        .contains("more than 10000 lines")
                        .containsPattern("split|several"));
    }

    /** What runs in the small heap: every format after the other. */
    static final class Million {
        private static final int LINES = 1_000_000;

        private Million() {}

        /** Those above but for the invoice that is read as its order, and files that are no text. */
        static Map<String, Long> files() throws Exception {
            Map<String, Long> files = new LinkedHashMap<>();
            documents().filter(d -> !d.getName().equals("810")).forEach(d -> files.put(d.getName(), d.getPayload()));
            files.put("XLSX", new Long(new OrderXlsxReader(), "", "", "", ""));
            files.put("DBF", new Long(new OrderDbfReader(), "", "", "", ""));
            return files;
        }

        public static void main(String[] none) throws Exception {
            Logger.getLogger("").setLevel(Level.WARNING);
            for (Map.Entry<String, Long> file : files().entrySet()) {
                Long document = file.getValue();
                InputStream in = switch (file.getKey()) {
                    case "XLSX" -> xlsx();
                    case "DBF" -> dbf();
                    default -> document.written(LINES);
                };
                System.out.println(file.getKey() + ": "
                        + problems(document.reader(), in).stream()
                                .filter(p -> p.code().equals("TOO_MANY_LINES"))
                                .toList());
            }
        }

        private static InputStream xlsx() throws IOException {
            ByteArrayOutputStream out = new ByteArrayOutputStream();
            try (ZipOutputStream zip = new ZipOutputStream(out)) {
                part(
                        zip,
                        "xl/workbook.xml",
                        "<workbook xmlns:r='http://schemas.openxmlformats.org/officeDocument/2006/"
                                + "relationships'><sheets><sheet name='Orders' sheetId='1' r:id='r1'/></sheets></workbook>");
                part(
                        zip,
                        "xl/_rels/workbook.xml.rels",
                        "<Relationships><Relationship Id='r1' Target='worksheets/sheet1.xml'/></Relationships>");
                part(
                        zip,
                        "xl/sharedStrings.xml",
                        "<sst><si><t>order</t></si><si><t>article</t></si><si><t>quantity</t></si>"
                                + "<si><t>issued_on</t></si><si><t>2026-11-21</t></si></sst>");
                zip.putNextEntry(new ZipEntry("xl/worksheets/sheet1.xml"));
                new Generated(
                                "<worksheet><sheetData><row>" + cell(0) + cell(1) + cell(2) + cell(3) + "</row>",
                                LINES,
                                i -> "<row><c><v>7</v></c><c><v>1</v></c><c><v>1</v></c>" + cell(4) + "</row>",
                                "</sheetData></worksheet>")
                        .transferTo(zip);
            }
            return new ByteArrayInputStream(out.toByteArray());
        }

        private static String cell(int text) {
            return "<c t='s'><v>" + text + "</v></c>";
        }

        private static void part(ZipOutputStream zip, String name, String content) throws IOException {
            zip.putNextEntry(new ZipEntry(name));
            zip.write(content.getBytes(StandardCharsets.UTF_8));
        }

        private static InputStream dbf() {
            String[] names = {"ORDER", "ISSUED", "ARTICLE", "QUANTITY"};
            int length = 10;
            ByteBuffer header = ByteBuffer.allocate(32 + 32 * names.length + 1).order(ByteOrder.LITTLE_ENDIAN);
            header.put((byte) 3).put((byte) 126).put((byte) 11).put((byte) 21);
            header.putInt(LINES).putShort((short) header.capacity()).putShort((short) (1 + length * names.length));
            for (int i = 0; i < names.length; i++) {
                header.position(32 + 32 * i).put(names[i].getBytes(StandardCharsets.US_ASCII));
                header.put(32 + 32 * i + 11, (byte) 'C').put(32 + 32 * i + 16, (byte) length);
            }
            header.put(header.capacity() - 1, (byte) 0x0D);
            return new SequenceInputStream(
                    new ByteArrayInputStream(header.array()),
                    new Generated("", LINES, i -> " P1        2026-11-211         1         ", "\u001A"));
        }
    }

    @SuppressWarnings("unchecked")
    private static List<Problem> problems(DocumentReader<?> reader, InputStream file) throws IOException {
        List<Problem> found = new ArrayList<>();
        try {
            ((DocumentReader<Document>) reader).read(file, FormatSettings.DEFAULT, new DocumentSink<>() {
                @Override
                public void accept(Document taken) {
                    assertThat(taken).as("what is too long").isNull();
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
