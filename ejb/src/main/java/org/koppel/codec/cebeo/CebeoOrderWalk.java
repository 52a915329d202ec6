package org.koppel.codec.cebeo;

import java.io.IOException;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.koppel.codec.DocumentException;
import org.koppel.codec.Problem;
import org.koppel.codec.Problems;
import org.koppel.codec.UnitReading;
import org.koppel.codec.XmlCursor;
import org.koppel.document.Address;
import org.koppel.document.Contact;
import org.koppel.document.Order;
import org.koppel.document.OrderLine;
import org.koppel.document.Party;
import org.koppel.document.Reference;
import org.koppel.document.Reference.Kind;
import org.koppel.shared.DocumentNumber;

/** One pass over one {@code Order/Create}, collecting its header, its lines and everything that is wrong. */
final class CebeoOrderWalk {
    private final XmlCursor xml;
    private final String currency;
    private final Problems problems = new Problems();
    private final CebeoFields fields;
    private final List<Reference> references = new ArrayList<>();
    private final List<OrderLine> lines = new ArrayList<>();
    private final Set<String> numbers = new HashSet<>();
    private String user;
    private String number;
    private LocalDate issued;
    private boolean dated;
    private String note;
    private String deliverTo;
    private String street;
    private String city;
    private String postalCode;
    private boolean placed;
    private String person;
    private String telephone;
    private int count;

    CebeoOrderWalk(XmlCursor xml, String currency, UnitReading units) {
        this.xml = xml;
        this.currency = currency;
        this.fields = new CebeoFields(xml, problems, units);
    }

    /** @throws DocumentException with everything that is wrong */
    Order order() throws DocumentException, IOException {
        xml.nextChild(0);
        if (!Cebeo.ROOT.equals(xml.name())) {
            throw new DocumentException(new Problem(
                    "WRONG_ROOT", xml.place(), "The root element is " + xml.name() + "; send " + Cebeo.ROOT));
        }
        while (xml.nextChild(1)) {
            if ("Request".equals(xml.name())) {
                request();
            }
        }
        xml.nextChild(0); // to the very end: what follows the root must be well-formed too
        fields.at("");
        require();
        problems.throwIfAny();
        return new Order(
                new DocumentNumber(number),
                null,
                issued.atStartOfDay().atOffset(ZoneOffset.UTC),
                currency,
                null,
                false,
                new Party(null, null, null, new Contact(null, person == null ? user : person, null, telephone), null),
                null,
                placed ? new Address(null, null, deliverTo, null, street, postalCode, city, null) : null,
                null,
                note,
                null,
                references,
                lines);
    }

    private void require() {
        fields.required(number, "OrderHeader/CustomerOrderID", "give the order a number");
        if (!dated) {
            fields.required(null, "OrderHeader/OrderDate", "say when the order was made");
        }
        if (count == 0) {
            problems.add("MISSING_FIELD", "OrderLine", "The order has no OrderLine; order at least one line");
        }
    }

    private void request() throws DocumentException, IOException {
        int here = xml.depth();
        while (xml.nextChild(here)) {
            if ("Customer".equals(xml.name())) {
                customer();
            } else if ("Order".equals(xml.name())) {
                int order = xml.depth();
                while (xml.nextChild(order)) {
                    if ("Create".equals(xml.name())) {
                        create();
                    }
                }
            }
        }
    }

    private void customer() throws DocumentException, IOException {
        int here = xml.depth();
        while (xml.nextChild(here)) {
            if ("UserName".equals(xml.name())) {
                user = fields.text(Cebeo.NAME_LENGTH, "Customer/UserName");
            }
        }
    }

    private void create() throws DocumentException, IOException {
        int here = xml.depth();
        while (xml.nextChild(here)) {
            switch (xml.name()) {
                case "OrderHeader" -> header();
                case "OrderLine" -> line();
                case "OrderAttribute" -> keep(CebeoAttributes.read(fields));
                default -> {}
            }
        }
    }

    private void header() throws DocumentException, IOException {
        int here = xml.depth();
        while (xml.nextChild(here)) {
            String field = "OrderHeader/" + xml.name();
            switch (xml.name()) {
                case "CustomerOrderID" -> number = fields.text(Cebeo.NUMBER_LENGTH, field);
                case "OrderDate" -> {
                    dated = true;
                    issued = fields.day(field);
                }
                case "CustomerOrderRef", "PriceOnDeliveryNote", "DeliveryOption" -> {
                    String name = xml.name();
                    keep(Kind.OTHER, name, fields.text(Cebeo.NAME_LENGTH, field));
                }
                case "Comments" -> {
                    String text = fields.text(Cebeo.TEXT_LENGTH, field);
                    note = note == null || text == null ? note == null ? text : note : note + "\n" + text;
                }
                case "DeliveryLocation" -> location();
                default -> {}
            }
        }
    }

    private void location() throws DocumentException, IOException {
        int here = xml.depth();
        while (xml.nextChild(here)) {
            switch (xml.name()) {
                case "ContactPerson" -> person = fields.text(Cebeo.NAME_LENGTH, "DeliveryLocation/ContactPerson");
                case "ContactTelephone" ->
                    telephone = fields.text(Cebeo.NAME_LENGTH, "DeliveryLocation/ContactTelephone");
                case "DeliveryAddress" -> address();
                default -> {}
            }
        }
    }

    private void address() throws DocumentException, IOException {
        placed = true;
        int here = xml.depth();
        while (xml.nextChild(here)) {
            String field = "DeliveryAddress/" + xml.name();
            switch (xml.name()) {
                case "DeliverTo" -> deliverTo = fields.text(Cebeo.NAME_LENGTH, field);
                case "Street" -> street = fields.text(Cebeo.NAME_LENGTH, field);
                case "City" -> city = fields.text(Cebeo.NAME_LENGTH, field);
                case "PostalCode" -> postalCode = fields.text(Cebeo.NAME_LENGTH, field);
                default -> {}
            }
        }
    }

    private void keep(Kind kind, String name, String value) {
        keep(value == null ? null : new Reference(kind, name, value));
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
                    "The order has more than " + Cebeo.MOST_LINES + " lines; split it into several orders");
        }
        OrderLine line = new CebeoLinePart(fields, currency, count).read();
        fields.at("");
        if (line != null && !numbers.add(line.number())) {
            problems.add(
                    "DUPLICATE_LINE_NUMBER",
                    "line " + line.number() + ", CustomerOrderLineID",
                    "Two lines have this number; give every line one of its own");
        }
        if (line != null && problems.isEmpty()) {
            lines.add(line);
        }
    }
}
