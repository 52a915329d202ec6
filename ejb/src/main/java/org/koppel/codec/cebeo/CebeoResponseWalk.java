package org.koppel.codec.cebeo;

import java.io.IOException;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.koppel.codec.DocumentException;
import org.koppel.codec.Problem;
import org.koppel.codec.Problems;
import org.koppel.codec.UnitReading;
import org.koppel.codec.XmlCursor;
import org.koppel.document.LineStatus;
import org.koppel.document.OrderResponse;
import org.koppel.document.OrderResponseLine;
import org.koppel.document.Price;
import org.koppel.document.Reason;
import org.koppel.document.Reference;
import org.koppel.shared.DocumentNumber;
import org.koppel.shared.Money;
import org.koppel.shared.Quantity;
import org.koppel.shared.UnitCode;

/** One pass over one {@code Response/Order/Detail}: the back office's answer to an order, as far as we do not know it already. */
final class CebeoResponseWalk {
    private final XmlCursor xml;
    private final String currency;
    private final Problems problems = new Problems();
    private final CebeoFields fields;
    private final List<OrderResponseLine> lines = new ArrayList<>();
    private final Set<String> numbers = new HashSet<>();
    private final List<Reference> references = new ArrayList<>();
    private String code;
    private String message;
    private String number;
    private String order;
    private int count;

    CebeoResponseWalk(XmlCursor xml, String currency, UnitReading units) {
        this.xml = xml;
        this.currency = currency;
        this.fields = new CebeoFields(xml, problems, units);
    }

    /** @throws DocumentException with everything that is wrong */
    OrderResponse response() throws DocumentException, IOException {
        xml.nextChild(0);
        if (!Cebeo.ROOT.equals(xml.name())) {
            throw new DocumentException(new Problem(
                    "WRONG_ROOT", xml.place(), "The root element is " + xml.name() + "; send " + Cebeo.ROOT));
        }
        while (xml.nextChild(1)) {
            if ("Response".equals(xml.name())) {
                inside();
            }
        }
        xml.nextChild(0); // to the very end: what follows the root must be well-formed too
        fields.at("");
        fields.required(order, "OrderHeader/CustomerOrderID", "name the order that is answered");
        if (count == 0 && status() == null) {
            fields.required(null, "Message/@code", "say 0 (accepted) or 1 (rejected), or answer every line");
        }
        problems.throwIfAny();
        return OrderResponse.decided(
                new DocumentNumber(number == null ? "CEBEO-" + order : number),
                null,
                new DocumentNumber(order),
                lines.isEmpty() ? status() : null,
                null,
                false,
                null,
                references,
                message == null || status() != LineStatus.REJECTED ? List.of() : List.of(said(message)),
                lines);
    }

    private LineStatus status() {
        return code == null ? null : code.equals("0") ? LineStatus.ACCEPTED : LineStatus.REJECTED;
    }

    private static Reason said(String text) {
        return new Reason("SELLER_NOTE", text);
    }

    private void inside() throws DocumentException, IOException {
        int here = xml.depth();
        while (xml.nextChild(here)) {
            if ("Message".equals(xml.name())) {
                code = xml.attribute("code");
                message = fields.text(Cebeo.TEXT_LENGTH, "Message");
            } else if ("Order".equals(xml.name())) {
                int inOrder = xml.depth();
                while (xml.nextChild(inOrder)) {
                    if ("Detail".equals(xml.name())) {
                        detail();
                    }
                }
            }
        }
    }

    private void detail() throws DocumentException, IOException {
        int here = xml.depth();
        while (xml.nextChild(here)) {
            if ("OrderHeader".equals(xml.name())) {
                header();
            } else if ("OrderLine".equals(xml.name())) {
                line();
            } else if ("OrderAttribute".equals(xml.name())) {
                keep(CebeoAttributes.read(fields));
            }
        }
    }

    private void header() throws DocumentException, IOException {
        int here = xml.depth();
        while (xml.nextChild(here)) {
            switch (xml.name()) {
                case "SupplierOrderID" -> number = fields.text(Cebeo.NUMBER_LENGTH, "OrderHeader/SupplierOrderID");
                case "CustomerOrderID" -> order = fields.text(Cebeo.NUMBER_LENGTH, "OrderHeader/CustomerOrderID");
                case "CustomerOrderRef" -> {
                    String value = fields.text(Cebeo.NAME_LENGTH, "OrderHeader/CustomerOrderRef");
                    keep(value == null ? null : new Reference(Reference.Kind.OTHER, "CustomerOrderRef", value));
                }
                default -> {} // what the order said itself
            }
        }
    }

    private void keep(Reference reference) {
        if (reference != null && references.size() < Cebeo.MOST_REFERENCES) {
            references.add(reference);
        }
    }

    private void line() throws DocumentException, IOException {
        if (++count > Cebeo.MOST_LINES) {
            throw problems.with(
                    "TOO_MANY_LINES",
                    "OrderLine",
                    "There are more than " + Cebeo.MOST_LINES + " lines; answer in several messages");
        }
        fields.at("line at position " + count + ", ");
        OrderResponseLine line = new Line().read();
        if (line.number() != null && !numbers.add(line.number())) {
            fields.problem("DUPLICATE_LINE_NUMBER", "CustomerOrderLineID", "Answer every line once");
        }
        fields.at("");
        if (problems.isEmpty()) {
            lines.add(line);
        }
    }

    /** One {@code OrderLine}. */
    private final class Line {
        private String its;
        private UnitCode unit = UnitCode.AGREED;
        private BigDecimal now;
        private BigDecimal later;
        private BigDecimal price;
        private LocalDate delivery;
        private LocalDate rest;
        private String comments;

        OrderResponseLine read() throws DocumentException, IOException {
            boolean said = false;
            int here = xml.depth();
            while (xml.nextChild(here)) {
                said = said || "DeliveryQuantity".equals(xml.name());
                field();
            }
            fields.required(its, "CustomerOrderLineID", "name the line of the order");
            fields.required(said ? "" : null, "DeliveryQuantity", "say how much is delivered, 0 where nothing is");
            boolean nothing = now != null && now.signum() == 0 && (later == null || later.signum() == 0);
            return new OrderResponseLine(
                    its,
                    nothing ? LineStatus.REJECTED : null,
                    null,
                    null,
                    quantity(now),
                    delivery,
                    quantity(later),
                    rest,
                    price == null ? null : Price.perUnit(new Money(price, currency)),
                    null,
                    null,
                    null,
                    null,
                    comments == null ? List.of() : List.of(said(comments)),
                    List.of());
        }

        private Quantity quantity(BigDecimal value) {
            return value == null || unit == null ? null : new Quantity(value, unit);
        }

        private void field() throws DocumentException, IOException {
            switch (xml.name()) {
                case "CustomerOrderLineID" -> its = fields.text(Cebeo.LINE_NUMBER_LENGTH, "CustomerOrderLineID");
                case "UnitOfMeasure" -> unit = fields.unit("UnitOfMeasure");
                case "DeliveryQuantity" -> now = fields.number("DeliveryQuantity");
                case "DeliveryDate" -> delivery = fields.day("DeliveryDate");
                case "BOQuantity" -> later = fields.number("BOQuantity");
                case "BOEstimatedDeliveryDate" -> rest = fields.day("BOEstimatedDeliveryDate");
                case "UnitPrice" -> {
                    int here = xml.depth();
                    while (xml.nextChild(here)) {
                        if ("NetPrice".equals(xml.name())) {
                            price = fields.number("UnitPrice/NetPrice");
                        }
                    }
                }
                case "Comments" -> comments = fields.text(Cebeo.TEXT_LENGTH, "Comments");
                default -> {} // what the order said itself
            }
        }
    }
}
