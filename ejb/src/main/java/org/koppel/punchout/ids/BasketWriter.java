package org.koppel.punchout.ids;

import java.io.StringWriter;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Map;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamWriter;
import org.koppel.codec.XmlStreams;
import org.koppel.document.Price;
import org.koppel.punchout.CartItem;

/**
 * Writes the {@code warenkorb} field that goes home, {@code warenkorb_empfangen} of IDS Connect 2.5, in the order that the
 * schema prescribes. Identifiers are never cut.
 */
final class BasketWriter {
    private static final String NAMESPACE = "http://www.itek.de/Shop-Anbindung/Warenkorb/";
    private static final String VERSION = "2.5";
    private static final DateTimeFormatter DATE = DateTimeFormatter.ofPattern("yyyy-MM-dd");
    private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("HH:mm:ss");

    private final StringWriter text = new StringWriter();
    private final IdsConnection connection;
    private final Map<String, BigDecimal> taxPercent;
    private XMLStreamWriter xml;

    /** @param taxPercent VAT by article; an article that is not there gets none */
    BasketWriter(IdsConnection connection, Map<String, BigDecimal> taxPercent) {
        this.connection = connection;
        this.taxPercent = Map.copyOf(taxPercent);
    }

    /** @param at local time, the interface knows no zones */
    String write(String reference, Basket.Header header, List<Allotment> lines, LocalDateTime at) {
        try {
            xml = XmlStreams.writer(text);
            xml.writeStartDocument("UTF-8", "1.0");
            xml.setDefaultNamespace(NAMESPACE);
            xml.writeStartElement("Warenkorb");
            xml.writeDefaultNamespace(NAMESPACE);
            writeInfo(at);
            xml.writeStartElement("Order");
            writeHeader(reference, header, lines);
            int number = 0;
            for (Allotment line : lines) {
                writeLine(line, ++number);
            }
            xml.writeEndDocument();
            xml.flush();
            return text.toString();
        } catch (XMLStreamException e) {
            throw new IllegalStateException("Cannot write a basket into memory", e);
        }
    }

    private void writeInfo(LocalDateTime at) throws XMLStreamException {
        xml.writeStartElement("WarenkorbInfo");
        put("Date", DATE.format(at), 10);
        put("Time", TIME.format(at), 8);
        put("RueckgabeKZ", "Warenkorbrückgabe", 50);
        put("Version", VERSION, 10);
        xml.writeEndElement();
    }

    private void writeHeader(String reference, Basket.Header header, List<Allotment> lines) throws XMLStreamException {
        xml.writeStartElement("OrderInfo");
        put("InquiryNo", header.inquiry(), 15);
        put("OfferNo", reference, 15);
        put("PartNo", header.order(), 15);
        LocalDate wanted = wantedByAll(lines);
        if (wanted != null) {
            put("DeliveryDate", wanted.toString(), 10);
        } else if (header.deliveryDate() != null && header.deliveryDate().matches("\\d{4}-\\d{2}-\\d{2}.*")) {
            put("DeliveryDate", header.deliveryDate(), 10);
        }
        put("ModeOfShipment", "Abholung".equals(header.modeOfShipment()) ? "Abholung" : "Lieferung", 30);
        if (!lines.isEmpty()) {
            put("Cur", lines.get(0).item().price().amount().currency(), 3);
        }
        String card = lines.isEmpty() ? null : lines.get(0).item().wishes().cardText();
        put("ZusatzText", card == null ? header.additionalText() : card.replace('\n', ' '), 100);
        put("Kommission", header.commission(), 80);
        xml.writeEndElement();
    }

    /** The interface has one day for the whole basket; null where the lines have several, or none. */
    private static LocalDate wantedByAll(List<Allotment> lines) {
        List<LocalDate> days =
                lines.stream().map(l -> l.item().wishes().delivery()).distinct().toList();
        return days.size() == 1 ? days.get(0) : null;
    }

    private void writeLine(Allotment line, int number) throws XMLStreamException {
        CartItem item = line.item();
        xml.writeStartElement("OrderItem");
        writeReferences(line.position(), number);
        if (item.gtin() != null && item.gtin().matches("\\d{1,13}")) {
            put("EAN", item.gtin(), 13);
        }
        put("ArtNo", item.article(), Integer.MAX_VALUE);
        put("Qty", decimal(line.quantity(), 2), 30);
        put("QU", IdsUnits.code(item.unit()), 4);
        put("Kurztext", item.description(), 100);
        put("Langtext", item.longText(), Integer.MAX_VALUE);
        writePrice(item.price(), line.quantity());
        BigDecimal tax = taxPercent(item);
        put("VAT", tax == null ? null : decimal(tax, 2), 8);
        xml.writeEndElement();
    }

    /** What the cart froze, else the article's; a craftsman who is not taxed here has neither. */
    private BigDecimal taxPercent(CartItem item) {
        boolean taxed = !taxPercent.isEmpty();
        return taxed && item.taxPercent() != null ? item.taxPercent() : taxPercent.get(item.article());
    }

    /** The schema wants both numbers or neither, so without the craftsman's the group is left out. */
    private void writeReferences(Basket.Position position, int number) throws XMLStreamException {
        if (position == null || position.reference() == null) {
            return;
        }
        xml.writeStartElement("RefItems");
        put("Customer", position.reference(), Integer.MAX_VALUE);
        put("CustomerSubNo", position.subReference(), Integer.MAX_VALUE);
        put("Supplier", String.valueOf(number), 35);
        xml.writeEndElement();
    }

    /** PriceBasis is left out beside the price of a whole line: it would make readers divide it. */
    private void writePrice(Price price, BigDecimal quantity) throws XMLStreamException {
        if (connection.netPrice() == IdsConnection.NetPrice.LINE) {
            put("NetPrice", decimal(price.of(quantity).amount(), 2), 20);
            return;
        }
        put("NetPrice", decimal(price.amount().amount().setScale(4, RoundingMode.HALF_UP), 2), 20);
        put("PriceBasis", decimal(price.baseQuantity(), 2), 20);
    }

    /** A point, no grouping, no needless zeros beyond the decimals given. */
    private static String decimal(BigDecimal value, int decimals) {
        BigDecimal plain = value.stripTrailingZeros();
        return (plain.scale() < decimals ? plain.setScale(decimals) : plain).toPlainString();
    }

    private void put(String element, String value, int most) throws XMLStreamException {
        if (value == null || value.isBlank()) {
            return;
        }
        String clean = XmlStreams.clean(value.strip());
        xml.writeStartElement(element);
        xml.writeCharacters(
                clean.length() <= most ? clean : clean.substring(0, most).strip());
        xml.writeEndElement();
    }
}
