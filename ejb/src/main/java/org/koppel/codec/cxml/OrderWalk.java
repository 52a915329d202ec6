package org.koppel.codec.cxml;

import java.io.IOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.koppel.codec.DocumentException;
import org.koppel.codec.Problems;
import org.koppel.codec.XmlCursor;
import org.koppel.document.Order;
import org.koppel.document.OrderLine;
import org.koppel.document.Party;
import org.koppel.shared.DocumentNumber;

/** One pass over one order message, collecting its header, its lines and everything that is wrong. */
final class OrderWalk {
    private final XmlCursor xml;
    private final Problems problems = new Problems();
    private final Fields fields;
    private final OrderHeaderPart header;
    private final ItemOutPart items;
    private final List<OrderLine> lines = new ArrayList<>();
    private final Map<String, Integer> positions = new HashMap<>();
    private int position;
    private boolean found;
    private boolean test;
    private String language;

    OrderWalk(XmlCursor xml) {
        this.xml = xml;
        this.fields = new Fields(xml, problems);
        this.header = new OrderHeaderPart(fields);
        this.items = new ItemOutPart(fields);
    }

    Problems problems() {
        return problems;
    }

    void walk() throws DocumentException, IOException {
        EnvelopeWalk.enterRoot(xml);
        language = xml.language();
        while (xml.nextChild(1)) {
            if ("Request".equals(xml.name())) {
                test = "test".equalsIgnoreCase(xml.attribute("deploymentMode"));
                request();
            }
        }
        xml.nextChild(0); // to the very end: what follows the root must be well-formed too
        if (!found) {
            problems.add("MISSING_FIELD", "Request/OrderRequest", "There is no OrderRequest in this message; send one");
        }
    }

    private void request() throws DocumentException, IOException {
        int here = xml.depth();
        while (xml.nextChild(here)) {
            if ("OrderRequest".equals(xml.name())) {
                orderRequest();
            }
        }
    }

    private void orderRequest() throws DocumentException, IOException {
        if (found) {
            problems.add(
                    "TOO_MANY_ORDERS", xml.place(), "A message holds one OrderRequest; send the others by themselves");
            return;
        }
        found = true;
        int here = xml.depth();
        while (xml.nextChild(here)) {
            switch (xml.name()) {
                case "OrderRequestHeader" -> header.read();
                case "ItemOut" -> item();
                default -> {} // unknown to cXML 1.2: skipped
            }
        }
        fields.at("");
        fields.required(header.seen() ? header : null, "OrderRequestHeader", "send the order's header");
        if (position == 0) {
            problems.add("MISSING_FIELD", "ItemOut", "The order has no ItemOut; order at least one line");
        }
    }

    private void item() throws DocumentException, IOException {
        position++;
        if (position > Cxml.MOST_LINES) {
            if (position == Cxml.MOST_LINES + 1) {
                problems.add(
                        "TOO_MANY_LINES",
                        "ItemOut",
                        "The order has more than " + Cxml.MOST_LINES + " lines; split it into several orders");
            }
            return;
        }
        String number = xml.attribute("lineNumber");
        fields.at(
                number == null
                        ? "item " + position + " (row " + xml.row() + "), "
                        : "line " + number.replaceAll("\\p{Cntrl}", " ") + ", ");
        if (number == null) {
            fields.required(null, "ItemOut/@lineNumber", "number every line, each with a number of its own");
        } else {
            unique(number);
        }
        OrderLine line = items.read(header.shipTo());
        if (line != null && problems.isEmpty()) {
            lines.add(line);
        }
    }

    private void unique(String number) {
        Integer first = positions.putIfAbsent(number, position);
        if (first != null) {
            fields.problem(
                    "DUPLICATE_LINE_NUMBER",
                    "ItemOut/@lineNumber",
                    "Item " + position + " (row " + xml.row() + ") has the same line number as item " + first
                            + "; give every line a number of its own");
        }
    }

    /** Only when there are no problems. */
    Order order() {
        Party invoicee = header.billTo();
        return new Order(
                new DocumentNumber(header.number()),
                header.version(),
                header.issuedAt(),
                header.total().currency(),
                language == null ? null : language.split("-", 2)[0].toLowerCase(Locale.ROOT),
                test,
                new Party(invoicee == null ? null : invoicee.name(), null, null, header.contact(), null),
                invoicee,
                header.shipTo(),
                header.requestedDelivery(),
                header.note(),
                header.total(),
                header.references(),
                lines);
    }
}
