package org.koppel.codec.ubl;

import java.io.IOException;
import java.io.InputStream;
import java.time.LocalDate;
import java.time.OffsetTime;
import org.koppel.codec.DocumentException;
import org.koppel.codec.Problems;
import org.koppel.codec.XmlCursor;
import org.koppel.codec.XmlStreams;
import org.koppel.document.OrderCancellation;
import org.koppel.shared.DocumentNumber;

/** One pass over one {@code OrderCancellation}. */
final class CancellationWalk {
    private final XmlCursor xml;
    private final Problems problems = new Problems();
    private final UblFields fields;
    private String number;
    private String order;
    private boolean dated;
    private LocalDate issueDate;
    private OffsetTime issueTime;
    private String note;

    private CancellationWalk(XmlCursor xml) {
        this.xml = xml;
        this.fields = new UblFields(xml, problems);
    }

    /** @throws DocumentException with everything that is wrong */
    static OrderCancellation read(InputStream in) throws DocumentException, IOException {
        CancellationWalk walk = new CancellationWalk(XmlStreams.open(in));
        walk.walk();
        walk.problems.throwIfAny();
        return new OrderCancellation(
                new DocumentNumber(walk.number),
                null,
                UblFields.at(walk.issueDate, walk.issueTime),
                new DocumentNumber(walk.order),
                false,
                walk.note);
    }

    private void walk() throws DocumentException, IOException {
        OrderWalk.enterRoot(xml, "OrderCancellation");
        while (xml.nextChild(1)) {
            switch (xml.name()) {
                case "ID" -> number = fields.text(Ubl.NUMBER_LENGTH, "ID");
                case "IssueDate" -> {
                    String day = fields.text(Ubl.NAME_LENGTH, "IssueDate");
                    dated = day != null;
                    issueDate = fields.date(day, "IssueDate");
                }
                case "IssueTime" -> issueTime = fields.time("IssueTime");
                case "Note" -> note = UblFields.joined(note, fields.text(Ubl.TEXT_LENGTH, "Note"));
                case "CancellationNote" ->
                    note = UblFields.joined(note, fields.text(Ubl.TEXT_LENGTH, "CancellationNote"));
                case "OrderReference" -> order = fields.childText("ID", Ubl.NUMBER_LENGTH, "OrderReference");
                default -> {} // parties: the envelope says who sends
            }
        }
        xml.nextChild(0); // to the very end: what follows the root must be well-formed too
        fields.required(number, "ID", "give the cancellation a number");
        fields.required(dated ? "" : null, "IssueDate", "say when it was made");
        fields.required(order, "OrderReference/ID", "name the order that is cancelled");
    }
}
