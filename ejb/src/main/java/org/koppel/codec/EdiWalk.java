package org.koppel.codec;

import java.io.IOException;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.koppel.codec.EdiStandard.GroupHead;
import org.koppel.codec.EdiStandard.MessageHead;
import org.koppel.codec.EdiStandard.Tags;
import org.koppel.document.InterchangeReceipt;
import org.koppel.document.InterchangeReceipt.Fault;
import org.koppel.document.InterchangeReceipt.Group;
import org.koppel.document.InterchangeReceipt.Interchange;
import org.koppel.document.InterchangeReceipt.RefusedMessage;
import org.koppel.document.RefusedDocument;
import org.koppel.shared.DocumentNumber;

/**
 * One pass over an interchange: every good message goes to the sink, every wrong one is refused alone; what is wrong with the
 * interchange itself refuses all of it. What is remembered of each message is its reference and, of one that is refused, what the
 * receipt says; both are bounded.
 */
public final class EdiWalk<T> {
    /** Messages, and groups, of one interchange. */
    private static final int MOST = 100_000;
    /** Of a whole interchange; of messages that are refused after so many, the receipt tells the first one. */
    private static final int MOST_FAULTS = 50_000;

    private final EdiCursor cursor;
    private final EdiStandard<T> standard;
    private final DocumentSink<T> sink;
    private final Tags tags;
    private final EdiProblems outside = new EdiProblems("interchange");
    private final Set<String> references = new HashSet<>();
    private final List<Group> groups = new ArrayList<>();
    private final List<RefusedMessage> refused = new ArrayList<>();
    private Interchange interchange;
    private GroupHead group;
    private int messagesOfGroup;
    private int refusedOfGroup;
    private MessageHead head;
    private EdiMessage<T> message;
    private EdiProblems problems;
    private int count;
    private int receipts;
    private int told;

    public EdiWalk(EdiCursor cursor, EdiStandard<T> standard, DocumentSink<T> sink) {
        this.cursor = cursor;
        this.standard = standard;
        this.sink = sink;
        this.tags = standard.tags();
    }

    /** @throws DocumentException when nothing of the interchange is taken */
    public void walk() throws DocumentException, IOException {
        try {
            for (EdiSegment segment = cursor.next(); segment != null; segment = cursor.next()) {
                step(segment);
            }
            if (message != null) {
                breakOff(cursor.takeFaults());
            }
            if (cursor.hasMore()) {
                throw new DocumentException(new Problem(
                        "SEVERAL_INTERCHANGES",
                        "after the interchange",
                        "Something follows the interchange; send every interchange as a message of its own"));
            }
        } catch (DocumentException e) {
            tell(new Fault("UNREADABLE", "", 0, 0, 0, null, e.problems().get(0).message()));
            throw e;
        }
        if (count == 0) {
            outside.add(new EdiFault(
                    EdiFault.Kind.SEGMENT_MISSING,
                    "NO_MESSAGE",
                    tags.message(),
                    1,
                    0,
                    0,
                    null,
                    "The interchange has no message; send at least one"));
        }
        tell(outside.isEmpty() ? null : outside.faults().get(0));
        if (!outside.isEmpty()) {
            throw new DocumentException(outside.all());
        }
    }

    private void tell(Fault refusal) {
        boolean onlyReceipts = count > 0 && count == receipts;
        if (interchange != null && !onlyReceipts) {
            DocumentNumber number = new DocumentNumber("ACK-" + interchange.reference());
            sink.receipt(new InterchangeReceipt(number, null, interchange, refusal, groups, refused));
        }
    }

    private void step(EdiSegment segment) throws DocumentException {
        List<EdiFault> faults = cursor.takeFaults();
        String tag = segment.tag();
        if (message != null && tags.standAround(tag)) {
            Map<Boolean, List<EdiFault>> its = faults.stream()
                    .collect(Collectors.partitioningBy(f -> f.tag().equals(tag) && f.element() > 0));
            breakOff(its.get(false));
            faults = its.get(true);
        }
        if (message == null) {
            if (tag.equals(tags.message())) {
                begin(segment, faults);
            } else {
                envelope(segment, faults);
            }
        } else if (tag.equals(tags.messageEnd())) {
            problems.inLine(null);
            note(faults);
            end(segment);
        } else {
            message.take(segment);
            note(faults);
        }
    }

    private void envelope(EdiSegment segment, List<EdiFault> faults) throws DocumentException {
        faults.stream().filter(f -> !standard.tolerates(f)).forEach(outside::add);
        String tag = segment.tag();
        if (tag.equals(tags.interchange())) {
            interchange = standard.interchange(segment);
            if (interchange.reference() == null) {
                interchange = null; // cannot be answered; the missing element is among the faults
            }
        } else if (tag.equals(tags.group())) {
            group = standard.group(segment);
            messagesOfGroup = 0;
            refusedOfGroup = 0;
        } else if (tag.equals(tags.groupEnd()) && group != null) {
            limit(groups.size() + 1, "group");
            groups.add(new Group(group.kind(), group.reference(), group.version(), messagesOfGroup, refusedOfGroup));
            group = null;
        }
    }

    private static void limit(int count, String what) throws DocumentException {
        if (count > MOST) {
            throw new DocumentException(new Problem(
                    "TOO_MANY_MESSAGES",
                    what + ' ' + count,
                    "The interchange has more than " + MOST + ' ' + what + "s; split it into several interchanges"));
        }
    }

    private void begin(EdiSegment segment, List<EdiFault> faults) throws DocumentException {
        limit(++count, "message");
        messagesOfGroup++;
        head = standard.message(segment);
        if (standard.isReceipt(head.type())) {
            receipts++;
        }
        problems = new EdiProblems("message " + count);
        note(faults);
        if (head.reference() != null && !references.add(groupReference() + '/' + head.reference())) {
            problems.add(
                    segment,
                    1,
                    0,
                    EdiFault.Kind.DUPLICATE,
                    "DUPLICATE_REFERENCE",
                    "Another message of this interchange has the reference \"" + head.reference()
                            + "\"; give every message one of its own");
        }
        message = standard.reader(segment, interchange, problems);
    }

    private void end(EdiSegment trailer) throws DocumentException {
        var document = message.finish(trailer);
        if (problems.isEmpty()) {
            sink.accept(document.orElseThrow());
        } else {
            refuse();
        }
        message = null;
    }

    /** Something that stands around messages came before the message's own trailer: where it ends is not known, so it is refused. */
    private void breakOff(List<EdiFault> faults) throws DocumentException {
        problems.inLine(null);
        note(faults);
        if (problems.isEmpty()) {
            problems.add(EdiFaults.missing(tags.messageEnd(), cursor.brokenOffAt()));
        }
        refuse();
        message = null;
    }

    private void refuse() throws DocumentException {
        refusedOfGroup++;
        String reference = head.reference() == null ? "?" : head.reference();
        List<Fault> faults = problems.faults();
        told += faults.size();
        List<Fault> named = told > MOST_FAULTS ? faults.subList(0, 1) : faults;
        refused.add(new RefusedMessage(reference, head.type(), head.version(), groupReference(), named));
        DocumentNumber number = new DocumentNumber(message.number().orElse(reference));
        sink.refuse(new RefusedDocument(number, String.valueOf(head.type()), reference), problems.all());
    }

    private String groupReference() {
        return group == null ? null : group.reference();
    }

    private void note(List<EdiFault> faults) {
        for (EdiFault fault : faults) {
            if (!standard.tolerates(fault)) {
                problems.add(fault);
            }
        }
    }
}
