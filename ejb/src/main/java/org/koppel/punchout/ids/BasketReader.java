package org.koppel.punchout.ids;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.koppel.codec.DocumentException;
import org.koppel.codec.Problem;
import org.koppel.codec.Problems;
import org.koppel.codec.XmlCursor;
import org.koppel.codec.XmlStreams;

/**
 * Reads the {@code warenkorb} field, {@code warenkorb_senden} of IDS Connect 1.3 to 2.5.1. Elements count by their local name:
 * software in use leaves the namespace out or binds it otherwise.
 */
final class BasketReader {
    private static final int MOST_POSITIONS = 1_000;
    private static final int LINE = 100;
    private static final int TEXT = 200;

    private final Problems problems = new Problems();
    private final List<Basket.Position> positions = new ArrayList<>();
    private Basket.Header header = Basket.Header.NONE;

    private BasketReader() {}

    /**
     * @param field as the form held it; its characters are decoded already, so a declared encoding means nothing any more
     * @throws DocumentException with every problem and its line
     */
    static Basket read(String field) throws DocumentException {
        String xml = field.strip()
                .replaceFirst("\\A\\uFEFF", "")
                .stripLeading()
                .replaceFirst("\\A<\\?xml[^>]*\\?>", "<?xml version=\"1.0\"?>");
        BasketReader reader = new BasketReader();
        try {
            reader.readRoot(XmlStreams.open(new ByteArrayInputStream(xml.getBytes(StandardCharsets.UTF_8))));
        } catch (IOException e) {
            throw new DocumentException(new Problem("MALFORMED_XML", "warenkorb", "Send well-formed XML."), e);
        }
        reader.problems.throwIfAny();
        return new Basket(reader.header, reader.positions);
    }

    private void readRoot(XmlCursor xml) throws DocumentException, IOException {
        xml.nextChild(0);
        if (!xml.name().equals("Warenkorb")) {
            problems.add("WRONG_ROOT", xml.place(), "The root element must be Warenkorb.");
            return;
        }
        int root = xml.depth();
        while (xml.nextChild(root)) {
            if (xml.name().equals("Order")) {
                readOrder(xml);
            }
        }
        if (positions.isEmpty()) {
            problems.add(
                    "MISSING_FIELD", "Warenkorb/Order/OrderItem", "The basket is empty; send at least one position.");
        }
    }

    private void readOrder(XmlCursor xml) throws DocumentException, IOException {
        int order = xml.depth();
        while (xml.nextChild(order)) {
            switch (xml.name()) {
                case "OrderInfo" -> header = readHeader(xml);
                case "OrderItem" -> readPosition(xml);
                default -> {} // addresses: the customer is known by its log-in
            }
        }
    }

    private Basket.Header readHeader(XmlCursor xml) throws DocumentException, IOException {
        String inquiry = null;
        String order = null;
        String date = null;
        String mode = null;
        String additional = null;
        String commission = null;
        int info = xml.depth();
        while (xml.nextChild(info)) {
            switch (xml.name()) {
                case "InquiryNo" -> inquiry = xml.text(LINE);
                case "PartNo" -> order = xml.text(LINE);
                case "DeliveryDate" -> date = xml.text(LINE);
                case "ModeOfShipment" -> mode = xml.text(LINE);
                case "ZusatzText" -> additional = xml.text(LINE);
                case "Kommission" -> commission = xml.text(LINE);
                default -> {}
            }
        }
        return new Basket.Header(inquiry, order, date, mode, additional, commission);
    }

    private void readPosition(XmlCursor xml) throws DocumentException, IOException {
        int row = xml.row();
        String place = xml.place();
        PositionFields fields = new PositionFields();
        int item = xml.depth();
        while (xml.nextChild(item)) {
            switch (xml.name()) {
                case "RefItems" -> fields.readReferences(xml);
                case "EAN" -> fields.gtin = xml.text(LINE);
                case "ArtNo" -> fields.article = xml.text(LINE);
                case "Qty" -> fields.quantity = xml.text(LINE);
                case "Kurztext" -> fields.text = xml.text(TEXT);
                default -> {} // prices and texts are ours
            }
        }
        keep(fields, row, place);
    }

    private void keep(PositionFields fields, int row, String place) {
        if (positions.size() == MOST_POSITIONS) {
            problems.add("TOO_MANY_LINES", place, "A basket has at most " + MOST_POSITIONS + " positions; send two.");
            return;
        }
        if (fields.article == null && fields.gtin == null) {
            problems.add("MISSING_FIELD", place, "A position needs ArtNo (or EAN).");
        }
        BigDecimal quantity = decimal(fields.quantity);
        if (quantity == null) {
            problems.add(
                    "INVALID_NUMBER", place, "Qty must be a number with a point before its decimals, such as 2.50.");
        }
        positions.add(new Basket.Position(
                fields.article, fields.gtin, quantity, fields.text, fields.reference, fields.subReference, row));
    }

    private static BigDecimal decimal(String text) {
        return text != null && text.matches("\\d{1,13}(\\.\\d{1,6})?") ? new BigDecimal(text) : null;
    }

    /** One position while it is read. */
    private static final class PositionFields {
        private String article;
        private String gtin;
        private String quantity;
        private String text;
        private String reference;
        private String subReference;

        private void readReferences(XmlCursor xml) throws DocumentException, IOException {
            int references = xml.depth();
            while (xml.nextChild(references)) {
                switch (xml.name()) {
                    case "Customer" -> reference = xml.text(LINE);
                    case "CustomerSubNo" -> subReference = xml.text(LINE);
                    default -> {}
                }
            }
        }
    }
}
