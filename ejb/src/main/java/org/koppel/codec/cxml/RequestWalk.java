package org.koppel.codec.cxml;

import java.io.IOException;
import java.math.BigDecimal;
import org.koppel.codec.DocumentException;
import org.koppel.codec.Problems;
import org.koppel.codec.UnitReading;
import org.koppel.codec.XmlCursor;
import org.koppel.shared.Quantity;
import org.koppel.shared.UnitCode;

/** One pass over one request of the back office that is about an order: a head, and its lines. */
abstract class RequestWalk {
    protected final XmlCursor xml;
    protected final Problems problems = new Problems();
    protected final Fields fields;
    protected boolean test;
    private final String request;
    private final String item;
    private String order;
    private boolean found;
    private int position;

    /** @param request the element below {@code Request}; @param item of a line, for what is said of too many */
    RequestWalk(XmlCursor xml, UnitReading units, String request, String item) {
        this.xml = xml;
        this.fields = new Fields(xml, problems, units);
        this.request = request;
        this.item = item;
    }

    /** A child of the request was entered. */
    abstract void child() throws DocumentException, IOException;

    /** Notes what is missing, once everything has been read. */
    abstract void require();

    /** To the end of the message. @throws DocumentException with everything that is wrong */
    final void walk() throws DocumentException, IOException {
        EnvelopeWalk.enterRoot(xml);
        while (xml.nextChild(1)) {
            if ("Request".equals(xml.name())) {
                test = "test".equalsIgnoreCase(xml.attribute("deploymentMode"));
                int here = xml.depth();
                while (xml.nextChild(here)) {
                    if (request.equals(xml.name()) && !found) {
                        found = true;
                        inside();
                    }
                }
            }
        }
        xml.nextChild(0); // to the very end: what follows the root must be well-formed too
        fields.at("");
        require();
        problems.throwIfAny();
    }

    private void inside() throws DocumentException, IOException {
        int here = xml.depth();
        while (xml.nextChild(here)) {
            child();
            fields.at("");
        }
    }

    /** The order that {@code OrderReference} or {@code OrderIDInfo} names. */
    final void order() {
        String said = fields.identifier("orderID", Cxml.NUMBER_LENGTH, xml.name() + "/@orderID");
        if (order != null && said != null && !order.equals(said)) {
            fields.problem(
                    "SEVERAL_ORDERS",
                    xml.name() + "/@orderID",
                    "The message names the orders " + order + " and " + said + "; send one message for each order");
        }
        order = order == null ? said : order;
    }

    final String orderNumber() {
        return fields.required(order, "OrderReference/@orderID", "name the order that this is about");
    }

    /** Whether the line just entered is to be read; its places begin with its number. */
    final boolean isTaken() {
        String number = xml.attribute("lineNumber");
        position++;
        if (position == Cxml.MOST_LINES + 1) {
            problems.add(
                    "TOO_MANY_LINES", item, "There are more than " + Cxml.MOST_LINES + " lines; split the message");
        }
        fields.at(
                number == null
                        ? "item " + position + " (row " + xml.row() + "), "
                        : "line " + number.replaceAll("\\p{Cntrl}", " ") + ", ");
        return position <= Cxml.MOST_LINES;
    }

    final int position() {
        return position;
    }

    final String lineNumber() {
        String field = item + "/@lineNumber";
        return fields.required(
                fields.identifier("lineNumber", Cxml.LINE_NUMBER_LENGTH, field), field, "name the line of the order");
    }

    /** Null without both. */
    static Quantity quantity(BigDecimal value, UnitCode unit) {
        return value == null || unit == null ? null : new Quantity(value, unit);
    }

    /** A text of the element just entered, below what was said before. */
    final String note(String before) throws DocumentException, IOException {
        return Texts.joined(before, fields.deepText(Cxml.TEXT_LENGTH, "Comments"));
    }
}
