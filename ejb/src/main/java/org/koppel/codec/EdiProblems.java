package org.koppel.codec;

import java.util.ArrayList;
import java.util.List;
import org.koppel.document.InterchangeReceipt;

/** Collects what is wrong with one message of an interchange: for people as problems, for the partner's system as faults. */
public final class EdiProblems {
    private final String message;
    private final Problems problems = new Problems();
    private final List<EdiFault> faults = new ArrayList<>();
    private String line = "";

    /** @param message how places begin, such as {@code message 2} */
    public EdiProblems(String message) {
        this.message = message;
    }

    /** From here on, places name this line of the document; null for its head. */
    public void inLine(String number) {
        line = number == null ? "" : "line " + number + ", ";
    }

    public void add(EdiFault fault) {
        problems.add(fault.code(), message + ", " + line + fault.place(), fault.message());
        if (faults.size() < InterchangeReceipt.MOST_FAULTS) {
            faults.add(fault);
        }
    }

    /** A fault of what stands, or is missing, at an element of a segment. */
    public void add(EdiSegment segment, int element, int component, EdiFault.Kind kind, String code, String text) {
        add(new EdiFault(
                kind,
                code,
                segment.tag(),
                segment.position(),
                element,
                component,
                element == 0 ? null : segment.at(element, Math.max(component, 1)),
                text));
    }

    public boolean isEmpty() {
        return problems.isEmpty();
    }

    public List<Problem> all() {
        return problems.all();
    }

    /** As the receipt says it. */
    public List<InterchangeReceipt.Fault> faults() {
        return faults.stream().map(EdiProblems::fault).toList();
    }

    static InterchangeReceipt.Fault fault(EdiFault f) {
        return new InterchangeReceipt.Fault(
                f.kind().name(), f.tag(), f.segment(), f.element(), f.component(), f.value(), f.message());
    }
}
