package org.koppel.codec.ubl;

import java.io.IOException;
import java.io.InputStream;
import java.time.LocalDate;
import java.time.OffsetTime;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.koppel.codec.DocumentException;
import org.koppel.codec.FormatSettings;
import org.koppel.codec.Problems;
import org.koppel.codec.UnitReading;
import org.koppel.codec.XmlCursor;
import org.koppel.codec.XmlStreams;
import org.koppel.document.LineStatus;
import org.koppel.document.OrderResponse;
import org.koppel.document.OrderResponseLine;
import org.koppel.document.Party;
import org.koppel.document.Reason;
import org.koppel.document.Reference;
import org.koppel.document.Reference.Kind;
import org.koppel.shared.DocumentNumber;

/** One pass over one {@code OrderResponse}: the back office's answer to an order, as far as we do not know it already. */
final class ResponseWalk {
    static final String ROOT = "OrderResponse";

    private final XmlCursor xml;
    private final Problems problems = new Problems();
    private final UblFields fields;
    private final List<OrderResponseLine> lines = new ArrayList<>();
    private final Set<String> numbers = new HashSet<>();
    private final List<Reference> references = new ArrayList<>();
    private String number;
    private String order;
    private String code;
    private String note;
    private String currency;
    private LocalDate issueDate;
    private OffsetTime issueTime;
    private Party buyer;
    private int position;

    private ResponseWalk(XmlCursor xml, UnitReading units) {
        this.xml = xml;
        this.fields = new UblFields(xml, problems, units);
    }

    /** @throws DocumentException with everything that is wrong */
    static OrderResponse read(InputStream in, FormatSettings settings) throws DocumentException, IOException {
        ResponseWalk walk = new ResponseWalk(XmlStreams.open(in), UnitReading.of(settings));
        walk.walk();
        walk.problems.throwIfAny();
        return walk.response();
    }

    private void walk() throws DocumentException, IOException {
        OrderWalk.enterRoot(xml, ROOT);
        while (xml.nextChild(1)) {
            fields.at("");
            child();
        }
        xml.nextChild(0); // to the very end: what follows the root must be well-formed too
        fields.at("");
        fields.required(number, "ID", "give the response a number");
        fields.required(order, "OrderReference/ID", "name the order that is answered");
        if (position == 0) {
            fields.required(code, "OrderResponseCode", "say AP (accepted) or RE (rejected), or answer every line");
        }
        if (code != null && status() == null && !"CA".equals(code)) {
            fields.problem(
                    "UNSUPPORTED_FUNCTION",
                    "OrderResponseCode",
                    "OrderResponseCode is " + code + ", which is no decision; send AP, CA or RE");
        }
    }

    private void child() throws DocumentException, IOException {
        switch (xml.name()) {
            case "ID" -> number = fields.text(Ubl.NUMBER_LENGTH, "ID");
            case "IssueDate" -> issueDate = fields.date("IssueDate");
            case "IssueTime" -> issueTime = fields.time("IssueTime");
            case "OrderResponseCode" -> code = fields.text(Ubl.NAME_LENGTH, "OrderResponseCode");
            case "Note" -> note = UblFields.joined(note, fields.text(Ubl.TEXT_LENGTH, "Note"));
            case "DocumentCurrencyCode" -> currency = fields.text(Ubl.NAME_LENGTH, "DocumentCurrencyCode");
            case "OrderReference" -> order = fields.childText("ID", Ubl.NUMBER_LENGTH, "OrderReference");
            case "BuyerCustomerParty" ->
                buyer = PartyPart.inside(fields, "BuyerCustomerParty").buyer();
            case "OrderLine" -> line();
            default -> said();
        }
    }

    /** What the order said, where it is a reference; parties and terms are known. */
    private void said() throws DocumentException, IOException {
        switch (xml.name()) {
            case "SalesOrderID" -> keep(Kind.SUPPLIER_ORDER, null, fields.text(Ubl.NAME_LENGTH, "SalesOrderID"));
            case "CustomerReference" ->
                keep(Kind.OTHER, "CustomerReference", fields.text(Ubl.NAME_LENGTH, "CustomerReference"));
            case "AccountingCost" -> keep(Kind.ACCOUNTING, null, fields.text(Ubl.NAME_LENGTH, "AccountingCost"));
            case "OriginatorDocumentReference" -> keep(Kind.REQUISITION, null, id());
            case "Contract" -> keep(Kind.CONTRACT, null, id());
            case "AdditionalDocumentReference" -> keep(DocumentPart.number(fields));
            default -> {}
        }
    }

    private String id() throws DocumentException, IOException {
        return fields.childText("ID", Ubl.NAME_LENGTH, xml.name());
    }

    private void keep(Kind kind, String name, String value) {
        keep(value == null ? null : new Reference(kind, name, value));
    }

    private void keep(Reference reference) {
        if (reference != null && references.size() < Ubl.MOST_REFERENCES) {
            references.add(reference);
        }
    }

    private void line() throws DocumentException, IOException {
        if (++position > Ubl.MOST_LINES) {
            throw problems.with(
                    "TOO_MANY_LINES",
                    "OrderLine",
                    "There are more than " + Ubl.MOST_LINES + " lines; answer in several messages");
        }
        OrderResponseLine line = new ResponseLinePart(fields, position).read();
        if (line.number() != null && !numbers.add(line.number())) {
            fields.problem(
                    "DUPLICATE_LINE_NUMBER", "LineItem/ID", "Another line has this number; answer every line once");
        }
        if (problems.isEmpty()) {
            lines.add(line);
        }
    }

    /** UNCL 4343. Null when only the lines tell. */
    private LineStatus status() {
        return switch (code == null ? "" : code) {
            case "AP" -> LineStatus.ACCEPTED;
            case "RE" -> LineStatus.REJECTED;
            default -> null;
        };
    }

    private OrderResponse response() {
        return OrderResponse.decided(
                new DocumentNumber(number),
                UblFields.at(issueDate, issueTime),
                new DocumentNumber(order),
                status(),
                currency,
                false,
                buyer,
                references,
                note == null ? List.of() : List.of(new Reason(ResponseLinePart.SAID, note)),
                lines);
    }
}
