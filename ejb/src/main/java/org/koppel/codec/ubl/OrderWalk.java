package org.koppel.codec.ubl;

import java.io.IOException;
import java.time.LocalDate;
import java.time.OffsetTime;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.koppel.codec.DocumentException;
import org.koppel.codec.Problem;
import org.koppel.codec.Problems;
import org.koppel.codec.XmlCursor;
import org.koppel.document.Order;
import org.koppel.document.OrderLine;
import org.koppel.document.Party;
import org.koppel.document.Reference;
import org.koppel.document.Reference.Kind;
import org.koppel.shared.DocumentNumber;
import org.koppel.shared.Money;

/** One pass over one {@code Order}, collecting its header, its lines and everything that is wrong. */
final class OrderWalk {
    private final XmlCursor xml;
    private final Problems problems = new Problems();
    private final UblFields fields;
    private final List<Reference> references = new ArrayList<>();
    private final List<LinePart> lines = new ArrayList<>();
    private final Map<String, Integer> rows = new HashMap<>();
    private String number;
    private LocalDate issueDate;
    private boolean issueDateSeen;
    private OffsetTime issueTime;
    private String note;
    private String currency;
    private boolean currencySeen;
    private PartyPart buyer;
    private Party invoicee;
    private DeliveryPart delivery;
    private Money lineTotal;
    private Money netTotal;
    private int position;

    OrderWalk(XmlCursor xml) {
        this.xml = xml;
        this.fields = new UblFields(xml, problems);
    }

    Problems problems() {
        return problems;
    }

    void walk() throws DocumentException, IOException {
        enterRoot(xml, "Order");
        while (xml.nextChild(1)) {
            fields.at("");
            if (!simple()) {
                aggregate();
            }
        }
        xml.nextChild(0); // to the very end: what follows the root must be well-formed too
        fields.at("");
        require();
    }

    /** @throws DocumentException when the root element is another */
    static void enterRoot(XmlCursor xml, String root) throws DocumentException, IOException {
        xml.nextChild(0);
        if (!root.equals(xml.name())) {
            throw new DocumentException(new Problem(
                    "WRONG_ROOT", xml.place(), "The root element is " + xml.name() + "; send a UBL 2.1 " + root));
        }
    }

    private boolean simple() throws DocumentException, IOException {
        switch (xml.name()) {
            case "ID" -> number = fields.text(Ubl.NUMBER_LENGTH, "ID");
            case "IssueDate" -> {
                String day = fields.text(Ubl.NAME_LENGTH, "IssueDate");
                issueDateSeen = day != null;
                issueDate = fields.date(day, "IssueDate");
            }
            case "IssueTime" -> issueTime = fields.time("IssueTime");
            case "Note" -> note(fields.text(Ubl.TEXT_LENGTH, "Note"));
            case "DocumentCurrencyCode" -> {
                currencySeen = true;
                currency =
                        fields.currency(fields.text(Ubl.NAME_LENGTH, "DocumentCurrencyCode"), "DocumentCurrencyCode");
            }
            case "SalesOrderID" -> reference(Kind.SUPPLIER_ORDER, null, fields.text(Ubl.NAME_LENGTH, "SalesOrderID"));
            case "CustomerReference" ->
                reference(Kind.OTHER, "CustomerReference", fields.text(Ubl.NAME_LENGTH, "CustomerReference"));
            case "AccountingCost" ->
                reference(Kind.ACCOUNTING, "AccountingCost", fields.text(Ubl.NAME_LENGTH, "AccountingCost"));
            default -> {
                return false;
            }
        }
        return true;
    }

    private void aggregate() throws DocumentException, IOException {
        switch (xml.name()) {
            case "QuotationDocumentReference" -> reference(Kind.CART, null, id());
            case "OriginatorDocumentReference" -> reference(Kind.REQUISITION, null, id());
            case "OrderDocumentReference", "AdditionalDocumentReference" -> reference(Kind.OTHER, xml.name(), id());
            case "Contract" -> reference(Kind.CONTRACT, null, id());
            case "BuyerCustomerParty" -> buyer = PartyPart.inside(fields, "BuyerCustomerParty");
            case "AccountingCustomerParty" ->
                invoicee = PartyPart.inside(fields, "AccountingCustomerParty").party();
            case "Delivery" -> delivery = DeliveryPart.read(fields, "Delivery");
            case "AnticipatedMonetaryTotal" -> totals();
            case "OrderLine" -> line();
            default -> {} // terms, allowances and whatever else an order may say
        }
    }

    private String id() throws DocumentException, IOException {
        return fields.childText("ID", Ubl.NAME_LENGTH, xml.name());
    }

    private void totals() throws DocumentException, IOException {
        int here = xml.depth();
        while (xml.nextChild(here)) {
            switch (xml.name()) {
                case "LineExtensionAmount" -> lineTotal = fields.money("AnticipatedMonetaryTotal/LineExtensionAmount");
                case "TaxExclusiveAmount" -> netTotal = fields.money("AnticipatedMonetaryTotal/TaxExclusiveAmount");
                default -> {}
            }
        }
    }

    private void line() throws DocumentException, IOException {
        position++;
        if (position > Ubl.MOST_LINES) {
            if (position == Ubl.MOST_LINES + 1) {
                fields.problem(
                        "TOO_MANY_LINES",
                        "OrderLine",
                        "The order has more than " + Ubl.MOST_LINES + " lines; split it into several orders");
            }
            return;
        }
        LinePart line = LinePart.read(fields, position);
        Integer first = line.number() == null ? null : rows.putIfAbsent(line.number(), line.row());
        if (first != null) {
            fields.problem(
                    "DUPLICATE_LINE_NUMBER",
                    "LineItem/ID",
                    "The line at row " + line.row() + " has the same number as the line at row " + first
                            + "; give every line a number of its own");
        }
        if (problems.isEmpty()) {
            lines.add(line);
        }
    }

    private void note(String text) {
        note = UblFields.joined(note, text);
    }

    private void reference(Kind kind, String name, String value) {
        if (value != null && references.size() < Ubl.MOST_REFERENCES) {
            references.add(new Reference(kind, name, value));
        }
    }

    private void require() {
        fields.required(number, "ID", "give the order a number");
        fields.required(issueDateSeen ? "" : null, "IssueDate", "say when the order was made");
        fields.required(buyer, "BuyerCustomerParty", "say who orders");
        if (!currencySeen) {
            currency = lines.stream()
                    .map(LinePart::currency)
                    .filter(c -> c != null)
                    .findFirst()
                    .orElse(null);
            fields.required(currency, "DocumentCurrencyCode", "name the currency by ISO 4217, such as EUR");
        }
        if (position == 0) {
            problems.add("MISSING_FIELD", "OrderLine", "The order has no OrderLine; order at least one line");
        }
    }

    /** Only when there are no problems. */
    Order order() {
        List<OrderLine> all = lines.stream().map(l -> l.line(delivery)).toList();
        return new Order(
                new DocumentNumber(number),
                null,
                UblFields.at(issueDate, issueTime),
                currency,
                null,
                false,
                buyer.party(),
                invoicee,
                delivery == null ? null : delivery.shipTo(),
                delivery == null ? null : delivery.requested(),
                note,
                netTotal == null ? lineTotal : netTotal,
                references,
                all);
    }
}
