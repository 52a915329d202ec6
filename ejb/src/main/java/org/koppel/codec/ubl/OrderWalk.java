package org.koppel.codec.ubl;

import java.io.IOException;
import java.io.InputStream;
import java.time.LocalDate;
import java.time.OffsetTime;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.koppel.codec.DocumentException;
import org.koppel.codec.FileKeeper;
import org.koppel.codec.FirmOrder;
import org.koppel.codec.FormatSettings;
import org.koppel.codec.Problem;
import org.koppel.codec.Problems;
import org.koppel.codec.UnitReading;
import org.koppel.codec.XmlCursor;
import org.koppel.codec.XmlStreams;
import org.koppel.document.Order;
import org.koppel.document.OrderChange;
import org.koppel.document.OrderChangeLine;
import org.koppel.document.OrderLine;
import org.koppel.document.Party;
import org.koppel.document.Reference;
import org.koppel.document.Reference.Kind;
import org.koppel.shared.DocumentNumber;
import org.koppel.shared.Money;

/** One pass over one {@code Order} or {@code OrderChange}, collecting its header, its lines and everything that is wrong. */
final class OrderWalk {
    static final String ORDER = "Order";
    static final String CHANGE = "OrderChange";

    private final XmlCursor xml;
    private final String root;
    private final FileKeeper keeper;
    private final Problems problems = new Problems();
    private final UblFields fields;
    private final List<Reference> references = new ArrayList<>();
    private final List<LinePart> lines = new ArrayList<>();
    private final Map<String, Integer> rows = new HashMap<>();
    private String number;
    private String sequence;
    private String changedOrder;
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

    private OrderWalk(XmlCursor xml, String root, UnitReading units, FileKeeper keeper) {
        this.xml = xml;
        this.root = root;
        this.keeper = keeper;
        this.fields = new UblFields(xml, problems, units);
    }

    /** Walks through the whole document. @param keeper for files in it; @throws DocumentException with everything that is wrong */
    static OrderWalk through(InputStream in, String root, FormatSettings settings, FileKeeper keeper)
            throws DocumentException, IOException {
        OrderWalk walk = new OrderWalk(XmlStreams.open(in), root, UnitReading.of(settings), keeper);
        try {
            walk.walk();
        } catch (DocumentException e) { // the rest cannot be parsed; what was found before still counts
            List<Problem> all = new ArrayList<>(walk.problems.all());
            all.addAll(e.problems());
            DocumentException complete = new DocumentException(all);
            complete.initCause(e);
            throw complete;
        }
        walk.problems.throwIfAny();
        return walk;
    }

    private void walk() throws DocumentException, IOException {
        enterRoot(xml, root);
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
                    "WRONG_ROOT", xml.place(), "The root element is " + xml.name() + "; send a UBL " + root));
        }
    }

    private boolean simple() throws DocumentException, IOException {
        switch (xml.name()) {
            case "ID" -> number = fields.text(Ubl.NUMBER_LENGTH, "ID");
            case "SequenceNumberID" -> sequence = fields.text(Ubl.LINE_NUMBER_LENGTH, "SequenceNumberID");
            case "IssueDate" -> {
                String day = fields.text(Ubl.NAME_LENGTH, "IssueDate");
                issueDateSeen = day != null;
                issueDate = fields.date(day, "IssueDate");
            }
            case "IssueTime" -> issueTime = fields.time("IssueTime");
            case "OrderTypeCode" -> checkType(fields.text(Ubl.NAME_LENGTH, "OrderTypeCode"));
            case "Note" -> note(fields.text(Ubl.TEXT_LENGTH, "Note"));
            case "DocumentCurrencyCode" -> {
                currencySeen = true;
                currency =
                        fields.currency(fields.text(Ubl.NAME_LENGTH, "DocumentCurrencyCode"), "DocumentCurrencyCode");
            }
            case "SalesOrderID" -> reference(Kind.SUPPLIER_ORDER, null, fields.text(Ubl.NAME_LENGTH, "SalesOrderID"));
            case "CustomerReference" ->
                reference(Kind.OTHER, "CustomerReference", fields.text(Ubl.NAME_LENGTH, "CustomerReference"));
            case "AccountingCost" -> reference(Kind.ACCOUNTING, null, fields.text(Ubl.NAME_LENGTH, "AccountingCost"));
            default -> {
                return false;
            }
        }
        return true;
    }

    private void checkType(String type) {
        FirmOrder.fault("OrderTypeCode", type)
                .ifPresent(text -> fields.problem("UNSUPPORTED_VALUE", "OrderTypeCode", text));
    }

    private void aggregate() throws DocumentException, IOException {
        switch (xml.name()) {
            case "QuotationDocumentReference" -> reference(Kind.CART, null, id());
            case "OriginatorDocumentReference" -> reference(Kind.REQUISITION, null, id());
            case "OrderDocumentReference", "AdditionalDocumentReference" ->
                DocumentPart.read(fields, keeper).forEach(this::reference);
            case "OrderReference" -> changedOrder = id();
            case "Contract" -> reference(Kind.CONTRACT, null, id());
            case "BuyerCustomerParty" -> buyer = PartyPart.inside(fields, "BuyerCustomerParty");
            case "AccountingCustomerParty" ->
                invoicee = PartyPart.inside(fields, "AccountingCustomerParty").party();
            case "Delivery" -> delivery();
            case "AnticipatedMonetaryTotal" -> totals();
            case "OrderLine" -> line();
            default -> {} // terms, allowances and whatever else an order may say
        }
    }

    private void delivery() throws DocumentException, IOException {
        if (delivery != null) {
            fields.problem(
                    "UNSUPPORTED_VALUE",
                    "Delivery",
                    "The order is wanted in several deliveries; give every line its day and place instead");
        }
        delivery = DeliveryPart.read(fields, "Delivery");
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
            throw problems.with(
                    "TOO_MANY_LINES",
                    "OrderLine",
                    "The order has more than " + Ubl.MOST_LINES + " lines; split it into several orders");
        }
        LinePart line = LinePart.read(fields, position, keeper, root.equals(CHANGE));
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
        if (value != null) {
            reference(new Reference(kind, name, value));
        }
    }

    private void reference(Reference reference) {
        if (references.size() < Ubl.MOST_REFERENCES) {
            references.add(reference);
        }
    }

    private void require() {
        fields.required(number, "ID", "give the order a number");
        if (root.equals(CHANGE)) {
            fields.required(changedOrder, "OrderReference/ID", "name the order that is changed");
        }
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
        return order(number, lines.stream().map(l -> l.line(delivery)).toList());
    }

    /** The same for {@code OrderChange}: single lines where they say what becomes of them, else the order as it shall be. */
    OrderChange change() {
        DocumentNumber own = new DocumentNumber(number);
        if (lines.stream().noneMatch(LinePart::hasStatus)) {
            List<OrderLine> all = lines.stream().map(l -> l.line(delivery)).toList();
            return OrderChange.complete(own, sequence, order(changedOrder, all));
        }
        List<OrderChangeLine> changes = lines.stream()
                .map(l -> l.change(delivery))
                .filter(Objects::nonNull)
                .toList();
        return new OrderChange(own, sequence, false, order(changedOrder, List.of()), changes);
    }

    private Order order(String itsNumber, List<OrderLine> itsLines) {
        return new Order(
                new DocumentNumber(itsNumber),
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
                itsLines);
    }
}
