package org.koppel.codec;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Named;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.koppel.codec.cebeo.CebeoOrderReader;
import org.koppel.codec.edifact.EdifactD96AReader;
import org.koppel.codec.own.OwnJsonOrderReader;
import org.koppel.codec.own.OwnXmlOrderReader;
import org.koppel.codec.ubl.UblInvoiceReader;
import org.koppel.codec.ubl.UblOrderReader;
import org.koppel.codec.x12.X12Reader;
import org.koppel.document.Document;
import org.koppel.document.RefusedDocument;

/** One line more than is taken, in every format: the files are too large to be kept among the broken ones. */
class TooManyLinesTest {
    private static final int LINES = 10_001;

    /** A document of so many lines. @param line with {@code #} for its number */
    record Long(DocumentReader<?> reader, String before, String line, String between, String after) {
        byte[] written() {
            String lines = IntStream.rangeClosed(1, LINES)
                    .mapToObj(i -> line.replace("#", Integer.toString(i)))
                    .collect(Collectors.joining(between));
            return (before + lines + after).getBytes(StandardCharsets.UTF_8);
        }
    }

    static Stream<Named<Long>> documents() throws Exception {
        return Stream.of(
                Named.of("UBL order", of(new UblOrderReader(), "ubl/order-full.xml", "<cac:OrderLine>", "</Order>",
                        "<cac:OrderLine><cac:LineItem><cbc:ID>#</cbc:ID><cbc:Quantity unitCode='C62'>1</cbc:Quantity>"
                                + "<cac:Item><cbc:Name>Socket</cbc:Name></cac:Item></cac:LineItem></cac:OrderLine>")),
                Named.of("CebeoXML", of(new CebeoOrderReader(), "cebeo/order-full.xml", "<OrderLine>", "<OrderAttribute",
                        "<OrderLine><CustomerOrderLineID>#</CustomerOrderLineID><Material><SupplierItemID>1"
                                + "</SupplierItemID></Material><OrderedQuantity>1</OrderedQuantity></OrderLine>")),
                Named.of("Koppel XML", of(new OwnXmlOrderReader(), "own/order-full.xml", "<line>", "</lines>",
                        "<line><number>#</number><item><sellersId>1</sellersId></item><quantity><value>1</value>"
                                + "<unit>H87</unit></quantity></line>")),
                Named.of("Koppel JSON", new Long(
                        new OwnJsonOrderReader(),
                        "{\"type\":\"Order\",\"number\":\"P1\",\"issuedAt\":\"2026-11-21T09:15:00Z\",\"currency\":\"EUR\",\"lines\":[",
                        "{\"number\":\"#\",\"item\":{\"sellersId\":\"1\"},\"quantity\":{\"value\":1,\"unit\":\"H87\"}}",
                        ",",
                        "]}")),
                Named.of("ORDERS", new Long(
                        new EdifactD96AReader(),
                        "UNA:+.? 'UNB+UNOC:3+EDIPLUS:14+SUPPLIER:14+261121:0930+1'UNH+1+ORDERS:D:96A:UN:EAN008'"
                                + "BGM+220+P1+9'DTM+137:20261121:102'NAD+BY+5412345000013::9'CUX+2:EUR:9'",
                        "LIN+#'PIA+5+100001:SA'QTY+21:1:PCE'",
                        "",
                        "UNS+S'CNT+2:10001'UNT+30011+1'UNZ+1+1'")),
                Named.of("850", new Long(
                        new X12Reader(),
                        isa() + "GS*PO*AMERCO*SUPPLIER*20261121*0930*7*X*004010~ST*850*0001~BEG*00*SA*P1**20261121~",
                        "PO1*#*1*EA*1**VN*100001~",
                        "",
                        "CTT*10001~SE*10005*0001~GE*1*7~IEA*1*000000101~")),
                Named.of("810", new Long(
                        new X12Reader(),
                        isa() + "GS*IN*AMERCO*SUPPLIER*20261121*0930*7*X*004010~ST*810*0001~"
                                + "BIG*20261121*F1**4711***DI~CUR*SE*EUR~ITD*01*3****20261221~",
                        "IT1*#*1*EA*1**VN*100001~TXI*VA**21*CD*S~",
                        "",
                        "TDS*1210121~CTT*10001~SE*20009*0001~GE*1*7~IEA*1*000000101~")),
                Named.of("UBL invoice", of(new UblInvoiceReader(), "ubl/invoice.xml", "<cac:InvoiceLine>", "</Invoice>",
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
        assertThat(problems(document)).containsOnlyOnce("TOO_MANY_LINES");
    }

    @SuppressWarnings("unchecked")
    private static List<String> problems(Long document) throws IOException {
        List<Problem> found = new ArrayList<>();
        try {
            ((DocumentReader<Document>) document.reader())
                    .read(new ByteArrayInputStream(document.written()), FormatSettings.DEFAULT, new DocumentSink<>() {
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
        return found.stream()
                .map(Problem::code)
                .toList();
    }
}
