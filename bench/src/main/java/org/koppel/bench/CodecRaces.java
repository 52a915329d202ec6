package org.koppel.bench;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import javax.xml.stream.XMLInputFactory;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;
import org.koppel.codec.ControlNumber;
import org.koppel.codec.DocumentException;
import org.koppel.codec.DocumentReader;
import org.koppel.codec.DocumentWriter;
import org.koppel.codec.FormatSettings;
import org.koppel.codec.cxml.CxmlOrderReader;
import org.koppel.codec.edifact.EdifactD96AOrderResponseWriter;
import org.koppel.codec.table.OrderResponseCsvWriter;
import org.koppel.codec.table.OrderResponseDbfWriter;
import org.koppel.codec.ubl.UblOrderReader;
import org.koppel.codec.ubl.UblOrderWriter;
import org.koppel.document.Order;
import org.koppel.document.OrderResponse;

/** Readers and writers without a server: orders of ten lines in XML beside bare StAX over the same bytes, and 10,000 confirmations. */
final class CodecRaces {
    private static final int TURN = 4_000;
    private static final int CONFIRMATIONS = 10_000;
    private static final double PER_SECOND = 2_000;
    private static final FormatSettings SETTINGS = new FormatSettings(
            "en",
            Map.of(
                    "edifact.syntax",
                    "UNOC",
                    "edifact.sender",
                    "SUPPLIER:14",
                    "edifact.recipient",
                    "EDIPLUS:14",
                    ControlNumber.OPTION,
                    "77"));

    private CodecRaces() {}

    /** @param cxml an order in cXML; {@code confirmation} what answered one */
    static List<Figure> run(String cxml, OrderResponse confirmation) throws Exception {
        List<Figure> figures = new ArrayList<>();
        byte[] asCxml = cxml.getBytes(StandardCharsets.UTF_8);
        List<Order> order = new ArrayList<>();
        new CxmlOrderReader().read(new ByteArrayInputStream(asCxml), FormatSettings.DEFAULT, order::add);
        ByteArrayOutputStream asUbl = new ByteArrayOutputStream();
        new UblOrderWriter().write(order.get(0), FormatSettings.DEFAULT, asUbl);
        figures.add(reading("cXML order with 10 lines read", new CxmlOrderReader(), asCxml));
        figures.add(reading("UBL order with 10 lines read", new UblOrderReader(), asUbl.toByteArray()));
        figures.add(writing("CSV", new OrderResponseCsvWriter(), confirmation));
        figures.add(writing("DBF", new OrderResponseDbfWriter(), confirmation));
        figures.add(writing("EDIFACT", new EdifactD96AOrderResponseWriter(), confirmation));
        return figures;
    }

    private static Figure reading(String what, DocumentReader<Order> reader, byte[] bytes) throws Exception {
        Race.Work ours = () -> ours(reader, bytes);
        Race.Work bare = () -> bare(bytes);
        for (int i = 0; i < 3; i++) {
            ours.once();
            bare.once();
        }
        return new Race(ours, bare).figure(what, "orders", TURN, "bare StAX", 0.4);
    }

    private static void ours(DocumentReader<Order> reader, byte[] bytes) throws DocumentException, IOException {
        int[] lines = new int[1];
        for (int i = 0; i < TURN; i++) {
            reader.read(
                    new ByteArrayInputStream(bytes),
                    FormatSettings.DEFAULT,
                    o -> lines[0] += o.lines().size());
        }
        if (lines[0] != TURN * OrderMessages.LINES) {
            throw new IllegalStateException("Not all lines were read");
        }
    }

    /** Every event, name, attribute and text, with the parser and the settings that the readers use. */
    private static void bare(byte[] bytes) throws XMLStreamException {
        XMLInputFactory factory = XMLInputFactory.newDefaultFactory();
        factory.setProperty(XMLInputFactory.SUPPORT_DTD, false);
        factory.setProperty(XMLInputFactory.IS_SUPPORTING_EXTERNAL_ENTITIES, false);
        long characters = 0;
        for (int i = 0; i < TURN; i++) {
            XMLStreamReader xml = factory.createXMLStreamReader(new ByteArrayInputStream(bytes));
            while (xml.hasNext()) {
                switch (xml.next()) {
                    case XMLStreamReader.START_ELEMENT -> {
                        characters += xml.getLocalName().length();
                        for (int a = 0; a < xml.getAttributeCount(); a++) {
                            characters += xml.getAttributeValue(a).length();
                        }
                    }
                    case XMLStreamReader.CHARACTERS ->
                        characters += xml.getText().length();
                    default -> {}
                }
            }
            xml.close();
        }
        if (characters == 0) {
            throw new IllegalStateException("Nothing was read");
        }
    }

    private static Figure writing(String name, DocumentWriter<OrderResponse> writer, OrderResponse confirmation)
            throws Exception {
        write(writer, confirmation);
        double rate = CONFIRMATIONS / Race.seconds(() -> write(writer, confirmation));
        return Figure.atLeast(
                "10,000 confirmations of 10 lines written as " + name,
                Report.text("%.0f/s", rate),
                "",
                rate,
                PER_SECOND);
    }

    private static void write(DocumentWriter<OrderResponse> writer, OrderResponse confirmation)
            throws DocumentException, IOException {
        for (int i = 0; i < CONFIRMATIONS; i++) {
            ByteArrayOutputStream out = new ByteArrayOutputStream(8 * 1024);
            writer.write(confirmation, SETTINGS, out);
            drain(out);
        }
    }

    private static void drain(ByteArrayOutputStream written) throws IOException {
        if (written.size() == 0) {
            throw new IllegalStateException("Nothing was written");
        }
        written.writeTo(OutputStream.nullOutputStream());
    }
}
